// Which looks has no rule weighed yet, and what must a rule know about them?
import { sql } from 'kysely'
import type { Id } from '../../kernel/ids.ts'
import { nameKeyOf } from '../../people/index.ts'
import type { Tx } from '../../store/open.ts'
import type { Known, Looker, RuleName, Work } from '../domain/rules/index.ts'

export type RawLook = {
  readonly id: Id
  readonly actor: Id
  readonly at: Date
  readonly what: string
  readonly route: string
  readonly subjects: readonly Id[]
  readonly isEmergency: boolean
}

const batchMax = 500
const columns = sql`r.id, r.actor, r.at, r.what, r.route, r.subjects,
  r.opening is not null as "isEmergency"`

/** The oldest first. One process of a council at a time; the others find nothing to do. */
export async function takeWaiting(
  tx: Tx,
  council: string,
  until: Date,
): Promise<readonly RawLook[]> {
  const lock = await sql<{ isMine: boolean }>`select pg_try_advisory_xact_lock(
    hashtextextended(${`oversight.weigh ${council}`}, 0)) as "isMine"`.execute(tx)
  if (!lock.rows[0]?.isMine) return []
  const found = await sql<RawLook>`select ${columns} from looks_waiting w
    join reads r on r.council = w.council and r.id = w.look
    where w.council = ${council} and r.at <= ${until}
    order by r.at, r.id limit ${batchMax}`.execute(tx)
  return found.rows
}

export async function dropWaiting(tx: Tx, council: string, looks: readonly Id[]): Promise<void> {
  await sql`delete from looks_waiting
    where council = ${council} and look = any (${looks}::uuid[])`.execute(tx)
}

type Window = {
  readonly actor: Id
  readonly from: Date
  readonly openFrom: Date
  readonly until: Date
}

/** One person's looks of the window, and what they opened in the longer one before it. */
export async function looksAround(
  tx: Tx,
  council: string,
  { actor, from, openFrom, until }: Window,
): Promise<readonly RawLook[]> {
  const found = await sql<RawLook>`select ${columns} from reads r
    where r.council = ${council} and r.actor = ${actor} and r.at >= ${openFrom}
      and r.at <= ${until} and (r.at >= ${from} or r.what = 'open')
    order by r.at, r.id`.execute(tx)
  return found.rows
}

export async function knownOf(
  tx: Tx,
  council: string,
  ids: readonly Id[],
): Promise<ReadonlyMap<Id, Known>> {
  const found = await sql<Known & { id: Id }>`
    select p.id, p.root as person, p.name_key as "nameKey", p.family_key as "familyKey",
      lower(regexp_replace(p.postcode, '[^A-Za-z0-9]', '', 'g')) as postcode, p.place as street,
      coalesce(s.path, '{}') as path, array(select lower(c.value) from contact_points c
        where c.council = p.council and c.person = p.root and c.kind = 'email') as emails
    from people p left join places s on s.council = p.council and s.id = p.place
    where p.council = ${council} and p.id = any (${ids}::uuid[])`.execute(tx)
  return new Map(found.rows.map(({ id, ...known }) => [id, known]))
}

type LookerRow = Omit<Looker, 'nameKey'> & { readonly name: string }

/**
 * Who manages, or answers for data, works everywhere, whatever else they look after: their places
 * do not bound them.
 */
export async function lookerOf(
  tx: Tx,
  council: string,
  asked: { readonly user: Id; readonly at: Date },
): Promise<Looker> {
  const { user, at } = asked
  const inForce = sql`g.council = u.council and g.user_id = u.id and g.starts_at <= ${at}
    and (g.ends_at is null or g.ends_at > ${at})`
  const found = await sql<LookerRow>`
    select coalesce(u.name, '') as name, lower(coalesce(u.email, '')) as email,
      lower(regexp_replace(coalesce(h.postcode, ''), '[^A-Za-z0-9]', '', 'g')) as postcode,
      array(select distinct d.street from dwellings d where d.council = u.council
        and h.postcode is not null and upper(replace(d.postcode, ' ', ''))
          = upper(replace(h.postcode, ' ', ''))) as streets,
      case when exists (select from grants g where ${inForce} and g.place is null
        and g.role <> 'call-handler') then '{}'::uuid[]
      else array(select g.place from grants g where ${inForce} and g.place is not null
        union select o.place from place_owners o
          where o.council = u.council and o.user_id = u.id) end as places
    from users u left join staff_homes h on h.council = u.council and h.user_id = u.id
    where u.council = ${council} and u.id = ${user}`.execute(tx)
  const row = found.rows[0]
  if (!row) return { nameKey: '', postcode: '', streets: [], email: '', places: [] }
  const { name, ...rest } = row
  return { ...rest, nameKey: nameKeyOf(name, '') }
}

type Span = { readonly user: Id; readonly from: Date; readonly until: Date }

/** What they put on record. The log is in order of time, so its beginning is found by halving. */
export async function workOf(tx: Tx, council: string, span: Span): Promise<readonly Work[]> {
  const first = await seqAt(tx, council, span.from)
  const found = await sql<{ at: Date; persons: readonly Id[] }>`
    select e.recorded_at as at, e.subjects as persons from events e
    where e.council = ${council} and e.seq >= ${first} and e.actor = ${span.user}
      and e.recorded_at <= ${span.until}`.execute(tx)
  return found.rows.map(({ at, persons }) => ({ at: at.getTime(), persons }))
}

async function seqAt(tx: Tx, council: string, at: Date): Promise<number> {
  const head = await sql<{ seq: number }>`select seq::int as seq from council_logs
    where council = ${council}`.execute(tx)
  let [low, high] = [1, (head.rows[0]?.seq ?? 0) + 1]
  while (low < high) {
    const middle = Math.floor((low + high) / 2)
    const found = await sql<{ isBefore: boolean }>`select recorded_at < ${at} as "isBefore"
      from events where council = ${council} and seq = ${middle}`.execute(tx)
    if (found.rows[0]?.isBefore) low = middle + 1
    else high = middle
  }
  return low
}

/** `rule look` of looks that a question rests on already. */
export async function questionedLooks(
  tx: Tx,
  council: string,
  looks: readonly Id[],
): Promise<ReadonlySet<string>> {
  const found = await sql<{ rule: RuleName; look: Id }>`select rule, look from question_looks
    where council = ${council} and look = any (${looks}::uuid[])`.execute(tx)
  return new Set(found.rows.map(({ rule, look }) => `${rule} ${look}`))
}

/** Open questions about one person's looks, by rule and day. */
export async function openQuestions(
  tx: Tx,
  council: string,
  about: Id,
): Promise<ReadonlyMap<string, Id>> {
  const found = await sql<{ key: string; id: Id }>`
    select rule || ' ' || to_char(day, 'YYYY-MM-DD') as key, id from questions
    where council = ${council} and about = ${about} and state = 'open'
    order by raised_at`.execute(tx)
  return new Map(found.rows.map(({ key, id }) => [key, id]))
}
