// How near does a volunteer live to a job? By points where both have one, else by what they share.
import type { Id } from '../../kernel/ids.ts'
import { metresBetween, type Point } from '../../routing/index.ts'

export type Where = {
  readonly street: Id | null
  readonly zone: Id | null
  readonly village: Id | null
  readonly at?: Point | undefined
}

export const nearnesses = ['street', 'zone', 'village', 'elsewhere'] as const
export type Nearness = (typeof nearnesses)[number]

/** Metres on foot, assumed where no positions are known. */
const assumedMetres: Readonly<Record<Nearness, number>> = {
  street: 150,
  zone: 500,
  village: 900,
  elsewhere: 5_000,
}

export type Way = { readonly metres: number; readonly shares: Nearness; readonly isKnown: boolean }

export function metresTo(one: Where, other: Where): number {
  return one.at && other.at ? metresBetween(one.at, other.at) : assumedMetres[shared(one, other)]
}

export function wayBetween(one: Where, other: Where): Way {
  const shares = shared(one, other)
  if (one.at && other.at) return { metres: metresBetween(one.at, other.at), shares, isKnown: true }
  return { metres: assumedMetres[shares], shares, isKnown: false }
}

function shared(one: Where, other: Where): Nearness {
  if (one.street !== null && one.street === other.street) return 'street'
  if (one.zone !== null && one.zone === other.zone) return 'zone'
  return one.village !== null && one.village === other.village ? 'village' : 'elsewhere'
}
