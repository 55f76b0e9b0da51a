// What is usual among records of one person, before this list has said anything? Counts for a few
// pairs only, so that a short list does not take chance for a rule.
import type { FieldKind } from '../encode/fields.ts'

export const usualShares: Readonly<Record<FieldKind, readonly number[]>> = {
  given: [0.72, 0.07, 0.05, 0.02, 0.02, 0.02, 0.03, 0.01, 0.06],
  family: [0.8, 0.07, 0.001, 0.02, 0.02, 0.01, 0.03, 0.01, 0.04],
  middle: [0.5, 0.2, 0.15, 0.15],
  date: [0.85, 0.06, 0.03, 0.02, 0.01, 0.01, 0.02],
  postcode: [0.75, 0.07, 0.03, 0.02, 0.13],
  address: [0.55, 0.15, 0.1, 0.06, 0.04, 0.1],
  phone: [0.65, 0.05, 0.3],
  email: [0.65, 0.04, 0.06, 0.05, 0.2],
  id: [0.9, 0.06, 0.04],
  word: [0.7, 0.08, 0.04, 0.18],
  sql: [],
}
export const usualPairs = 20

/** What is usual between two people taken by chance; the rest is the last level. */
const usualChance: Readonly<Record<FieldKind, readonly number[]>> = {
  given: [4e-3, 2e-3, 4e-3, 1e-3, 1e-4, 1e-3, 4e-3, 1e-4],
  family: [1.5e-3, 1e-3, 1e-5, 5e-4, 1e-4, 5e-4, 2e-3, 1e-5],
  middle: [4e-3, 0.01, 0.06],
  date: [5e-5, 1e-3, 3e-3, 0.012, 0.03, 0.2],
  postcode: [1e-3, 1e-3, 5e-3, 0.03],
  address: [1e-4, 1e-4, 3e-4, 2e-3, 0.02],
  phone: [1e-5, 1e-5],
  email: [1e-5, 1e-4, 1e-4, 1e-3],
  id: [1e-6, 1e-5],
  word: [0.05, 0.005, 0.005],
  sql: [],
}
/** As many pairs, and as many records, speak for what is usual. */
export const usualChancePairs = 200
export const usualRecords = 200

export function usualChanceOf(kind: FieldKind, level: number): number {
  const chances = usualChance[kind]
  const given = chances[level]
  return given ?? Math.max(0, 1 - chances.reduce((sum, one) => sum + one, 0))
}

/** Per level, strongest first. */
export function usualLevels(kind: FieldKind): { readonly m: number; readonly u: number }[] {
  return usualShares[kind].map((m, level) => ({ m, u: usualChanceOf(kind, level) }))
}
