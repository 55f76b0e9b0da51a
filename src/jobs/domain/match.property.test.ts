// Whatever village it is: is everybody who is proposed allowed, within their limits and asked once
// for each job, and has every job that is left a reason that holds?
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { alwaysFree } from '../../volunteers/domain/index.ts'
import { bestFor, type Helper, type OpenJob } from './match.ts'
import { matchVillage } from './match-village.ts'
import { vettings } from './terms.ts'

const ids = Array.from({ length: 7 }, (_, nth) => `v${nth}`)
const where = fc.record({
  street: fc.constantFrom('s1', 's2', null),
  zone: fc.constantFrom('z1', null),
  village: fc.constant('cottenham'),
})
const away = { ...alwaysFree, awayFrom: '1970-01-01', awayUntil: '1970-01-01' }
const few = fc.subarray(ids, { maxLength: 2 })
const jobs: fc.Arbitrary<OpenJob[]> = fc
  .array(
    fc.record({
      kind: fc.constantFrom('shopping', 'lift', 'friendly-call', 'prescription'),
      vetting: fc.constantFrom(...vettings),
      when: fc.constant({ from: 0, until: 1 }),
      people: fc.constantFrom(1, 1, 2),
      holder: fc.constant(null),
      where,
      language: fc.constantFrom(null, 'Polish'),
      ...{ keptAway: few, askedBefore: few, met: few },
    }),
    { maxLength: 8 },
  )
  .map(all => all.map((job, nth) => ({ ...job, id: `j${nth}` })))
const helpers: fc.Arbitrary<Helper[]> = fc
  .array(
    fc.record({
      isKeptAway: fc.constant(false as const),
      mayWork: fc.boolean(),
      vetting: fc.constantFrom(...vettings),
      training: fc.constant([]),
      transport: fc.subarray(['foot', 'car', 'van']),
      jobsHeld: fc.integer({ min: 0, max: 3 }),
      jobsMax: fc.integer({ min: 1, max: 4 }),
      jobsThisWeek: fc.integer({ min: 0, max: 3 }),
      jobsAWeek: fc.constantFrom(null, 1, 2, 3),
      availability: fc.constantFrom(alwaysFree, away),
      where,
      languages: fc.subarray(['Polish', 'Welsh']),
      skills: fc.subarray(['shopping', 'dogs']),
      jobsLately: fc.integer({ min: 0, max: 5 }),
      asksOpen: fc.integer({ min: 0, max: 2 }),
    }),
    { maxLength: 7 },
  )
  .map(all => all.map((one, nth) => ({ ...one, volunteer: `v${nth}` })))

/** The rule once more, in the plainest words. */
function mayGo(job: OpenJob, one: Helper): boolean {
  const isChecked = vettings.indexOf(one.vetting) >= vettings.indexOf(job.vetting)
  const hasCar = job.kind !== 'lift' || one.transport.some(own => own !== 'foot')
  const isThere = [job.keptAway, job.askedBefore].every(all => !all.includes(one.volunteer))
  const isFree = one.availability !== away
  return one.mayWork && isChecked && hasCar && isThere && isFree && roomIn(one) > 0
}

const roomIn = ({ jobsMax, jobsHeld, jobsAWeek, jobsThisWeek, asksOpen }: Helper) =>
  Math.min(jobsMax - jobsHeld, jobsAWeek === null ? 99 : jobsAWeek - jobsThisWeek) - asksOpen

test('no proposal breaks a rule: checks, cars, bans, rest, limits, pairs', () => {
  fc.assert(
    fc.property(jobs, helpers, (all, people) => {
      const { given, left } = matchVillage(all, people)
      expect([...given, ...left].map(({ job }) => job).toSorted()).toEqual(
        all.map(({ id }) => id).toSorted(),
      )
      for (const { job: id, asked } of given) {
        const job = all.find(one => one.id === id) as OpenJob
        expect(new Set(asked.map(({ volunteer }) => volunteer)).size).toBe(job.people)
        expect(asked).toHaveLength(job.people)
        for (const { volunteer } of asked) {
          expect(mayGo(job, people.find(one => one.volunteer === volunteer) as Helper)).toBe(true)
        }
      }
      for (const one of people) {
        const times = given
          .flatMap(({ asked }) => asked)
          .filter(own => own.volunteer === one.volunteer)
        expect(times.length).toBeLessThanOrEqual(Math.max(0, roomIn(one)))
      }
      for (const { job: id, reason } of left) {
        const job = all.find(one => one.id === id) as OpenJob
        const fit = people.filter(one => mayGo(job, one)).length
        if (reason === 'nobody-may') expect(fit).toBe(0)
        if (reason === 'busy') expect(fit).toBeGreaterThan(0)
      }
    }),
    { numRuns: 300 },
  )
})

test('the best three are allowed, and no reason ever tells of a ban', () => {
  fc.assert(
    fc.property(jobs, helpers, (all, people) => {
      for (const job of all) {
        const { best, bars } = bestFor(job, people)
        const allowed = people.filter(one => mayGo(job, one))
        expect(best).toHaveLength(Math.min(3, allowed.length))
        const told = Object.values(bars).reduce((sum, n) => sum + n, 0)
        const kept = people.filter(one => job.keptAway.includes(one.volunteer)).length
        expect(told + allowed.length + kept).toBe(people.length)
        expect(JSON.stringify(best)).not.toContain('kept')
      }
    }),
    { numRuns: 100 },
  )
})
