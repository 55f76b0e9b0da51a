// When may a sealed list be opened? Only when its own rule says so, by what is declared now.
import type { Id } from '../../kernel/ids.ts'

/** `area`: only for something declared in the list's own area. */
export const rules = ['always', 'warning', 'incident', 'area'] as const
export type Rule = (typeof rules)[number]

export const occasionKinds = ['warning', 'incident'] as const
export type OccasionKind = (typeof occasionKinds)[number]

export type Occasion = {
  readonly id: Id
  readonly kind: OccasionKind
  /** The place it is declared for and all above it; empty: everywhere. */
  readonly path: readonly Id[]
}

export type SealedRule = {
  readonly rule: Rule
  /** Where the list's people live; null: the whole district. */
  readonly area: Id | null
  readonly areaPath: readonly Id[]
}

/** The occasion that opens it; null where none has to; undefined where none does. */
export function opener(
  { rule, area, areaPath }: SealedRule,
  inForce: readonly Occasion[],
): Id | null | undefined {
  if (rule === 'always') return null
  const touches = ({ path }: Occasion) =>
    path.length === 0 ||
    area === null ||
    path.includes(area) ||
    areaPath.includes(path.at(-1) ?? '')
  const isKind = ({ kind }: Occasion) => rule === 'area' || kind === rule
  const isWithin = (one: Occasion) => rule !== 'area' || (area !== null && one.path.length > 0)
  return inForce.find(one => isKind(one) && isWithin(one) && touches(one))?.id
}

export const openDaysUsual = 7
export const openDaysMax = 31
export const lineLettersMax = 200
export const whyLettersMax = 500
