// What was heard of which message, and of what does reach not know yet?
import { sql } from 'kysely'
import type { Load } from '../../events/index.ts'
import { dayMs, minuteMs } from '../../kernel/clock.ts'
import type { Id } from '../../kernel/ids.ts'
import type { Tx } from '../../store/open.ts'
import type { HeardMessage, LearningState } from '../domain/learn-outcome.ts'
import { type MailingChannel, type Outcome, partMax } from '../domain/terms.ts'

type Messages = { readonly messages: readonly Id[] }

export const loadHeard: Load<Messages, LearningState> = async (tx, { messages }, { actor }) => {
  const found = await sql<HeardMessage & { within: Id | null }>`
    select b.id as message, b.person, b.outcome, g.within from mailing_messages b
    join mailings g on g.council = b.council and g.id = b.mailing
    where b.council = ${actor.council} and b.id = any (${[...messages]}::uuid[])
      and b.state in ('handed', 'failed', 'unsure') order by b.id for update of b`.execute(tx)
  const places = new Set(found.rows.map(row => row.within))
  const place = places.size === 1 ? (found.rows[0]?.within ?? null) : null
  return { state: { of: found.rows }, place }
}

export type Untold = {
  readonly message: Id
  readonly member: Id
  readonly channel: MailingChannel
  readonly contactPoint: Id | null
  readonly outcome: Outcome
  readonly at: Date
}

export async function listUntold(tx: Tx, council: string): Promise<readonly Untold[]> {
  const found = await sql<Untold>`
    select b.id as message, b.member, g.channel,
      case when k.person = p.root then b.contact_point end as "contactPoint", b.outcome,
      b.outcome_at as at
    from mailing_messages b
    join mailings g on g.council = b.council and g.id = b.mailing
    join people p on p.council = b.council and p.id = b.person
    left join contact_points k on k.council = b.council and k.id = b.contact_point
    where b.council = ${council} and b.outcome is not null and not b.is_told
    order by b.outcome_at, b.id limit ${partMax}`.execute(tx)
  return found.rows
}

/** It takes a moment until something became of a message, and Notify forgets it after a week. */
const askedAfterMs = { least: 2 * minuteMs, most: 7 * dayMs } as const
/** A third of what Notify answers in a minute: the rest is for what goes out. */
const askedMax = 1_000

export type Unheard = { readonly text: readonly Id[]; readonly email: readonly Id[] }

/** Of which messages that Notify took is nothing known since? In any order: none is last. */
export async function listUnheard(tx: Tx, council: string, now: number): Promise<Unheard> {
  const found = await sql<{ message: Id; channel: MailingChannel }>`
    select b.id as message, g.channel from mailing_messages b
    join mailings g on g.council = b.council and g.id = b.mailing
    where b.council = ${council} and b.state = 'handed' and b.via = 'notify'
      and b.outcome is null and b.handled_at < ${new Date(now - askedAfterMs.least)}
      and b.handled_at > ${new Date(now - askedAfterMs.most)}
    order by random() limit ${askedMax}`.execute(tx)
  const of = (channel: MailingChannel) =>
    found.rows.filter(row => row.channel === channel).map(row => row.message)
  return { text: of('text'), email: of('email') }
}
