// How does a council come back from its archive? All of it or none: the log as it was, hash by
// hash, every register made again from it, and every digest compared with what the archive says.
import { sql } from 'kysely'
import { systemId } from '../../access/index.ts'
import { rebuildIn } from '../../events/index.ts'
import type { Node } from '../../node.ts'
import type { Tx } from '../../store/open.ts'
import { ArchiveProblem } from '../archive-problem.ts'
import { commandsFile, logFile, type Manifest, readsFile } from '../domain/archive.ts'
import { entryChecker } from '../reading/check-entry.ts'
import { lineBatches } from '../reading/lines-of.ts'
import { eachEntry } from '../reading/open-archive.ts'
import { proveArchive } from '../reading/prove-archive.ts'
import { digestLines } from '../writing/spool.ts'
import { archiveParts } from './archive-parts.ts'
import { aboutCouncil } from './export-council.ts'
import { addCommands, addEntries, addReads } from './import-lines.ts'

export type ImportAsked = {
  readonly file: string
  onBytes?(bytes: number): void
  onRows?(rows: number): void
}
export type ImportedCouncil = {
  readonly manifest: Manifest
  /** Tables whose shape has changed since the archive was made: they follow from the log anew. */
  readonly remade: readonly string[]
}

export async function importCouncil(node: Node, asked: ImportAsked): Promise<ImportedCouncil> {
  const manifest = await proveArchive(asked.file, asked.onBytes)
  const who = { council: manifest.council.id, actor: systemId }
  const remade = await node.store
    .transaction(who, tx => load(tx, node, { ...asked, manifest }))
    .catch(error => {
      throw isOfData(error) ? new ArchiveProblem('broken-log') : error
    })
  await node.store.takeStock()
  return { manifest, remade }
}

type Loading = ImportAsked & { readonly manifest: Manifest }

async function load(tx: Tx, node: Node, { file, manifest, onRows }: Loading) {
  const council = manifest.council.id
  await found(tx, manifest)
  const check = entryChecker(node.registry)
  let rows = 0
  const entries = async (lines: readonly string[]) => {
    lines.forEach(check)
    await addEntries(tx, council, lines)
  }
  const takers: Readonly<Record<string, (lines: readonly string[]) => Promise<void>>> = {
    [logFile]: entries,
    [commandsFile]: lines => addCommands(tx, council, lines),
    [readsFile]: lines => addReads(tx, council, lines),
  }
  await eachEntry(file, async ({ name, bytes }) => {
    const take = Object.hasOwn(takers, name) ? takers[name] : undefined
    if (!take) return drain(bytes)
    for await (const lines of lineBatches(bytes)) {
      await take(lines)
      rows += lines.length
      onRows?.(rows)
    }
  })
  await moveHead(tx, council)
  await refuseBrokenLog(tx, node, council)
  await rebuildIn(tx, node.registry, council)
  return compare(tx, node, manifest)
}

async function drain(bytes: AsyncIterable<unknown>): Promise<void> {
  for await (const _ of bytes);
}

async function found(tx: Tx, { council }: Manifest): Promise<void> {
  const { id, name, gss, practice } = council
  const made = await sql`insert into councils (council, name, gss, practice)
    values (${id}, ${name}, ${gss}, ${practice}) on conflict do nothing
    returning council`.execute(tx)
  if (made.rows.length === 0) throw new ArchiveProblem('council-exists')
  await sql`insert into council_logs (council, seq, hash, recorded_at)
    values (${id}, 0, sha256(convert_to(${id}, 'UTF8')), 'epoch')`.execute(tx)
}

async function moveHead(tx: Tx, council: string): Promise<void> {
  await sql`update council_logs l set seq = e.seq, hash = e.hash, recorded_at = e.recorded_at
    from (select seq, hash, recorded_at from events where council = ${council}
      order by seq desc limit 1) e
    where l.council = ${council}`.execute(tx)
}

/** The record's own checks: the chain, and that every word is the one that was committed to. */
async function refuseBrokenLog(tx: Tx, node: Node, council: string): Promise<void> {
  const record = node.registry.capabilities.find(one => one.name === 'events')
  for (const check of record?.checks ?? []) {
    const { wrong } = await check.run(tx, council, new Date(node.clock.now()))
    if (wrong.length > 0) throw new ArchiveProblem('broken-log')
  }
}

/** An archive of this very shape must come out again letter for letter. */
async function compare(tx: Tx, node: Node, manifest: Manifest): Promise<readonly string[]> {
  const council = manifest.council.id
  const { log, shape } = await aboutCouncil(tx, council)
  if (log.hash !== manifest.log.hash || log.events !== manifest.log.events) {
    throw new ArchiveProblem('broken-log')
  }
  const said = new Map(manifest.files.map(file => [file.path, file.sha256]))
  const differing: string[] = []
  for (const { path, hasHeader, lines } of (await archiveParts(tx, node.registry)).parts) {
    const made = await digestLines({ path, hasHeader, lines: lines(tx, council) })
    if (said.get(path) !== made.sha256) differing.push(path)
    said.delete(path)
  }
  differing.push(...said.keys())
  const isRecord = (path: string) => [logFile, commandsFile, readsFile].includes(path)
  const isForged = differing.some(path => shape === manifest.shape || isRecord(path))
  if (isForged) throw new ArchiveProblem('other-tables')
  return differing
}

/** What PostgreSQL says when a value is none, or when two rows have one key. */
function isOfData(error: unknown): boolean {
  const { code = '', message = '' } = error as { code?: string; message?: string }
  return /^2[23]/.test(String(code)) || message.startsWith('Broken')
}
