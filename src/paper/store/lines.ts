// What is on a sheet now, and what has come back for each line?
import { sql } from 'kysely'
import { inScope, type Scope } from '../../access/index.ts'
import type { Id } from '../../kernel/ids.ts'
import type { Tx } from '../../store/open.ts'
import { type LateReason, lateBecause } from '../domain/late.ts'
import { homeMayStand, mayStand } from './may-stand.ts'

/** Null: it is not to be rung any more, or not theirs. */
export type Phone = { readonly id: Id; readonly value: string | null }

export type LineOf = {
  readonly id: Id
  readonly nth: number
  readonly code: string
  readonly member: Id | null
  readonly person: Id | null
  /** Nothing of them may stand on paper any more: a stop, a concern, another's place. */
  readonly isGone: boolean
  readonly name: string
  readonly address: string
  readonly street: string
  readonly language: string | null
  readonly flags: readonly string[]
  readonly attempts: number
  readonly promisedAt: Date | null
  readonly phones: readonly Phone[]
  readonly back: Back | null
  readonly lateness: readonly LateReason[]
}

export type Back = {
  readonly outcome: string
  readonly needs: number
  readonly at: Date
  readonly typedAt: Date
  readonly by: string | null
}

type Row = Omit<LineOf, 'back' | 'lateness'> & {
  readonly outcome: string | null
  readonly needs: number | null
  readonly at: Date
  readonly typedAt: Date
  readonly by: string | null
  readonly destroyBy: Date
  readonly isRoundOver: boolean
  readonly hasNewerTry: boolean
  readonly wasStopped: boolean
}

/** Out for good, or still away when it was printed; being away may have ended before. */
const isLeftOut = sql<boolean>`(m.state is not distinct from 'excused'
  and (m.until is null or m.until > s.printed_at))`

/** In the order of the paper. What the reader may not see of a line is not given. */
export async function linesOf(tx: Tx, scope: Scope, sheet: Id): Promise<readonly LineOf[]> {
  const found = await sql<Row>`
    select l.id, l.nth, l.code, l.member, l.person, v.may is not true as "isGone",
      case when v.see then coalesce(p.name, '') else '' end as name,
      case when v.see then coalesce(p.address, d.address, '') else '' end as address,
      coalesce(t.name, '') as street, p.language, coalesce(p.flags || r.flags, '{}') as flags,
      coalesce(m.attempts, 0) as attempts, m.promised_at as "promisedAt",
      case when v.see then k.phones else '[]' end as phones,
      a.outcome, a.needs, a.happened_at as at, a.recorded_at as "typedAt", u.name as by,
      s.destroy_by as "destroyBy", coalesce(a.was_stopped, false) as "wasStopped",
      exists (select from rounds o join rounds z on z.council = o.council
          and z.campaign = o.campaign and z.number > o.number and z.started_at <= a.recorded_at
        where o.council = a.council and o.id = a.round) as "isRoundOver",
      exists (select from attempts b where b.council = a.council and b.member = a.member
        and b.is_attempt and b.seq < a.seq and b.happened_at > a.happened_at) as "hasNewerTry"
    from paper_lines l
    join paper_sheets s on s.council = l.council and s.id = l.sheet
    left join members m on m.council = l.council and m.id = l.member
    left join people p on p.council = l.council and p.id = l.person
    left join dwellings d on d.council = m.council and d.id = m.subject and m.kind = 'dwelling'
    left join people r on r.council = p.council and r.id = p.root
    left join places t on t.council = l.council and t.id = coalesce(m.place, p.place)
    left join attempts a on a.council = l.council and a.id = l.id
    left join users u on u.council = a.council and u.id = a.by_user
    cross join lateral (select coalesce(jsonb_agg(jsonb_build_object('id', o.id,
        'value', case when c.state in ('untested', 'works') then c.value end)
        order by o.nth), '[]') as phones
      from unnest(l.phones) with ordinality o (id, nth)
      left join contact_points c on c.council = p.council and c.id = o.id
        and c.person = p.root) k
    cross join lateral (select case when l.person is null then ${inScope(scope, 'm.place')}
      else ${inScope(scope, 'p.place')} end as see) x
    cross join lateral (select x.see, case when l.person is not null
        then x.see and ${mayStand} and not ${isLeftOut}
      when l.member is not null then x.see and ${homeMayStand} and not ${isLeftOut}
      else true end as may) v
    where l.council = ${scope.council} and l.sheet = ${sheet} order by l.nth`.execute(tx)
  return found.rows.map(lineOf)
}

function lineOf(row: Row): LineOf {
  const { outcome, needs, at, typedAt, by, destroyBy, ...rest } = row
  const { isRoundOver, hasNewerTry, wasStopped, ...line } = rest
  if (outcome === null) return { ...line, back: null, lateness: [] }
  const facts = { isRoundOver, hasNewerTry, wasStopped }
  const times = { typedAt: typedAt.getTime(), destroyBy: destroyBy.getTime() }
  const back = { outcome, needs: needs ?? 0, at, typedAt, by }
  return { ...line, back, lateness: lateBecause({ ...facts, ...times }) }
}

export type Said = {
  readonly line: Id
  readonly why: string
  readonly outcome: string | null
  readonly triedAt: Date | null
  readonly totalPence: number | null
  readonly at: Date
  readonly by: string | null
  readonly words: string | null
}

export async function saidOf(tx: Tx, scope: Scope, sheet: Id): Promise<readonly Said[]> {
  const found = await sql<Said>`select x.line, x.why, x.outcome, x.tried_at as "triedAt",
      x.total_pence as "totalPence", x.said_at as at, u.name as by, x.words
    from paper_said x left join users u on u.council = x.council and u.id = x.said_by
    where x.council = ${scope.council} and x.sheet = ${sheet} order by x.said_at, x.id`.execute(tx)
  return found.rows
}

/** What came back first on a line. */
export async function attemptOn(tx: Tx, council: string, line: Id) {
  const found = await sql<{ outcome: string; at: Date }>`select outcome, happened_at as at
    from attempts where council = ${council} and id = ${line}`.execute(tx)
  return found.rows[0]
}

export async function saidOn(tx: Tx, council: string, said: Id) {
  const found = await sql<{ outcome: string | null; words: string }>`
    select outcome, coalesce(words, '') as words from paper_said
    where council = ${council} and id = ${said}`.execute(tx)
  return found.rows[0]
}
