// Whatever happens to people in whatever order: the record gives the same rows, and stops hold.
import fc from 'fast-check'
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { act, compareRebuild } from '../events/index.ts'
import { idFrom, newId } from '../kernel/ids.ts'
import { isRefusal } from '../kernel/refusal.ts'
import { council, makeTestNode, type TestNode } from '../testing/make-node.ts'
import { addPeople, addSmallDistrict } from '../testing/small-district.ts'
import { untilEnough } from '../testing/until-enough.ts'
import {
  changeContactPoint,
  confirmReport,
  correctPerson,
  erasePerson,
  hardStops,
  lowerFlag,
  mayContact,
  mergePeople,
  people,
  personFlags,
  raiseFlag,
  unmergePeople,
} from './index.ts'

let t: TestNode
let round = 0
beforeAll(async () => {
  t = await makeTestNode()
  await addSmallDistrict(t)
})
afterAll(() => t.close())

const who = { council, actor: newId() }
const read = <Row>(query: ReturnType<typeof sql<Row>>) =>
  t.node.store.transaction(who, async tx => (await query.execute(tx)).rows)

const size = 4
const someone = fc.integer({ min: 0, max: size - 1 })
const flag = fc.constantFrom(...personFlags.filter(one => !one.endsWith('-confirmed')))
const step = fc.oneof(
  fc.record({
    do: fc.constant('correct' as const),
    who: someone,
    word: fc.string({ minLength: 1 }),
  }),
  fc.record({ do: fc.constant('raise' as const), who: someone, flag }),
  fc.record({ do: fc.constant('lower' as const), who: someone, flag }),
  fc.record({ do: fc.constant('confirm' as const), who: someone, isTrue: fc.boolean() }),
  fc.record({ do: fc.constant('phone' as const), who: someone, flag }),
  fc.record({ do: fc.constant('merge' as const), who: someone, into: someone }),
  fc.record({ do: fc.constant('unmerge' as const), who: someone }),
  fc.record({ do: fc.constant('erase' as const), who: someone }),
)
type Step = typeof step extends fc.Arbitrary<infer S> ? S : never

const nameOf = (who: number) => `R${round}P${who}`
const idOf = (who: number) => idFrom('test person', nameOf(who))

function requestOf(one: Step) {
  const person = idOf(one.who)
  if (one.do === 'correct') {
    const input = { person, given: one.word, contacts: [{ kind: 'mobile', value: '07700 900118' }] }
    return { command: correctPerson, input }
  }
  if (one.do === 'raise') {
    return { command: raiseFlag, input: { person, flag: one.flag, source: 'call', note: 'x' } }
  }
  if (one.do === 'lower') return { command: lowerFlag, input: { person, flag: one.flag, note: '' } }
  if (one.do === 'confirm') {
    return { command: confirmReport, input: { person, report: 'deceased', isTrue: one.isTrue } }
  }
  if (one.do === 'phone') {
    const contactPoint = idFrom('test phone', nameOf(one.who))
    return { command: changeContactPoint, input: { contactPoint, state: 'barred', workedAt: 5 } }
  }
  if (one.do === 'merge') {
    return { command: mergePeople, input: { from: person, into: idOf(one.into) } }
  }
  if (one.do === 'unmerge')
    return { command: unmergePeople, input: { from: person, keepApart: false } }
  return { command: erasePerson, input: { person } }
}

/** Refusals are ordinary here: a random story asks for impossible things. */
async function run(one: Step): Promise<boolean> {
  t.clock.turnTo(t.clock.now() + 1000)
  const { command, input } = requestOf(one)
  return !isRefusal(await act(t.node, t.system, command, { id: newId(), input }))
}

async function start() {
  round += 1
  await addPeople(
    t,
    Array.from({ length: size }, (_, who) => ({ given: nameOf(who) })),
  )
}

const rowsOf = () =>
  Promise.all(
    ['people', 'contact_points', 'person_flags'].map(table =>
      read(sql`select * from ${sql.table(table)} order by 1, 2, 3, 4`),
    ),
  )

/** Stories of other people in one log: a rebuild folds them all, so five are compared at once. */
const book = fc.array(fc.array(step, { minLength: 5, maxLength: 14 }), {
  minLength: 5,
  maxLength: 5,
})

test('any story gives the same rows when it is told again from the record', async () => {
  let done = 0
  await untilEnough(
    () =>
      fc.assert(
        fc.asyncProperty(book, async stories => {
          for (const story of stories) {
            await start()
            for (const one of story) if (await run(one)) done += 1
          }
          const compared = await compareRebuild(t.node.store, t.node.registry, who)
          expect(compared.differences).toEqual([])
        }),
        { numRuns: 5 },
      ),
    () => done > 20,
  )
})

test('what is joined and parted again is exactly as it was', async () => {
  let joined = 0
  await untilEnough(
    () =>
      fc.assert(
        fc.asyncProperty(
          fc.array(step, { maxLength: 8 }),
          someone,
          someone,
          async (story, from, into) => {
            await start()
            for (const one of story) await run(one)
            const rootOf = await read<{ root: string }>(
              sql`select root from people where id = ${idOf(from)}`,
            )
            const before = await rowsOf()
            if (!(await run({ do: 'merge', who: from, into }))) return
            joined += 1
            const root = rootOf[0]?.root ?? ''
            const parted = await act(t.node, t.system, unmergePeople, {
              id: newId(),
              input: { from: root, keepApart: false },
            })
            expect(isRefusal(parted)).toBe(false)
            expect(await rowsOf()).toEqual(before)
          },
        ),
        { numRuns: 20 },
      ),
    () => joined > 2,
  )
})

test('a stop reported on any record of a person holds for all of them', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 5, maxLength: 14 }), async story => {
      await start()
      for (const one of story) await run(one)
      const found = await read<{ flags: string[]; own: string[] }>(sql`
        select p.flags, array(select f.flag from person_flags f join people q on q.id = f.person
          where q.root = p.root) as own
        from people p where p.erased_at is null`)
      expect(found.length).toBeGreaterThan(0)
      for (const { flags, own } of found) {
        for (const stop of hardStops) expect(flags.includes(stop)).toBe(own.includes(stop))
        const isStopped = own.some(one => hardStops.includes(one as never))
        if (isStopped) expect(mayContact(flags, 'call')).toBe(false)
      }
    }),
    { numRuns: 20 },
  )
})

test('an erased person is nowhere in the read models and the chain still verifies', async () => {
  await start()
  const given = nameOf(0)
  await run({ do: 'correct', who: 0, word: 'Zebedee' })
  await run({ do: 'merge', who: 1, into: 0 })
  expect(await run({ do: 'erase', who: 0 })).toBe(true)
  const all = JSON.stringify([
    await Promise.all(people.readModels.map(name => read(sql`select * from ${sql.table(name)}`))),
    await read(sql`select * from register`),
    await read(sql`select * from events`),
  ])
  expect(all).not.toContain('Zebedee')
  expect(all).not.toContain(given)
  expect(all).toContain(idOf(0))
  for (const capability of t.node.registry.capabilities) {
    for (const check of capability.checks) {
      const found = await t.node.store.transaction(who, tx =>
        check.run(tx, council, new Date(t.clock.now())),
      )
      expect({ check: check.name, wrong: found.wrong }).toEqual({ check: check.name, wrong: [] })
    }
  }
  expect((await compareRebuild(t.node.store, t.node.registry, who)).differences).toEqual([])
})
