// What does a preview say? The counts of a staged file, and the mark by which a load knows that
// nothing it rests on has moved.
import { sql } from 'kysely'
import type { Actor } from '../../access/index.ts'
import type { Id } from '../../kernel/ids.ts'
import type { Node } from '../../node.ts'
import type { Tx } from '../../store/open.ts'
import type { FileRemark } from '../domain/file-problems.ts'
import type { HeaderProblem, Renamed } from '../domain/header.ts'
import type { ListType } from '../domain/list-types.ts'
import type { ColumnRole } from '../domain/profile.ts'
import { type Reason, type RowCounts, stoppingReasons } from '../domain/reasons.ts'
import { readListFile } from '../reading/read-list-file.ts'
import { anotherCouncil, districtsOf } from './districts.ts'
import { nameList, openFile, unknownList } from './files.ts'
import { listsKnownTo } from './profiles-of.ts'
import { stageRows } from './stage.ts'

export type PreviewColumn = {
  readonly name: string
  readonly header: string
  readonly kept: boolean
  readonly role: ColumnRole
}
export type Preview = {
  /** The list that it turned out to be. */
  readonly list: string
  readonly counts: RowCounts
  readonly addedPeople: number
  readonly knownPeople: number
  readonly died: number
  /** Rows that say that somebody withdrew. */
  readonly withdrawn: number
  readonly dropped: number
  readonly onBoth: number
  readonly changes: Readonly<Record<string, number>>
  readonly reasons: readonly { reason: Reason; rows: number; example: number }[]
  readonly columns: readonly PreviewColumn[]
  readonly remarks: readonly FileRemark[]
  /** Columns that the file seems to have under a new name; nobody said so yet. */
  readonly suggestions: readonly Renamed[]
  /** Of a file that holds only what is new, nobody drops off. */
  readonly covers: ListType['covers']
  readonly soundNumbers: number
  readonly soundDates: number
  readonly previous: { readonly version: Id; readonly number: number; readonly rows: number } | null
  /** The log's position when it was made, and a mark of every row's outcome. */
  readonly seq: number
  readonly digest: string
}

export type FileToRead = {
  readonly id: Id
  readonly list: string
  readonly renamed?: readonly Renamed[]
}
export type PreviewContext = {
  readonly node: Node
  readonly actor: Actor
  readonly onRows?: (rows: number) => void
  /** What it rests on has moved: what was found before no longer counts. */
  readonly isAgain?: true
}

/** Reads the file into the side table and keeps what it found. Writes nothing to the record. */
export async function previewFile(
  context: PreviewContext,
  file: FileToRead,
): Promise<Preview | HeaderProblem> {
  const who = { council: context.actor.council, actor: context.actor.id }
  const work = async (tx: Tx) => {
    const done = await readByOthers(tx, who.council, file.id)
    return (context.isAgain ? undefined : done) ?? stageFile(tx, context, file)
  }
  return context.node.store.transaction(who, work, { isPlannedOnce: true })
}

/** One reading of a file at a time, in any process: what another found meanwhile is the answer. */
async function readByOthers(tx: Tx, council: string, file: Id): Promise<Preview | undefined> {
  const lock = `${council}/${file}`
  await sql`select pg_advisory_xact_lock(hashtextextended(${lock}, 12))`.execute(tx)
  const found = await sql<{ reading: Preview }>`select reading from list_files
    where council = ${council} and id = ${file} and state in ('read', 'loaded')`.execute(tx)
  return found.rows[0]?.reading
}

export async function stageFile(
  tx: Tx,
  context: PreviewContext,
  file: FileToRead,
): Promise<Preview | HeaderProblem> {
  const { council } = context.actor
  await expectFewRows(tx)
  const seq = await positionOf(tx, council)
  const known = await listsKnownTo(tx, council)
  const renamed = [...(file.renamed ?? []), ...known.renamed]
  const asked = file.list === unknownList ? {} : { list: file.list }
  const options = { profiles: known.profiles, ...asked, renamed }
  const opened = await readListFile(openFile(tx, council, file.id), options)
  if ('problem' in opened) return keepRefusal(tx, { council, file: file.id, problem: opened })
  const { profile, suggestions } = opened.header
  await nameList(tx, { council, file: file.id }, profile)
  const ours = await districtsOf(tx, council)
  const staging = {
    council,
    list: profile.id,
    file: file.id,
    context: { today: londonDay(context.node.clock.now()), ...ours },
    ...(context.onRows ? { onRows: context.onRows } : {}),
  }
  await stageRows(tx, staging, opened)
  const ending = opened.ending()
  const problem = ending.problem ?? (await anotherCouncil(tx, { council, file: file.id }, ours))
  if (problem) return keepRefusal(tx, { council, file: file.id, problem })
  const columns = opened.header.columns.map(({ column, header }) => ({
    name: column.name,
    header,
    kept: column.keep,
    role: column.role,
  }))
  const { covers } = profile
  const found = await countStaged(tx, council, { id: file.id, list: profile.id, covers })
  const said = { list: profile.id, columns, suggestions, covers, remarks: ending.remarks }
  const preview: Preview = { ...found, ...said, seq }
  await sql`update list_files set state = 'read',
      reading = ${JSON.stringify({ ...preview, renamed: file.renamed ?? [] })}::jsonb
    where council = ${council} and id = ${file.id}`.execute(tx)
  return preview
}

