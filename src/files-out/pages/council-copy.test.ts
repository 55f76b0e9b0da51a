// Does everything leave only when two agreed, once, and whole; and is the copy destroyed after?
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { hourMs } from '../../kernel/clock.ts'
import { council, makeTestNode, type TestNode } from '../../testing/make-node.ts'
import { makeTestApp, type SignedIn, signedIn } from '../../testing/request.ts'
import { addPeople, addSmallDistrict } from '../../testing/small-district.ts'
import { proveArchive } from '../reading/prove-archive.ts'
import { makeCopies } from '../store/council-copies.ts'

let t: TestNode
let dana: SignedIn
let adam: SignedIn
const folder = mkdtempSync(join(tmpdir(), 'doorstep-copy-test-'))
const why = 'Moving to another council’s machine'

beforeAll(async () => {
  t = await makeTestNode()
  await addSmallDistrict(t)
  await addPeople(t, [{ given: 'Ann' }, { given: 'Bryn' }])
  dana = await signedIn(t, await t.actorWith('data-protection-officer'))
  adam = await signedIn(t, await t.actorWith('system-administrator'))
})
afterAll(async () => {
  expect(makeTestApp(t).faults).toEqual([])
  await t.close()
  rmSync(folder, { recursive: true })
})

async function ask(by: SignedIn): Promise<string> {
  expect((await by.post('/council-copy', { why })).status).toBe(303)
  const page = await (await (by === dana ? adam : dana).get('/council-copy')).text()
  return /\/council-copy\/([0-9a-f-]{36})\/judge/.exec(page)?.[1] ?? ''
}

const partsLeft = () =>
  t.node.store.transaction({ council, actor: t.system.id }, async tx => {
    const found = await sql<{ n: number }>`
      select count(*)::int as n from council_copy_parts`.execute(tx)
    return found.rows[0]?.n
  })

test('asked for by one, agreed to by another, made, fetched once, destroyed', async () => {
  const file = `/council-copy/${await ask(dana)}`
  await makeCopies.run(t.node)
  expect(await partsLeft()).toBe(0)
  expect((await dana.post(`${file}/judge`, { answer: 'agree' })).status).toBe(403)
  expect((await adam.post(`${file}/judge`, { answer: 'agree' })).status).toBe(303)
  expect((await dana.post(`${file}/take`)).status).toBe(409)
  expect(await (await dana.get('/council-copy')).text()).toContain('Being made')
  await makeCopies.run(t.node)
  expect((await adam.post(`${file}/take`)).status).toBe(404)
  const taken = await dana.post(`${file}/take`)
  expect(taken.headers.get('content-type')).toBe('application/gzip')
  const archive = join(folder, 'whole.tar.gz')
  writeFileSync(archive, Buffer.from(await taken.arrayBuffer()))
  const manifest = await proveArchive(archive)
  expect(manifest.files.find(one => one.path === 'tables/people.csv')?.rows).toBe(2)
  expect((await dana.post(`${file}/take`)).status).toBe(409)
  t.clock.turnTo(t.clock.now() + hourMs / 4)
  await makeCopies.run(t.node)
  expect(await partsLeft()).toBe(0)
})

test('it names its purpose, a refusal its reason, and others find no such page', async () => {
  const short = await adam.post('/council-copy', { why: 'so' })
  expect(short.status).toBe(422)
  expect(await short.text()).toContain('href="#why"')
  const id = await ask(adam)
  const bare = await dana.post(`/council-copy/${id}/judge`, { answer: 'refuse' })
  expect(bare.status).toBe(422)
  expect(await bare.text()).toContain(`href="#why-${id}"`)
  for (const role of ['hub-manager', 'officer', 'village-coordinator'] as const) {
    const other = await signedIn(t, await t.actorWith(role))
    expect((await other.get('/council-copy')).status).toBe(404)
    expect((await other.post(`/files-out/${id}/judge`, { answer: 'agree' })).status).toBe(404)
  }
})
