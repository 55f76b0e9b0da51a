// A mailing is queued: who of a campaign gets it, in which language, and how many are left out.
import { z } from 'zod'
import { type Command, command, decided } from '../../events/commands.ts'
import type { Draft } from '../../events/kinds.ts'
import { type Id, idFrom } from '../../kernel/ids.ts'
import { refuse } from '../../kernel/refusal.ts'
import { mailingFilled, mailingQueued, type Recipient } from './events.ts'
import { type Facts, leftOutBecause, usablePoint } from './left-out.ts'
import { readsIn } from './render.ts'
import {
  type LeftOutReason,
  type MailingChannel,
  mailingChannels,
  partMax,
  whoms,
} from './terms.ts'

export const MailingAsked = z.strictObject({
  campaign: z.uuid(),
  channel: z.enum(mailingChannels),
  whom: z.enum(whoms),
  within: z.uuid().nullable(),
  template: z.uuid(),
})
export type MailingAsked = z.infer<typeof MailingAsked>

export const QueueMailing = z.strictObject({
  ...MailingAsked.shape,
  mailing: z.uuid(),
  templateVersion: z.number().int().min(1),
  /** As the preview counted; when it is no longer so, whoever asks looks again. */
  counted: z.number().int().min(0),
})
export type QueueMailing = z.infer<typeof QueueMailing>

export type Candidate = Facts & {
  readonly member: Id
  readonly person: Id
  readonly place: Id | null
  readonly language: string | null
}

export type QueueState = {
  readonly isTaken: boolean
  readonly round: Id
  readonly template: { readonly version: number; readonly channel: MailingChannel }
  readonly candidates: readonly Candidate[]
}

export const queueMailing: Command<QueueMailing, QueueState> = command({
  name: 'mailings.queue',
  input: QueueMailing,
  may: 'mailings.send',
  decide(state, input) {
    const { mailing, campaign, channel, whom, within, template, templateVersion } = input
    if (state.isTaken) return refuse('already-done')
    if (state.template.version !== templateVersion) return refuse('stale-preview')
    if (state.template.channel !== channel) return refuse('invalid', { template: 'other-channel' })
    const { to, leftOut } = sortOut(state.candidates, { channel, whom })
    if (to.length !== input.counted) return refuse('stale-preview')
    if (to.length === 0) return refuse('nobody-left')
    const whole = { mailing, campaign, round: state.round, channel, whom, within, template }
    const counts = { templateVersion, queued: to.length, leftOut: countOf(leftOut) }
    const queued = mailingQueued({ subjects: [], place: within, body: { ...whole, ...counts } })
    return decided([queued, ...partsOf(mailing, to, within)], { mailing, queued: to.length })
  },
})

export type LeftOut = { readonly candidate: Candidate; readonly reason: LeftOutReason }
export type SortedOut = { readonly to: readonly Recipient[]; readonly leftOut: readonly LeftOut[] }

/** Each candidate is in one of the two. */
export function sortOut(
  candidates: readonly Candidate[],
  asked: Pick<MailingAsked, 'channel' | 'whom'>,
): SortedOut {
  const to: Recipient[] = []
  const leftOut: LeftOut[] = []
  for (const candidate of candidates) {
    const reason = leftOutBecause(candidate, asked)
    if (reason) leftOut.push({ candidate, reason })
    else to.push(recipientOf(candidate, asked.channel))
  }
  return { to, leftOut }
}

function recipientOf(candidate: Candidate, channel: MailingChannel): Recipient {
  const { member, person, language } = candidate
  const contactPoint = channel === 'letter' ? null : (usablePoint(candidate) ?? null)
  return { member, person, contactPoint, language: readsIn(language) }
}

export function countOf(leftOut: readonly LeftOut[]): Partial<Record<LeftOutReason, number>> {
  const counts: Partial<Record<LeftOutReason, number>> = {}
  for (const { reason } of leftOut) counts[reason] = (counts[reason] ?? 0) + 1
  return counts
}

function partsOf(mailing: Id, to: readonly Recipient[], place: Id | null): Draft[] {
  const parts: Draft[] = []
  for (let first = 0; first < to.length; first += partMax) {
    const part = to.slice(first, first + partMax)
    const subjects = part.map(({ person }) => person)
    parts.push(mailingFilled({ subjects, place, body: { mailing, first, to: part } }))
  }
  return parts
}

/** A person has one message in a mailing, whoever makes its id and however often. */
export function messageId(mailing: Id, member: Id): Id {
  return idFrom('mailing message', mailing, member)
}
