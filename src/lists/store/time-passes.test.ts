// What becomes of a list as time passes: who must decide and when, and what happens to the file?
import { afterAll, beforeAll, expect, test } from 'vitest'
import { compareRebuild } from '../../events/index.ts'
import { dayMs } from '../../kernel/clock.ts'
import { newId } from '../../kernel/ids.ts'
import { council, makeTestNode, type TestNode } from '../../testing/make-node.ts'
import { type SignedIn, signedIn } from '../../testing/request.ts'
import { spl } from '../domain/profiles/index.ts'
import { decideHeld } from './decide-held.ts'
import { destroyFilesOf } from './destroy-files.ts'
import { importList } from './import-list.ts'

let t: TestNode
let ruth: SignedIn
let version = ''
beforeAll(async () => {
  t = await makeTestNode()
  ruth = await signedIn(t, await t.actorWith('hub-manager'))
  const chunks = chunksOf(
    fileOf(['9990487715', 'Ann', '19480917'], ['9990000018', 'Rose', '12/11/48']),
  )
  const loaded = await importList(t.node, t.system, { profile: spl, name: 'SPL.csv', chunks })
  if (!('counts' in loaded)) throw new Error(JSON.stringify(loaded))
  version = loaded.version ?? ''
})
afterAll(() => t.close())

function fileOf(...people: string[][]): string {
  const header = spl.columns.map(({ name }) => name)
  const rows = people.map(([nhs = '', given = '', born = '']) => {
    const cells: Record<string, string> = { Traced_NHSNUMBER: nhs, DateOfBirth: born }
    const said = { ...cells, PatientFirstName: given, PatientSurname: 'Ellison' }
    return header.map(name => (said as Record<string, string>)[name] ?? '').join(',')
  })
  return [header.join(','), ...rows, ''].join('\n')
}

async function* chunksOf(file: string) {
  yield new TextEncoder().encode(file)
}

const who = { council, actor: newId() }
const rows = <T>(table: string) =>
  t.node.store.transaction(who, tx =>
    tx
      .selectFrom(table as never)
      .selectAll()
      .execute(),
  ) as Promise<T[]>
const pageOf = async (path: string) => (await ruth.get(path)).text()

test('a list loaded by command waits for a hub manager of the council, by name', async () => {
  const html = await pageOf(`/lists/versions/${version}`)
  expect(html).toContain('by Doorstep')
  expect(html).toContain('<dd>Test hub-manager</dd>')
  expect(html).not.toContain('<td>Doorstep</td>')
})

test('a held row whose time has passed is a gap with an owner and in the menu', async () => {
  expect(await pageOf('/gaps')).not.toContain('should be decided by now')
  expect(await pageOf('/lists')).not.toContain('Lists (1 late)')
  t.clock.turnTo(t.clock.now() + 5 * dayMs)
  ruth = await signedIn(t, await t.actorWith('hub-manager'))
  const gaps = await pageOf('/gaps')
  expect(gaps).toContain('1 row of lists should be decided by now')
  expect(gaps).toContain('Test hub-manager')
  expect(await pageOf('/lists')).toContain('Lists (1 late)')
  const handler = await signedIn(t, await t.actorWith('call-handler'))
  expect(await (await handler.get('/gaps')).text()).not.toContain('(1 late)')
})

test('the result says how many were decided since, so that its figures agree', async () => {
  expect(await pageOf(`/lists/versions/${version}`)).not.toContain('decided since')
  const entries = await rows<{ id: string; state: string }>('list_entries')
  const entry = entries.find(({ state }) => state === 'held')?.id ?? ''
  const decider = await t.actorWith('hub-manager')
  const answer = { id: newId(), entry, decision: 'load' as const, person: null }
  expect(await decideHeld(t.node, decider, answer)).toBeUndefined()
  const html = await pageOf(`/lists/versions/${version}`)
  expect(html).toMatch(/>1<\/a> rows needed a person, 1 decided since/)
  expect(html).toContain('No row waits for a person')
})

test('a file is destroyed when its time is over, once, and the record says so', async () => {
  expect(await destroyFilesOf(t.node, council)).toBe(0)
  expect(await pageOf(`/lists/versions/${version}`)).toContain('then destroyed')
  t.clock.turnTo(t.clock.now() + spl.rawKeptDays * dayMs)
  ruth = await signedIn(t, await t.actorWith('hub-manager'))
  const [one, other] = await Promise.all([1, 2].map(() => destroyFilesOf(t.node, council)))
  expect(Math.max(one ?? 0, other ?? 0)).toBe(1)
  expect(await destroyFilesOf(t.node, council)).toBe(0)
  expect(await rows('list_file_parts')).toEqual([])
  const events = await rows<{ kind: string }>('events')
  expect(events.filter(({ kind }) => kind === 'lists.FileDestroyed')).toHaveLength(1)
  expect(await pageOf(`/lists/versions/${version}`)).toContain('destroyed on')
})

test('rebuilding from the log gives the same rows', async () => {
  const compared = await compareRebuild(t.node.store, t.node.registry, who)
  expect(compared.differences).toEqual([])
})
