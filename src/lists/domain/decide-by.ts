// Until when may a held row wait? Until five in the afternoon of the next working day.
import { dayMs, hourMs } from '../../kernel/clock.ts'

const deciderHour = 17

/** Milliseconds since 1970 UTC. After that moment the row is rung all the same. */
export function decideBy(now: number): number {
  let day = now + dayMs
  while (isWeekend(day)) day += dayMs
  const [date] = new Date(day + offsetMs(day)).toISOString().split('T')
  const local = Date.parse(`${date}T00:00:00Z`) + deciderHour * hourMs
  return local - offsetMs(local)
}

const london = new Intl.DateTimeFormat('en-GB', {
  timeZone: 'Europe/London',
  weekday: 'short',
  hour: '2-digit',
  hourCycle: 'h23',
})

function isWeekend(at: number): boolean {
  const weekday = london.formatToParts(at).find(({ type }) => type === 'weekday')?.value
  return weekday === 'Sat' || weekday === 'Sun'
}

/** An hour in summer, nothing in winter. */
function offsetMs(at: number): number {
  const hour = Number(london.formatToParts(at).find(({ type }) => type === 'hour')?.value)
  return ((hour - new Date(at).getUTCHours() + 24) % 24) * hourMs
}
