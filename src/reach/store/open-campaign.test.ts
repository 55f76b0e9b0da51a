// Can a campaign be opened for more members than one append to the record holds?
import { afterAll, beforeAll, expect, test } from 'vitest'
import { act, compareRebuild } from '../../events/index.ts'
import { idFrom, newId } from '../../kernel/ids.ts'
import { addPlaces } from '../../places/index.ts'
import { council, makeTestNode, type TestNode } from '../../testing/make-node.ts'
import { addSmallDistrict, street, village } from '../../testing/small-district.ts'
import { openCampaign } from '../domain/open-campaign.ts'
import { startRound } from '../domain/start-round.ts'

let t: TestNode
beforeAll(async () => {
  t = await makeTestNode()
  await addSmallDistrict(t)
  for (let from = 0; from < homes; from += homesPerCommand) {
    const dwellings = Array.from({ length: homesPerCommand }, (_, at) => homeOf(from + at))
    await act(t.node, t.system, addPlaces, { id: newId(), input: { places: [], dwellings } })
  }
})
afterAll(() => t.close())

const homes = 6_000
const homesPerCommand = 1_000
const who = { council, actor: newId() }

const homeOf = (n: number) => ({
  id: idFrom('test', 'home', String(n)),
  street,
  uprn: null,
  address: `${n} Mill Lane`,
  postcode: 'CB24 8RX',
})

function membersOf(round: string): Promise<number> {
  return t.node.store.transaction(who, async tx => {
    const found = await tx
      .selectFrom('members')
      .select(eb => eb.fn.countAll<string>().as('n'))
      .where('round', '=', round)
      .executeTakeFirstOrThrow()
    return Number(found.n)
  })
}

test('six thousand homes join at the opening and again with the next round', async () => {
  const rule = { lists: [], places: [village], withFlags: [], withoutFlags: [] }
  const ids = { campaign: newId(), round: newId() }
  const about = { title: 'River rising', purpose: 'Every home', pack: 'winter-welfare' }
  const answerable = (await t.actorWith('officer')).id
  const input = { ...ids, ...about, memberKind: 'dwelling', rule, answerable }
  const request = { id: newId(), input }
  expect(await act(t.node, t.system, openCampaign, request)).toMatchObject({ outcome: 'accepted' })
  expect(await membersOf(ids.round)).toBe(homes)
  expect(await act(t.node, t.system, openCampaign, request)).toMatchObject({ outcome: 'repeated' })
  const next = { campaign: ids.campaign, round: newId(), number: 2 }
  const done = await act(t.node, t.system, startRound, { id: newId(), input: next })
  expect(done).toMatchObject({ outcome: 'accepted' })
  expect(await membersOf(next.round)).toBe(homes)
})

test('rebuilding from the log gives the same members', async () => {
  const compared = await compareRebuild(t.node.store, t.node.registry, who)
  expect(compared.differences).toEqual([])
})
