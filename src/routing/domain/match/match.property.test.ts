// Is whoever is asked allowed to go, the best by the parts that are said, and asked fairly?
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { bestThree } from './best-three.ts'
import { matchBatch } from './match-batch.ts'
import { type Candidate, type MatchJob, weigh } from './weigh.ts'

const at = fc.record({ x: fc.integer({ min: 0, max: 3_000 }), y: fc.integer({ min: 0, max: 900 }) })
const ids = Array.from({ length: 8 }, (_, i) => `c${i}`)
const jobs: fc.Arbitrary<MatchJob[]> = fc
  .array(
    fc.record({
      at,
      skills: fc.subarray(['car', 'checked']),
      wishes: fc.subarray(['dogs']),
      languages: fc.subarray(['en', 'pl']),
      never: fc.subarray(ids, { maxLength: 3 }).map(all => new Set(all)),
    }),
    { maxLength: 9 },
  )
  .map(all => all.map((job, i) => ({ ...job, id: `j${i}` })))
const candidates: fc.Arbitrary<Candidate[]> = fc
  .array(
    fc.record({
      at,
      skills: fc.subarray(['car', 'checked', 'dogs']),
      languages: fc.subarray(['en', 'pl']),
      jobs: fc.integer({ min: 0, max: 6 }),
      room: fc.integer({ min: 0, max: 3 }),
      visited: fc.subarray(['j0', 'j1']),
    }),
    { maxLength: 8 },
  )
  .map(all => all.map((candidate, i) => ({ ...candidate, id: `c${i}` })))

function mayGo(job: MatchJob, candidate: Candidate): boolean {
  const hasSkills = job.skills.every(skill => candidate.skills.includes(skill))
  return hasSkills && candidate.room > 0 && !job.never.has(candidate.id)
}

test('the best three are allowed, nobody left out is cheaper, and the parts add up', () => {
  fc.assert(
    fc.property(jobs, candidates, (all, people) => {
      for (const job of all) {
        const { best, never } = bestThree(job, people)
        const allowed = people.filter(one => mayGo(job, one))
        expect(best.length).toBe(Math.min(3, allowed.length))
        expect(never.length).toBe(people.length - allowed.length)
        for (const { candidate, cost, parts } of best) {
          expect(allowed.some(one => one.id === candidate)).toBe(true)
          expect(parts.reduce((sum, part) => sum + part.metres, 0)).toBeCloseTo(cost, 6)
        }
        const last = best.at(-1)?.cost ?? 0
        const others = allowed.filter(one => !best.some(own => own.candidate === one.id))
        for (const one of others) {
          const own = weigh(job, one)
          expect('cost' in own && own.cost >= last).toBe(true)
        }
      }
    }),
    { numRuns: 100 },
  )
})

test('a batch gives nobody what they must not or cannot take, and says who is left', () => {
  fc.assert(
    fc.property(jobs, candidates, (all, people) => {
      const { given, left } = matchBatch(all, people)
      expect(given.length + left.length).toBe(all.length)
      for (const { job, candidate } of given) {
        const own = people.find(one => one.id === candidate) as Candidate
        expect(mayGo(all.find(one => one.id === job) as MatchJob, own)).toBe(true)
        const count = given.filter(one => one.candidate === candidate).length
        expect(count).toBeLessThanOrEqual(own.room)
      }
      for (const { job, reason } of left) {
        const one = all.find(other => other.id === job) as MatchJob
        expect(people.some(own => mayGo(one, own))).toBe(reason === 'all-busy')
      }
    }),
    { numRuns: 100 },
  )
})

test('two jobs go to two neighbours rather than both to the nearer one', () => {
  const person = { skills: [], languages: ['en'], jobs: 0, room: 3, visited: [] }
  const near = { ...person, id: 'near', at: { x: 0, y: 0 } }
  const far = { ...person, id: 'far', at: { x: 300, y: 0 } }
  const job = {
    skills: [],
    wishes: [],
    languages: ['en'],
    never: new Set<string>(),
    at: { x: 0, y: 0 },
  }
  const { given } = matchBatch(
    [
      { ...job, id: 'a' },
      { ...job, id: 'b' },
    ],
    [near, far],
  )
  expect(given.map(one => one.candidate).toSorted()).toEqual(['far', 'near'])
})
