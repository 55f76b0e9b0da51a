// Whose tries are used up, though nobody may leave them unanswered? Each becomes a welfare concern,
// whatever came last: the try, the flag, or that two records are one person.
import { sql } from 'kysely'
import { keepUnanswered } from '../../concerns/index.ts'
import type { Recorded } from '../../events/index.ts'
import { allPacks, findPack } from '../../hazards/index.ts'
import type { Id } from '../../kernel/ids.ts'
import type { Tx } from '../../store/open.ts'
import type { attemptRecorded } from '../domain/events.ts'
import { meanings } from '../domain/outcomes.ts'
import type { Touch } from './derive-standings.ts'

type Found = {
  readonly person: Id
  readonly seq: number
  readonly at: Date
  readonly pack: string
  readonly version: number
}

/**
 * Asked at the position of each event, so that a run of events gives the same however it is cut.
 * An unanswered try counts until somebody was reached, said no, or a concern about them ended.
 */
export async function raiseUsedUp(
  tx: Tx,
  council: string,
  touches: readonly Touch[],
): Promise<void> {
  if (touches.length === 0) return
  const found = await sql<Found>`${usedUp(council, touches)}`.execute(tx)
  for (const { person, seq, at, pack, version } of found.rows) {
    const rule = findPack(pack, version)?.concern
    if (rule) await keepUnanswered(tx, council, { person, seq: Number(seq), at, rule })
  }
}

function allRules() {
  return allPacks().flatMap(({ id: pack, version, concern }) =>
    concern.unanswered.map(outcome => {
      return { pack, version, outcome, tries: concern.triesMax, flags: concern.atRiskFlags }
    }),
  )
}

const settling = Object.entries(meanings)
  .filter(([, { bucket }]) => bucket === 'reached' || bucket === 'excused')
  .map(([outcome]) => outcome)

function usedUp(council: string, touches: readonly Touch[]) {
  const rows = touches.map(({ subject, seq, recordedAt }) => ({ subject, seq, at: recordedAt }))
  const subjects = [...new Set(touches.map(one => one.subject))]
  return sql`with rules as (
      select * from jsonb_to_recordset(${JSON.stringify(allRules())}::jsonb) as r (pack text,
        version integer, outcome text, tries integer, flags text[])
    ), touched as materialized (
      select r.id as root, r.flags, t.subject, t.seq, t.at
      from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as t (subject uuid, seq bigint,
        at timestamptz)
      join people p on p.council = ${council} and p.id = t.subject
        and p.id = any (${subjects}::uuid[])
      join people r on r.council = p.council and r.id = p.root
      where r.flags && (select array_agg(distinct flag) from rules, unnest(rules.flags) as flag)
    ), tries as (
      select t.root, t.flags, t.subject, t.seq, t.at, a.round, c.pack, c.pack_version as version,
        a.outcome, a.outcome = any (${settling}::text[]) and not a.is_doubted as settles,
        a.seq as tried_seq
      from touched t
      join people q on q.council = ${council} and q.root = t.root
      join attempts a on a.council = q.council and a.subject = q.id and a.is_attempt
        and a.seq <= t.seq
      join campaigns c on c.council = a.council and c.id = a.campaign
    ), since as (
      select t.root, t.seq, greatest(max(t.tried_seq) filter (where t.settles),
        (select max(k.ended_seq) from concerns k
          join people q on q.council = k.council and q.id = k.person
          where k.council = ${council} and q.root = t.root)) as seq_settled
      from tries t group by t.root, t.seq
    )
    select distinct on (t.root) t.subject as person, t.seq, t.at, t.pack, t.version
    from tries t
    join since s on s.root = t.root and s.seq = t.seq
    join rules r on r.pack = t.pack and r.version = t.version and r.outcome = t.outcome
      and r.flags && t.flags
    where t.tried_seq > coalesce(s.seq_settled, 0)
      and not exists (select from rounds x join rounds y on y.council = x.council
        and y.campaign = x.campaign and y.number > x.number
        where x.council = ${council} and x.id = t.round)
    group by t.root, t.subject, t.seq, t.at, t.round, t.pack, t.version
    having count(*) >= min(r.tries)
    order by t.root, t.seq, t.subject`
}

type Attempts = readonly (typeof attemptRecorded.recorded)[]
type About = Recorded<{ person: Id; flag: string }>
type Merge = Recorded<{ from: Id; into: Id }>

export async function afterAttempts(tx: Tx, events: Attempts): Promise<void> {
  const unanswered = new Set<string>(allRules().map(rule => rule.outcome))
  const missed = events.filter(({ body }) => body.isAttempt && unanswered.has(body.outcome))
  await raiseUsedUp(tx, events[0]?.council ?? '', missed.flatMap(touchesOf))
}

export async function afterFlags(tx: Tx, events: readonly About[]): Promise<void> {
  const atRisk = new Set(allRules().flatMap(rule => rule.flags))
  const told = events.filter(({ body }) => atRisk.has(body.flag))
  await raiseUsedUp(tx, events[0]?.council ?? '', told.flatMap(touchesOf))
}

/** Both sides: joined their tries add up, parted each has their own flags and concerns. */
export async function afterMerges(tx: Tx, events: readonly Merge[]): Promise<void> {
  const touches = events.flatMap(({ seq, recordedAt, body }) =>
    [body.from, body.into].map(subject => ({ subject, seq, recordedAt })),
  )
  await raiseUsedUp(tx, events[0]?.council ?? '', touches)
}

export async function afterAscribed(tx: Tx, events: readonly Recorded[]): Promise<void> {
  await raiseUsedUp(tx, events[0]?.council ?? '', events.flatMap(touchesOf))
}

function touchesOf({ subjects, seq, recordedAt }: Omit<Recorded, 'body' | 'words'>): Touch[] {
  return subjects.map(subject => ({ subject, seq, recordedAt }))
}
