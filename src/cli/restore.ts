// `./doorstep restore`: a backup becomes a Doorstep again, in an empty place, and proves itself.
import { existsSync, readdirSync, rmSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { makeNode, migrated } from '../app.ts'
import { listCouncils, verifyCouncil } from '../events/index.ts'
import {
  type Erasure,
  erasuresBeside,
  letGo,
  readErasures,
  replayErasures,
  sealSecrets,
  tellOfRestore,
} from '../health/index.ts'
import { systemClock } from '../kernel/clock.ts'
import type { Node } from '../node.ts'
import {
  finishRestore,
  loadBackup,
  type Manifest,
  proveBackup,
  rowsOf,
} from '../store/backup/index.ts'
import { migrationsOf } from '../store/migrate.ts'
import { openStore } from '../store/open.ts'
import { fileKeys, keyFileAt } from '../store/secrets/index.ts'
import { fileNamed } from './backup.ts'
import { type Arguments, type Command, CommandProblem, type Io } from './command.ts'
import { type Database, openDatabase } from './database.ts'
import { lockedWords } from './secrets-key.ts'

export const command: Command = {
  name: 'restore',
  summary: 'make a backup into a new data folder or an empty database, and check it',
  options: { from: { type: 'string' }, erasures: { type: 'string' } },
  run,
}

type Restore = {
  readonly io: Io
  readonly file: string
  readonly erasures: readonly Erasure[]
  readonly startedMs: number
}

async function run({ options, dataDir }: Arguments, io: Io): Promise<number> {
  const startedMs = performance.now()
  const file = fileNamed('from', options.from)
  if (!process.env.DATABASE_URL) refuseFilled(dataDir, options.data)
  const list = options.erasures ? fileNamed('erasures', options.erasures) : erasuresBeside(file)
  const erasures = list ? readErasures(list) : []
  if (!list) io.note('No list of erasures: whoever was erased since the backup is back again.')
  const manifest = await prove(file, io)
  const database = await openDatabase(dataDir)
  const restore = { io, file, erasures, startedMs }
  try {
    await load(database, restore, manifest).catch(async error => {
      await database.stop()
      if (!process.env.DATABASE_URL) emptyAgain(dataDir, database.dataDir)
      throw error
    })
    return await finish(database, restore, manifest)
  } finally {
    await database.stop()
  }
}

/** Nothing is touched before the whole file was read and every digest found. */
async function prove(file: string, io: Io): Promise<Manifest> {
  const bar = io.progress('Bytes read')
  const manifest = await proveBackup(file, bytes => bar.update(bytes))
  bar.end()
  io.say(`The backup is whole: made ${manifest.at} by Doorstep ${manifest.version}.`)
  return manifest
}

async function load(database: Database, { io, file }: Restore, manifest: Manifest) {
  const bar = io.progress('Rows loaded', rowsOf(manifest))
  const { adminUrl } = database
  const migrations = migrationsOf(migrated)
  const onRows = (rows: number) => bar.update(rows)
  await loadBackup({ adminUrl, file, manifest, migrations, onRows })
  bar.end()
  io.say(
    `Every table has the rows and the digest of the backup: ${manifest.tables.length} compared.`,
  )
}

async function finish(
  database: Database,
  { io, file, erasures, startedMs }: Restore,
  manifest: Manifest,
): Promise<number> {
  const keys = fileKeys(keyFileAt(database.keyFile))
  const node = makeNode(openStore({ ...database, keys }), systemClock)
  try {
    await node.store.takeStock()
    await letGo(node)
    const told = await tellOfRestore(node, new Date(manifest.at))
    io.say(`Sessions, links and tokens are ended; ${told} told to look at who was shut out since.`)
    const replayed = await replayErasures(node, erasures)
    io.say(`Erased again: ${replayed.erased} of ${erasures.length} on the list.`)
    const loadedMs = Math.round(performance.now() - startedMs)
    const { wrong, chainAt } = await verify(node, io)
    const { locked } = await sealSecrets(node)
    if (locked > 0) io.say(lockedWords(locked))
    await finishRestore(database.adminUrl)
    const isGood = wrong.length === 0
    io.say(isGood ? 'Restored; the record holds.' : 'Restored as it was; the record does not hold.')
    io.answer({
      ok: isGood,
      file,
      councils: manifest.councils.length,
      rows: rowsOf(manifest),
      digests_equal: true,
      erased: replayed.erased,
      secrets_locked: locked,
      wrong,
      loaded_ms: loadedMs,
      chain_ms: Math.round(chainAt - startedMs),
      took_ms: Math.round(performance.now() - startedMs),
    })
    return isGood ? 0 : 1
  } finally {
    await node.store.close()
  }
}

/** The chain is checked first; when that was done for the last council is told as well. */
async function verify(node: Node, io: Io): Promise<{ wrong: string[]; chainAt: number }> {
  const wrong: string[] = []
  let chainAt = performance.now()
  for (const { id } of await listCouncils(node)) {
    io.say(`Council ${id}`)
    await verifyCouncil(node, id, one => {
      wrong.push(...one.wrong)
      if (one.name === 'log chain') chainAt = performance.now()
      const count = one.counted.toLocaleString('en-GB')
      const said = one.wrong.length === 0 ? 'holds ' : 'BROKEN'
      io.say(
        `  ${said}  ${one.name}: ${count} checked${one.wrong.map(text => `. ${text}`).join('')}`,
      )
    })
  }
  return { wrong, chainAt }
}

/** Said with --data, so that the usual folder is never meant by mistake. */
function refuseFilled(dataDir: string, named: unknown): void {
  if (named === undefined) {
    throw new CommandProblem('wrong-use', 'Name the new folder with --data NEWDIR.', 2)
  }
  if (!existsSync(dataDir)) return
  if (statSync(dataDir).isDirectory() && thingsIn(dataDir).length === 0) return
  throw new CommandProblem(
    'target-not-empty',
    `The folder ${dataDir} is not empty; a backup is restored only into a new one.`,
  )
}

/** The key of kept secrets may be put there first, and stays whatever happens. */
function thingsIn(folder: string): string[] {
  return readdirSync(folder).filter(name => name !== 'secrets.key')
}

/** It was empty before; what a failed restore left there is of no use to anybody. */
function emptyAgain(...folders: (string | undefined)[]): void {
  for (const folder of folders) {
    if (!folder || !existsSync(folder)) continue
    for (const name of thingsIn(folder)) {
      rmSync(join(folder, name), { recursive: true, force: true })
    }
  }
}
