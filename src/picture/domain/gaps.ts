// Which street needs somebody most? The one that nobody has taken, where most is still to do.
import type { StreetCover, ZoneCover } from './model.ts'

export type Gap = { readonly street: StreetCover; readonly others: number }

export function gapOf(zones: readonly ZoneCover[]): Gap | null {
  const untaken = zones.flatMap(zone => zone.streets).filter(street => street.owner === null)
  const [street, ...others] = [...untaken].sort(byNeed)
  return street ? { street, others: others.length } : null
}

/** Zones and streets with a gap first, then those with somebody to try, then by name. */
export function gapsFirst(zones: readonly ZoneCover[]): readonly ZoneCover[] {
  const ordered = zones.map(zone => ({ ...zone, streets: [...zone.streets].sort(byNeedAndGap) }))
  return ordered.sort(
    (a, b) =>
      b.counts.untried - a.counts.untried ||
      gapsIn(b) - gapsIn(a) ||
      b.counts.tried - a.counts.tried ||
      a.name.localeCompare(b.name, 'en-GB', { numeric: true }),
  )
}

export function gapsIn(zone: ZoneCover): number {
  return zone.streets.filter(street => street.owner === null).length
}

/** Everyone spoken to or excused, somebody looks after it, and no need is open. */
export function isDone(street: StreetCover): boolean {
  const { counts, owner, openNeeds } = street
  return owner !== null && counts.untried + counts.tried === 0 && openNeeds === 0
}

function byNeedAndGap(a: StreetCover, b: StreetCover): number {
  return Number(isDone(a)) - Number(isDone(b)) || ownerless(b) - ownerless(a) || byNeed(a, b)
}

function byNeed(a: StreetCover, b: StreetCover): number {
  return (
    b.counts.untried - a.counts.untried ||
    b.counts.tried - a.counts.tried ||
    b.counts.listed - a.counts.listed ||
    b.homes - a.homes ||
    a.name.localeCompare(b.name, 'en-GB')
  )
}

function ownerless(street: StreetCover): number {
  return street.owner === null ? 1 : 0
}
