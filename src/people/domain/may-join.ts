// May two people be made one? Never by machine across two NHS numbers or two dates of birth; by a
// person only with a reason and a second fact. The one rule, asked wherever records are joined.
import { type Refusal, refuse } from '../../kernel/refusal.ts'
import { bornManner } from './evidence.ts'

/** What all records of one person say of who they are. */
export type Identity = {
  readonly nhs: readonly string[]
  readonly born: readonly string[]
  /** Full names, surnames and homes as keys; phones and emails as they are used. */
  readonly names: readonly string[]
  readonly families: readonly string[]
  readonly homes: readonly string[]
  readonly ways: readonly string[]
}

export type Joining = {
  readonly one: Identity
  readonly other: Identity
  /** Somebody decided that they are two people. */
  readonly isKeptApart: boolean
}

export type Joiner = { readonly by: 'person' | 'machine'; readonly note: string }

export const conflicts = ['nhs', 'born'] as const
export type Conflict = (typeof conflicts)[number]

/** Which trusted facts contradict each other: known on both sides and not the same. */
export function conflictsOf(one: Identity, other: Identity): readonly Conflict[] {
  return conflicts.filter(fact => {
    const known = one[fact].length > 0 && other[fact].length > 0
    return known && new Set([...one[fact], ...other[fact]]).size > 1
  })
}

/** Undefined when they may be joined. */
export function refusalToJoin(joining: Joining, { by, note }: Joiner): Refusal | undefined {
  if (joining.isKeptApart) return refuse('kept-apart')
  const found = conflictsOf(joining.one, joining.other)
  const [conflict] = found
  if (!conflict) return undefined
  if (by === 'machine' || found.length > 1) return refuse('facts-conflict')
  if (!hasSecondFact(conflict, joining)) return refuse('second-fact-needed')
  return note.trim() === '' ? refuse('reason-needed', { note: 'reason-needed' }) : undefined
}

/**
 * Another NHS number: the date of birth and the name must be the same. Another date of birth: the
 * NHS number; or the name, or a date that looks like a slip with the surname, and then a home, a
 * phone or an email too.
 */
export function hasSecondFact(conflict: Conflict, { one, other }: Joining): boolean {
  const isNamed = meet(one.names, other.names)
  if (conflict === 'nhs') return isNamed && meet(one.born, other.born)
  if (meet(one.nhs, other.nhs)) return true
  const isSlip = one.born.some(a => other.born.some(b => bornManner(a, b) !== undefined))
  const isLikely = isNamed || (isSlip && meet(one.families, other.families))
  return isLikely && (meet(one.homes, other.homes) || meet(one.ways, other.ways))
}

function meet(one: readonly string[], other: readonly string[]): boolean {
  return one.some(value => other.includes(value))
}