/**
 * Rows written in this transaction have no statistics yet, and a plan that reads such a table whole
 * for every row of a batch takes minutes. Each question here is for few rows, by an index: so no
 * whole tables, and none kept aside to be walked again for each row.
 */
export async function expectFewRows(tx: Tx): Promise<void> {
  for (const plan of ['enable_seqscan', 'enable_material']) {
    await sql`select set_config(${plan}, 'off', true)`.execute(tx)
  }
}

async function keepRefusal(
  tx: Tx,
  { council, file, problem }: { council: string; file: Id; problem: HeaderProblem },
): Promise<HeaderProblem> {
  await sql`delete from staged_rows where council = ${council} and file = ${file}`.execute(tx)
  await sql`update list_files set state = 'refused', reading = ${JSON.stringify(problem)}::jsonb
    where council = ${council} and id = ${file}`.execute(tx)
  return problem
}

type Staged = FileToRead & Pick<ListType, 'covers'>

async function countStaged(tx: Tx, council: string, { id, list, covers }: Staged) {
  const mine = sql`council = ${council} and file = ${id}`
  const totals = await sql<Totals>`
    select count(*)::int as rows,
      ${countOf('accepted')}, ${countOf('changed')}, ${countOf('unchanged')},
      ${countOf('needs_review')}, ${countOf('rejected')},
      count(distinct person)
        filter (where outcome = 'accepted' and not is_known)::int as "addedPeople",
      count(distinct person) filter (where outcome = 'accepted' and is_known)::int as "knownPeople",
      count(distinct person) filter (where ${stopsContact})::int as died,
      count(*) filter (where 'withdrawn' = any (reasons))::int as withdrawn,
      count(*) filter (where entry ? 'nhsNumber')::int as "soundNumbers",
      count(*) filter (where entry ? 'dateOfBirth')::int as "soundDates",
      encode(sha256(convert_to(coalesce(string_agg(concat_ws(':', row, outcome, entry_id, person,
        is_known, change), ',' order by row), ''), 'UTF8')), 'hex') as digest
    from staged_rows where ${mine}`.execute(tx)
  const reasons = await sql<{ reason: Reason; rows: number; example: number }>`
    select reasons[1] as reason, count(*)::int as rows, min(row) as example from (
      select row, array(select r from unnest(${stoppingReasons}::text[]) with ordinality s (r, at)
        where r = any (reasons) order by at) as reasons
      from staged_rows where ${mine} and outcome in ('needs_review', 'rejected')) held
    where reasons[1] is not null group by 1 order by 2 desc, 1`.execute(tx)
  const changes = await sql<{ change: string; rows: number }>`
    select change, count(*)::int as rows from staged_rows
    where ${mine} and outcome = 'changed' group by 1`.execute(tx)
  const { digest, addedPeople, knownPeople, died, withdrawn, soundNumbers, soundDates, ...counts } =
    only(totals)
  return {
    counts,
    ...{ digest, addedPeople, knownPeople, died, withdrawn, soundNumbers, soundDates },
    reasons: reasons.rows,
    changes: Object.fromEntries(changes.rows.map(({ change, rows }) => [change, rows])),
    ...(await againstPrevious(tx, council, { id, list, covers })),
  }
}

/**
 * Rows that say that a person died whom they name beyond doubt, also where something else about
 * them is held: ringing the bereaved cannot be undone, a stop can.
 */
export const isCertain = sql<boolean>`person is not null
  and outcome in ('accepted', 'changed', 'needs_review')
  and not reasons && array['date-of-birth-differs', 'may-be-known', 'twice-in-file']`
export const stopsContact = sql<boolean>`'died' = any (reasons) and ${isCertain}`

type Totals = RowCounts & {
  addedPeople: number
  knownPeople: number
  died: number
  withdrawn: number
  soundNumbers: number
  soundDates: number
  digest: string
}

async function againstPrevious(tx: Tx, council: string, { id, list, covers }: Staged) {
  const previous = await sql<{ version: Id; number: number; rows: number }>`
    select id as version, number, rows from list_versions
    where council = ${council} and list = ${list} and undone_at is null
    order by number desc limit 1`.execute(tx)
  const both = await sql<{ dropped: number; onBoth: number }>`
    select count(*) filter (where not is_here)::int as dropped,
      count(*) filter (where is_here)::int as "onBoth"
    from (select id in (select entry_id from staged_rows
        where council = ${council} and file = ${id}) as is_here
      from list_entries where council = ${council} and list = ${list} and dropped_by is null
        and state in ('loaded', 'held')) e`.execute(tx)
  const { dropped, onBoth } = only(both)
  const left = covers === 'whole' ? dropped : 0
  return { previous: previous.rows[0] ?? null, dropped: left, onBoth }
}

function countOf(outcome: keyof RowCounts) {
  return sql`count(*) filter (where outcome = ${outcome})::int as ${sql.ref(outcome)}`
}

function only<T>({ rows }: { rows: T[] }): T {
  const [row] = rows
  if (row === undefined) throw new Error('Broken: a count gives one row')
  return row
}

async function positionOf(tx: Tx, council: string): Promise<number> {
  const found = await sql<{ seq: number }>`
    select seq from council_logs where council = ${council}`.execute(tx)
  return found.rows[0]?.seq ?? 0
}

export function londonDay(now: number): string {
  return new Intl.DateTimeFormat('en-CA', { timeZone: 'Europe/London' }).format(now)
}
