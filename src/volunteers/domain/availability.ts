// When can somebody be asked? On their days and at their hours, and never while they are away.
import { dayMs } from '../../kernel/clock.ts'
import { londonDate, londonInstant } from '../../kernel/london.ts'

/** Monday is 1. Minutes since midnight in London. */
export type Hours = { readonly day: number; readonly from: number; readonly to: number }

export type Availability = {
  /** None: at any time. */
  readonly hours: readonly Hours[]
  /** Days, as 2026-04-06; both of them away. */
  readonly awayFrom: string | null
  readonly awayUntil: string | null
}

export const alwaysFree: Availability = { hours: [], awayFrom: null, awayUntil: null }

type Span = { readonly from: number; readonly until: number }

const daysMax = 60

/** Is there a moment between both at which they are free? */
export function isFreeWithin(own: Availability, { from, until }: Span): boolean {
  const noon = londonInstant(londonDate(from), 12 * 60)
  for (let nth = 0; nth <= daysMax; nth++) {
    const date = londonDate(noon + nth * dayMs)
    if (nth > 0 && londonInstant(date, 0) > until) return false
    if (isAway(own, date)) continue
    if (spansOf(own, date).some(span => span.until > from && span.from <= until)) return true
  }
  return true
}

export function isAway({ awayFrom, awayUntil }: Availability, date: string): boolean {
  if (awayFrom === null && awayUntil === null) return false
  return (awayFrom === null || awayFrom <= date) && (awayUntil === null || date <= awayUntil)
}

function spansOf({ hours }: Availability, date: string): readonly Span[] {
  if (hours.length === 0) return [{ from: londonInstant(date, 0), until: endOf(date) }]
  const day = new Date(`${date}T12:00:00Z`).getUTCDay() || 7
  return hours
    .filter(one => one.day === day)
    .map(({ from, to }) => ({ from: londonInstant(date, from), until: londonInstant(date, to) }))
}

function endOf(date: string): number {
  return londonInstant(londonDate(londonInstant(date, 12 * 60) + dayMs), 0)
}
