// What sharing calls speaks of: who is due a call, who rings today, and what came of it.
import type { Id } from '../../../kernel/ids.ts'

/** Whose work a campaign is, and when. */
export type Workable = {
  /** Null: whoever may ring people. */
  readonly workers: ReadonlySet<Id> | null
  readonly startsAt: number | null
  readonly endsAt: number | null
}

/** One person to ring. Times are milliseconds since 1970 UTC. */
export type Due = {
  readonly member: Id
  readonly campaign: Workable
  /** The place where they are and everything above it; empty where it is not known. */
  readonly path: readonly Id[]
  readonly dwelling: Id | null
  /** Only a language other than English, as the person's record has it. */
  readonly language: string | null
  readonly promisedAt: number | null
  /** Who has the call by the sharing before. */
  readonly with: Id | null
}

export type Caller = {
  readonly user: Id
  /** How many calls they can make today. */
  readonly room: number
  readonly languages: readonly string[]
  readonly from: number
  readonly to: number
  /** Where they may ring; null for everywhere. */
  readonly places: readonly Id[] | null
}

/** A full day of ringing (reference/community-response §6.2), in minutes of the day. */
export const usualDay = { room: 30, from: 9 * 60, to: 17 * 60 } as const

export const upTos = ['room', 'all'] as const
/** `room`: no more than all can do today, the most urgent. `all`: everybody who is due. */
export type UpTo = (typeof upTos)[number]

export type Sharing = {
  /** Most urgent first. */
  readonly calls: readonly Due[]
  readonly callers: readonly Caller[]
  readonly upTo: UpTo
}

export type Shared = {
  readonly given: readonly { readonly user: Id; readonly members: readonly Id[] }[]
  /** Due, and given to nobody. */
  readonly left: number
  /** Given to somebody who does not speak their language: an interpreter is needed. */
  readonly nobodySpeaks: number
  /** Nobody who rings may work their campaign, or not while it lasts. */
  readonly nobodyMayWork: number
  /** Promised for a time at which nobody works. */
  readonly outOfHours: number
}
