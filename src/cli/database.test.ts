// Does a command get the database it should work on, and a sentence where it cannot?
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { chmodSync, existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { expect, test } from 'vitest'
import { makeTestNode } from '../testing/make-node.ts'
import { openDatabase } from './database.ts'

test('without an address a command works on the folder of the data, running or not', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'cli-database-'))
  chmodSync(folder, 0o755)
  const dataDir = join(folder, 'data')
  const server = await openDatabase(dataDir, { isServer: true, url: '' })
  const joined = await openDatabase(dataDir, { url: '' })
  expect(joined.adminUrl).toBe(server.adminUrl)
  const second = openDatabase(dataDir, { isServer: true, url: '' })
  await expect(second).rejects.toMatchObject({ code: 'already-running' })
  await server.stop()
  rmSync(folder, { recursive: true })
})

test('with an address the application takes its own role in the same database', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'cli-database-'))
  chmodSync(folder, 0o755)
  const server = await openDatabase(join(folder, 'data'), { url: '' })
  const outside = await openDatabase('/nowhere', { url: server.adminUrl })
  await ask(outside.adminUrl, 'create role doorstep_app nologin')
  expect(await ask(outside.appUrl, 'select current_user as name')).toEqual([
    { name: 'doorstep_app' },
  ])
  await outside.stop()
  await server.stop()
  rmSync(folder, { recursive: true })
})

test('an address that leads nowhere is one sentence that keeps the password', async () => {
  const url = 'postgresql://me:secret-word@localhost:1/doorstep'
  const opened = openDatabase('/nowhere', { url })
  await expect(opened).rejects.toMatchObject({
    code: 'database-unreachable',
    message: expect.not.stringContaining('secret-word'),
  })
})

test('an address that is none is told so, and not looked for', async () => {
  const opened = openDatabase('/nowhere', { url: 'secret-word' })
  await expect(opened).rejects.toMatchObject({
    code: 'database-address-wrong',
    message: expect.not.stringContaining('secret-word'),
  })
})

test('at an outside database the application is its own role and finds its tables', async () => {
  const t = await makeTestNode()
  const { appUrl } = await openDatabase('/nowhere', { url: t.adminUrl })
  const [row] = await ask(appUrl, 'select current_user as who, current_schema() as at')
  expect(row).toEqual({ who: 'doorstep_app', at: 'doorstep' })
  await t.close()
})

test('a command that is interrupted takes down the server it started', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'cli-database-'))
  chmodSync(folder, 0o755)
  const dataDir = join(folder, 'data')
  const script = `
    import { openDatabase } from ${JSON.stringify(join(import.meta.dirname, 'database.ts'))}
    await openDatabase(${JSON.stringify(dataDir)}, { url: '' })
    process.kill(process.pid, 'SIGINT')
    setInterval(() => {}, 1000)`
  const words = ['--input-type=module', '-e', script]
  const [code] = await once(spawn(process.execPath, words, { stdio: 'inherit' }), 'exit')
  expect(code).toBe(130)
  expect(existsSync(join(dataDir, 'postgresql', 'PG_VERSION'))).toBe(true)
  expect(existsSync(join(dataDir, 'postgresql', 'postmaster.pid'))).toBe(false)
  rmSync(folder, { recursive: true })
})

async function ask(connectionString: string, sql: string): Promise<unknown[]> {
  const client = new pg.Client({ connectionString })
  await client.connect()
  try {
    return (await client.query(sql)).rows
  } finally {
    await client.end()
  }
}
