// Who lives at a door, what is said before knocking, and what the box shows while somebody types.
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { RoleName } from '../../access/index.ts'
import { act } from '../../events/index.ts'
import { newId } from '../../kernel/ids.ts'
import { council, makeTestNode, type TestNode } from '../../testing/make-node.ts'
import { signedIn } from '../../testing/request.ts'
import {
  addPeople,
  addSmallDistrict,
  memberOf,
  openTestCampaign,
  otherVillage,
  personId,
  village,
} from '../../testing/small-district.ts'
import { raiseFlag } from '../index.ts'
import { fillSome } from '../store/fill-words.ts'
import { writePaused } from '../store/search-runs.ts'

let t: TestNode
const home = newId()
const door = `/households/${home}`

beforeAll(async () => {
  t = await makeTestNode()
  await addSmallDistrict(t)
  const both = [{ given: 'Joan' }, { given: 'Arthur' }, { given: 'Zelda' }]
  await addPeople(t, both)
  await openTestCampaign(t, both)
  const ids = both.map(one => personId(one.given))
  await query(sql`update people set household = ${home} where id = any (${ids}::uuid[])`)
  for (const [given, flag] of [
    ['Joan', 'visit-in-pairs'],
    ['Arthur', 'hard-of-hearing'],
    ['Zelda', 'deceased-reported'],
  ]) {
    const input = { person: personId(given ?? ''), flag, source: 'call', note: '' }
    await act(t.node, t.system, raiseFlag, { id: newId(), input })
  }
})
afterAll(() => t.close())

const as = async (role: RoleName, place: string | null = null) =>
  signedIn(t, await t.actorWith(role, place))
const query = <Row>(asked: ReturnType<typeof sql<Row>>) =>
  t.node.store.transaction({ council, actor: newId() }, async tx => (await asked.execute(tx)).rows)

test('the page of a door says what to know before knocking, then who lives there', async () => {
  const html = await (await (await as('village-coordinator', village)).get(door)).text()
  expect(html).toContain('Go with two people. (Joan Pratt)')
  expect(html).toContain('knock loudly, face them, speak slowly. (Arthur Pratt)')
  expect(html).toContain('Do not ask for Zelda Pratt.')
  expect(html.indexOf('Go with two')).toBeLessThan(html.indexOf('href="tel:'))
  expect(html).toContain('01632 960142')
  expect(html).not.toMatch(/<title>[^<]*Pratt/)
  const looks = await query(sql`select 1 from reads where route = '/households/:id'
    and subjects @> ${[personId('Joan'), personId('Arthur')]}::uuid[]`)
  expect(looks).toHaveLength(1)
})

test('who may see nobody of a household is told that there is none', async () => {
  expect((await (await as('village-coordinator', otherVillage)).get(door)).status).toBe(404)
  expect((await (await as('officer')).get(`/households/${newId()}`)).status).toBe(404)
})

test('one press at the door is a try, and leads back to the door', async () => {
  const visitor = await as('village-coordinator', village)
  const at = `/call/${memberOf('Joan')}/door`
  const tries = { attempt: newId(), outcome: 'no_answer', to: door }
  const saved = await visitor.post(at, tries)
  expect(saved.headers.get('location')).toBe(`${door}?saved=door`)
  const tried = await query(sql`select channel, outcome from attempts
    where member = ${memberOf('Joan')} and channel = 'doorstep'`)
  expect(tried).toEqual([{ channel: 'doorstep', outcome: 'no_answer' }])
  expect((await visitor.post(at, { outcome: 'anything' })).status).not.toBe(303)
})

test('somebody else at the door starts with its address', async () => {
  const html = await (await (await as('officer')).get(`/people/add?home=${home}`)).text()
  expect(html).toContain('value="12 Mill Lane"')
  expect(html).toContain('value="CB24 8RX"')
})

test('what the box shows while somebody types becomes one line of who looked', async () => {
  const typist = await as('officer')
  for (const q of ['jo', 'joa', 'joan', 'joan pr']) {
    const html = await (await typist.get(`/find/hits?in=top&q=${encodeURIComponent(q)}`)).text()
    expect(html).toContain(`/people/${personId('Joan')}`)
    expect(html).not.toContain('<html')
  }
  const looked = () =>
    query<{ subjects: string[] }>(sql`select subjects from reads
      where what = 'search' and ${personId('Joan')} = any (subjects)`)
  const before = (await looked()).length
  t.clock.turnTo(t.clock.now() + 999)
  expect(await writePaused(t.node, council)).toBe(0)
  t.clock.turnTo(t.clock.now() + 1)
  expect(await writePaused(t.node, council)).toBe(1)
  expect(await writePaused(t.node, council)).toBe(0)
  expect(await looked()).toHaveLength(before + 1)
})

test.each(['j', '%', '_', '%%', "'", '"', '😀', '\u202e', '\0'])(
  'typing %j finds nobody and says what to do',
  async q => {
    const found = await (await as('officer')).get(`/find/hits?q=${encodeURIComponent(q)}`)
    expect(found.status).toBe(200)
    expect(await found.text()).not.toContain('/people/')
  },
)

test.each(['محمد', 'x'.repeat(300), '\ud800', '李', 'O’Brien', '<script>'])(
  'typing %j is answered',
  async q => {
    const typed = encodeURIComponent(q.toWellFormed())
    for (const path of ['/find', '/find/hits']) {
      expect((await (await as('officer')).get(`${path}?q=${typed}`)).status).toBe(200)
    }
  },
)

test('people of before their words were kept are found once a server has run', async () => {
  await query(sql`update people set words = null where id = ${personId('Arthur')}`)
  expect(await fillSome(t.node, council)).toBe(1)
  expect(await fillSome(t.node, council)).toBe(0)
  const html = await (await (await as('officer')).get('/find?q=arthur')).text()
  expect(html).toContain(`/people/${personId('Arthur')}`)
})
