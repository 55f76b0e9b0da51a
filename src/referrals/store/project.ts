// Event in, rows changed: referrals.
import { type RawBuilder, sql } from 'kysely'
import type { Apply, Recorded } from '../../events/index.ts'
import type { Id } from '../../kernel/ids.ts'
import type {
  referralAnswered,
  referralEnded,
  referralLate,
  referralOpened,
  referralSent,
} from '../domain/events.ts'

export const project: Readonly<Record<string, Apply>> = {
  async 'referrals.ReferralSent'(tx, events: readonly (typeof referralSent.recorded)[]) {
    const rows = events.map(({ council, place, body, words, actor, recordedAt }) => ({
      council,
      id: body.referral,
      person: body.person,
      place,
      need: body.need,
      service: body.service,
      way: body.way,
      basis: body.basis,
      urgency: body.urgency,
      partner: words?.partner ?? null,
      email: words?.email || null,
      ask: words?.ask ?? null,
      sent_at: recordedAt,
      sent_by: actor,
      answer_by: new Date(body.answerBy),
      expires_at: new Date(body.expiresAt),
      state: 'sent',
      state_at: recordedAt,
      opened: 0,
    }))
    await tx.insertInto('referrals').values(rows).execute()
  },
  async 'referrals.ReferralOpened'(tx, events: readonly (typeof referralOpened.recorded)[]) {
    for (const event of events) {
      await sql`update referrals set opened = opened + 1, opened_at = ${event.recordedAt}
        where ${isOf(event)}`.execute(tx)
    }
  },
  async 'referrals.ReferralAnswered'(tx, events: readonly (typeof referralAnswered.recorded)[]) {
    for (const event of events) {
      const { body, words, recordedAt } = event
      await sql`update referrals set state = ${body.answer}, state_at = ${recordedAt},
          answered_at = ${recordedAt}, answered_how = ${body.by}, reason = ${body.reason},
          reply = coalesce(${words?.reply ?? null}, reply)
        where ${isOf(event)}`.execute(tx)
    }
  },
  async 'referrals.ReferralLate'(tx, events: readonly (typeof referralLate.recorded)[]) {
    for (const event of events) {
      await sql`update referrals set late_at = ${event.recordedAt}
        where ${isOf(event)}`.execute(tx)
    }
  },
  async 'referrals.ReferralEnded'(tx, events: readonly (typeof referralEnded.recorded)[]) {
    for (const event of events) {
      await sql`update referrals set state = ${event.body.why}, state_at = ${event.recordedAt}
        where ${isOf(event)}`.execute(tx)
    }
  },
  /** Nobody out there learns any more of them: what is open is over. */
  async 'people.Erased'(tx, events: readonly Recorded[]) {
    for (const { council, subjects, recordedAt } of events) {
      await sql`update referrals set partner = null, email = null, ask = null, reply = null,
          state_at = ${recordedAt},
          state = case when state in ('sent', 'accepted') then 'withdrawn' else state end
        where council = ${council} and person = any (${[...subjects]}::uuid[])`.execute(tx)
    }
  },
}

type OfOne = { readonly council: string; readonly body: { readonly referral: Id } }

function isOf({ council, body }: OfOne): RawBuilder<boolean> {
  return sql<boolean>`council = ${council} and id = ${body.referral}`
}
