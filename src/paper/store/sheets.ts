// Which sheets are there, which have not come back, and how many of their lines?
import { type RawBuilder, sql } from 'kysely'
import { inScope, type Scope } from '../../access/index.ts'
import type { Id } from '../../kernel/ids.ts'
import type { Tx } from '../../store/open.ts'
import type { SheetEnd, SheetKind, SheetLang } from '../domain/terms.ts'

export type Sheet = {
  readonly id: Id
  readonly number: number
  readonly kind: SheetKind
  /** In which it is printed. */
  readonly lang: SheetLang
  readonly campaign: Id | null
  readonly campaignTitle: string | null
  readonly place: Id | null
  readonly placeName: string | null
  readonly person: Id | null
  readonly need: Id | null
  readonly lines: number
  readonly back: number
  readonly limitPence: number | null
  readonly position: number
  readonly printedAt: Date
  readonly printedBy: string | null
  readonly dueBack: Date
  readonly destroyBy: Date
  readonly forWhom: string | null
  readonly reason: string | null
  readonly ring: string | null
  readonly items: string | null
  readonly ended: SheetEnd | null
  readonly endedAt: Date | null
}

/** A line is back when its attempt is in the record, or what it said instead. */
export const isBack: RawBuilder<boolean> = sql<boolean>`(
  exists (select from attempts a where a.council = l.council and a.id = l.id)
  or exists (select from paper_said x where x.council = l.council and x.line = l.id
    and x.why <> 'again'))`

const sheetRow = sql`select s.id, s.number, s.kind, s.lang, s.campaign, c.title as "campaignTitle",
    s.place, p.name as "placeName", s.person, s.need, s.lines,
    (select count(*)::int from paper_lines l where l.council = s.council and l.sheet = s.id
      and ${isBack}) as back,
    s.limit_pence as "limitPence", s.position, s.printed_at as "printedAt",
    u.name as "printedBy", s.due_back as "dueBack", s.destroy_by as "destroyBy",
    s.for_whom as "forWhom", s.reason, s.ring, s.items, s.ended, s.ended_at as "endedAt"
  from paper_sheets s
  left join campaigns c on c.council = s.council and c.id = s.campaign
  left join places p on p.council = s.council and p.id = s.place
  left join users u on u.council = s.council and u.id = s.printed_by`

const sheetsMax = 500

/** Out: not all of it back, and nobody said that it was destroyed. The longest due first. */
export async function sheetsOf(tx: Tx, scope: Scope, isAll: boolean): Promise<readonly Sheet[]> {
  const found = await sql<Sheet>`select * from (${sheetRow}
      where s.council = ${scope.council} and ${inScope(scope, 's.place')}) s
    where ${isAll ? sql`true` : isOut}
    order by ${isAll ? sql`number desc` : sql`"dueBack", number`} limit ${sheetsMax}`.execute(tx)
  return found.rows
}

/** Of a row of `sheetRow`. An extract has no lines: it is out until somebody says it is gone. */
const isOut = sql<boolean>`(ended is distinct from 'destroyed' and (back < lines or lines = 0))`

export async function findSheet(tx: Tx, scope: Scope, id: Id): Promise<Sheet | undefined> {
  const found = await sql<Sheet>`${sheetRow}
    where s.council = ${scope.council} and s.id = ${id} and ${inScope(scope, 's.place')}
  `.execute(tx)
  return found.rows[0]
}

/** By its number, or by the code of any of its lines: the newest that has it. */
export async function findByMark(
  tx: Tx,
  scope: Scope,
  { number, code }: { readonly number: number; readonly code: string },
): Promise<Id | undefined> {
  const found = await sql<{ id: Id }>`select s.id from paper_sheets s
    where s.council = ${scope.council} and ${inScope(scope, 's.place')}
      and (s.number = ${number} or exists (select from paper_lines l
        where l.council = s.council and l.sheet = s.id and l.code = ${code}))
    order by s.printed_at desc limit 1`.execute(tx)
  return found.rows[0]?.id
}

export type OutCount = { readonly sheets: number; readonly late: number; readonly lines: number }

/** Sheets that are out, how many of them past their day, and lines that nobody has told of. */
export async function countOut(tx: Tx, scope: Scope, now: Date): Promise<OutCount> {
  const found = await sql<OutCount>`select count(*)::int as sheets,
      (count(*) filter (where "dueBack" < ${now}))::int as late,
      coalesce(sum(lines - back), 0)::int as lines
    from (${sheetRow} where s.council = ${scope.council} and ${inScope(scope, 's.place')}) s
    where ${isOut}`.execute(tx)
  return found.rows[0] ?? { sheets: 0, late: 0, lines: 0 }
}
