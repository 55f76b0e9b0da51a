// Which lists wait sealed, what is declared now, and who holds which list?
import { sql } from 'kysely'
import type { Scope } from '../../access/index.ts'
import type { Id } from '../../kernel/ids.ts'
import type { Tx } from '../../store/open.ts'
import type { Occasion, OccasionKind, Rule } from '../domain/rules.ts'

export type SealedState = 'agreed' | 'sealed' | 'open' | 'closed' | 'destroyed'
export type Receipt = {
  readonly rows: number
  readonly erasedPeople: number
  readonly keptPeople: number
  readonly knownPeople: number
}
export type SealedList = {
  readonly id: Id
  readonly list: string
  readonly owner: string | null
  readonly contact: string | null
  readonly rule: Rule
  readonly area: Id | null
  readonly areaName: string | null
  readonly areaPath: readonly Id[]
  readonly state: SealedState
  readonly handedInAt: Date | null
  readonly version: Id | null
  readonly occasion: Id | null
  readonly openedAt: Date | null
  readonly openedByName: string | null
  readonly openedWhy: string | null
  readonly dueAt: Date | null
  readonly closedAt: Date | null
  readonly closedWhy: string | null
  readonly receipt: Receipt | null
}

const sealed = sql`select s.id, s.list, s.owner, s.contact, s.rule, s.area, p.name as "areaName",
    coalesce(p.path, '{}') as "areaPath", s.state, s.handed_in_at as "handedInAt", s.version,
    s.occasion, s.opened_at as "openedAt", u.name as "openedByName", s.opened_why as "openedWhy",
    s.due_at as "dueAt", s.closed_at as "closedAt", s.closed_why as "closedWhy", s.receipt
  from sealed_lists s
  left join places p on p.council = s.council and p.id = s.area
  left join users u on u.council = s.council and u.id = s.opened_by`

const listsMax = 500

export async function sealedLists(tx: Tx, scope: Scope): Promise<readonly SealedList[]> {
  if (!scope.everywhere) return []
  const found = await sql<SealedList>`${sealed} where s.council = ${scope.council}
    order by s.state = 'destroyed', s.state = 'closed', s.agreed_at, s.id
    limit ${listsMax}`.execute(tx)
  return found.rows
}

export async function findSealed(tx: Tx, council: string, id: Id): Promise<SealedList | undefined> {
  const found = await sql<SealedList>`${sealed}
    where s.council = ${council} and s.id = ${id}`.execute(tx)
  return found.rows[0]
}

export type Declared = Occasion & {
  readonly kind: OccasionKind
  readonly name: string | null
  readonly areaName: string | null
  readonly declaredAt: Date
}

/** What is in force now. */
export async function occasionsInForce(tx: Tx, council: string): Promise<readonly Declared[]> {
  const found = await sql<Declared>`
    select o.id, o.kind, o.name, p.name as "areaName", coalesce(p.path, '{}') as path,
      o.declared_at as "declaredAt"
    from occasions o left join places p on p.council = o.council and p.id = o.area
    where o.council = ${council} and o.ended_at is null
    order by o.declared_at, o.id`.execute(tx)
  return found.rows
}

export type Holder = {
  readonly id: Id
  readonly name: string | null
  readonly contact: string | null
  readonly holds: string | null
  readonly pull: string | null
  readonly trigger: Rule
  readonly toldAt: Date
}

export async function listHolders(tx: Tx, scope: Scope): Promise<readonly Holder[]> {
  if (!scope.everywhere) return []
  const found = await sql<Holder>`select id, name, contact, holds, pull, trigger,
      told_at as "toldAt" from holders where council = ${scope.council}
    order by lower(name), id limit ${listsMax}`.execute(tx)
  return found.rows
}

/** Villages and zones that something may be declared for. */
export async function areasOf(
  tx: Tx,
  council: string,
): Promise<readonly { id: Id; name: string }[]> {
  const found = await sql<{ id: Id; name: string }>`select id, name from places
    where council = ${council} and kind = 'village' order by name`.execute(tx)
  return found.rows
}
