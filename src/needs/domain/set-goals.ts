// What is the plan for, who helps already, and on which day is it looked at again?
import { z } from 'zod'
import { type Command, command } from '../../events/commands.ts'
import { dayMs } from '../../kernel/clock.ts'
import type { Id } from '../../kernel/ids.ts'
import { londonDate } from '../../kernel/london.ts'
import { refuse } from '../../kernel/refusal.ts'
import { goalsSet } from './events.ts'

export const goalsLettersMax = 1_000
const reviewDaysMax = 2 * 366
const words = z.string().trim().max(goalsLettersMax)

export const SetGoals = z.strictObject({
  person: z.uuid(),
  goals: words,
  network: words,
  reviewOn: z.iso.date().nullable(),
})
export type SetGoals = z.infer<typeof SetGoals>

export type GoalsState = { readonly place: Id | null }

export const setGoals: Command<SetGoals, GoalsState> = command({
  name: 'needs.set-goals',
  input: SetGoals,
  may: 'needs.record',
  decide({ place }, { person, goals, network, reviewOn }, { now }) {
    const isDay = reviewOn === null || (reviewOn > londonDate(now) && reviewOn <= latest(now))
    if (!isDay) return refuse('invalid', { review: 'reviewWrong' })
    const body = { person, reviewOn }
    return [goalsSet({ subjects: [person], place, body, words: { goals, network } })]
  },
})

function latest(now: number): string {
  return londonDate(now + reviewDaysMax * dayMs)
}
