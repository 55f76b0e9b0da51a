// Which systems are told, and what must be known to change one of them?
import { sql } from 'kysely'
import type { Actor, Scope } from '../../access/index.ts'
import type { Id } from '../../kernel/ids.ts'
import { refuse } from '../../kernel/refusal.ts'
import type { Tx } from '../../store/open.ts'
import type { SubscriptionState } from '../domain/change-subscription.ts'

export type Subscription = {
  readonly id: Id
  readonly name: string | null
  readonly user: Id
  readonly address: string | null
  readonly kinds: readonly string[]
  readonly state: 'on' | 'paused' | 'ended'
  readonly reason: 'by-hand' | 'failures' | 'no-access' | 'gone' | null
  readonly madeAt: Date
  readonly changedAt: Date
  readonly role: string | null
  readonly place: string | null
  readonly purpose: string | null
  /** The last number that it has or need not have. */
  readonly after: number
  /** The last number of the record. */
  readonly head: number
  readonly tries: number
  readonly failingSince: Date | null
  readonly nextTryAt: Date | null
  readonly problem: string | null
  readonly isHeld: boolean
}

const listedMax = 500

/** Those that are over stand last. */
export async function listSubscriptions(
  tx: Tx,
  scope: Scope,
  only: Id | null = null,
): Promise<readonly Subscription[]> {
  const found = await sql<Subscription>`select s.id, u.name, s.user_id as user, s.address, s.kinds,
      s.state, s.reason, s.made_at as "madeAt", s.changed_at as "changedAt",
      g.role, p.name as place, g.purpose, l.seq as head,
      case when c.start_turn = s.start_turn then c.after_seq else s.start_after end as after,
      coalesce(c.tries, 0) as tries, c.failing_since as "failingSince",
      case when c.state_turn = s.state_turn then c.next_try_at end as "nextTryAt", c.problem,
      coalesce(c.held and c.state_turn = s.state_turn, false) as "isHeld"
    from notice_subscriptions s
    join council_logs l on l.council = s.council
    left join users u on u.council = s.council and u.id = s.user_id
    left join notice_cursors c on c.council = s.council and c.subscription = s.id
    left join lateral (select * from grants where council = s.council and user_id = s.user_id
      order by starts_at, id limit 1) g on true
    left join places p on p.council = g.council and p.id = g.place
    where s.council = ${scope.council} and ${scope.everywhere}::boolean
      and (${only}::uuid is null or s.id = ${only})
    order by s.state = 'ended', s.made_at desc, s.id limit ${listedMax}`.execute(tx)
  return found.rows
}

export async function listHosts(tx: Tx, council: string): Promise<readonly string[]> {
  const found = await tx
    .selectFrom('notice_hosts')
    .select('host')
    .where('council', '=', council)
    .orderBy('host')
    .execute()
  return found.map(({ host }) => host)
}

/** What every change of a subscription is decided on. */
export async function loadSubscription(
  tx: Tx,
  { subscription }: { readonly subscription: Id },
  { actor }: { readonly actor: Actor },
) {
  const found = await sql<SubscriptionState>`select s.state,
      (select seq from council_logs where council = s.council) as head
    from notice_subscriptions s
    where s.council = ${actor.council} and s.id = ${subscription} for update of s`.execute(tx)
  const state = found.rows[0]
  return state ? { state, place: null } : refuse('not-found')
}

/** The last number that was recorded before a moment: to send again all since then. */
export async function lastBefore(tx: Tx, scope: Scope, at: Date): Promise<number> {
  const found = await sql<{ seq: number }>`select coalesce(max(seq), 0) as seq from events
    where council = ${scope.council} and recorded_at < ${at}`.execute(tx)
  return found.rows[0]?.seq ?? 0
}

/** How many stand still without anybody having wished it. */
export async function countStopped(tx: Tx, council: string): Promise<number> {
  const found = await sql<{ n: number }>`select count(*)::int as n from notice_subscriptions s
    left join notice_cursors c on c.council = s.council and c.subscription = s.id
    where s.council = ${council}
      and (s.state = 'paused' and s.reason in ('failures', 'no-access')
        or s.state = 'on' and c.held and c.state_turn = s.state_turn)`.execute(tx)
  return found.rows[0]?.n ?? 0
}

export async function nameOf(tx: Tx, council: string, subscription: Id): Promise<string> {
  const found = await sql<{ name: string | null }>`select u.name from notice_subscriptions s
    join users u on u.council = s.council and u.id = s.user_id
    where s.council = ${council} and s.id = ${subscription}`.execute(tx)
  return found.rows[0]?.name ?? ''
}

/** Undefined when it is over: nothing is sent there any more, not even a test. */
export async function addressOf(
  tx: Tx,
  council: string,
  subscription: Id,
): Promise<string | undefined> {
  const found = await tx
    .selectFrom('notice_subscriptions')
    .select('address')
    .where('council', '=', council)
    .where('id', '=', subscription)
    .where('state', '<>', 'ended')
    .executeTakeFirst()
  return found?.address ?? undefined
}
