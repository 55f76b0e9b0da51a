// What is an event? A kind with a version, a body of ids, codes and numbers, and erasable words.
import type { z } from 'zod'
import type { Id } from '../kernel/ids.ts'

/** What a decision wants recorded. Times are milliseconds since 1970 UTC. */
export type Draft = {
  readonly kind: string
  readonly version: number
  readonly subjects: readonly Id[]
  readonly place?: Id | null
  readonly happenedAt?: number
  readonly onBehalfOf?: Id
  readonly deviceOffsetMs?: number
  readonly body: Readonly<Record<string, unknown>>
  /** Names, numbers, addresses, notes: kept in the register, never in the log. */
  readonly words?: Readonly<Record<string, unknown>>
}

/** An event as it stands in the record. `words` is null when there were none or they are erased. */
export type Recorded<Body = Record<string, unknown>, Words = Record<string, unknown>> = {
  readonly council: string
  readonly seq: number
  readonly command: Id
  readonly kind: string
  readonly version: number
  readonly actor: Id
  readonly onBehalfOf: Id | null
  readonly subjects: readonly Id[]
  readonly place: Id | null
  readonly happenedAt: Date
  readonly recordedAt: Date
  readonly body: Body
  readonly words: Words | null
}

type Given<Body, Words> = Omit<Draft, 'kind' | 'version' | 'body' | 'words'> & {
  readonly body: Body
  readonly words?: Words
}

export type EventKind<Body = Record<string, unknown>, Words = Record<string, unknown>> = {
  (given: Given<Body, Words>): Draft
  readonly kind: string
  readonly version: number
  readonly body: z.ZodType<Body>
  readonly words: z.ZodType<Words> | undefined
  /** Lifts a stored body of an older version to today's. */
  readonly upcast: ((version: number, body: unknown) => unknown) | undefined
  /** Only for its type: `typeof attemptRecorded.recorded`. */
  readonly recorded: Recorded<Body, Words>
}

export type AnyEventKind = Pick<EventKind<never, never>, 'kind' | 'version' | 'upcast'> & {
  readonly body: z.ZodType
  readonly words: z.ZodType | undefined
}

type Definition<Body, Words> = {
  readonly kind: string
  readonly version: number
  readonly body: z.ZodType<Body>
  readonly words?: z.ZodType<Words>
  readonly upcast?: (version: number, body: unknown) => unknown
}

/** Defines an event; the result is also the function that makes one. Use strict objects. */
export function eventKind<Body, Words = Record<string, never>>(
  definition: Definition<Body, Words>,
): EventKind<Body, Words> {
  const { kind, version, body, words, upcast } = definition
  const make = (given: Given<Body, Words>) => ({ ...given, kind, version }) as Draft
  return Object.assign(make, {
    kind,
    version,
    body,
    words,
    upcast,
    recorded: undefined as never,
  })
}
