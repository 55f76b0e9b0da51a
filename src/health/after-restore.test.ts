// After a restore: does nobody live again who was erased, and does nothing happen twice?
import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { makeTokenNow } from '../api/index.ts'
import { act, verifyCouncil } from '../events/index.ts'
import { newId } from '../kernel/ids.ts'
import { isRefusal } from '../kernel/refusal.ts'
import { queueMessage } from '../messages/index.ts'
import { erasePerson } from '../people/index.ts'
import { council, makeTestNode, type TestNode } from '../testing/make-node.ts'
import { makeTestApp, signedIn, testOrigin } from '../testing/request.ts'
import { addPeople, addSmallDistrict, personId } from '../testing/small-district.ts'
import { letGo, readErasures, replayErasures, tellOfRestore, writeErasures } from './index.ts'

const folder = mkdtempSync(join(tmpdir(), 'doorstep-erasures-'))
const file = join(folder, 'erasures.jsonl')
/** Where the erasures happen, and where the backup of before them was restored. */
let live: TestNode
let restored: TestNode

beforeAll(async () => {
  ;[live, restored] = await Promise.all([makeTestNode(), makeTestNode()])
  for (const t of [live, restored]) {
    await addSmallDistrict(t)
    await addPeople(t, [{ given: 'Asha' }, { given: 'Bryn' }])
  }
  await erase(live, 'Asha')
})
afterAll(async () => {
  await Promise.all([live.close(), restored.close()])
  rmSync(folder, { recursive: true, force: true })
})

const erase = (t: TestNode, given: string) =>
  act(t.node, t.system, erasePerson, { id: newId(), input: { person: personId(given) } })

const asked = <T>(t: TestNode, question: ReturnType<typeof sql<T>>) =>
  t.node.store.transaction({ council, actor: t.system.id }, async tx => {
    return (await question.execute(tx)).rows
  })

test('the list of erasures holds ids and no names, and only its owner may read it', async () => {
  expect(await writeErasures(live.node, file)).toBe(1)
  expect(readFileSync(file, 'utf8')).not.toContain('Asha')
  expect(readErasures(file)).toMatchObject([{ council, records: [personId('Asha')] }])
  expect(statSync(file).mode & 0o777).toBe(0o600)
})

test('who was erased since the backup is erased again, once, and the record holds', async () => {
  const list = readErasures(file)
  expect(await replayErasures(restored.node, list)).toEqual({ erased: 1, before: 0 })
  expect(await replayErasures(restored.node, list)).toEqual({ erased: 0, before: 1 })
  const names = await asked(restored, sql<{ given: string }>`select given from people`)
  expect(names.map(({ given }) => given).sort()).toEqual(['', 'Bryn'])
  const checks = await verifyCouncil(restored.node, council)
  expect(checks.flatMap(({ wrong }) => wrong)).toEqual([])
})

test('an erasure that the backup knows nothing of is passed over', async () => {
  const at = new Date().toISOString()
  const list = [
    { council, at, records: [newId()] },
    { council: 'elsewhere', at, records: [newId()] },
  ]
  expect(await replayErasures(restored.node, list)).toEqual({ erased: 0, before: 1 })
})

test('a list that was cut short or changed is refused: somebody would live again', () => {
  const whole = readFileSync(file, 'utf8')
  const cut = join(folder, 'cut.jsonl')
  for (const text of ['', whole.slice(0, -3), whole.split('\n').slice(1).join('\n'), 'x']) {
    writeFileSync(cut, text)
    expect(() => readErasures(cut)).toThrow(/no whole list of erasures/)
  }
})

test('a token of another system opens nothing after a restore', async () => {
  const administrator = await restored.actorWith('system-administrator')
  const ask = { role: 'officer', place: null, purpose: 'testing', days: 30 } as const
  const asked = { ...ask, name: 'Ledger', permissions: ['people.read'], command: newId() }
  const made = await makeTokenNow(restored.node, administrator, asked)
  const token = made && !isRefusal(made) ? made.token : ''
  const read = () => {
    const headers = { authorization: `Bearer ${token}`, host: 'doorstep.test' }
    const address = `${testOrigin}/api/v1/people/${personId('Bryn')}`
    return makeTestApp(restored).request(address, { headers })
  }
  expect((await read()).status).toBe(200)
  await letGo(restored.node)
  expect((await read()).status).toBe(401)
  const page = await (await signedIn(restored, administrator)).get('/tokens')
  expect(await page.text()).toContain('Ended by a restore')
  const checks = await verifyCouncil(restored.node, council)
  expect(checks.flatMap(({ wrong }) => wrong)).toEqual([])
})

test('administrators hear what a copy cannot know, in the languages of the place', async () => {
  const email = sql`update users set email = 'admin@example.org'
    where name = 'Test system-administrator'`
  await asked(restored, email)
  const madeAt = new Date(restored.clock.now())
  expect(await tellOfRestore(restored.node, madeAt)).toBe(1)
  await asked(restored, sql`update councils set gss = 'W06000015'`)
  expect(await tellOfRestore(restored.node, madeAt)).toBe(1)
  const kept = sql<{ subject: string; body: string; language: string }>`
    select subject, body, language from messages where state = 'waiting' order by language desc`
  const [english, both] = await asked(restored, kept)
  expect(english).toMatchObject({ language: 'en', subject: 'Doorstep was restored from a backup' })
  expect(english?.body).toContain('roles and passkeys were ended, after that')
  expect(both).toMatchObject({ language: 'cy' })
  expect(both?.body).toMatch(/Cafodd Doorstep ei adfer[\s\S]*Doorstep was restored/)
})

test('sessions and links end, and messages that wait are not sent again', async () => {
  const browser = await signedIn(restored, await restored.actorWith('hub-manager'))
  const message = { kind: 'notice', user: null, expiresAt: null, to: 'a@example.org' } as const
  await restored.node.store.transaction({ council, actor: restored.system.id }, tx =>
    queueMessage(
      tx,
      { council, now: restored.clock.now() },
      { ...message, subject: 's', body: 'b', language: 'en' },
    ),
  )
  await letGo(restored.node)
  expect((await browser.get('/campaigns')).status).toBe(303)
  const waiting = sql<{ state: string; body: string | null }>`select state, body from messages`
  const states = await asked(restored, waiting)
  expect(states.length).toBeGreaterThan(0)
  expect(states.filter(one => one.state !== 'failed' || one.body !== null)).toEqual([])
})
