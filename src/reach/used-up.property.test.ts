// Whatever happens in whatever order: nobody at risk whose tries are used up is without a concern,
// and no concern is lost by joining or parting records.
import fc from 'fast-check'
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { endConcern, tellWorry } from '../concerns/index.ts'
import { act, compareRebuild } from '../events/index.ts'
import { newId } from '../kernel/ids.ts'
import { isRefusal } from '../kernel/refusal.ts'
import { lowerFlag, raiseFlag } from '../people/index.ts'
import { council, makeTestNode, type TestNode } from '../testing/make-node.ts'
import { beginStory, personOf, type Story, someone, step, tell } from '../testing/reach-story.ts'
import { addSmallDistrict } from '../testing/small-district.ts'
import { untilEnough } from '../testing/until-enough.ts'

let t: TestNode
beforeAll(async () => {
  t = await makeTestNode()
  await addSmallDistrict(t)
})
afterAll(() => t.close())

const who = { council, actor: newId() }
const missed = fc.constantFrom('no_answer' as const, 'voicemail_left' as const)
const ours = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.record({
      do: fc.constant('try' as const),
      who: someone,
      outcome: missed,
      hoursAgo: fc.constant(0),
      isLatestRound: fc.constant(true),
    }),
  },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('alone' as const), who: someone }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('together' as const), who: someone }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('worry' as const), who: someone }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('end' as const), who: someone }) },
)
const anything = fc.oneof({ weight: 3, arbitrary: ours }, { weight: 1, arbitrary: step })
type Anything = typeof anything extends fc.Arbitrary<infer S> ? S : never

async function happen(story: Story, one: Anything): Promise<boolean> {
  if (!('who' in one)) return tell(story, one)
  const person = personOf(story, one.who)
  const id = newId()
  const flag = { person, flag: 'lives-alone', source: 'call', note: '' }
  const asked = {
    alone: () => ({ command: raiseFlag, input: flag }),
    together: () => ({ command: lowerFlag, input: { person, flag: flag.flag, note: '' } }),
    worry: () => ({ command: tellWorry, input: { worry: id, person, isDanger: false, words: '' } }),
    end: async () => ({ command: endConcern, input: await ending(person) }),
  }
  const own = asked[one.do as 'alone']
  if (!own) return tell(story, one as never)
  const { command, input } = await own()
  return !isRefusal(await act(t.node, t.system, command, { id, input }))
}

async function ending(person: string) {
  const concern = (await openOnes()).find(one => one.root === person || one.person === person)
  const evidence = { ending: 'seen-and-safe', evidence: 'Seen at the door', confirmedBy: 'A Hill' }
  return { concern: concern?.id ?? newId(), ...evidence }
}

type Person = { id: string; root: string; flags: string[] }
type Attempt = { person: string; round: string; campaign: string; seq: number; outcome: string }
type Concern = { id: string; person: string; root: string; endedSeq: number | null }

const read = <Row>(query: ReturnType<typeof sql<Row>>) =>
  t.node.store.transaction(who, async tx => (await query.execute(tx)).rows)

const allConcerns = () =>
  read(sql<Concern>`select c.id, c.person, p.root, c.ended_seq as "endedSeq"
    from concerns c join people p on p.id = c.person`)
const openOnes = async () => (await allConcerns()).filter(one => one.endedSeq === null)

const settled = ['spoke_complete', 'spoke_no_help_wanted', 'refused'].concat([
  'deceased_reported',
  'moved_reported',
])

/** The rule a second time, in plain words over the rows. */
async function leftAlone(story: Story): Promise<string[]> {
  const people = await read(sql<Person>`select id, root, flags from people`)
  const rounds = story.people.rounds
  const attempts = await read(sql<Attempt & { isDoubted: boolean }>`
    select subject as person, round, campaign, seq, outcome, is_doubted as "isDoubted"
    from attempts where is_attempt order by seq`)
  const concerns = await allConcerns()
  const atRisk = people.filter(one => one.id === one.root && one.flags.includes('lives-alone'))
  return atRisk.flatMap(({ id: root }) => {
    const records = people.filter(one => one.root === root).map(one => one.id)
    const own = attempts.filter(one => records.includes(one.person))
    const about = concerns.filter(one => one.root === root)
    const lastSettled = Math.max(
      0,
      ...own.filter(one => settled.includes(one.outcome) && !one.isDoubted).map(one => one.seq),
      ...about.map(one => one.endedSeq ?? 0),
    )
    const unanswered = own.filter(
      one =>
        one.round === rounds.at(-1) &&
        one.seq > lastSettled &&
        ['no_answer', 'voicemail_left', 'wrong_number'].includes(one.outcome),
    )
    const isOpen = about.some(one => one.endedSeq === null)
    return unanswered.length >= 3 && !isOpen ? [root] : []
  })
}

test('nobody at risk whose tries are used up is without a concern, after any story', async () => {
  let opened = 0
  let ended = 0
  await untilEnough(
    () =>
      fc.assert(
        fc.asyncProperty(fc.array(anything, { minLength: 10, maxLength: 30 }), async steps => {
          const story = await beginStory(t, 'pandemic')
          for (const one of steps) {
            const before = await openOnes()
            const isDone = await happen(story, one)
            const after = (await openOnes()).map(({ id }) => id)
            expect(await leftAlone(story)).toEqual([])
            if (one.do === 'end') ended += isDone ? 1 : 0
            else expect(before.filter(({ id }) => !after.includes(id))).toEqual([])
            opened += after.length > before.length ? 1 : 0
          }
        }),
        { numRuns: Number(process.env.STORIES ?? 15) },
      ),
    () => opened > 5 && ended > 0,
  )
  const system = { council, actor: t.system.id }
  expect((await compareRebuild(t.node.store, t.node.registry, system)).differences).toEqual([])
}, 240_000)
