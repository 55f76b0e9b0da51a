// Is somebody of whom a list says that they hang on a machine passed to the desk sooner, and once?
import { afterAll, beforeAll, expect, test } from 'vitest'
import { endConcern } from '../../concerns/index.ts'
import { act, compareRebuild } from '../../events/index.ts'
import { newId } from '../../kernel/ids.ts'
import { isRefusal } from '../../kernel/refusal.ts'
import { importList } from '../../lists/index.ts'
import { rowsOf } from '../../testing/loading-lists.ts'
import { council, makeTestNode, type TestNode } from '../../testing/make-node.ts'
import { memberId } from '../domain/join.ts'
import { openCampaign } from '../domain/open-campaign.ts'
import { recordAttempt } from '../domain/record-attempt.ts'

let t: TestNode
const [campaign, round] = [newId(), newId()]
beforeAll(async () => {
  t = await makeTestNode()
  const text =
    'MPAN,First name,Surname,Date of birth,Postcode,Phone,Needs codes\n' +
    '1,Ann,Ray,04/03/1980,CB24 8RX,01632 960142,"3; 4"\n' +
    '2,Bob,Hay,04/03/1980,CB24 8RX,01632 960143,\n' +
    '3,Cat,Lee,04/03/1930,CB24 8RX,01632 960144,\n'
  const chunks = (async function* () {
    yield new TextEncoder().encode(text)
  })()
  expect(await importList(t.node, t.system, { name: 'psr.csv', chunks })).toMatchObject({
    counts: { accepted: 3 },
  })
  const rule = { lists: ['power-register'], places: [], withFlags: [], withoutFlags: [] }
  const told = { title: 'Winter', purpose: 'Reaching people', pack: 'pandemic' }
  const answerable = (await t.actorWith('hub-manager')).id
  const input = { campaign, round, ...told, memberKind: 'person', rule, answerable }
  await must(act(t.node, t.system, openCampaign, { id: newId(), input }))
})
afterAll(() => t.close())

async function must(doing: Promise<unknown>): Promise<void> {
  const done = await doing
  if (isRefusal(done)) throw new Error(`refused: ${JSON.stringify(done)}`)
}

type Person = { id: string; given: string }
type Concern = { id: string; person: string; cause: string; ended_at: string | null }

async function idOf(given: string): Promise<string> {
  const people = await rowsOf<Person>(t, 'people')
  return people.find(one => one.given === given)?.id ?? ''
}

async function tried(given: string, outcome: string): Promise<void> {
  const member = memberId(round, await idOf(given))
  const said = { needs: [], note: '', promisedAt: null, happenedAt: null, scriptVersion: null }
  const input = { attempt: newId(), member, channel: 'call', contactPoint: null, outcome, ...said }
  await must(act(t.node, t.system, recordAttempt, { id: newId(), input }))
}

async function concernsOf(given: string): Promise<readonly Concern[]> {
  const person = await idOf(given)
  return (await rowsOf<Concern>(t, 'concerns')).filter(one => one.person === person)
}

const told = async () => (await rowsOf<{ kind: string }>(t, 'events')).filter(isWorry).length
const isWorry = ({ kind }: { kind: string }) => kind === 'concerns.WorryTold'

test('on oxygen, the second try without an answer is a concern; a third adds nothing', async () => {
  await tried('Ann', 'no_answer')
  expect(await concernsOf('Ann')).toEqual([])
  await tried('Ann', 'technical_fault')
  expect(await concernsOf('Ann')).toEqual([])
  await tried('Ann', 'voicemail_left')
  expect(await concernsOf('Ann')).toMatchObject([{ cause: 'no-answer', ended_at: null }])
  const before = await told()
  await tried('Ann', 'no_answer')
  expect(await told()).toBe(before)
})

test('once the desk has ended it, the count begins again', async () => {
  const [concern] = await concernsOf('Ann')
  const evidence = { ending: 'seen-and-safe', evidence: 'Seen at the door', confirmedBy: 'A Hill' }
  const input = { concern: concern?.id, ...evidence }
  await must(act(t.node, t.system, endConcern, { id: newId(), input }))
  await tried('Ann', 'no_answer')
  expect((await concernsOf('Ann')).filter(one => one.ended_at === null)).toEqual([])
  await tried('Ann', 'no_answer')
  expect((await concernsOf('Ann')).filter(one => one.ended_at === null)).toHaveLength(1)
})

test('at risk by age alone, it takes the usual tries; others have no concern', async () => {
  for (const given of ['Bob', 'Cat']) {
    for (let nth = 0; nth < 2; nth++) await tried(given, 'no_answer')
  }
  expect(await concernsOf('Cat')).toEqual([])
  for (const given of ['Bob', 'Cat']) await tried(given, 'no_answer')
  expect(await concernsOf('Cat')).toMatchObject([{ cause: 'no-answer' }])
  expect(await concernsOf('Bob')).toEqual([])
})

test('rebuilding gives the same concerns', async () => {
  const who = { council, actor: t.system.id }
  expect((await compareRebuild(t.node.store, t.node.registry, who)).differences).toEqual([])
})
