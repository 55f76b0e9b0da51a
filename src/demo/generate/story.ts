// On which days does the invented round lie, and at what minute does the demo open?
// Files use the fixed story; a demo for people to look at opens today (see the README of demo).
import { addDays, londonDate, londonMinutes } from './london-time.ts'
import { round } from './workload.ts'

export type Story = {
  /** The first day of the round. */
  startedOn: string
  /** Minute of its sixth day, in London. */
  openingMinutes: number
}

/** The round began on Wednesday 1 April 2026; the demo opens at 10:40 on its sixth day. */
export const fixedStory: Story = { startedOn: '2026-04-01', openingMinutes: 10 * 60 + 40 }

/** Later on that day the work has ended. */
const lastOpeningMinutes = 18 * 60 + 30

/** The story whose sixth day is the day of this moment: its work goes on until now. */
export function storyAround(openingMs: number): Story {
  const startedOn = addDays(londonDate(openingMs), 1 - round.openingDay)
  return { startedOn, openingMinutes: Math.min(lastOpeningMinutes, londonMinutes(openingMs)) }
}
