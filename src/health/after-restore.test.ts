// After a restore: does nobody live again who was erased, and does nothing happen twice?
import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { act, verifyCouncil } from '../events/index.ts'
import { newId } from '../kernel/ids.ts'
import { queueMessage } from '../messages/index.ts'
import { erasePerson } from '../people/index.ts'
import { council, makeTestNode, type TestNode } from '../testing/make-node.ts'
import { signedIn } from '../testing/request.ts'
import { addPeople, addSmallDistrict, personId } from '../testing/small-district.ts'
import { letGo, readErasures, replayErasures, writeErasures } from './index.ts'

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
  expect(await asked(restored, waiting)).toEqual([{ state: 'failed', body: null }])
})
