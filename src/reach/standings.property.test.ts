// Whatever happens, in whatever order: the figures are the log's, and each person counts once.
import fc from 'fast-check'
import { type RawBuilder, sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { scopeOf } from '../access/index.ts'
import { compareRebuild } from '../events/index.ts'
import { newId } from '../kernel/ids.ts'
import { council, makeTestNode, type TestNode } from '../testing/make-node.ts'
import {
  beginStory,
  personOf,
  roundsOf,
  type Step,
  type Story,
  someone,
  step,
  stop,
  tell,
} from '../testing/reach-story.ts'
import { addSmallDistrict, otherVillage } from '../testing/small-district.ts'
import { untilEnough } from '../testing/until-enough.ts'
import { addsUp } from './domain/coverage.ts'
import { coverageOfRound } from './store/coverage.ts'
import { deriveStandings } from './store/derive-standings.ts'
import { recountFromLog } from './store/recount.ts'

let t: TestNode
beforeAll(async () => {
  t = await makeTestNode()
  await addSmallDistrict(t)
})
afterAll(() => t.close())

/** `STORIES=500` by hand, after a change to the rule. */
const stories = (usual: number) => Number(process.env.STORIES ?? usual)
const plot = fc.record({
  pack: fc.constantFrom('pandemic', 'winter-welfare'),
  /** As the pack says, the whole round, or the campaign's own. */
  lastsHours: fc.constantFrom(undefined, null, 24),
  steps: fc.array(step, { minLength: 6, maxLength: 24 }),
})

const who = { council, actor: newId() }
const read = <Row>(query: RawBuilder<Row>) =>
  t.node.store.transaction(who, async tx => (await query.execute(tx)).rows)

/** All that the rule gives. Since when an officer has to look is not of the rule. */
const membersOf = (story: Story) => sql`select id, state, reason, until, next_step,
    case when reason in ('died', 'moved', 'off-the-list', 'not-inside') then null
      else next_at end as next_at
  from members where round = any (${roundsOf(story)}::uuid[]) order by id`

async function expectTrueFigures(round: string, at?: Date) {
  const now = t.clock.now()
  const asked = { permission: 'reach.read', now }
  const scope = scopeOf(t.node.registry.permissions, t.system, asked)
  const moment = { now: new Date(now), at }
  await t.node.store.transaction(who, async tx => {
    for (const within of [undefined, otherVillage]) {
      const shown = await coverageOfRound(tx, scope, { round, within, moment })
      const log = await recountFromLog(tx, council, { round, within, at: at ?? moment.now })
      expect({ at, within, ...shown }).toEqual({ at, within, ...log })
      expect(addsUp(shown)).toBe(true)
    }
  })
}

const people = (story: Story) => sql`select m.round, coalesce(p.root, m.subject) as person,
    count(*) filter (where m.state <> 'excused') as counted,
    count(*) filter (where m.reason is distinct from 'listed-twice') as listed
  from members m left join people p on p.council = m.council and p.id = m.subject
  where m.round = any (${roundsOf(story)}::uuid[]) group by 1, 2`

async function expectCountedOnce(story: Story) {
  const found = await read(sql`select * from (${people(story)}) x where counted > 1 or listed <> 1`)
  expect(found).toEqual([])
}

/** Whoever waits in a round is in the one after it, unless an officer had confirmed why not. */
async function expectNobodyForgotten(story: Story) {
  const latest = story.people.rounds.at(-1) ?? ''
  const confirmed = await read(sql`select 1 from events e where e.subjects && array(
      select subject from members where round = any (${story.people.rounds}::uuid[]))
    and e.body ->> 'flag' like '%-confirmed'`)
  if (confirmed.length > 0) return
  const lost = await read(sql`
    select m.subject from members m join rounds r on r.id = m.round
    join people p on p.id = m.subject
    where m.round = any (${story.people.rounds}::uuid[]) and m.state in ('tried', 'untried')
      and not exists (select from attempts a where a.campaign = m.campaign
        and a.outcome = 'refused')
      and not exists (select from members o join people q on q.id = o.subject
        where o.round = ${latest} and q.root = p.root)`)
  expect(lost).toEqual([])
}

/** An ordinary attempt goes a short way; it must end where the rule ends. */
async function expectDerived(story: Story) {
  const recordedAt = new Date(t.clock.now())
  const seq = Number.MAX_SAFE_INTEGER
  await t.node.store.transaction(who, async tx => {
    const before = await membersOf(story).execute(tx)
    const all = await sql<{ person: string }>`
      select distinct person from (${people(story)}) x`.execute(tx)
    const touches = all.rows.map(({ person: root }) => ({ subject: root, root, seq, recordedAt }))
    await deriveStandings(tx, council, touches)
    expect((await membersOf(story).execute(tx)).rows).toEqual(before.rows)
  })
}

test('after any story the figures are those of the log, and each person counts once', async () => {
  let count = 0
  await untilEnough(
    () =>
      fc.assert(
        fc.asyncProperty(plot, async ({ pack, lastsHours, steps }) => {
          const story = await beginStory(t, pack, lastsHours)
          const moments: Date[] = []
          for (const one of steps) {
            if (await tell(story, one)) count += 1
            moments.push(new Date(t.clock.now()))
          }
          for (const round of roundsOf(story)) await expectTrueFigures(round)
          await expectCountedOnce(story)
          await expectNobodyForgotten(story)
          await expectDerived(story)
          for (const at of moments) {
            for (const round of roundsOf(story)) await expectTrueFigures(round, at)
          }
        }),
        { numRuns: stories(30) },
      ),
    () => count > 60,
  )
  expect((await compareRebuild(t.node.store, t.node.registry, who)).differences).toEqual([])
})

type Plot = { pack: string; lastsHours: number | null | undefined; steps: Step[] }

async function toldStory({ pack, lastsHours, steps }: Plot): Promise<Story> {
  const story = await beginStory(t, pack, lastsHours)
  for (const one of steps) await tell(story, one)
  return story
}

test('a stop that was wrong, once taken back, is as if it had never been', async () => {
  let count = 0
  await untilEnough(
    () =>
      fc.assert(
        fc.asyncProperty(plot, someone, stop, async (before, one, flag) => {
          const story = await toldStory(before)
          const rows = await read(membersOf(story))
          if (!(await tell(story, { do: 'raise', who: one, stop: flag }))) return
          expect(await tell(story, { do: 'lower', who: one, stop: flag })).toBe(true)
          expect(await read(membersOf(story))).toEqual(rows)
          count += 1
        }),
        { numRuns: stories(20) },
      ),
    () => count > 0,
  )
})

const other = fc.integer({ min: 1, max: 3 })

test('records joined by mistake, once parted, stand as if they had never been joined', async () => {
  let count = 0
  await untilEnough(
    () =>
      fc.assert(
        fc.asyncProperty(plot, someone, other, async (before, one, further) => {
          const story = await toldStory(before)
          const rows = await read(membersOf(story))
          const from = await rootOf(story, one)
          if (!(await tell(story, { do: 'merge', who: one, into: (one + further) % 4 }))) return
          expect(await tell(story, { do: 'unmerge', who: from })).toBe(true)
          expect(await read(membersOf(story))).toEqual(rows)
          count += 1
        }),
        { numRuns: stories(20) },
      ),
    () => count > 0,
  )
})

async function rootOf(story: Story, one: number): Promise<number> {
  const [found] = await read(sql<{ root: string }>`
    select root from people where id = ${personOf(story, one)}`)
  return [0, 1, 2, 3].findIndex(other => personOf(story, other) === found?.root)
}
