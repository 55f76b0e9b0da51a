// What do people need, what is planned, and what is due with nobody to do it?
import { sql } from 'kysely'
import { inScope, type Scope } from '../../access/index.ts'
import type { Id } from '../../kernel/ids.ts'
import { isStopped } from '../../standstill/index.ts'
import type { Tx } from '../../store/open.ts'
import type { NeedState, Urgency } from '../domain/events.ts'

export type Need = {
  readonly id: Id
  readonly person: Id
  readonly campaign: Id | null
  /** The call or visit in which it was said. */
  readonly attempt: Id | null
  readonly kind: string
  readonly urgency: Urgency
  readonly state: NeedState
  readonly how: string
  readonly words: string | null
  readonly foundAt: Date
  readonly foundBy: string
}

export type Action = {
  readonly id: Id
  readonly person: Id
  readonly need: Id | null
  readonly what: string | null
  readonly owner: Id | null
  readonly ownerName: string | null
  readonly dueAt: Date
  readonly state: string
  readonly isDue: boolean
  /** Where they live, all is stopped. */
  readonly isAllStopped: boolean
}

/** Everyone who is the same person by now: themselves, and who was joined into them. */
function samePerson(scope: Scope, person: Id) {
  return sql`(select q.id from people p
    join people q on q.council = p.council and q.root = p.root
    where p.council = ${scope.council} and p.id = ${person})`
}

/** Open ones first, the most urgent on top. */
export async function needsOf(tx: Tx, scope: Scope, person: Id): Promise<readonly Need[]> {
  const found = await sql<Need>`
    select n.id, n.person, n.campaign, n.attempt, n.kind, n.urgency, n.state, n.how, n.words,
      n.found_at as "foundAt", coalesce(u.name, '') as "foundBy"
    from needs n left join users u on u.council = n.council and u.id = n.found_by
    where n.council = ${scope.council} and n.person in ${samePerson(scope, person)}
      and ${inScope(scope, 'n.place', 'n.person')}
    order by n.state in ('met', 'cancelled'),
      array_position(array['today', '48h', 'routine'], n.urgency), n.found_at, n.id`.execute(tx)
  return found.rows
}

export async function actionsOf(
  tx: Tx,
  scope: Scope,
  { person, now }: { readonly person: Id; readonly now: Date },
): Promise<readonly Action[]> {
  const found = await sql<Action>`${actionRow(now)}
    where a.council = ${scope.council} and a.person in ${samePerson(scope, person)}
      and ${inScope(scope, 'a.place', 'a.person')}
    order by a.state <> 'open', a.due_at, a.id`.execute(tx)
  return found.rows
}

const gapsMax = 200

export type ActionGap = Action & {
  /** Nothing for whoever meets people one by one: they learn it when they open the plan. */
  readonly personName: string | null
  readonly street: string | null
}

/**
 * Open actions that nobody has, the longest due first. Nothing is asked about somebody who was
 * erased. `known` is whose names the reader may meet in a list.
 */
export async function actionGaps(
  tx: Tx,
  scope: Scope,
  { now, known }: { readonly now: Date; readonly known: Scope },
): Promise<readonly ActionGap[]> {
  const found = await sql<ActionGap>`
    select g.*, case when ${inScope(known, 'p.place')} then p.name end as "personName",
      s.name as street from (${actionRow(now)}
      join people p on p.council = a.council and p.id = a.person and p.erased_at is null
      where a.council = ${scope.council} and a.state = 'open' and a.owner is null
        and ${inScope(scope, 'a.place')}
      order by a.due_at, a.id limit ${gapsMax}) g
    join people p on p.council = ${scope.council} and p.id = g.person
    left join places s on s.council = p.council and s.id = p.place and s.kind = 'street'
    order by g."dueAt", g.id`.execute(tx)
  return found.rows
}

function actionRow(now: Date) {
  return sql`select a.id, a.person, a.need, a.what, a.owner, u.name as "ownerName",
      a.due_at as "dueAt", a.state, a.state = 'open' and a.due_at <= ${now} as "isDue",
      ${isStopped('a')} as "isAllStopped"
    from plan_actions a left join users u on u.council = a.council and u.id = a.owner`
}

export type Helper = { readonly id: Id; readonly name: string }

/** Who could own an action: people who sign in and hold a role now. */
export async function possibleOwners(tx: Tx, scope: Scope): Promise<readonly Helper[]> {
  const found = await sql<Helper>`select distinct u.id, u.name from users u
    join grants g on g.council = u.council and g.user_id = u.id and g.ends_at is null
    where u.council = ${scope.council} and u.disabled_at is null and u.name is not null
    order by u.name, u.id`.execute(tx)
  return found.rows
}
