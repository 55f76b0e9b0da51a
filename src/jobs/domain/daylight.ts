// Is it light enough to work outside? Between sunrise and sunset in the middle of Britain.
import { dayMs, hourMs } from '../../kernel/clock.ts'

const latitude = (52.5 * Math.PI) / 180
const tilt = (23.44 * Math.PI) / 180

/** To a few minutes: nobody is sent up a path for the last of them. */
export function isLight(now: number): boolean {
  const midnight = now - (now % dayMs)
  const half = halfDayHours(dayOfYear(now)) * hourMs
  // Solar noon lies near 12:06 UTC there, a quarter of an hour earlier or later by season.
  return Math.abs(now - (midnight + 12.1 * hourMs)) < half
}

function halfDayHours(day: number): number {
  const declination = -tilt * Math.cos((2 * Math.PI * (day + 10)) / 365)
  const cos = -Math.tan(latitude) * Math.tan(declination)
  return (Math.acos(Math.max(-1, Math.min(1, cos))) * 12) / Math.PI
}

function dayOfYear(now: number): number {
  return Math.floor((now - Date.UTC(new Date(now).getUTCFullYear(), 0, 1)) / dayMs)
}
