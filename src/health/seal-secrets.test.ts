// Does a backup give away what other systems trusted us with, and what if the key is lost?
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { ask } from '../../tests/guards/database.ts'
import { makeNode } from '../app.ts'
import type { Node } from '../node.ts'
import { openStore } from '../store/open.ts'
import { addKey, fileKeys, keyFileAt } from '../store/secrets/index.ts'
import { databaseOf, databaseUrl } from '../testing/database.ts'
import { council, makeTestNode, type TestNode } from '../testing/make-node.ts'
import { signedIn } from '../testing/request.ts'
import { sealSecrets } from './seal-secrets.ts'

const folder = mkdtempSync(join(tmpdir(), 'doorstep-seal-'))
const path = join(folder, 'secrets.key')
const opened: Node[] = []
let t: TestNode

beforeAll(async () => {
  t = await makeTestNode()
  await ask(
    t.adminUrl,
    `insert into doorstep.provider_secrets values
      ('${council}', 'plain-client-secret', 'https://login.example');
    insert into doorstep.mail_settings values
      ('${council}', 'smtps://us:plain-password@mail.example', 'us@mail.example');
    insert into doorstep.notice_secrets values
      ('${council}', gen_random_uuid(), gen_random_uuid(), 'plain-notice-secret', now(), null)`,
  )
})
afterAll(async () => {
  for (const node of opened) await node.store.close()
  await t.close()
  rmSync(folder, { recursive: true, force: true })
})

/** A Doorstep of its own on the same tables. */
function another(keyPath: string): Node {
  const { adminUrl } = t
  const appUrl = databaseUrl(adminUrl, databaseOf(adminUrl), 'doorstep_app')
  const keys = fileKeys(keyFileAt(keyPath))
  const node = makeNode(openStore({ adminUrl, appUrl, keys }), t.clock)
  opened.push(node)
  return node
}

async function kept(): Promise<string> {
  const tables = ['provider_secrets', 'mail_settings', 'notice_secrets']
  const rows = await Promise.all(
    tables.map(table => ask(t.adminUrl, `select * from doorstep.${table}`)),
  )
  return JSON.stringify(rows)
}

test('what stood plain before there were keys is sealed at the next start, once', async () => {
  const node = another(path)
  expect(await kept()).toContain('plain-')
  expect(await sealSecrets(node)).toEqual({ sealed: 3, locked: 0 })
  expect(await kept()).not.toContain('plain-')
  expect(await sealSecrets(node)).toEqual({ sealed: 0, locked: 0 })
})

test('a new key seals everything anew', async () => {
  const before = await kept()
  addKey(path)
  const node = another(path)
  expect(await sealSecrets(node)).toEqual({ sealed: 3, locked: 0 })
  expect(await kept()).not.toBe(before)
})

test('without the key nothing is lost or overwritten, and it is said what to do', async () => {
  const before = await kept()
  const node = another(join(folder, 'elsewhere.key'))
  expect(await sealSecrets(node)).toEqual({ sealed: 0, locked: 3 })
  expect(await kept()).toBe(before)
  // The test's own node has no key of these secrets either.
  const browser = await signedIn(t, await t.actorWith('system-administrator'))
  const read = async (page: string) => (await browser.get(page)).text()
  expect(await read('/health')).toContain('The key of kept secrets is missing')
  expect(await read('/messages')).toContain('the key of its password is missing')
  expect(await read('/sign-in-settings')).toContain('The key of the client secret is missing')
  expect(await (await browser.get('/sign-in')).text()).not.toContain('/sso"')
})
