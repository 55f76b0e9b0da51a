// Does it say that it may be asked only when its database is there and of the same shape?
import pg from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { makeNode, migrated } from '../app.ts'
import { systemClock } from '../kernel/clock.ts'
import { migrationsOf } from '../store/migrate.ts'
import { openStore } from '../store/open.ts'
import { databaseOf, databaseUrl } from '../testing/database.ts'
import { makeTestNode, type TestNode } from '../testing/make-node.ts'
import { makeApp } from './app.ts'

let t: TestNode
beforeAll(async () => {
  t = await makeTestNode()
})
afterAll(() => t.close())

const migrations = migrationsOf(migrated)

async function ready(options: { appUrl?: string; migrations?: typeof migrations } = {}) {
  const { adminUrl } = t
  const appUrl = databaseUrl(adminUrl, databaseOf(adminUrl), 'doorstep_app')
  const store = openStore({ adminUrl, appUrl, migrations, ...options })
  const app = makeApp(makeNode(store, systemClock), () => {})
  const answers = await Promise.all(['/livez', '/readyz'].map(path => app.request(path)))
  await store.close()
  return { live: answers[0]?.status, ready: answers[1]?.status, says: await answers[1]?.text() }
}

test('it is ready with its own database', async () => {
  expect(await ready()).toEqual({ live: 200, ready: 200, says: 'ok' })
})

test('it lives and is not ready while the database is away', async () => {
  const appUrl = databaseUrl(t.adminUrl, 'nowhere', 'doorstep_app')
  expect(await ready({ appUrl })).toMatchObject({ live: 200, ready: 503 })
})

test('it is not ready on a database that is older than itself', async () => {
  const later = { name: 'web/0099-later.sql', sql: 'select 1' }
  const older = await ready({ migrations: [...migrations, later] })
  expect(older).toMatchObject({ live: 200, ready: 503, says: expect.stringMatching(/another ver/) })
})

test('it is not ready on a database that is newer, or ran other files', async () => {
  expect(await ready({ migrations: migrations.slice(1) })).toMatchObject({ ready: 503 })
  const [first, ...rest] = migrations
  const changed = [{ name: first?.name ?? '', sql: 'select 1' }, ...rest]
  expect(await ready({ migrations: changed })).toMatchObject({ ready: 503 })
})

test('those who watch are heard under the route as it is written', async () => {
  const heard: string[] = []
  const app = makeApp(
    t.node,
    () => {},
    ({ route }) => heard.push(route),
  )
  for (const path of ['/livez', '/readyz', '/nowhere/at/all']) await app.request(path)
  expect(heard).toEqual(['/livez', '/readyz', 'none'])
})

test('two processes that start at once bring a database up to date together', async () => {
  const name = `twice_${Date.now()}`
  const server = databaseUrl(t.adminUrl, 'postgres')
  await said(server, `create database ${name}`)
  const url = databaseUrl(t.adminUrl, name)
  const { migrate } = await import('../store/migrate.ts')
  const counts = await Promise.all([1, 2, 3].map(() => migrate(url, migrations)))
  await said(server, `drop database ${name}`)
  expect(counts.sort((one, other) => one - other)).toEqual([0, 0, migrations.length])
})

async function said(url: string, text: string): Promise<void> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  await client.query(text)
  await client.end()
}
