// A load that was killed on its way left nothing half written, and the same file loads again.
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { sql } from 'kysely'
import { afterAll, expect, test } from 'vitest'
import { systemActor } from '../access/index.ts'
import { openDatabase } from '../cli/database.ts'
import { foundCouncil } from '../events/index.ts'
import { openNode } from '../main.ts'
import type { Node } from '../node.ts'
import { projectRoot } from '../store/root.ts'
import { writeListFile } from './list-file.ts'

const folder = mkdtempSync(join(tmpdir(), 'doorstep-kill-import-'))
chmodSync(folder, 0o755)
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const rows = 3_000
const intoTheLoadMs = 400
const testMsMax = 240_000
const council = 'south-vale'
const file = join(folder, 'list.csv')

test(
  'an import killed while it loads leaves a file that waits; again it loads once',
  async () => {
    writeListFile(file, { rows, seed: 1 })
    await withNode(node =>
      foundCouncil(node, { id: council, name: 'South Vale', gss: 'E07000012', practice: true }),
    )
    const killed = startImport()
    await saying(killed, `${rows} rows:`)
    await pause(intoTheLoadMs)
    killed.kill('SIGKILL')
    await once(killed, 'close')
    expect(await withNode(stands)).toEqual({ files: ['read'], versions: 0, people: 0, events: 0 })
    const again = startImport()
    expect(await once(again, 'close')).toEqual([0, null])
    const after = await withNode(stands)
    expect(after).toMatchObject({ files: ['loaded', 'thrown-away'], versions: 1 })
    const third = startImport()
    expect(await once(third, 'close')).toEqual([0, null])
    expect(await withNode(stands)).toEqual(after)
    expect(after.people).toBeGreaterThan(rows / 2)
  },
  testMsMax,
)

function startImport() {
  const words = ['import', '--council', council, '--list', 'spl', '--data', folder, file]
  const child = spawn(join(projectRoot, 'doorstep'), words, {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, DATABASE_URL: '' },
  })
  child.stderr.resume()
  return child
}

async function saying(child: ReturnType<typeof startImport>, words: string): Promise<void> {
  let said = ''
  for await (const part of child.stdout.iterator({ destroyOnReturn: false })) {
    said += part
    if (said.includes(words)) break
  }
  child.stdout.resume()
}

async function withNode<T>(work: (node: Node) => Promise<T>): Promise<T> {
  const database = await openDatabase(folder, { url: undefined })
  const node = await openNode(database)
  try {
    return await work(node)
  } finally {
    await node.store.close()
    await database.stop()
  }
}

type Standing = { files: string[]; versions: number; people: number; events: number }

function stands(node: Node): Promise<Standing> {
  return node.store.transaction({ council, actor: systemActor(council).id }, async tx => {
    const found = await sql<Standing>`select
      (select array_agg(state order by state) from list_files) as files,
      (select count(*)::int from list_versions) as versions,
      (select count(*)::int from people) as people,
      (select count(*)::int from events) as events`.execute(tx)
    return found.rows[0] as Standing
  })
}
