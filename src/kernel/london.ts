// What instant is a wall-clock time in Britain? Europe/London, summer time included.
import { dayMs, hourMs, minuteMs } from './clock.ts'

/** `londonInstant('2026-04-06', 10 * 60 + 40)` is 2026-04-06T09:40Z, in milliseconds. */
export function londonInstant(date: string, minutes: number): number {
  const asIfUtc = Date.parse(`${date}T00:00:00Z`) + minutes * minuteMs
  return isSummerTime(asIfUtc - hourMs) ? asIfUtc - hourMs : asIfUtc
}

/** From 01:00 UTC on the last Sunday of March to that of October (Summer Time Order 2002). */
export function isSummerTime(instantMs: number): boolean {
  const year = new Date(instantMs).getUTCFullYear()
  return instantMs >= lastSunday(year, 2) && instantMs < lastSunday(year, 9)
}

/** The date that a calendar in London shows at this instant, as 2026-04-06. */
export function londonDate(instantMs: number): string {
  return new Date(shownMs(instantMs)).toISOString().slice(0, 10)
}

/** Minutes since midnight that a clock in London shows. */
export function londonMinutes(instantMs: number): number {
  return Math.floor((shownMs(instantMs) % dayMs) / minuteMs)
}

function shownMs(instantMs: number): number {
  return instantMs + (isSummerTime(instantMs) ? hourMs : 0)
}

function lastSunday(year: number, month: number): number {
  const end = new Date(Date.UTC(year, month + 1, 0, 1))
  return end.getTime() - end.getUTCDay() * dayMs
}
