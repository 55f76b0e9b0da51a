// Is a figure of the past true? Held against the log, at moments by chance, in a told round.
import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { scopeOf } from '../../access/index.ts'
import { newId } from '../../kernel/ids.ts'
import { council, makeTestNode, type TestNode } from '../../testing/make-node.ts'
import { beginStory, roundsOf, type Step, type Story, tell } from '../../testing/reach-story.ts'
import { addSmallDistrict } from '../../testing/small-district.ts'
import { pastCoverageHolds, pastMoments } from './checks.ts'
import { coverageOfRound } from './coverage.ts'
import { recountFromLog } from './recount.ts'

let t: TestNode
let story: Story
let from: number
const who = { council, actor: newId() }

/** Three hours pass before each of these. */
const steps: Step[] = [
  attempt(0, 'no_answer'),
  attempt(4, 'spoke_complete'),
  attempt(1, 'refused'),
  { do: 'raise', who: 1, stop: 'deceased-reported' },
  { do: 'merge', who: 0, into: 3 },
  { do: 'join', who: 3 },
  attempt(3, 'spoke_complete'),
  { do: 'lower', who: 1, stop: 'deceased-reported' },
  attempt(2, 'moved_reported'),
  { do: 'confirm', who: 2, report: 'moved', isTrue: true },
  { do: 'round', isHomes: false },
  { do: 'merge', who: 3, into: 1 },
  attempt(3, 'call_back_later'),
  { do: 'lower', who: 2, stop: 'moved-confirmed' },
  { do: 'unmerge', who: 3 },
  { do: 'wait', hours: 160 },
  attempt(4, 'no_answer'),
]

function attempt(who: number, outcome: (Step & { do: 'try' })['outcome']): Step {
  return { do: 'try', who, outcome, hoursAgo: 2, isLatestRound: true }
}

beforeAll(async () => {
  t = await makeTestNode()
  await addSmallDistrict(t)
  from = t.clock.now()
  story = await beginStory(t, 'winter-welfare')
  for (const one of steps) {
    await tell(story, { do: 'wait', hours: 3 })
    if (!(await tell(story, one))) throw new Error(`refused: ${JSON.stringify(one)}`)
  }
})
afterAll(() => t.close())

test('a coverage figure recounted from the raw log agrees at 20 random past moments', async () => {
  const now = t.clock.now()
  const asked = { permission: 'reach.read', now }
  const scope = scopeOf(t.node.registry.permissions, t.system, asked)
  const seen = new Set<string>()
  await fc.assert(
    fc.asyncProperty(fc.integer({ min: from, max: now }), async ms => {
      const moment = { now: new Date(now), at: new Date(ms) }
      await t.node.store.transaction(who, async tx => {
        for (const round of roundsOf(story)) {
          const shown = await coverageOfRound(tx, scope, { round, moment })
          const log = await recountFromLog(tx, council, { round, at: moment.at })
          expect(log).toEqual(shown)
          seen.add(JSON.stringify(shown))
        }
      })
    }),
    { numRuns: 20 },
  )
  expect(seen.size).toBeGreaterThan(3)
})

test('verify says at how many past moments it counted again', async () => {
  const found = await t.node.store.transaction(who, tx =>
    pastCoverageHolds.run(tx, council, new Date(t.clock.now())),
  )
  expect(found).toEqual({ counted: pastMoments, wrong: [] })
})

test('verify notices a figure of the past that somebody changed', async () => {
  const undone = new Error('undone')
  const changing = t.node.store.transaction(who, async tx => {
    await tx.updateTable('member_states').set({ state: 'reached' }).execute()
    const found = await pastCoverageHolds.run(tx, council, new Date(t.clock.now()))
    expect(found.wrong.length).toBeGreaterThan(0)
    throw undone
  })
  await expect(changing).rejects.toBe(undone)
})
