// Whatever happens to people while they are one by mistake: parted, each has what is theirs.
import fc from 'fast-check'
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { scopeOf } from '../access/index.ts'
import { compareRebuild } from '../events/index.ts'
import { newId } from '../kernel/ids.ts'
import { council, makeTestNode, type TestNode } from '../testing/make-node.ts'
import {
  beginParting,
  happening,
  joining,
  judging,
  type PartingStory,
  parting,
  peopleOf,
  personOf,
  rows,
  size,
  tell,
} from '../testing/parting-story.ts'
import { addSmallDistrict } from '../testing/small-district.ts'
import { untilEnough } from '../testing/until-enough.ts'
import { coverageOfRound } from './store/coverage.ts'
import { recountFromLog } from './store/recount.ts'

let t: TestNode
beforeAll(async () => {
  t = await makeTestNode()
  await addSmallDistrict(t)
})
afterAll(() => t.close())

/** `STORIES=500` by hand, after a change to the rule. */
const stories = (usual: number) => Number(process.env.STORIES ?? usual)
const who = { council, actor: newId() }
const someone = fc.integer({ min: 0, max: size - 1 })

/** History says what was: that they were joined for a while stays in it. */
const history = ['person_events', 'member_states']

/** Every row of every read model, as text. */
async function everyRow(): Promise<Map<string, readonly unknown[]>> {
  const tables = t.node.registry.capabilities.flatMap(one => one.readModels)
  const dump = new Map<string, readonly unknown[]>()
  await t.node.store.transaction(who, async tx => {
    for (const table of tables.filter(one => !history.includes(one))) {
      const found = await sql<{ row: string }>`
        select to_jsonb(x)::text as row from ${sql.table(table)} x order by 1`.execute(tx)
      dump.set(
        table,
        found.rows.map(one => one.row),
      )
    }
  })
  return dump
}

async function expectTrueFigures({ round }: PartingStory, at?: Date) {
  const now = t.clock.now()
  const asked = { permission: 'reach.read', now }
  const scope = scopeOf(t.node.registry.permissions, t.system, asked)
  const moment = { now: new Date(now), at }
  await t.node.store.transaction(who, async tx => {
    const shown = await coverageOfRound(tx, scope, { round, moment })
    const log = await recountFromLog(tx, council, { round, at: at ?? moment.now })
    expect({ at, ...shown }).toEqual({ at, ...log })
  })
}

const plot = fc.array(fc.oneof(happening, happening, joining, parting), { maxLength: 14 })

test('joined and parted with nothing in between, every row is as before', async () => {
  let count = 0
  await untilEnough(
    () =>
      fc.assert(
        fc.asyncProperty(plot, someone, someone, async (steps, one, other) => {
          const story = await beginParting(t)
          for (const step of steps) await tell(story, step)
          const before = await everyRow()
          const found = await rows<{ root: string }>(
            story,
            sql`select root from people where id = ${personOf(story, one)}`,
          )
          const from = peopleOf(story).indexOf(found[0]?.root ?? '')
          if (!(await tell(story, { do: 'merge', who: one, into: other }))) return
          expect(await tell(story, { do: 'unmerge', who: from })).toBe(true)
          expect(await everyRow()).toEqual(before)
          count += 1
        }),
        { numRuns: stories(10) },
      ),
    () => count > 1,
  )
})

test('joined in a chain in any order and parted in any other, every row is as before', async () => {
  const order = fc.shuffledSubarray([0, 1, 2, 3], { minLength: size, maxLength: size })
  const merges = fc.array(joining, { minLength: 3, maxLength: 8 })
  let count = 0
  await untilEnough(
    () =>
      fc.assert(
        fc.asyncProperty(fc.array(happening, { maxLength: 6 }), merges, order, async (...told) => {
          const [steps, joins, partings] = told
          const story = await beginParting(t)
          for (const step of steps) await tell(story, step)
          const before = await everyRow()
          for (const step of joins) if (await tell(story, step)) count += 1
          for (const one of partings) await tell(story, { do: 'unmerge', who: one })
          expect(await everyRow()).toEqual(before)
        }),
        { numRuns: stories(8) },
      ),
    () => count > 8,
  )
})

type Kept = { id: string; person: string }

/** Whatever was told of these people, each thing once, with whom it is now. */
async function everything(story: PartingStory): Promise<readonly Kept[]> {
  const ours = sql`any (${peopleOf(story)}::uuid[])`
  return rows<Kept>(
    story,
    sql`select id, subject as person from attempts where subject = ${ours}
      union all select id, person from needs where person = ${ours}
      union all select id, person from plan_actions where person = ${ours}
      union all select id, belongs_to from contact_points where belongs_to = ${ours} order by 1`,
  )
}

test('with a life in between nothing is lost or counted twice', async () => {
  const step = fc.oneof(
    { weight: 6, arbitrary: happening },
    { weight: 4, arbitrary: joining },
    { weight: 4, arbitrary: parting },
    { weight: 2, arbitrary: judging },
  )
  let partings = 0
  let settled = 0
  await untilEnough(
    () =>
      fc.assert(
        fc.asyncProperty(fc.array(step, { minLength: 8, maxLength: 26 }), async steps => {
          const story = await beginParting(t)
          const moments: Date[] = []
          for (const one of steps) {
            const before = await everything(story)
            const isDone = await tell(story, one)
            const after = await everything(story)
            const known = new Set(after.map(row => row.id))
            expect(known.size).toBe(after.length)
            for (const { id } of before) expect(known.has(id)).toBe(true)
            if (isDone && one.do === 'unmerge') partings += 1
            if (isDone && one.do === 'settle') settled += 1
            await expectDoubtsAreAsked(story)
            moments.push(new Date(t.clock.now()))
          }
          await expectTrueFigures(story)
          for (const at of moments) await expectTrueFigures(story, at)
          await expectOwnNumbers(story)
        }),
        { numRuns: stories(8), endOnFailure: true },
      ),
    () => partings > 2 && settled + partings > 3,
  )
  expect((await compareRebuild(t.node.store, t.node.registry, who)).differences).toEqual([])
})

/** An attempt that is doubted is in the queue of strays; nothing else of the round is in doubt. */
async function expectDoubtsAreAsked({ round, ...story }: PartingStory) {
  const lost = await rows(
    { round, ...story },
    sql`select a.id from attempts a where a.round = ${round} and a.is_doubted
      and not exists (select from strays s where s.thing = a.id)`,
  )
  expect(lost).toEqual([])
}

/** Two who are parted: a try at the mobile of one is not with the other. */
async function expectOwnNumbers(story: PartingStory) {
  const wrong = await rows(
    story,
    sql`select a.id from attempts a
      join contact_points k on k.id = a.contact_point
      join people p on p.id = a.subject join people q on q.id = k.belongs_to
      where a.round = ${story.round} and p.root <> q.root and not exists (
        select from contact_points o join people x on x.id = o.belongs_to
        where o.value = k.value and x.root = p.root)
        and not exists (select from strays s where s.thing = a.id)`,
  )
  expect(wrong).toEqual([])
}
