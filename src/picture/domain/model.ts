// What do the pages of figures show? The shapes between the queries and the views.
import type { Id } from '../../kernel/ids.ts'
import type { MemberState, Safety, Step } from './filter.ts'
import type { Counts } from './terms.ts'

export type MemberKind = 'person' | 'dwelling' | 'organisation'

export type Round = { readonly id: Id; readonly number: number; readonly openedAt: Date }

export type Campaign = {
  readonly id: Id
  readonly name: string
  readonly purpose: string
  /** Codes of the lists whose people it reaches; none for homes and organisations. */
  readonly lists: readonly string[]
  readonly kind: MemberKind
  readonly pack: string
  readonly packVersion: number
  readonly openedAt: Date
  /** Null: being reached holds for the whole round. */
  readonly lastsHours: number | null
  readonly answerable: string | null
  readonly rounds: readonly Round[]
}

export type PlaceCover = {
  readonly id: Id
  readonly name: string
  readonly owner: string | null
  readonly counts: Counts
  /** Whole days of whoever waits longest; null when nobody waits. */
  readonly longestDays: number | null
}

export type WaitDay = { readonly days: number; readonly untried: number; readonly tried: number }

export type StepCount = {
  readonly step: Step
  readonly n: number
  /** From the step before: half were this quick, and nine in ten. */
  readonly halfMs: number | null
  readonly nineMs: number | null
}

export type Longest = {
  readonly person: Id
  readonly name: string
  readonly place: string | null
  readonly days: number
  readonly tries: readonly TryLine[]
  readonly triesCount: number
  readonly next: string | null
  readonly nextAt: Date | null
}

export type TryLine = {
  readonly channel: string
  readonly outcome: string
  readonly at: Date
  readonly by: string | null
}

export type Recount = { readonly at: number; readonly counts: Counts }

/** Of everyone listed: safe, at risk, not known, excused. `until` is when the first runs out. */
export type SafetyCount = {
  readonly counts: Readonly<Record<Safety | 'excused' | 'listed', number>>
  readonly until: Date | null
}

export type Coded = { readonly code: string; readonly n: number }

export type CoverageModel = {
  readonly campaign: Campaign
  readonly round: Round
  /** Null is now. */
  readonly at: number | null
  readonly now: number
  readonly logSeq: number
  /** False when the reader sees only some places. */
  readonly isWhole: boolean
  readonly total: Counts
  readonly reasons: readonly Coded[]
  /** What is next for those who wait; `none` is no next step. Null at a past moment: not kept. */
  readonly nexts: readonly Coded[] | null
  readonly waits: readonly WaitDay[]
  readonly longest: Longest | null
  readonly villages: readonly PlaceCover[]
  readonly placeless: PlaceCover | null
  readonly steps: readonly StepCount[]
  readonly attempts: number
  readonly doors: number
  readonly recount: Recount
  readonly safety: SafetyCount | null
}

export type StateCount = Readonly<Record<MemberState, number>>

export type Owner = { readonly id: Id; readonly name: string }

export type StreetCover = {
  readonly id: Id
  readonly name: string
  readonly homes: number
  readonly owner: Owner | null
  readonly counts: Counts
  readonly openNeeds: number
}

export type ZoneCover = {
  readonly id: Id
  readonly name: string
  readonly homes: number
  readonly owner: Owner | null
  readonly counts: Counts
  readonly streets: readonly StreetCover[]
}

export type Due = {
  readonly id: Id
  /** Null: a promised call. */
  readonly what: string | null
  readonly at: Date
  readonly person: Id
  readonly name: string
  readonly street: string | null
  readonly owner: string | null
}

export type VillageModel = {
  readonly village: { readonly id: Id; readonly name: string; readonly homes: number }
  readonly owner: string | null
  readonly campaign: Campaign
  readonly round: Round
  readonly at: number | null
  readonly now: number
  readonly total: Counts
  readonly reasons: readonly Coded[]
  readonly recount: Recount
  readonly zones: readonly ZoneCover[]
  /** Listed here, but on no street that we know. */
  readonly streetless: Counts
  /** Shops, care homes, schools and halls that lie here. */
  readonly organisations: number
  readonly due: readonly Due[]
  readonly unowned: readonly Due[]
}

export type MemberRow = {
  readonly id: Id
  readonly subject: Id
  readonly kind: MemberKind
  /** Null when the words were erased. */
  readonly name: string | null
  readonly street: string | null
  readonly village: string | null
  readonly state: MemberState
  readonly reason: string | null
  readonly days: number
  readonly tries: number
  readonly next: string | null
  readonly nextAt: Date | null
}

export type MemberList = {
  readonly campaign: Campaign
  readonly round: Round
  readonly at: number | null
  readonly now: number
  readonly total: number
  readonly page: number
  readonly rows: readonly MemberRow[]
  readonly placeName: string | null
}
