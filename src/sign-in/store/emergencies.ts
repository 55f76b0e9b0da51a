// Which emergencies were opened, what was done in them, and who looked at it?
import { sql } from 'kysely'
import type { Scope } from '../../access/index.ts'
import type { Load } from '../../events/index.ts'
import type { Id } from '../../kernel/ids.ts'
import { refuse } from '../../kernel/refusal.ts'
import type { Tx } from '../../store/open.ts'
import type { ReviewEmergency } from '../domain/emergency.ts'

export type Emergency = {
  readonly user: Id
  readonly name: string | null
  readonly reason: string | null
  readonly openedAt: Date
  readonly endsAt: Date
  /** Of the link that was printed: null means that nobody came. */
  readonly enteredAt: Date | null
  readonly changes: readonly string[]
  readonly looks: number
  readonly reviewedAt: Date | null
  readonly reviewedBy: string | null
  readonly finding: 'in-order' | 'not-in-order' | null
  readonly note: string | null
}

const listedMax = 100

/** The newest first, those that wait for a review before all others. */
export async function listEmergencies(tx: Tx, scope: Scope): Promise<readonly Emergency[]> {
  const found = await sql<Emergency>`select e.user_id as user, u.name, e.reason,
      e.opened_at as "openedAt", e.ends_at as "endsAt",
      (select min(s.created_at) from sessions s
        where s.council = e.council and s.user_id = e.user_id) as "enteredAt",
      array(select v.kind from events v
        where v.council = e.council and v.actor = e.user_id order by v.seq) as changes,
      (select count(*)::int from reads r
        where r.council = e.council and r.actor = e.user_id) as looks,
      e.reviewed_at as "reviewedAt", b.name as "reviewedBy", e.finding, e.note
    from emergencies e
    left join users u on u.council = e.council and u.id = e.user_id
    left join users b on b.council = e.council and b.id = e.reviewed_by
    where e.council = ${scope.council} and ${scope.everywhere}::boolean
    order by e.reviewed_at is null desc, e.opened_at desc limit ${listedMax}`.execute(tx)
  return found.rows
}

/** Nobody reviews what they did, nor may an emergency's own administrator review another. */
export const loadReview: Load<
  ReviewEmergency,
  { isReviewed: boolean; isByEmergency: boolean }
> = async (tx, { user }, { actor }) => {
  const found = await sql<{ isReviewed: boolean; isByEmergency: boolean }>`
    select reviewed_at is not null as "isReviewed",
      exists (select from emergencies o where o.council = e.council
        and o.user_id = ${actor.id}) as "isByEmergency"
    from emergencies e where e.council = ${actor.council} and e.user_id = ${user}
    for update`.execute(tx)
  const state = found.rows[0]
  return state ? { state, place: null } : refuse('not-found')
}

export async function isEmergency(tx: Tx, council: string, user: Id): Promise<boolean> {
  const found = await sql`select 1 from emergencies
    where council = ${council} and user_id = ${user}`.execute(tx)
  return found.rows.length > 0
}

/** Those that nobody has judged yet: on the menu of everybody who must. */
export async function countUnreviewed(tx: Tx, council: string): Promise<number> {
  const found = await sql<{ n: number }>`select count(*)::int as n from emergencies
    where council = ${council} and reviewed_at is null`.execute(tx)
  return found.rows[0]?.n ?? 0
}
