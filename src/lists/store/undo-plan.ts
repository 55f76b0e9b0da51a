// What would taking a load back do, and what has happened since that must stay?
import { sql } from 'kysely'
import type { Id } from '../../kernel/ids.ts'
import { type Untried, untriedMembers } from '../../reach/index.ts'
import type { Tx } from '../../store/open.ts'

export type UndoPlan = {
  readonly version: Id
  readonly list: string
  readonly file: Id
  /** Positions of the load's own events in the log. */
  readonly firstSeq: number
  readonly lastSeq: number
  /** Whom the load added and with whom nothing has happened since: their words go. */
  readonly erased: readonly Id[]
  /** Rows of the load that became nobody. */
  readonly entries: readonly Id[]
  /** Somebody acted on them since: they stay, and a person decides what for. */
  readonly kept: readonly Id[]
  readonly actedOnByOthers: number
  readonly corrected: readonly LoadEvent[]
  readonly deaths: readonly Id[]
  readonly namedAgain: readonly Id[]
  /** Who withdrew by it, and who was back by it. */
  readonly withdrawn: readonly Id[]
  readonly back: readonly Id[]
  readonly leaving: readonly Untried[]
}

export type LoadEvent = {
  readonly seq: number
  readonly kind: string
  readonly body: Readonly<Record<string, unknown>>
}

type Version = { id: Id; list: string; file: Id }

export async function planUndo(
  tx: Tx,
  council: string,
  { version, by }: { readonly version: Version; readonly by: Id },
): Promise<UndoPlan> {
  const events = await eventsOfLoad(tx, council, version.id)
  const of = (kind: string) => events.filter(event => event.kind === kind)
  const ids = (kind: string, name: string) => of(kind).map(({ body }) => String(body[name]))
  const firstSeq = events[0]?.seq ?? 0
  const lastSeq = events.at(-1)?.seq ?? 0
  const added = ids('people.PersonAdded', 'person')
  const since = await actedSince(tx, council, lastSeq)
  const decided = await decidedSince(tx, council, { version: version.id, lastSeq })
  const joined = await untriedMembers(tx, council, ids('reach.MemberJoined', 'member'))
  const erased = added.filter(person => !since.has(person))
  const kept = [...new Set([...added.filter(person => since.has(person)), ...decided.people])]
  return {
    version: version.id,
    list: version.list,
    file: version.file,
    firstSeq,
    lastSeq,
    erased,
    entries: await nobodysEntries(tx, council, version.id),
    kept,
    actedOnByOthers: kept.filter(person => isByOthers(since.get(person), by)).length,
    corrected: of('people.PersonCorrected'),
    deaths: flagsOf(of('people.FlagRaised'), 'deceased-reported'),
    namedAgain: flagsOf(of('people.FlagLowered'), 'no-basis'),
    withdrawn: flagsOf(of('people.FlagRaised'), 'withdrawn'),
    back: flagsOf(of('people.FlagLowered'), 'withdrawn'),
    leaving: joined.filter(({ subject }) => !since.has(subject)),
  }
}

function flagsOf(events: readonly LoadEvent[], flag: string): Id[] {
  return events.filter(({ body }) => body.flag === flag).map(({ body }) => String(body.person))
}

function isByOthers(actors: ReadonlySet<Id> | undefined, by: Id): boolean {
  return [...(actors ?? [])].some(actor => actor !== by)
}

/** The load is one command: its events are the version's own, all of them. */
async function eventsOfLoad(tx: Tx, council: string, version: Id): Promise<readonly LoadEvent[]> {
  const found = await sql<LoadEvent>`
    select e.seq, e.kind, case when e.kind in ('lists.EntryRead', 'lists.RowsAccounted')
      then '{}'::jsonb else e.body end as body
    from events e where e.council = ${council} and e.command = (
      select v.command from events v where v.council = ${council}
        and v.kind = 'lists.VersionLoaded' and v.body ->> 'version' = ${version})
    order by e.seq`.execute(tx)
  return found.rows
}

/** Who did something to whom since: attempts, needs, merges, corrections, other lists. */
async function actedSince(tx: Tx, council: string, seq: number): Promise<Map<Id, Set<Id>>> {
  const found = await sql<{ subject: Id; actor: Id }>`
    select distinct s.subject, e.actor
    from events e cross join lateral unnest(e.subjects) s (subject)
    where e.council = ${council} and e.seq > ${seq}`.execute(tx)
  const acted = new Map<Id, Set<Id>>()
  for (const { subject, actor } of found.rows) {
    acted.set(subject, (acted.get(subject) ?? new Set()).add(actor))
  }
  return acted
}

type Since = { readonly version: Id; readonly lastSeq: number }

/** Held rows of the load that a person decided: whoever they became is theirs, not the load's. */
async function decidedSince(tx: Tx, council: string, { version, lastSeq }: Since) {
  const found = await sql<{ person: Id }>`
    select distinct d.person from list_decisions d
    join list_readings r on r.council = d.council and r.entry = d.entry and r.version = ${version}
    where d.council = ${council} and d.seq > ${lastSeq} and d.person is not null`.execute(tx)
  return { people: found.rows.map(({ person }) => person) }
}

/** Entries that only this version has and that are about nobody: their words go too. */
async function nobodysEntries(tx: Tx, council: string, version: Id): Promise<readonly Id[]> {
  const found = await sql<{ id: Id }>`
    select distinct e.id from list_readings r
    join list_entries e on e.council = r.council and e.id = r.entry and e.person is null
    where r.council = ${council} and r.version = ${version}
      and not exists (select from list_readings o where o.council = r.council
        and o.entry = r.entry and o.version <> r.version)
    order by e.id`.execute(tx)
  return found.rows.map(({ id }) => id)
}
