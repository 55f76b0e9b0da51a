// What if the two live under one roof? Relatives agree in address, postcode, telephone and family
// name as if they were one person, so those facts say nothing between the two explanations; first
// name, birthday and trusted id decide. Some are twins, and some sons have their father's name.
import type { FieldKind } from '../encode/fields.ts'
import type { FieldModel, Level } from './model.ts'

/** In how many households two people agree in this field as one person would. */
const alike: Readonly<Record<FieldKind, number>> = {
  given: 0.02,
  middle: 0.05,
  date: 0.015,
  id: 0.0001,
  email: 0.1,
  phone: 0.6,
  family: 0.8,
  postcode: 1,
  address: 1,
  word: 1,
  sql: 1,
}
const occupationAlike = 0.05

/** log2(m / h), where h mixes what one person shows with what two strangers do. */
export function householdWeight(field: FieldModel, { m, u }: Level): number {
  const share = alikeIn(field)
  return Math.log2(m / (share * m + (1 - share) * u))
}

export function alikeIn({ kind, name }: FieldModel): number {
  return name.startsWith('occupation') ? occupationAlike : alike[kind]
}

/** Without a roof that the list knows of, nobody can be told to live under it. */
export function knowsRoofs(fields: readonly Pick<FieldModel, 'kind'>[]): boolean {
  const roofs: readonly FieldKind[] = ['address', 'postcode', 'phone']
  return fields.some(({ kind }) => roofs.includes(kind))
}

/** One person against two strangers and against two of one household, together. */
export function against(strangers: number, household: number): number {
  const apart = strangers - household
  if (apart < -30) return strangers
  return apart > 30 ? household : strangers - Math.log2(1 + 2 ** apart)
}
