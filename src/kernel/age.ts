// How old is somebody who was born on this day? In whole years, by the calendar.

/** Both days as 2026-04-15. */
export function ageOn(born: string, today: string): number {
  const years = Number(today.slice(0, 4)) - Number(born.slice(0, 4))
  return today.slice(5) < born.slice(5) ? years - 1 : years
}
