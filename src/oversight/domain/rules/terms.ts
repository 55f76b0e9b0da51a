// What does a rule know about a look, and what does it say?
import type { Id } from '../../../kernel/ids.ts'

export const ruleNames = [
  'own-record',
  'same-surname',
  'neighbour',
  'mass',
  'out-of-zone',
  'again',
  'night',
  'export',
] as const
export type RuleName = (typeof ruleNames)[number]

/** A person as a rule compares them. Empty text and null never equal anything. */
export type Known = {
  readonly person: Id
  readonly nameKey: string
  readonly familyKey: string
  /** Small letters and digits alone. */
  readonly postcode: string
  readonly street: Id | null
  /** The street and everything above it. */
  readonly path: readonly Id[]
  readonly emails: readonly string[]
}

/** Who looked. */
export type Looker = {
  readonly nameKey: string
  readonly postcode: string
  readonly streets: readonly Id[]
  readonly email: string
  /** Places that they look after, or that a grant of theirs is for. */
  readonly places: readonly Id[]
}

export type LookAt = {
  readonly id: Id
  /** Milliseconds since 1970 UTC. */
  readonly at: number
  readonly what: string
  readonly route: string
  readonly subjects: readonly Known[]
  readonly isEmergency: boolean
}

/** Something that the looker put on record about a person. */
export type Work = { readonly at: number; readonly persons: readonly Id[] }

/** The looks of one person, oldest first, with their work around them. */
export type Stream = {
  readonly looker: Looker
  readonly looks: readonly LookAt[]
  readonly work: readonly Work[]
}

/** Looks that one question rests on. */
export type Finding = readonly Id[]
export type Rule = (stream: Stream, limits: Limits) => readonly Finding[]

export type Limits = {
  /** Found by a search with more people than this, nobody was singled out. */
  readonly singledOutMax: number
  /** Pages that hand somebody over: the looker did not choose whom. */
  readonly handedRoutes: readonly string[]
  readonly massPeople: number
  readonly massMs: number
  readonly againTimes: number
  readonly againMs: number
  /** Minutes after midnight in London. */
  readonly nightFrom: number
  readonly nightUntil: number
  /** Who put something on record within this time before is on duty. */
  readonly dutyMs: number
  /** A look is weighed only so long after it: what was done about it then belongs to it. */
  readonly settledMs: number
  readonly exportPeople: number
  /** Files that are made for the person themselves. */
  readonly exportRoutes: readonly string[]
}
