// Is a held row decided once, by whoever asked, about somebody whom the page offered?
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Actor } from '../../access/index.ts'
import { newId } from '../../kernel/ids.ts'
import { council, makeTestNode, type TestNode } from '../../testing/make-node.ts'
import { spl } from '../domain/profiles/index.ts'
import { decideHeld } from './decide-held.ts'
import { keepFile } from './files.ts'
import { importList } from './import-list.ts'
import { loadFile } from './load.ts'
import { previewFile } from './preview.ts'

let t: TestNode
let ruth: Actor
let amir: Actor
beforeAll(async () => {
  t = await makeTestNode()
  ruth = await t.actorWith('hub-manager')
  amir = await t.actorWith('hub-manager')
  await importList(t.node, t.system, { profile: spl, name: 'SPL.csv', chunks: chunksOf(text) })
})
afterAll(() => t.close())

const names = spl.columns.map(({ name }) => name)
type Cells = Readonly<Record<string, string>>
const ann: Cells = {
  Traced_NHSNUMBER: '9990487715',
  PatientFirstName: 'Ann',
  PatientSurname: 'Ellison',
  DateOfBirth: '19480917',
}
const walter: Cells = { ...ann, Traced_NHSNUMBER: '9991042687', PatientFirstName: 'Walter' }
/** Ann again in other words: may be her. */
const again: Cells = { ...ann, DateOfBirth: '19480918' }
const text = fileOf(ann, walter, again)

function fileOf(...rows: Cells[]): string {
  const lines = rows.map(row => names.map(name => row[name] ?? '').join(','))
  return [names.join(','), ...lines, ''].join('\n')
}

async function* chunksOf(file: string) {
  yield new TextEncoder().encode(file)
}

function rows<T>(table: string): Promise<T[]> {
  return t.node.store.transaction({ council, actor: t.system.id }, tx =>
    tx
      .selectFrom(table as never)
      .selectAll()
      .execute(),
  ) as Promise<T[]>
}

type Entry = { id: string; state: string; candidates: string[]; person: string | null }
const held = async () => (await rows<Entry>('list_entries')).find(({ state }) => state === 'held')
const person = async (given: string) =>
  (await rows<{ id: string; given: string }>('people')).find(one => one.given === given)?.id ?? ''

test('only somebody whom the row may be about can be the answer', async () => {
  const entry = (await held())?.id ?? ''
  const answer = { id: newId(), entry, decision: 'same-person' as const }
  const stranger = { ...answer, person: await person('Walter') }
  expect(await decideHeld(t.node, ruth, stranger)).toEqual({ refused: 'not-found' })
  const nobody = { ...answer, person: newId() }
  expect(await decideHeld(t.node, ruth, nobody)).toEqual({ refused: 'not-found' })
  expect((await held())?.id).toBe(entry)
})

test('a decision sent twice is taken once; with other content or actor it is refused', async () => {
  const entry = (await held())?.id ?? ''
  const answer = { id: newId(), entry, decision: 'leave-out' as const, person: null }
  expect(await decideHeld(t.node, ruth, answer)).toBeUndefined()
  expect(await decideHeld(t.node, ruth, answer)).toBeUndefined()
  const other = { ...answer, decision: 'load' as const }
  expect(await decideHeld(t.node, ruth, other)).toEqual({ refused: 'id-reuse' })
  expect(await decideHeld(t.node, amir, answer)).toEqual({ refused: 'id-reuse' })
})

test('a load sent twice is done once; the id of one file does not load another', async () => {
  const load = await waiting(fileOf(ann))
  const first = await loadFile(t.node, ruth, load)
  expect(first).toMatchObject({ isNew: true })
  expect(await loadFile(t.node, ruth, load)).toEqual({ ...first, isNew: false })
  expect(await loadFile(t.node, amir, load)).toEqual({ refused: 'id-reuse' })
  const other = { ...(await waiting(fileOf(walter))), id: load.id }
  expect(await loadFile(t.node, ruth, other)).toEqual({ refused: 'id-reuse' })
  expect(await rows('list_versions')).toHaveLength(2)
})

async function waiting(file: string) {
  const arriving = { profile: spl, name: 'SPL.csv', chunks: chunksOf(file) }
  const kept = await keepFile(t.node, ruth, arriving)
  if ('problem' in kept) throw new Error(kept.problem)
  const preview = await previewFile({ node: t.node, actor: ruth }, kept)
  if ('problem' in preview) throw new Error(preview.problem)
  return { id: newId(), file: kept.id, digest: preview.digest }
}
