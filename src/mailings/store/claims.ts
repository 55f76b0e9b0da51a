// Who sends what at this moment? A claim is written before anything leaves the house, and stays
// until it is known what became of it: so nothing goes out twice, whoever dies in between.
import { sql } from 'kysely'
import { dayMs, secondMs } from '../../kernel/clock.ts'
import type { Id } from '../../kernel/ids.ts'
import { answerMsMax } from '../../messages/index.ts'
import type { Tx } from '../../store/open.ts'
import type { MailingChannel } from '../domain/terms.ts'

/** After its claim nothing of it is sent for longer than this. */
export const sendMsMax = 4 * secondMs
/** Then what was sent last has been answered or given up, on whichever machine it was. */
export const claimMsMax = sendMsMax + answerMsMax + 3 * secondMs

export const claimedMax = 100

export type OpenMailing = { readonly mailing: Id; readonly channel: MailingChannel }

/** Mailings of which something waits that nobody sends yet, the first queued first. */
export async function openMailings(tx: Tx, council: string): Promise<readonly OpenMailing[]> {
  const found = await sql<OpenMailing>`select id as mailing, channel from mailings g
    where council = ${council} and stopped_at is null and channel <> 'letter'
      and exists (select from mailing_messages m where m.council = g.council
        and m.mailing = g.id and m.state = 'waiting' and not exists (
          select from mailing_claims c where c.council = m.council and c.message = m.id))
    order by queued_at, id`.execute(tx)
  return found.rows
}

type Claiming = { readonly mailing: Id; readonly token: Id }

/**
 * Two who claim at once never get the same message: the key of the claim decides. The database
 * says the time, for clocks of several machines differ.
 */
export async function claim(
  tx: Tx,
  council: string,
  { mailing, token }: Claiming,
): Promise<readonly Id[]> {
  const found = await sql<{ message: Id }>`
    insert into mailing_claims (council, message, mailing, token, claimed_at)
    select ${council}, id, ${mailing}, ${token}, clock_timestamp() from (
      select m.id from mailing_messages m
      where m.council = ${council} and m.mailing = ${mailing} and m.state = 'waiting'
        and not exists (select from mailing_claims c
          where c.council = ${council} and c.message = m.id)
      order by m.nth limit ${claimedMax} for update of m skip locked) free
    on conflict do nothing returning message`.execute(tx)
  return found.rows.map(row => row.message)
}

export type OldClaim = { readonly message: Id; readonly mailing: Id; readonly isWaiting: boolean }

/** Claims of those who are gone, with a new token: whoever had them lets go of them no more. */
export async function takeOver(tx: Tx, council: string, token: Id): Promise<readonly OldClaim[]> {
  const found = await sql<OldClaim>`
    with old as (
      select c.message from mailing_claims c
      where c.council = ${council}
        and c.claimed_at < clock_timestamp() - ${claimMsMax} * interval '1 millisecond'
      order by c.claimed_at limit ${claimedMax} for update skip locked
    )
    update mailing_claims c set claimed_at = clock_timestamp(), token = ${token}
    from old, mailing_messages m
    where c.council = ${council} and c.message = old.message
      and m.council = ${council} and m.id = c.message
    returning c.message, c.mailing, m.state in ('waiting', 'stopped') as "isWaiting"`.execute(tx)
  return found.rows
}

type Releasing = { readonly token: Id; readonly messages: readonly Id[] }

/** Nothing of these is under way any more; a claim that somebody took over is theirs. */
export async function release(
  tx: Tx,
  council: string,
  { token, messages }: Releasing,
): Promise<void> {
  await sql`delete from mailing_claims where council = ${council} and token = ${token}
    and message = any (${[...messages]}::uuid[])`.execute(tx)
}

type Pause = {
  readonly channel: MailingChannel
  readonly until: number
  readonly problem: string
}

/** The other side takes no more for a while, or nothing before somebody mends what it says. */
export async function pause(tx: Tx, council: string, { channel, until, problem }: Pause) {
  const at = new Date(until)
  await sql`insert into mailing_pauses (council, channel, until, problem)
    values (${council}, ${channel}, ${at}, ${problem})
    on conflict (council, channel) do update set until = excluded.until,
      problem = excluded.problem`.execute(tx)
}

/** Somebody looked, and lets it go on. */
export async function goOn(tx: Tx, council: string, channel: MailingChannel): Promise<void> {
  await sql`delete from mailing_pauses
    where council = ${council} and channel = ${channel}`.execute(tx)
}

export type Paused = { readonly channel: MailingChannel; readonly problem: string }

export async function pausedNow(tx: Tx, council: string, now: number): Promise<readonly Paused[]> {
  const found = await sql<Paused>`select channel, problem from mailing_pauses
    where council = ${council} and until > ${new Date(now)}`.execute(tx)
  return found.rows
}

/**
 * After a restore nobody knows which of those that wait went out since the backup was made. Their
 * mailings are stopped by hand or go on by hand: until then every way is closed.
 */
export async function forgetClaims(tx: Tx, council: string, now: Date): Promise<void> {
  await sql`delete from mailing_claims where council = ${council}`.execute(tx)
  const until = new Date(now.getTime() + heldMs).getTime()
  for (const channel of ['text', 'email'] as const) {
    await pause(tx, council, { channel, until, problem: 'restored' })
  }
}

const heldMs = 365 * dayMs
