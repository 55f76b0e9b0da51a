// Does a proof say of everybody what the raw log says, at any moment, and is every change found?
import fc from 'fast-check'
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { scopeOf } from '../access/index.ts'
import { rebuild } from '../events/index.ts'
import { type Id, newId } from '../kernel/ids.ts'
import { recountMembers } from '../reach/index.ts'
import { council, makeTestNode, type TestNode } from '../testing/make-node.ts'
import { beginStory, type Story, step, tell } from '../testing/reach-story.ts'
import { addSmallDistrict, village } from '../testing/small-district.ts'
import { checkProofFile, writeProofFile } from './read-proof-file.ts'
import { codeIn } from './signing.ts'
import { issueProof } from './store/issue-proof.ts'
import { proofParts } from './store/proof-parts.ts'
import { coverageOf, findProof, isAsSigned, madeAgain } from './store/proofs.ts'

let t: TestNode
beforeAll(async () => {
  t = await makeTestNode()
  await addSmallDistrict(t)
})
afterAll(() => t.close())

const who = { council, actor: newId() }
const stories = (usual: number) => Number(process.env.STORIES ?? usual)
const plot = fc.record({
  pack: fc.constantFrom('pandemic', 'winter-welfare'),
  lastsHours: fc.constantFrom(undefined, null, 24),
  steps: fc.array(step, { minLength: 6, maxLength: 24 }),
})
type Plot = typeof plot extends fc.Arbitrary<infer P> ? P : never

async function toldStory({ pack, lastsHours, steps }: Plot) {
  const story = await beginStory(t, pack, lastsHours)
  const moments: number[] = []
  for (const one of steps) {
    await tell(story, one)
    moments.push(t.clock.now())
  }
  return { story, moments }
}

type Asked = { at: number | null; place?: Id | null; effort?: 'people' | 'homes' }

async function issue(story: Story, { effort = 'people', place = null, at }: Asked) {
  const id = newId()
  const { campaign } = story[effort]
  const refusal = await issueProof(t.node, t.system, { id, campaign, round: 1, place, at })
  expect(refusal).toBeUndefined()
  return t.node.store.transaction(who, async tx => {
    const scope = scopeOf(t.node.registry.permissions, t.system, {
      permission: 'proof.read',
      now: t.clock.now(),
    })
    const proof = await findProof(tx, scope, id)
    if (!proof) throw new Error('the proof is not there')
    const coverage = await coverageOf(tx, council, proof)
    return { proof, coverage, text: writeProofFile(await proofParts(tx, council, proof)) }
  })
}

/** In the order of their codes, each as the proof and as the log say it. */
async function saidAndCounted({ proof, coverage }: Awaited<ReturnType<typeof issue>>) {
  const counted = await t.node.store.transaction(who, tx =>
    recountMembers(tx, council, { round: proof.round, at: proof.at }),
  )
  const codeOf = codeIn(proof.id)
  const found = counted.map(({ member, place: _place, until, ...one }) => ({
    ...one,
    code: codeOf(member),
    until: until?.toISOString() ?? null,
  }))
  const said = coverage.lines.map(({ code, state, reason, entry, until, tries }) => {
    const decidedBy = reason === 'listed-twice' ? null : entry
    return { state, reason, entry: decidedBy, until, code, tries: tries.length }
  })
  return { said, counted: found.toSorted((one, other) => (one.code < other.code ? -1 : 1)) }
}

test('every line of a proof is what a second count of the log says, at any moment', async () => {
  const seen = new Set<string>()
  await fc.assert(
    fc.asyncProperty(plot, fc.nat(), async (told, nth) => {
      const { story, moments } = await toldStory(told)
      for (const effort of ['people', 'homes'] as const) {
        for (const at of [moments[nth % moments.length] ?? 0, null]) {
          const { said, counted } = await saidAndCounted(await issue(story, { effort, at }))
          for (const { state, reason } of said) seen.add(reason ?? state)
          expect(said).toEqual(counted)
        }
      }
    }),
    { numRuns: stories(40) },
  )
  const states = ['reached', 'tried', 'untried', 'said-no', 'away', 'not-inside', 'off-the-list']
  const usual = [...states, 'died', 'listed-twice', 'moved'].sort()
  // An empty home is rare among so few stories.
  expect([...seen].filter(one => one !== 'empty').sort()).toEqual(usual)
})

test('a file holds by itself; a change of any byte is found and said in one sentence', async () => {
  const { story } = await toldStory({
    pack: 'winter-welfare',
    lastsHours: 24,
    steps: [
      { do: 'try', who: 0, outcome: 'no_answer', hoursAgo: 1, isLatestRound: true },
      { do: 'try', who: 0, outcome: 'spoke_complete', hoursAgo: 0, isLatestRound: true },
      { do: 'raise', who: 1, stop: 'moved-reported' },
      { do: 'merge', who: 2, into: 0 },
    ],
  })
  const { text } = await issue(story, { at: null })
  const bytes = Buffer.from(text)
  expect(checkProofFile(bytes).wrong).toBeUndefined()
  await fc.assert(
    fc.asyncProperty(fc.nat(bytes.length - 1), fc.integer({ min: 1, max: 255 }), async (at, by) => {
      const changed = Buffer.from(bytes)
      changed[at] = (changed[at] ?? 0) ^ by
      const { wrong } = checkProofFile(changed)
      expect(wrong).toMatch(/^[A-Z].*\.$/)
    }),
    { numRuns: 3_000 },
  )
  for (const cut of [0, 1, bytes.length >> 1, bytes.length - 1]) {
    expect(checkProofFile(bytes.subarray(0, cut)).wrong).toBeDefined()
  }
})

test('a database whose read models are made again gives the same file, byte for byte', async () => {
  const { story } = await toldStory({
    pack: 'pandemic',
    lastsHours: undefined,
    steps: [
      { do: 'try', who: 1, outcome: 'refused', hoursAgo: 0, isLatestRound: true },
      { do: 'erase', who: 1 },
    ],
  })
  const { proof, text } = await issue(story, { at: null, place: village })
  await tell(story, { do: 'erase', who: 0 })
  await tell(story, { do: 'try', who: 2, outcome: 'refused', hoursAgo: 0, isLatestRound: true })
  await rebuild(t.node.store, t.node.registry, who)
  const again = await t.node.store.transaction(who, async tx => {
    const asked = { permission: 'proof.read', now: t.clock.now() }
    const found = await findProof(
      tx,
      scopeOf(t.node.registry.permissions, t.system, asked),
      proof.id,
    )
    const made = found && (await madeAgain(tx, council, found))
    expect(found && made && isAsSigned(made, found)).toBe(true)
    return found && writeProofFile(await proofParts(tx, council, found))
  })
  expect(again).toBe(text)
})

test('proofs are numbered without a gap, also when many are issued at once', async () => {
  const story = await beginStory(t, 'pandemic')
  const before = await lastNumber()
  await Promise.all(Array.from({ length: 5 }, () => issue(story, { at: null })))
  expect(await lastNumber()).toBe(before + 5)
})

async function lastNumber(): Promise<number> {
  const found = await t.node.store.transaction(who, tx =>
    sql<{ n: number; last: number }>`select count(*)::int as n, coalesce(max(number), 0) as last
      from proofs`.execute(tx),
  )
  const { n = 0, last = 0 } = found.rows[0] ?? {}
  expect(last).toBe(n)
  return last
}
