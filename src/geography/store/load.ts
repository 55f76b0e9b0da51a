// How does a file of places enter the record? As one version: planned against what stands now,
// confirmed, and written all or none. One load at a time for each council.
import { createHash } from 'node:crypto'
import { sql } from 'kysely'
import type { Actor } from '../../access/index.ts'
import { actInBulk, type Draft } from '../../events/index.ts'
import { type Id, idFrom, newId } from '../../kernel/ids.ts'
import { isRefusal, type Refusal, refuse } from '../../kernel/refusal.ts'
import type { Node } from '../../node.ts'
import type { Tx } from '../../store/open.ts'
import { type FileKind, type FileProblem, isFileProblem } from '../domain/terms.ts'
import { versionDrafts } from '../domain/version-drafts.ts'
import type { Received } from '../reading/read-file.ts'
import { type Planned, type PlanOptions, planFile, type Summary, summaryOf } from './plan-file.ts'
import { councilRef } from './read-state.ts'

export type LoadRequest = {
  /** The command's id: the same load asked twice is done once. */
  readonly id: Id
  readonly name: string
  readonly file: Received
  readonly options: PlanOptions
  /** The mark of the preview that a person saw; without it what is planned now is loaded. */
  readonly digest?: string
  readonly isPreviewOnly?: boolean
  /** When somebody named the kind, a file of another kind is a mistake. */
  readonly kind?: FileKind
  /** Runs in the same transaction, once everything is appended. */
  onLoaded?(tx: Tx): Promise<void>
}
export type Loaded = {
  readonly version: Id | null
  /** False when the file was loaded before and would change nothing. */
  readonly isNew: boolean
  readonly summary: Summary
}

/** The caller has checked the permission. */
export async function loadPlaces(
  node: Node,
  actor: Actor,
  request: LoadRequest,
): Promise<Loaded | FileProblem | Refusal> {
  if (request.isPreviewOnly) return previewOnly(node, actor, request)
  const contentHash = createHash('sha256').update(`${request.name} ${request.digest}`).digest()
  let outcome: Loaded | FileProblem | undefined
  const done = await actInBulk(node, actor, {
    id: request.id,
    name: 'geography.load',
    contentHash,
    async work(tx, append) {
      const loaded = await loadAll(tx, append, { actor, request })
      if (isRefusal(loaded)) return loaded
      outcome = loaded
      if (isFileProblem(loaded)) return refuse('unreadable-file')
      return { version: loaded.version }
    },
  })
  if (outcome) return outcome
  if (isRefusal(done)) return done
  return repeated(node, actor, { request, version: String(done.answer.version) })
}

async function previewOnly(node: Node, actor: Actor, { file, options, kind }: LoadRequest) {
  const who = { council: actor.council, actor: actor.id }
  return node.store.transaction(who, async (tx): Promise<Loaded | FileProblem> => {
    const planned = await planFile(tx, actor.council, { file, options })
    if (isFileProblem(planned)) return planned
    if (kind && planned.plan.kind !== kind) return { problem: 'other-kind' }
    return { version: null, isNew: true, summary: summaryOf(planned) }
  })
}

type Repeated = { readonly request: LoadRequest; readonly version: Id }

async function repeated(node: Node, actor: Actor, { request, version }: Repeated) {
  const now = await previewOnly(node, actor, request)
  return isFileProblem(now) ? now : { ...now, version, isNew: false }
}

type Asked = { readonly actor: Actor; readonly request: LoadRequest }
type Append = (drafts: readonly Draft[]) => Promise<void>

async function loadAll(
  tx: Tx,
  append: Append,
  { actor, request }: Asked,
): Promise<Loaded | FileProblem | Refusal> {
  const { council } = actor
  const { file, options, digest } = request
  await sql`select pg_advisory_xact_lock(hashtextextended(${`${council}/geography`}, 11))`.execute(
    tx,
  )
  const planned = await planFile(tx, council, { file, options })
  if (isFileProblem(planned)) return planned
  if (request.kind && planned.plan.kind !== request.kind) return { problem: 'other-kind' }
  const summary = summaryOf(planned)
  if (digest !== undefined && summary.digest !== digest) return refuse('stale-preview')
  const before = isNothing(planned.plan) && (await standingVersion(tx, council, planned.checksum))
  if (before) return { version: before, isNew: false, summary }
  const version = newId()
  const drafts = versionDrafts({
    ...planned,
    ...(await surroundings(tx, council)),
    version,
    fileName: request.name,
    newId,
    idFrom: (...words) => idFrom(council, ...words),
  })
  for (const batch of batches(drafts)) await append(batch)
  await request.onLoaded?.(tx)
  return { version, isNew: true, summary }
}

/** Rows that wait for a person are waiting already, if the very same file was loaded before. */
function isNothing({
  facts,
  villages,
  reopened,
  renamed,
  codes,
  streets,
}: Planned['plan']): boolean {
  const changes = [villages, reopened, renamed, codes, streets, facts.flatMap(one => one.facts)]
  return changes.every(one => one.length === 0)
}

async function standingVersion(tx: Tx, council: string, checksum: string): Promise<Id | undefined> {
  const found = await sql<{ id: Id }>`select id from geo_versions
    where council = ${council} and checksum = ${checksum} and undone_at is null
    order by number desc limit 1`.execute(tx)
  return found.rows[0]?.id
}

async function surroundings(tx: Tx, council: string) {
  const places = await sql<{ id: Id; kind: string; name: string; parent: Id | null }>`
    select id, kind, name, parent from places
    where council = ${council} and kind in ('district', 'village', 'zone') and ended_at is null
    order by name, id`.execute(tx)
  const number = await sql<{ next: number }>`select coalesce(max(number), 0) + 1 as next
    from geo_versions where council = ${council}`.execute(tx)
  const zones = places.rows.flatMap(({ id, kind, name, parent }) =>
    kind === 'zone' && parent ? [{ id, name, village: parent }] : [],
  )
  const villages = places.rows.filter(one => one.kind === 'village')
  return {
    number: number.rows[0]?.next ?? 1,
    council: await councilRef(tx, council),
    district: places.rows.find(one => one.kind === 'district')?.id ?? null,
    zones,
    villageNames: new Map(villages.map(one => [one.id, one.name])),
  }
}

const draftsMax = 2_000
/** Homes, rows and facts that one append holds: it bounds the size of a statement. */
const partsMax = 6_000

/** Consecutive events of one kind stay together as far as they fit: fewer, larger statements. */
export function* batches(drafts: readonly Draft[]): Generator<readonly Draft[]> {
  let batch: Draft[] = []
  let parts = 0
  for (const draft of drafts) {
    const more = partsOf(draft)
    if (batch.length > 0 && (parts + more > partsMax || batch.length === draftsMax)) {
      yield batch
      batch = []
      parts = 0
    }
    batch.push(draft)
    parts += more
  }
  if (batch.length > 0) yield batch
}

function partsOf({ body }: Draft): number {
  const lists = Object.values(body).filter(Array.isArray)
  return 1 + lists.reduce((all, one) => all + one.length, 0)
}
