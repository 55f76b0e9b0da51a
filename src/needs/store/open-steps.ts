// Which promised steps are open, for what kind of need, and how late? Counted and listed alike.
import { type RawBuilder, sql } from 'kysely'
import { inScope, type Scope } from '../../access/index.ts'
import type { Id } from '../../kernel/ids.ts'
import type { Tx } from '../../store/open.ts'

export type StepsOpen = {
  /** Of the need that the step is for; null: of none. */
  readonly kind: string | null
  readonly open: number
  readonly late: number
  readonly oldestDue: Date
}

type Asked = { readonly now: number; readonly kind?: string | undefined; readonly isLate?: boolean }

export async function countOpenSteps(
  tx: Tx,
  scope: Scope,
  now: number,
): Promise<readonly StepsOpen[]> {
  const found = await sql<StepsOpen>`
    select d.kind, count(*)::int as open, count(*) filter (where d.is_late)::int as late,
      min(d.due_at) as "oldestDue"
    from (${openOnes(scope, { now })}) d group by d.kind
    order by 3 desc, 2 desc, 1`.execute(tx)
  return found.rows
}

export type OpenStep = {
  readonly id: Id
  readonly person: Id
  readonly name: string
  readonly village: string | null
  readonly what: string | null
  readonly kind: string | null
  readonly dueAt: Date
  readonly isLate: boolean
  readonly owner: string | null
}

export const openStepsMax = 500

/** The longest due first. */
export async function openSteps(
  tx: Tx,
  scope: Scope,
  asked: Asked,
): Promise<{ readonly total: number; readonly rows: readonly OpenStep[] }> {
  const found = await sql<OpenStep & { total: number }>`
    select d.id, d.person, coalesce(d.name, '') as name, v.name as village, d.what, d.kind,
      d.due_at as "dueAt", d.is_late as "isLate", u.name as owner, count(*) over ()::int as total
    from (${openOnes(scope, asked)}) d
    left join users u on u.council = ${scope.council} and u.id = d.owner
    left join places s on s.council = ${scope.council} and s.id = d.place
    left join places v on v.council = s.council and v.id = any (s.path) and v.kind = 'village'
    order by d.due_at, d.id limit ${openStepsMax}`.execute(tx)
  return { total: found.rows[0]?.total ?? 0, rows: found.rows }
}

function openOnes(scope: Scope, { now, kind, isLate }: Asked): RawBuilder<unknown> {
  const at = new Date(now)
  const ofKind = kind === 'none' ? sql`n.kind is null` : sql`n.kind = ${kind ?? ''}`
  return sql`select a.id, r.id as person, r.name, a.place, a.what, a.due_at, a.owner, n.kind,
      a.due_at < ${at} as is_late
    from plan_actions a
    join people p on p.council = a.council and p.id = a.person and p.erased_at is null
    join people r on r.council = p.council and r.id = p.root
    left join needs n on n.council = a.council and n.id = a.need
    where a.council = ${scope.council} and a.state = 'open' and ${inScope(scope, 'a.place')}
      and ${kind === undefined ? sql`true` : ofKind}
      and ${isLate ? sql`a.due_at < ${at}` : sql`true`}`
}
