// One real PostgreSQL for a whole test run; each test file gets its own database in it.
import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import type { TestProject } from 'vitest/node'
import { migrated } from '../app.ts'
import { startCluster } from '../store/cluster/index.ts'
import { migrate, migrationsOf } from '../store/migrate.ts'
import { startDebianServer } from './oldest-server.ts'

declare module 'vitest' {
  interface ProvidedContext {
    adminUrl: string
  }
}

/**
 * Starts the server and a migrated template. `DOORSTEP_TEST_SERVER=15` tests the oldest major, and
 * `DATABASE_URL` any server that lets its superuser and `doorstep_app` in without a password.
 */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const folder = mkdtempSync(join(tmpdir(), 'doorstep-test-'))
  chmodSync(folder, 0o755)
  const major = process.env.DOORSTEP_TEST_SERVER
  const given = process.env.DATABASE_URL
  // Tests that start a Doorstep of their own must not find the database of this run.
  delete process.env.DATABASE_URL
  const server = given
    ? await useServer(given)
    : major
      ? await startDebianServer(major)
      : await startCluster({ dataDir: join(folder, 'data') })
  await makeTemplate(server.adminUrl)
  project.provide('adminUrl', server.adminUrl)
  return async () => {
    await server.stop()
    rmSync(folder, { recursive: true, force: true })
  }
}

/** Takes nothing that is there: a database of its own, which goes again. */
async function useServer(url: string) {
  const name = `doorstep_test_${process.pid}`
  const said = async (text: string) => {
    const client = new pg.Client({ connectionString: url })
    await client.connect()
    await client.query(text)
    await client.end()
  }
  await said(`create database ${name}`)
  return {
    adminUrl: databaseUrl(url, name),
    async stop() {
      await said(`alter database ${name}_template is_template false`)
      await said(`drop database ${name}_template with (force)`)
      await said(`drop database ${name} with (force)`)
    },
  }
}

/** A copy that nobody ever opens: a database with somebody in it cannot be copied. */
async function makeTemplate(adminUrl: string): Promise<void> {
  await migrate(adminUrl, migrationsOf(migrated))
  const client = new pg.Client({ connectionString: databaseUrl(adminUrl, 'postgres') })
  await client.connect()
  const name = databaseOf(adminUrl)
  await client.query(`create database ${templateOf(adminUrl)} template ${name} is_template true`)
  await client.end()
}

/** The database that a test's own is copied from. */
export function templateOf(adminUrl: string): string {
  return `${databaseOf(adminUrl)}_template`
}

export function databaseOf(url: string): string {
  return new URL(url).pathname.slice(1)
}

export function databaseUrl(url: string, database: string, user?: string): string {
  const changed = new URL(url)
  changed.pathname = `/${database}`
  if (user) changed.searchParams.set('user', user)
  return changed.toString()
}
