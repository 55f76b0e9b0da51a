// Where does a wish for a file stand, and until when does it hold?
import { dayMs } from '../../kernel/clock.ts'
import type { Id } from '../../kernel/ids.ts'
import type { FileFormat } from './table.ts'

export type FileRequest = {
  readonly id: Id
  readonly of: string
  readonly params: Readonly<Record<string, string>>
  readonly query: Readonly<Record<string, string>>
  readonly format: FileFormat | 'archive'
  readonly people: number
  readonly title: string
  readonly why: string
  readonly askedBy: Id
  readonly askedByName: string | null
  readonly askedAt: Date
  readonly state: 'waiting' | 'agreed' | 'refused' | 'taken'
  readonly judgedBy: Id | null
  readonly judgedByName: string | null
  readonly judgedAt: Date | null
  readonly judgedWhy: string | null
  readonly takenAt: Date | null
}

/** A wish that nobody answered is asked anew; what was agreed to is fetched the same day. */
export const waitingMsMax = 7 * dayMs
export const agreedMsMax = dayMs

export function hasLapsed(one: FileRequest, now: number): boolean {
  if (one.state === 'waiting') return now > one.askedAt.getTime() + waitingMsMax
  return one.state === 'agreed' && now > (one.judgedAt?.getTime() ?? 0) + agreedMsMax
}

/** The list may have grown since: a little is in what was agreed to, more is another list. */
export function peopleAgreed(people: number): number {
  return people + Math.max(50, Math.floor(people / 10))
}
