// What did a clock in London show? Files have no time zone, so they are given the wall clock.
import { minuteMs } from '../../kernel/clock.ts'
import { londonDate, londonMinutes } from '../../kernel/london.ts'

/** 2026-04-06 10:40, which sorts and which every spreadsheet reads as a moment. */
export function writtenMoment(at: Date): string {
  const minutes = londonMinutes(at.getTime())
  const two = (part: number) => String(part).padStart(2, '0')
  return `${londonDate(at.getTime())} ${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`
}

/** The same clock as a Date that says so in UTC, which is what a workbook holds. */
export function wallClock(at: Date): Date {
  const day = Date.parse(`${londonDate(at.getTime())}T00:00:00Z`)
  return new Date(day + londonMinutes(at.getTime()) * minuteMs)
}
