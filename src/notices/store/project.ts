// Event in, rows changed: the subscriptions of other systems and the hosts they may live on.
import type { Apply } from '../../events/index.ts'
import type * as events from '../domain/events.ts'

type Of<Name extends keyof typeof events> = (typeof events)[Name] extends { recorded: infer One }
  ? readonly One[]
  : never

export const project: Readonly<Record<string, Apply>> = {
  async 'notices.SubscriptionAdded'(tx, all: Of<'subscriptionAdded'>) {
    const rows = all.map(({ council, seq, recordedAt, body, words }) => ({
      council,
      id: body.subscription,
      user_id: body.user,
      address: words?.address ?? null,
      kinds: body.kinds,
      state: 'on',
      made_at: recordedAt,
      changed_at: recordedAt,
      start_after: seq,
      start_turn: seq,
      state_turn: seq,
    }))
    await tx.insertInto('notice_subscriptions').values(rows).execute()
  },
  async 'notices.SubscriptionPaused'(tx, all: Of<'subscriptionPaused'>) {
    for (const { council, recordedAt, body } of all) {
      await tx
        .updateTable('notice_subscriptions')
        .set({ state: 'paused', reason: body.reason, changed_at: recordedAt })
        .where('council', '=', council)
        .where('id', '=', body.subscription)
        .execute()
    }
  },
  async 'notices.SubscriptionResumed'(tx, all: Of<'subscriptionResumed'>) {
    for (const { council, seq, recordedAt, body } of all) {
      await tx
        .updateTable('notice_subscriptions')
        .set({ state: 'on', reason: null, changed_at: recordedAt, state_turn: seq })
        .where('council', '=', council)
        .where('id', '=', body.subscription)
        .execute()
    }
  },
  async 'notices.SubscriptionEnded'(tx, all: Of<'subscriptionEnded'>) {
    for (const { council, recordedAt, body } of all) {
      await tx
        .updateTable('notice_subscriptions')
        .set({ state: 'ended', reason: body.reason, changed_at: recordedAt })
        .where('council', '=', council)
        .where('id', '=', body.subscription)
        .execute()
    }
  },
  async 'notices.ReplayAsked'(tx, all: Of<'replayAsked'>) {
    for (const { council, seq, body } of all) {
      await tx
        .updateTable('notice_subscriptions')
        .set({ start_after: body.after, start_turn: seq })
        .where('council', '=', council)
        .where('id', '=', body.subscription)
        .execute()
    }
  },
  async 'notices.HostsSet'(tx, all: Of<'hostsSet'>) {
    for (const { council, body } of all) {
      await tx.deleteFrom('notice_hosts').where('council', '=', council).execute()
      const rows = body.hosts.map(host => ({ council, host }))
      if (rows.length > 0) await tx.insertInto('notice_hosts').values(rows).execute()
    }
  },
}
