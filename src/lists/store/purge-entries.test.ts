// What a list said is kept no longer than its kind may be: the words go, the figures stay.
import { afterAll, beforeAll, expect, test } from 'vitest'
import { compareRebuild, verifyCouncil } from '../../events/index.ts'
import { dayMs } from '../../kernel/clock.ts'
import { newId } from '../../kernel/ids.ts'
import { listFile, loadFileOf, rowsOf, someone } from '../../testing/loading-lists.ts'
import { council, makeTestNode, type TestNode } from '../../testing/make-node.ts'
import { type SignedIn, signedIn } from '../../testing/request.ts'
import { listTypes } from '../domain/list-types.ts'
import { importList } from './import-list.ts'
import { purgeEntriesOf } from './purge-entries.ts'

let t: TestNode
let ruth: SignedIn
let first = ''
beforeAll(async () => {
  t = await makeTestNode()
  const people = [1, 2, 3].map(n => someone(n))
  first = (await loadFileOf(t, listFile([...people, someone(4, { DateOfBirth: '12/11/48' })])))
    .version as string
  await loadFileOf(t, listFile(people.slice(0, 2)))
})
afterAll(() => t.close())

const comeBack = async () => {
  ruth = await signedIn(t, await t.actorWith('hub-manager'))
}
const page = async (path: string) => (await ruth.get(path)).text()
type Kept = { list: string; state: string; facts: unknown; raw: unknown; last_version: string }
const entries = () => rowsOf<Kept>(t, 'list_entries')
const words = async () => {
  const kept = await rowsOf<{ words: object | null }>(t, 'register')
  return kept.filter(row => row.words && 'raw' in row.words).length
}

test('whoever is on the list is kept, however long that is', async () => {
  t.clock.turnTo(t.clock.now() + (listTypes.spl.entryKeptDays - 1) * dayMs)
  expect(await purgeEntriesOf(t.node, council)).toBe(0)
  expect(await words()).toBe(4)
})

test('whoever left it long ago is purged, once, and the figures stay', async () => {
  t.clock.turnTo(t.clock.now() + 2 * dayMs)
  const done = await Promise.all([1, 2].map(() => purgeEntriesOf(t.node, council)))
  expect(Math.max(...done)).toBe(2)
  expect(await purgeEntriesOf(t.node, council)).toBe(0)
  const gone = (await entries()).filter(({ state }) => state === 'purged')
  expect(gone).toHaveLength(2)
  for (const { facts, raw, last_version } of gone) {
    expect([facts, raw, last_version]).toEqual([null, null, first])
  }
  expect(await words()).toBe(2)
  await comeBack()
  const html = await page(`/lists/versions/${first}`)
  expect(html).toContain('as its time was over: 2 rows. The figures stay')
  expect(html).toContain('/rows"><span class="ds-sum__n">4<')
  expect(await page('/lists')).toContain('What its rows said is purged')
  const events = await rowsOf<{ kind: string }>(t, 'events')
  expect(events.filter(({ kind }) => kind === 'lists.EntriesPurged')).toHaveLength(1)
})

test('a purged row waits for nobody any more, and its page shows none of it', async () => {
  expect(await page('/lists/held')).not.toContain('two digits')
  const [row] = (await rowsOf<{ entry: string; version: string; row: number }>(t, 'list_rows'))
    .filter(({ version }) => version === first)
    .sort((a, b) => b.row - a.row)
  const answer = await ruth.get(`/lists/entries/${row?.entry}`)
  expect(answer.status).toBe(200)
  expect(await answer.text()).not.toContain('12/11/48')
})

test('of a list that brings only what is new, whom nothing else names is asked about', async () => {
  const text = [
    'First name,Surname,d.o.b,Help Request Type,Postcode,Phone number',
    'Nora,Vale,04/05/1951,Link Work,CB24 8RX,07700 900555',
    '',
  ].join('\n')
  const chunks = (async function* () {
    yield new TextEncoder().encode(text)
  })()
  const loaded = await importList(t.node, t.system, { name: 'requests.csv', chunks })
  expect(loaded).toMatchObject({ counts: { accepted: 1 }, preview: { list: 'generic' } })
  expect(await page('/lists/basis')).not.toContain('Nora')
  t.clock.turnTo(t.clock.now() + (listTypes.generic.entryKeptDays + 1) * dayMs)
  expect(await purgeEntriesOf(t.node, council)).toBe(1)
  await comeBack()
  const html = await page('/lists/basis')
  expect(html).toContain('Nora')
  expect(html).toContain('No longer kept of')
})

test('verify holds, and rebuilding from the record gives the same rows', async () => {
  const wrong: string[] = []
  await verifyCouncil(t.node, council, one => wrong.push(...one.wrong))
  expect(wrong).toEqual([])
  const who = { council, actor: newId() }
  const compared = await compareRebuild(t.node.store, t.node.registry, who)
  expect(compared.differences).toEqual([])
})
