// Does the story move whole to another day, and stay within working hours?
import { describe, expect, it } from 'vitest'
import { fixedStory, generateDistrict, roundPlan, splFiles, storyAround } from './index.ts'

const at = (text: string) => storyAround(Date.parse(text))

describe('a story around a moment', () => {
  it('is the fixed story at the fixed opening', () => {
    expect(at('2026-04-06T09:40:00Z')).toEqual(fixedStory)
  })

  it.each([
    { name: 'before dawn', moment: '2026-11-22T04:20:00Z', day: '2026-11-17', minutes: 640 },
    { name: 'in the afternoon', moment: '2026-11-22T15:05:00Z', day: '2026-11-17', minutes: 905 },
    {
      name: 'late at night in summer time',
      moment: '2026-06-30T23:10:00Z',
      day: '2026-06-26',
      minutes: 640,
    },
    { name: 'in the evening', moment: '2026-06-30T21:10:00Z', day: '2026-06-25', minutes: 1110 },
  ])('$name makes today the sixth day', ({ moment, day, minutes }) => {
    expect(at(moment)).toEqual({ startedOn: day, openingMinutes: minutes })
  })

  it('moves every attempt, list and due day by the same number of days', () => {
    const there = generateDistrict({ size: 'W0', seed: 3 })
    const here = generateDistrict({ size: 'W0', seed: 3, story: at('2026-05-06T09:40:00Z') })
    const moved = (text: string) => new Date(Date.parse(text) + 30 * 86_400_000).toISOString()
    const [ours, theirs] = [roundPlan(here), roundPlan(there)]
    const times = (plan: typeof ours) => plan.days.flatMap(day => day.attempts.map(({ at }) => at))
    expect(times(ours).length).toBeGreaterThan(30)
    expect(times(ours)).toEqual(times(theirs).map(moved))
    expect(splFiles(here).map(file => file.receivedAt)).toEqual(
      splFiles(there).map(file => moved(file.receivedAt)),
    )
  })

  it('makes calls until the moment it opens', () => {
    const story = at('2026-11-22T15:05:00Z')
    const plan = roundPlan(generateDistrict({ size: 'W1', seed: 1, story }))
    const last = plan.days.at(-1)?.attempts.at(-1)?.at ?? ''
    expect(last > '2026-11-22T13:00' && last < '2026-11-22T15:05').toBe(true)
  })
})
