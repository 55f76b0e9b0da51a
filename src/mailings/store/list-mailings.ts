// What was written to whom, how far is it, and what came of it? Counts add up to what was queued.
import { type RawBuilder, sql } from 'kysely'
import { inScope, type Scope } from '../../access/index.ts'
import type { Id } from '../../kernel/ids.ts'
import type { Tx } from '../../store/open.ts'
import type { LeftOutReason, MailingChannel, MessageState, Outcome, Whom } from '../domain/terms.ts'

export type Counts = Readonly<Record<MessageState, number>>

export type ListedMailing = {
  readonly id: Id
  readonly channel: MailingChannel
  readonly whom: Whom
  readonly template: string
  readonly campaign: Id
  readonly campaignTitle: string
  readonly within: string | null
  readonly queued: number
  readonly queuedAt: Date
  readonly queuedBy: string | null
  readonly stoppedAt: Date | null
  readonly counts: Counts
}

const listedMax = 100

const count = (state: MessageState) => sql`count(*) filter (where b.state = ${sql.lit(state)})::int`

/** Each of a mailing's messages in exactly one. */
const counts: RawBuilder<unknown> = sql`(select jsonb_build_object(
    'waiting', ${count('waiting')}, 'handed', ${count('handed')}, 'kept', ${count('kept')},
    'left-out', ${count('left-out')}, 'failed', ${count('failed')},
    'stopped', ${count('stopped')}, 'unsure', ${count('unsure')})
  from mailing_messages b where b.council = g.council and b.mailing = g.id)`

const listed = sql<ListedMailing>`
  select g.id, g.channel, g.whom, t.name as template, g.campaign,
    coalesce(c.title, '') as "campaignTitle", p.name as within, g.queued,
    g.queued_at as "queuedAt", u.name as "queuedBy", g.stopped_at as "stoppedAt",
    ${counts} as counts
  from mailings g
  join mailing_templates t on t.council = g.council and t.id = g.template
    and t.version = g.template_version
  join campaigns c on c.council = g.council and c.id = g.campaign
  left join places p on p.council = g.council and p.id = g.within
  left join users u on u.council = g.council and u.id = g.queued_by`

export async function listMailings(tx: Tx, scope: Scope): Promise<readonly ListedMailing[]> {
  const found = await sql<ListedMailing>`${listed}
    where g.council = ${scope.council} and ${inScope(scope, 'g.within')}
    order by g.queued_at desc, g.id limit ${listedMax}`.execute(tx)
  return found.rows
}

export type FoundMailing = ListedMailing & {
  /** Who was not queued at all, by reason. */
  readonly leftOut: Readonly<Partial<Record<LeftOutReason, number>>>
  /** Who was left out at the moment of sending, by reason. */
  readonly leftOutSince: Readonly<Partial<Record<LeftOutReason, number>>>
  readonly outcomes: Readonly<Partial<Record<Outcome, number>>>
  /** Handed over in the last minute. */
  readonly lately: number
}

const minute = sql.lit('1 minute')

export async function findMailing(
  tx: Tx,
  scope: Scope,
  { mailing, now }: { readonly mailing: Id; readonly now: number },
): Promise<FoundMailing | undefined> {
  const rows = await sql<ListedMailing>`${listed}
    where g.council = ${scope.council} and g.id = ${mailing}
      and ${inScope(scope, 'g.within')}`.execute(tx)
  const [row] = rows.rows
  if (!row) return undefined
  const more = await sql<Omit<FoundMailing, keyof ListedMailing>>`
    select g.left_out as "leftOut",
      (select coalesce(jsonb_object_agg(reason, n), '{}') from (
        select reason, count(*)::int as n from mailing_messages b where b.council = g.council
          and b.mailing = g.id and b.state = 'left-out' group by reason) r) as "leftOutSince",
      (select coalesce(jsonb_object_agg(outcome, n), '{}') from (
        select outcome, count(*)::int as n from mailing_messages b where b.council = g.council
          and b.mailing = g.id and b.outcome is not null group by outcome) r) as outcomes,
      (select count(*)::int from mailing_messages b where b.council = g.council
        and b.mailing = g.id and b.state = 'handed'
        and b.handled_at > ${new Date(now)}::timestamptz - interval ${minute}) as lately
    from mailings g where g.council = ${scope.council} and g.id = ${mailing}`.execute(tx)
  const [found] = more.rows
  return found && { ...row, ...found }
}

export type OutboxMessage = {
  readonly id: Id
  readonly person: Id
  readonly name: string
  readonly given: string
  readonly language: 'en' | 'cy'
  readonly to: string | null
}

export const shownMax = 50

/** What would have gone out: only where nobody sends, and only within the reader's places. */
export async function keptMessages(
  tx: Tx,
  scope: Scope,
  mailing: Id,
): Promise<readonly OutboxMessage[]> {
  const found = await sql<OutboxMessage>`
    select b.id, b.person, p.name, p.given, b.language, k.value as to
    from mailing_messages b
    join people p on p.council = b.council and p.id = b.person and p.erased_at is null
    left join contact_points k on k.council = b.council and k.id = b.contact_point
    where b.council = ${scope.council} and b.mailing = ${mailing} and b.state = 'kept'
      and ${inScope(scope, 'p.place')}
    order by b.nth limit ${shownMax}`.execute(tx)
  return found.rows
}

/** The names of some people whom the reader may see. */
export async function namesOf(
  tx: Tx,
  scope: Scope,
  people: readonly Id[],
): Promise<ReadonlyMap<Id, string>> {
  const found = await sql<{ id: Id; name: string }>`select id, name from people p
    where council = ${scope.council} and id = any (${[...people]}::uuid[])
      and erased_at is null and ${inScope(scope, 'p.place')}`.execute(tx)
  return new Map(found.rows.map(({ id, name }) => [id, name]))
}

export type CampaignChoice = { readonly id: Id; readonly title: string }

export async function campaignsFor(tx: Tx, scope: Scope): Promise<readonly CampaignChoice[]> {
  const found = await sql<CampaignChoice>`select id, coalesce(title, '') as title from campaigns
    where council = ${scope.council} and member_kind = 'person'
    order by opened_at desc, id limit ${listedMax}`.execute(tx)
  return found.rows
}
