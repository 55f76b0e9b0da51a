// The same Doorstep after the worst day: only its backup is left, and goes into an empty database.
import { randomUUID } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { makeNode, migrated } from '../app.ts'
import { finishRestore, loadBackup, writeBackup } from '../store/backup/index.ts'
import { migrationsOf } from '../store/migrate.ts'
import { openStore } from '../store/open.ts'
import { databaseUrl } from './database.ts'
import { addActor, query, type TestNode } from './make-node.ts'

/** The one it was made from is closed; the clock goes on. */
export async function restoreFromBackup(t: TestNode): Promise<TestNode> {
  const folder = mkdtempSync(join(tmpdir(), 'doorstep-restored-'))
  const file = join(folder, 'whole.tar.zst')
  const manifest = await writeBackup({ adminUrl: t.adminUrl, file })
  const server = databaseUrl(t.adminUrl, 'postgres')
  const name = `test_${randomUUID().replaceAll('-', '')}`
  await query(server, `create database ${name}`)
  const adminUrl = databaseUrl(t.adminUrl, name)
  await loadBackup({ adminUrl, file, manifest, migrations: migrationsOf(migrated) })
  await finishRestore(adminUrl)
  rmSync(folder, { recursive: true })
  await t.close()
  const store = openStore({ appUrl: databaseUrl(adminUrl, name, 'doorstep_app'), adminUrl })
  const node = makeNode(store, t.clock)
  return {
    ...t,
    node,
    adminUrl,
    actorWith: (role, place = null) => addActor(node, role, place),
    async close() {
      await store.close()
      await query(server, `drop database ${name} with (force)`)
    },
  }
}
