// What would loading this file do? Results row by row, and the changes that they come to. Made
// from the file and from what stands now, so that a preview and the load can be compared.
import type { Id } from '../../kernel/ids.ts'
import type { HeldWords } from './events.ts'
import type { Counts, FactKind, FileKind, Outcome, Reason, Remark, RowResult } from './terms.ts'

export type Fact = { readonly key: string; readonly value: Record<string, unknown> | null }
export type Facts = { readonly kind: FactKind; readonly facts: readonly Fact[] }

export type HeldRow = {
  readonly row: number
  readonly reason: Reason
  /** Rows with one of these are settled by one answer. */
  readonly question: string
  readonly near: Id | null
  /** A street of this file that has no id yet: the one that the row may mean. */
  readonly nearStreet?: StreetName
  readonly code: string | null
  readonly words: HeldWords
}

export type NewHome = {
  readonly uprn: string | null
  readonly address: string
  readonly postcode: string
  readonly key: string
}

/** A street that is there has an id; a new one has only a name, in a zone or a village. */
export type StreetHomes = {
  readonly street: { readonly id: Id } | NewStreet
  readonly homes: readonly NewHome[]
  /** Homes that are known under an id and are now written otherwise, or begin again. */
  readonly corrected: readonly (NewHome & { readonly id: Id })[]
  readonly postcodes: readonly string[]
  readonly isReopened: boolean
}
export type StreetName = { readonly village: Id; readonly name: string }
export type NewStreet = StreetName & {
  /** Empty: the village's only zone, or one of its own name. */
  readonly zone: string
}

export type Plan = {
  readonly kind: FileKind
  readonly edition: string | null
  readonly takenAs: 'villages' | 'map'
  readonly results: readonly RowResult[]
  /** Rows that are counted by reason and not listed one by one. */
  readonly unlisted: Readonly<Partial<Record<Reason, number>>>
  readonly remarks: readonly Remark[]
  readonly facts: readonly Facts[]
  readonly villages: readonly { readonly code: string; readonly name: string }[]
  /** Villages that had ended and begin again. */
  readonly reopened: readonly Id[]
  readonly renamed: readonly { readonly place: Id; readonly name: string }[]
  readonly codes: readonly { readonly place: Id; readonly code: string }[]
  readonly streets: readonly StreetHomes[]
  readonly held: readonly HeldRow[]
}

export const noChanges: Omit<Plan, 'kind' | 'edition'> = {
  takenAs: 'map',
  results: [],
  unlisted: {},
  remarks: [],
  facts: [],
  villages: [],
  reopened: [],
  renamed: [],
  codes: [],
  streets: [],
  held: [],
}

export function countsOf({ results, unlisted }: Pick<Plan, 'results' | 'unlisted'>): Counts {
  const sum = (outcome: Outcome) => results.filter(one => one.outcome === outcome).length
  const hidden = Object.values(unlisted).reduce((all, one) => all + (one ?? 0), 0)
  return {
    rows: results.length + hidden,
    accepted: sum('accepted'),
    changed: sum('changed'),
    unchanged: sum('unchanged'),
    needs_review: sum('needs_review'),
    refused: sum('refused') + hidden,
  }
}

type Said = { readonly row: number; readonly what: string }

export function result({ row, what }: Said, outcome: Outcome, ...why: Reason[]): RowResult {
  return { row, outcome, reasons: why, what }
}

/** A village as files know it. */
export type PlaceRef = {
  readonly id: Id
  readonly name: string
  readonly codes: readonly string[]
}

export function plainName(name: string): string {
  return name.trim().replace(/\s+/g, ' ').toLowerCase()
}

/** One text for one value, in whatever order its parts come back from the database. */
export function written(value: unknown): string {
  return JSON.stringify(value, (_, part) =>
    typeof part === 'object' && part !== null && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(part).sort(([one], [other]) => (one < other ? -1 : 1)))
      : part,
  )
}
