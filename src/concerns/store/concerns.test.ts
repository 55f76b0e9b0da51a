// One concern for each person: told twice, joined, parted, erased, and ended with evidence.
import { sql } from 'kysely'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { act, compareRebuild, verifyCouncil } from '../../events/index.ts'
import { type Id, newId } from '../../kernel/ids.ts'
import { erasePerson, mergePeople, unmergePeople } from '../../people/index.ts'
import { council, makeTestNode, type TestNode } from '../../testing/make-node.ts'
import { addPeople, addSmallDistrict, personId } from '../../testing/small-district.ts'
import { endConcern, recordStep, takeConcern } from '../domain/handle-concern.ts'
import { tellWorry } from '../domain/tell-worry.ts'

let t: TestNode
beforeAll(async () => {
  t = await makeTestNode()
  await addSmallDistrict(t)
})
afterAll(() => t.close())

let nth = 0
let ivy: Id
let dot: Id
beforeEach(async () => {
  nth += 1
  await addPeople(t, [{ given: `Ivy ${nth}` }, { given: `Dot ${nth}` }])
  ivy = personId(`Ivy ${nth}`)
  dot = personId(`Dot ${nth}`)
})

type Row = { id: Id; person: Id; isOpen: boolean; isDanger: boolean; isAnswered: boolean }
function rows(...people: Id[]): Promise<Row[]> {
  return t.node.store.transaction({ council, actor: t.system.id }, async tx => {
    const found = await sql<Row>`select id, person, ended_at is null as "isOpen",
        is_danger as "isDanger", answered_at is not null as "isAnswered"
      from concerns where person = any (${people}::uuid[]) order by opened_seq`.execute(tx)
    return found.rows
  })
}

async function worry(person: Id, isDanger = false): Promise<Id> {
  const id = newId()
  const input = { worry: id, person, isDanger, words: 'The curtains stay shut' }
  expect(await act(t.node, t.system, tellWorry, { id, input })).toHaveProperty('outcome')
  return id
}
const evidence = { evidence: 'Seen at her door', confirmedBy: 'PC 123' }
const end = (concern: Id, more: object = {}) =>
  act(t.node, t.system, endConcern, {
    id: newId(),
    input: { concern, ending: 'seen-and-safe', ...evidence, ...more },
  })
const join = (from: Id, into: Id) =>
  act(t.node, t.system, mergePeople, { id: newId(), input: { from, into } })
const part = (from: Id) =>
  act(t.node, t.system, unmergePeople, { id: newId(), input: { from, keepApart: false } })

test('a second worry adds to the concern that is open, also with the other record', async () => {
  const first = await worry(ivy)
  await worry(ivy)
  await join(dot, ivy)
  await worry(dot)
  expect(await rows(ivy, dot)).toMatchObject([{ id: first, isOpen: true }])
})

test('danger told of a concern in hand must be answered anew', async () => {
  const concern = await worry(ivy)
  const take = () => act(t.node, t.system, takeConcern, { id: newId(), input: { concern } })
  await take()
  expect(await rows(ivy)).toMatchObject([{ isDanger: false, isAnswered: true }])
  expect(await take()).toEqual({ refused: 'already-done' })
  await worry(ivy, true)
  expect(await rows(ivy)).toMatchObject([{ id: concern, isDanger: true, isAnswered: false }])
  expect(await take()).toHaveProperty('outcome')
})

test('two open concerns of records that are joined end together, and neither before', async () => {
  const one = await worry(ivy)
  const other = await worry(dot)
  await join(dot, ivy)
  expect((await rows(ivy, dot)).every(row => row.isOpen)).toBe(true)
  await end(other)
  expect(await rows(ivy, dot)).toMatchObject([
    { id: one, isOpen: false },
    { id: other, isOpen: false },
  ])
})

test('told while two were joined, both keep a concern once they are parted', async () => {
  await join(dot, ivy)
  await worry(ivy)
  await part(dot)
  expect(await rows(ivy)).toMatchObject([{ isOpen: true }])
  expect(await rows(dot)).toMatchObject([{ isOpen: true }])
})

test('what was ended as another person’s is open again for whom it was told of', async () => {
  await worry(dot)
  await join(dot, ivy)
  const [open] = await rows(dot)
  await end(open?.id ?? '')
  await part(dot)
  expect(await rows(dot)).toMatchObject([{ isOpen: false }, { isOpen: true }])
  expect(await rows(ivy)).toEqual([])
})

test('not reached is no ending, and nothing ends without evidence', async () => {
  const concern = await worry(ivy)
  expect(await end(concern, { ending: 'unreachable' })).toMatchObject({ refused: 'invalid' })
  expect(await end(concern, { ending: 'no-answer' })).toMatchObject({ refused: 'invalid' })
  expect(await end(concern, { evidence: ' ' })).toMatchObject({ refused: 'invalid' })
  expect(await end(concern, { confirmedBy: '' })).toMatchObject({ refused: 'invalid' })
  expect(await rows(ivy)).toMatchObject([{ isOpen: true }])
})

test('erased, no word is left, and the concern is still open until somebody ends it', async () => {
  const concern = await worry(ivy)
  const step = { concern, step: 'family', result: 'done', words: 'Her son has the key' }
  await act(t.node, t.system, recordStep, { id: newId(), input: step })
  await act(t.node, t.system, erasePerson, { id: newId(), input: { person: ivy } })
  const said = await t.node.store.transaction({ council, actor: t.system.id }, async tx => {
    const found = await sql<{ said: string | null }>`
      select words as said from worries where person = ${ivy}
      union all select words from concern_steps where person = ${ivy}`.execute(tx)
    return found.rows
  })
  expect(said).toEqual([{ said: null }, { said: null }])
  expect(await rows(ivy)).toMatchObject([{ isOpen: true }])
  expect(await end(concern, { ending: 'has-died' })).toHaveProperty('outcome')
})

test('the record gives the same rows, and the checks hold once somebody answers', async () => {
  const who = { council, actor: t.system.id }
  expect((await compareRebuild(t.node.store, t.node.registry, who)).differences).toEqual([])
  const wrongOf = async () => (await verifyCouncil(t.node, council)).flatMap(one => one.wrong)
  expect(await wrongOf()).toEqual([expect.stringContaining('open concerns have nobody')])
  await t.actorWith('officer')
  expect(await wrongOf()).toEqual([])
})
