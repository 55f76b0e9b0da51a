// Does the story move whole to another day, and stay within working hours?
import { describe, expect, it } from 'vitest'
import { hourMs } from '../../kernel/clock.ts'
import { fixedStory, generateDistrict, roundPlan, splFiles, storyAround } from './index.ts'
import { londonDate } from './london-time.ts'

const at = (text: string) => storyAround(Date.parse(text))

describe('a story around a moment', () => {
  it('is the fixed story at the fixed opening', () => {
    expect(at('2026-04-06T09:40:00Z')).toEqual(fixedStory)
  })

  it.each([
    { name: 'before dawn', moment: '2026-11-22T04:20:00Z', day: '2026-11-17', minutes: 260 },
    { name: 'in the afternoon', moment: '2026-11-22T15:05:00Z', day: '2026-11-17', minutes: 905 },
    {
      name: 'late at night in summer time',
      moment: '2026-06-30T23:10:00Z',
      day: '2026-06-26',
      minutes: 10,
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

  it.each([
    { name: 'half past midnight in summer', moment: '2026-06-30T23:30:00Z', hoursMax: 0.5 },
    { name: 'half past midnight', moment: '2026-11-22T00:30:00Z', hoursMax: 0.5 },
    { name: 'six in the morning', moment: '2026-11-22T06:00:00Z', hoursMax: 1.5 },
    { name: 'noon', moment: '2026-11-22T12:00:00Z', hoursMax: 3 },
    { name: 'half past eleven at night', moment: '2026-11-22T23:30:00Z', hoursMax: 14.5 },
  ])('opened at $name, the sixth day is under way and nothing lies ahead', opened => {
    const openedMs = Date.parse(opened.moment)
    const story = storyAround(openedMs)
    const plan = roundPlan(generateDistrict({ size: 'W1', seed: 1, story }))
    const today = plan.days.at(-1)
    const times = today?.attempts.map(({ at }) => Date.parse(at)) ?? []
    expect(today?.date).toBe(londonDate(openedMs))
    expect(times.length).toBeGreaterThan(300)
    expect(Math.max(...times)).toBeLessThan(openedMs)
    expect(Math.min(...times)).toBeGreaterThanOrEqual(openedMs - opened.hoursMax * hourMs)
    expect(plan.days.every(day => day.attempts.length > 300)).toBe(true)
  })

  it('keeps the hours of the days before', () => {
    const hoursOf = (moment: string) => {
      const plan = roundPlan(generateDistrict({ size: 'W0', seed: 3, story: at(moment) }))
      return plan.days.slice(0, -1).flatMap(day => day.attempts.map(one => one.at))
    }
    expect(hoursOf('2026-11-22T00:30:00Z')).toEqual(hoursOf('2026-11-22T12:00:00Z'))
  })

  it('makes calls until the moment it opens', () => {
    const story = at('2026-11-22T15:05:00Z')
    const plan = roundPlan(generateDistrict({ size: 'W1', seed: 1, story }))
    const last = plan.days.at(-1)?.attempts.at(-1)?.at ?? ''
    expect(last > '2026-11-22T13:00' && last < '2026-11-22T15:05').toBe(true)
  })
})
