// Does the round open in the middle of its sixth day, with work left where it should be?
import { describe, expect, it } from 'vitest'
import { generateDistrict, roundPlan } from './index.ts'
import type { PlannedAttempt } from './types.ts'

const district = generateDistrict({ size: 'W1', seed: 5 })
const plan = roundPlan(district)
const attempts = plan.days.flatMap(day => day.attempts)
const staff = new Map(district.staff.map(one => [one.ref, one]))
const targets = new Map(plan.members.map(member => [member.personRef, member.target]))
const targetsOf = (villageRef: string) =>
  plan.members.filter(member => member.villageRef === villageRef).map(member => member.target)
const ends: Record<string, string> = {
  spoke_complete: 'reached',
  spoke_no_help_wanted: 'reached',
  refused: 'excused',
  moved_reported: 'excused',
  deceased_reported: 'excused',
}

describe('the round on its opening day', () => {
  it.each([
    ['reached', 0.67, 0.73],
    ['tried', 0.13, 0.17],
    ['untried', 0.1, 0.14],
    ['excused', 0.02, 0.04],
  ] as const)('has a share %s from %d to %d', (target, from, to) => {
    const share = [...targets.values()].filter(one => one === target).length / targets.size
    expect(share).toBeGreaterThan(from)
    expect(share).toBeLessThan(to)
  })

  it('leaves each person, by their last counted attempt, in the state it says', () => {
    const last = new Map<string, PlannedAttempt>()
    for (const attempt of attempts) {
      if (attempt.outcome !== 'skipped') last.set(attempt.personRef, attempt)
    }
    for (const { personRef, target } of plan.members) {
      const outcome = last.get(personRef)?.outcome
      const state = outcome ? (ends[outcome] ?? 'tried') : 'untried'
      const isKnownDead = target === 'excused' && !outcome
      expect(isKnownDead ? 'excused' : state).toBe(target)
    }
  })

  it('holds attempts in time order, after the person was listed and before the demo opens', () => {
    const times = attempts.map(attempt => attempt.at)
    expect(times).toEqual([...times].sort())
    expect(times[0] ?? '').toMatch(/^2026-04-01T08/)
    expect((times.at(-1) ?? '') < plan.campaign.demoOpensAt).toBe(true)
    expect(plan.campaign.demoOpensAt).toBe('2026-04-06T09:40:00.000Z')
    expect(plan.days.map(day => day.attempts.length).every(count => count > 300)).toBe(true)
  })

  it('never has one person of the staff at two places in the same minute', () => {
    const handlers = attempts.filter(one => staff.get(one.byRef)?.role === 'call-handler')
    expect(new Set(handlers.map(one => `${one.byRef} ${one.at}`)).size).toBe(handlers.length)
    expect(handlers.length).toBeGreaterThan(1_500)
  })

  it('has villages with nobody left, villages not started, and one late with new people', () => {
    const bySituation = Map.groupBy(district.places.villages, village => village.situation)
    for (const { ref } of bySituation.get('finished') ?? []) {
      expect(targetsOf(ref)).not.toContain('untried')
      expect(targetsOf(ref)).not.toContain('tried')
    }
    for (const { ref } of bySituation.get('not-started') ?? []) {
      expect(targetsOf(ref)).toContain('untried')
      expect(targetsOf(ref)).not.toContain('reached')
    }
    const [late] = bySituation.get('late') ?? []
    expect(
      targetsOf(late?.ref ?? '').filter(target => target === 'untried').length,
    ).toBeGreaterThan(8)
    expect(bySituation.get('nobody-listed')).toHaveLength(3)
  })

  it('has streets that nobody has taken where nobody listed has been tried', () => {
    const untaken = new Set(
      district.places.streets.filter(street => !street.ownerRef).map(street => street.ref),
    )
    const people = new Map(district.people.map(person => [person.ref, person]))
    const waiting = plan.members.filter(
      ({ personRef, target }) =>
        target === 'untried' && untaken.has(people.get(personRef)?.streetRef ?? ''),
    )
    expect(waiting.length).toBeGreaterThan(150)
  })

  it('finds needs at the rate of the standard workload, 1.6 for each person who has any', () => {
    const withNeeds = attempts.filter(attempt => attempt.needs.length > 0)
    const reached = [...targets.values()].filter(target => target === 'reached').length
    const needs = withNeeds.flatMap(attempt => attempt.needs)
    expect(withNeeds.length / reached).toBeGreaterThan(0.095)
    expect(withNeeds.length / reached).toBeLessThan(0.135)
    expect(needs.length / withNeeds.length).toBeGreaterThan(1.45)
    expect(needs.length / withNeeds.length).toBeLessThan(1.75)
    const due = needs.filter(
      ({ action }) => action && !action.ownerRef && action.dueOn <= '2026-04-06',
    )
    expect(due.length).toBeGreaterThan(3)
  })

  it('sends nobody to ring a number that a person does not have', () => {
    for (const { channel, contactPoint } of attempts) {
      if (channel === 'call' || channel === 'text') expect(contactPoint.value).toMatch(/^0\d{10}$/)
      else expect(contactPoint.kind).toBe('address')
    }
  })
})
