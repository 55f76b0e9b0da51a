// Can everything that happens at a door be recorded, of one of the household or of both?
import { afterEach, beforeEach, expect, test } from 'vitest'
import { ask } from '../../../tests/guards/database.ts'
import type { Actor } from '../../access/index.ts'
import { act } from '../../events/index.ts'
import { idFrom, newId } from '../../kernel/ids.ts'
import { raiseFlag } from '../../people/index.ts'
import { makeTestNode, type TestNode } from '../../testing/make-node.ts'
import { type SignedIn, signedIn } from '../../testing/request.ts'
import {
  addPeople,
  addSmallDistrict,
  memberOf,
  openTestCampaign,
  otherVillage,
  personId,
  village,
} from '../../testing/small-district.ts'

let t: TestNode
let coordinator: SignedIn
const household = idFrom('test', 'household')
const here = `/households/${household}`
const people = ['Joan', 'Arthur'].map(given => ({ given }))
beforeEach(async () => {
  t = await makeTestNode()
  await addSmallDistrict(t)
  await addPeople(t, people)
  await ask(t.adminUrl, `update doorstep.people set household = '${household}'`)
  await openTestCampaign(t, people, 'flood')
  const actor: Actor = await t.actorWith('village-coordinator', village)
  coordinator = await signedIn(t, actor)
})
afterEach(() => t.close())

const html = async (path: string) => (await coordinator.get(path)).text()
const at = (given: string) => `/call/${memberOf(given)}/door`
const tries = () =>
  ask<{ given: string; outcome: string; channel: string }>(
    t.adminUrl,
    `select p.given, a.outcome, a.channel from doorstep.attempts a
      join doorstep.people p on p.id = a.subject order by p.given`,
  )
const sent = () => ({ command: newId(), attempt: newId(), to: here })

test('the page of a home has one press for each, and for both', async () => {
  const page = await html(here)
  expect(page).toContain('Both of them')
  expect(page.match(/No answer at the door/g)).toHaveLength(3)
  expect(page.match(/>Refuses to leave</g)).toHaveLength(3)
  expect(page.match(/Something else happened/g)).toHaveLength(2)
})

test('said of both, it is recorded of each, once, however often it is sent', async () => {
  const form = { ...sent(), who: 'all', outcome: 'no_answer' }
  for (const _ of [1, 2]) {
    const done = await coordinator.post(at('Joan'), form)
    expect(done.headers.get('location')).toBe(`${here}?saved=door`)
  }
  expect(await tries()).toEqual([
    { given: 'Arthur', outcome: 'no_answer', channel: 'doorstep' },
    { given: 'Joan', outcome: 'no_answer', channel: 'doorstep' },
  ])
})

test('said of one it is of that one alone, and then nobody asks for both', async () => {
  const form = { ...sent(), who: memberOf('Arthur'), outcome: 'staying' }
  await coordinator.post(at('Joan'), form)
  expect(await tries()).toEqual([{ given: 'Arthur', outcome: 'staying', channel: 'doorstep' }])
  expect(await html(here)).not.toContain('Both of them')
})

test('whose contact was stopped is not one of both', async () => {
  const input = { person: personId('Arthur'), flag: 'deceased-reported', source: 'call', note: '' }
  await act(t.node, t.system, raiseFlag, { id: newId(), input })
  expect(await html(here)).not.toContain('Both of them')
  await coordinator.post(at('Joan'), { ...sent(), who: 'all', outcome: 'no_answer' })
  expect((await tries()).map(({ given }) => given)).toEqual(['Joan'])
})

test('every answer of the pack is offered, and asks for what it needs', async () => {
  const page = await html(`${at('Joan')}?to=${encodeURIComponent(here)}`)
  for (const words of ['Could not get there', 'In hospital', 'Interpreter needed', 'Left a card']) {
    expect(page).toContain(words)
  }
  expect(page).not.toContain('Nobody lives here')
  const away = { ...sent(), who: memberOf('Joan'), outcome: 'away_until', note: 'At her son’s' }
  const again = await coordinator.post(at('Joan'), away)
  expect(again.status).toBe(422)
  const text = await again.text()
  expect(text).toContain('href="#until"')
  expect(text).toContain('At her son’s')
  const right = await coordinator.post(at('Joan'), { ...away, until: '2026-04-10' })
  expect(right.status).toBe(303)
  expect(await ask(t.adminUrl, `select until from doorstep.members where reason = 'away'`)).toEqual(
    [{ until: new Date('2026-04-10T08:00:00.000Z') }],
  )
})

test('where somebody went must be said; nothing chosen is asked for', async () => {
  const where = await coordinator.post(at('Joan'), { ...sent(), who: 'all', outcome: 'gone_to' })
  expect(await where.text()).toContain('Say in the note where they are going')
  const nothing = await coordinator.post(at('Joan'), { ...sent(), who: 'nobody', outcome: 'x' })
  const text = await nothing.text()
  expect(text).toContain('Choose what happened')
  expect(text).toContain('Choose of whom you say it')
  expect(await tries()).toEqual([])
})

test('who refuses to leave is with the desk at once, and the round is told so', async () => {
  const form = { ...sent(), who: memberOf('Joan'), outcome: 'refuses_to_leave' }
  const done = await coordinator.post(at('Joan'), form)
  expect(done.headers.get('location')).toContain(`/people/${personId('Joan')}/worry`)
  expect(await ask(t.adminUrl, 'select count(*)::int as n from doorstep.worries')).toEqual([
    { n: 1 },
  ])
})

test('somebody of another village finds no such door', async () => {
  const other = await signedIn(t, await t.actorWith('village-coordinator', otherVillage))
  expect((await other.get(at('Joan'))).status).toBe(404)
  const form = { ...sent(), who: 'all', outcome: 'no_answer' }
  expect((await other.post(at('Joan'), form)).status).toBe(404)
})
