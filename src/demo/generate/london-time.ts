// What instant is a wall-clock time in Cambridgeshire? Europe/London, summer time included.

export const dayMs = 86_400_000

/** `londonInstant('2026-04-06', 10 * 60 + 40)` is 2026-04-06T09:40:00.000Z. */
export function londonInstant(date: string, minutes: number): Date {
  const asIfUtc = Date.parse(`${date}T00:00:00Z`) + minutes * 60_000
  const inSummer = asIfUtc - 3_600_000
  return new Date(isSummerTime(inSummer) ? inSummer : asIfUtc)
}

/** Summer time runs from 01:00 UTC on the last Sunday of March to that of October. */
export function isSummerTime(instantMs: number): boolean {
  const year = new Date(instantMs).getUTCFullYear()
  return instantMs >= lastSunday(year, 2) && instantMs < lastSunday(year, 9)
}

/** The date that a calendar in London shows at this instant. */
export function londonDate(instantMs: number): string {
  return new Date(shownMs(instantMs)).toISOString().slice(0, 10)
}

/** Minutes since midnight that a clock in London shows. */
export function londonMinutes(instantMs: number): number {
  return Math.floor((shownMs(instantMs) % dayMs) / 60_000)
}

function shownMs(instantMs: number): number {
  return instantMs + (isSummerTime(instantMs) ? 3_600_000 : 0)
}

export function addDays(date: string, days: number): string {
  return new Date(Date.parse(`${date}T00:00:00Z`) + days * dayMs).toISOString().slice(0, 10)
}

function lastSunday(year: number, month: number): number {
  const end = new Date(Date.UTC(year, month + 1, 0, 1))
  return end.getTime() - end.getUTCDay() * dayMs
}
