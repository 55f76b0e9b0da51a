// How does everything that a council holds leave? As one archive of one moment, in a small memory,
// while people go on working.
import { Writable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { createGzip } from 'node:zlib'
import { sql } from 'kysely'
import tar from 'tar-stream'
import { systemId } from '../../access/index.ts'
import type { Node } from '../../node.ts'
import type { Tx } from '../../store/open.ts'
import { productVersion } from '../../store/version.ts'
import {
  type ArchiveFile,
  archiveFormat,
  archiveVersion,
  type Manifest,
  manifestFile,
} from '../domain/archive.ts'
import { readMe } from '../writing/column-meanings.ts'
import { dataPackage } from '../writing/data-package.ts'
import { openSpool } from '../writing/spool.ts'
import { archiveParts } from './archive-parts.ts'

export type ExportAsked = {
  readonly council: string
  /** Takes the bytes of the archive, one chunk after the other. */
  write(chunk: Buffer): Promise<void>
  onRows?(rows: number): void
}

export function exportCouncil(node: Node, asked: ExportAsked): Promise<Manifest> {
  return node.store.transaction(
    { council: asked.council, actor: systemId },
    tx => writeArchive(tx, node, asked),
    { isolation: 'repeatable read', readOnly: true },
  )
}

async function writeArchive(tx: Tx, node: Node, asked: ExportAsked): Promise<Manifest> {
  const pack = tar.pack()
  const sink = new Writable({
    write(chunk, _encoding, done) {
      asked.write(chunk).then(() => done(), done)
    },
  })
  const sent = pipeline(pack, createGzip(), sink)
  try {
    const [manifest] = await Promise.all([
      fill(tx, node, { ...asked, pack }).catch(error => {
        pack.destroy(error)
        throw error
      }),
      sent,
    ])
    return manifest
  } catch (error) {
    await sent.catch(() => {})
    throw error
  }
}

type Filling = ExportAsked & { readonly pack: tar.Pack }

async function fill(tx: Tx, node: Node, { pack, council, onRows }: Filling): Promise<Manifest> {
  const { parts, tables } = await archiveParts(tx, node.registry)
  const spool = openSpool()
  const files: ArchiveFile[] = []
  let rows = 0
  const onRow = () => {
    rows += 1
    if (rows % 1_000 === 0) onRows?.(rows)
  }
  try {
    addText(pack, 'README.md', readMe)
    for (const { path, hasHeader, lines } of parts) {
      const file = await spool.fill({ path, hasHeader, lines: lines(tx, council), onRow })
      await pipeline(spool.open(), pack.entry({ name: path, size: file.bytes, mode: 0o600 }))
      files.push(file)
    }
  } finally {
    spool.close()
  }
  const manifest = { ...(await aboutCouncil(tx, council)), madeAt: now(node), files }
  addText(pack, 'datapackage.json', dataPackage(manifest.council, tables, files))
  addText(pack, manifestFile, `${JSON.stringify(manifest, null, 2)}\n`)
  pack.finalize()
  onRows?.(rows)
  return manifest
}

function now(node: Node): string {
  return new Date(node.clock.now()).toISOString()
}

function addText(pack: tar.Pack, name: string, text: string): void {
  pack.entry({ name, mode: 0o600 }, text)
}

/** Everything of the manifest that the database says of itself. */
export async function aboutCouncil(tx: Tx, council: string) {
  const found = await sql<Manifest['council'] & Manifest['log'] & { shape: string }>`
    select c.council as id, c.name, c.gss, c.practice, l.seq as events,
      encode(l.hash, 'hex') as hash, (select encode(sha256(convert_to(
        string_agg(m.name || ' ' || m.checksum, ',' order by m.name collate "C"), 'UTF8')), 'hex')
        from migrations m) as shape
    from councils c join council_logs l on l.council = c.council
    where c.council = ${council}`.execute(tx)
  const [row] = found.rows
  if (!row) throw new Error('Broken: a council without a log.')
  const { id, name, gss, practice, events, hash, shape } = row
  return {
    format: archiveFormat,
    formatVersion: archiveVersion,
    madeBy: productVersion,
    shape,
    council: { id, name, gss, practice },
    log: { events, hash },
  } as const
}

/** How many people it would name, and how many rows it would have, about. */
export async function sizeOfCouncil(
  tx: Tx,
  council: string,
): Promise<{ people: number; rows: number }> {
  const found = await sql<{ people: number; rows: number }>`
    select (select count(*)::int from people where council = ${council}
        and erased_at is null and merged_into is null) as people,
      (select coalesce(max(seq), 0)::int * 3 from events where council = ${council}) as rows
    `.execute(tx)
  return found.rows[0] ?? { people: 0, rows: 0 }
}
