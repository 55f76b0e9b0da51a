// A list goes on while two records are one by mistake: parted, each has what the list says of it.
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { act, compareRebuild } from '../../events/index.ts'
import { registerHolds } from '../../events/verify-log.ts'
import { newId } from '../../kernel/ids.ts'
import { isRefusal } from '../../kernel/refusal.ts'
import { erasePerson, mergePeople, unmergePeople } from '../../people/index.ts'
import { openCampaign } from '../../reach/index.ts'
import { listFile, loadFileOf, someone } from '../../testing/loading-lists.ts'
import { council, makeTestNode, type TestNode } from '../../testing/make-node.ts'
import { addPeople, addSmallDistrict, personId } from '../../testing/small-district.ts'

let t: TestNode
const who = { council, actor: newId() }
beforeAll(async () => {
  t = await makeTestNode()
  await addSmallDistrict(t)
})
afterAll(() => t.close())

const rows = <Row>(query: ReturnType<typeof sql<Row>>) =>
  t.node.store.transaction(who, async tx => [...(await query.execute(tx)).rows])
const does = async (command: Parameters<typeof act>[2], input: unknown) => {
  t.clock.turnTo(t.clock.now() + 1000)
  const done = await act(t.node, t.system, command, { id: newId(), input })
  expect(isRefusal(done) ? done : 'done').toBe('done')
}

type Row = { address: string; postcode: string; words: string; phones: string[] }
const said = async (id: string) =>
  (
    await rows<Row>(sql`select address, postcode, words,
      array(select value from contact_points k where k.belongs_to = p.id order by value) as phones
      from people p where id = ${id}`)
  )[0]

test('what a list said meanwhile goes to whom it had before, phones too', async () => {
  await addPeople(t, [{ given: 'Hand' }])
  const hand = personId('Hand')
  await loadFileOf(t, listFile([someone(1, { DateOfBirth: '' })]))
  const [listed] = await rows<{ person: string }>(sql`select person from list_entries`)
  const from = listed?.person ?? ''
  const before = await said(hand)
  const own = await said(from)
  await does(mergePeople, { from, into: hand })
  const moved = { PatientAddress_Line1: '9 Fen Road', landline: '01632 960177', DateOfBirth: '' }
  await loadFileOf(t, listFile([someone(1, moved)]))
  expect((await said(hand))?.address).toContain('9 Fen Road')
  await openSpl()
  expect(await membersOf(hand)).toBe(1)
  await does(unmergePeople, { from, note: 'Two people' })
  expect(await said(hand)).toEqual(before)
  const after = await said(from)
  expect(after?.address).toContain('9 Fen Road')
  expect(after?.phones.length).toBeGreaterThanOrEqual(own?.phones.length ?? 0)
  const [entry] = await rows<{ person: string }>(sql`select person from list_entries`)
  expect(entry?.person).toBe(from)
  expect(await membersOf(from)).toBe(1)
  expect(await rows(sql`select 1 from strays`)).toEqual([])
  expect((await compareRebuild(t.node.store, t.node.registry, who)).differences).toEqual([])
})

async function openSpl() {
  const rule = { lists: ['spl'], places: [], withFlags: [], withoutFlags: [] }
  const words = { title: 'Spring', purpose: 'Reaching people', answerable: t.system.id }
  const ids = { campaign: newId(), round: newId() }
  await does(openCampaign, { ...ids, ...words, pack: 'pandemic', memberKind: 'person', rule })
}

const membersOf = async (id: string) =>
  (await rows(sql`select 1 from members where subject = ${id}`)).length

test('erased after a parting, no word of theirs is left under the other', async () => {
  const [listed] = await rows<{ person: string }>(sql`select person from list_entries`)
  await does(erasePerson, { person: listed?.person ?? '' })
  const kept = await rows<{ words: unknown }>(sql`select words from register`)
  expect(JSON.stringify(kept)).not.toContain('9 Fen Road')
  const held = await t.node.store.transaction(who, tx =>
    registerHolds.run(tx, council, new Date(t.clock.now())),
  )
  expect(held.wrong).toEqual([])
  expect((await compareRebuild(t.node.store, t.node.registry, who)).differences).toEqual([])
})
