// Is anybody written to whom a stop protects? Random histories, against a second, plainer rule.
import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { ask } from '../../tests/guards/database.ts'
import { act } from '../events/index.ts'
import { newId } from '../kernel/ids.ts'
import { changeContactPoint, lowerFlag, mergePeople, raiseFlag } from '../people/index.ts'
import { recordAttempt } from '../reach/index.ts'
import {
  addTemplate,
  type MailingStory,
  makeMailingStory,
  mobileOf,
  pointOf,
  queueTest,
} from '../testing/mailing-story.ts'
import { council } from '../testing/make-node.ts'
import { memberOf, personId } from '../testing/small-district.ts'
import { untilEnough } from '../testing/until-enough.ts'
import { leftOutBecause } from './domain/left-out.ts'
import { mailingChannels, whoms } from './domain/terms.ts'
import { handOver } from './index.ts'

const names = ['Ann', 'Bob', 'Cai', 'Dee', 'Eve', 'Fay'] as const
let story: MailingStory
beforeAll(async () => {
  const residents = names.map((given, n) => ({ given, mobile: mobileOf(n + 1) }))
  story = await makeMailingStory(residents)
})
afterAll(() => story.close())

const flags = [
  'do-not-call',
  'deceased-reported',
  'moved-reported',
  'no-texts',
  'no-emails',
  'visit-in-pairs',
] as const
const who = fc.constantFrom(...names)
const step = fc.oneof(
  fc.record({ kind: fc.constant('raise' as const), who, flag: fc.constantFrom(...flags) }),
  fc.record({ kind: fc.constant('lower' as const), who, flag: fc.constantFrom(...flags) }),
  fc.record({
    kind: fc.constant('point' as const),
    who,
    state: fc.constantFrom('barred' as const, 'wrong' as const, 'works' as const),
  }),
  fc.record({ kind: fc.constant('refuse' as const), who }),
  fc.record({ kind: fc.constant('join' as const), who, into: who }),
  fc.record({ kind: fc.constant('queue' as const) }),
  fc.record({ kind: fc.constant('send' as const) }),
)
type Step = typeof step extends fc.Arbitrary<infer One> ? One : never

const say = (command: { name: string }, input: object) =>
  act(story.t.node, story.t.system, command, { id: newId(), input })

async function run(one: Step): Promise<void> {
  if (one.kind === 'send') return sendAndLook()
  if (one.kind === 'queue') return queueAll()
  const person = personId(one.who)
  if (one.kind === 'raise' || one.kind === 'lower') {
    const rest = one.kind === 'raise' ? { source: 'test' } : {}
    const command = one.kind === 'raise' ? raiseFlag : lowerFlag
    await say(command, { person, flag: one.flag, note: '', ...rest })
  }
  if (one.kind === 'point') {
    const contactPoint = pointOf(one.who, 'mobile')
    await say(changeContactPoint, { contactPoint, state: one.state, workedAt: null })
  }
  if (one.kind === 'join' && one.who !== one.into) {
    await say(mergePeople, { from: person, into: personId(one.into), note: '' })
  }
  if (one.kind === 'refuse') {
    await say(recordAttempt, {
      ...{ attempt: newId(), member: memberOf(one.who), channel: 'call', contactPoint: null },
      ...{ outcome: 'refused', needs: [], note: '', promisedAt: null, happenedAt: null },
      scriptVersion: null,
    })
  }
}

/** A new template each time, so that having had it leaves nobody out; the count is tried for. */
async function queueAll(): Promise<void> {
  const template = await addTemplate(story.t, 'text')
  for (let counted = names.length; counted > 0; counted--) {
    const { done } = await queueTest(story.t, { template, counted })
    if (!('refused' in done)) return
  }
}

/**
 * The second rule: no word of ours, only what stands in the tables of the register and of reach,
 * for every record that is joined with the person. One of two joined records is listed twice:
 * that stops no message, and its number is now the other's too.
 */
const barred = `select p.given from doorstep.people p
  join doorstep.people q on q.council = p.council and q.root = p.root
  left join doorstep.person_flags f on f.council = q.council and f.person = q.id
  left join doorstep.contact_points k on k.council = q.council and k.belongs_to = p.id
  left join doorstep.members m on m.council = q.council and m.subject = q.id
    and m.state = 'excused' and m.reason <> 'listed-twice'
  where f.flag in ('do-not-call', 'deceased-reported', 'moved-reported', 'no-texts')
    or k.state in ('barred', 'wrong') or m.id is not null`

async function sendAndLook(): Promise<void> {
  const protectedNow = await ask<{ given: string }>(story.t.adminUrl, barred)
  const before = story.notify.got.length
  await handOver(story.t.node, council)
  const numbers = new Set(
    protectedNow.map(({ given }) => mobileOf(names.indexOf(given as 'Ann') + 1)),
  )
  const got = story.notify.got.slice(before).map(({ to }) => to)
  expect(got.filter(to => numbers.has(to))).toEqual([])
  sent += got.length
}

let sent = 0

test('nobody with a stop is written to, whatever happened before', async () => {
  const steps = fc.array(step, { minLength: 5, maxLength: 25 })
  await untilEnough(
    () =>
      fc.assert(
        fc.asyncProperty(steps, async history => {
          for (const one of history) await run(one)
          await run({ kind: 'queue' })
          await run({ kind: 'send' })
          for (const given of names) {
            for (const flag of flags) await run({ kind: 'lower', who: given, flag })
          }
        }),
        { numRuns: 12 },
      ),
    () => sent > 0,
  )
}, 240_000)

test('a stop leaves somebody out by every way and from every step: 10,000 histories', () => {
  const all = ['deceased-reported', 'deceased-confirmed', 'moved-reported', 'moved-confirmed']
  // Otherwise hardly anybody would be left to write to.
  const rarely = fc.constantFrom(false, false, false, true)
  const facts = fc.record({
    flags: fc.subarray([...all, ...flags, 'no-basis', 'withdrawn', 'lives-alone'], {
      maxLength: 4,
    }),
    isErased: rarely,
    state: fc.constantFrom('untried', 'tried', 'reached', 'excused'),
    excuse: fc.constantFrom('died', 'moved', 'said-no', 'listed-twice', 'off-the-list', null),
    points: fc.array(
      fc.record({ id: fc.uuid(), state: fc.constantFrom('untested', 'works', 'wrong', 'barred') }),
      { maxLength: 3 },
    ),
    hasAddress: fc.boolean(),
    isAllStopped: rarely,
    hadIt: rarely,
    isWithDesk: rarely,
  })
  const asked = fc.record({
    channel: fc.constantFrom(...mailingChannels),
    whom: fc.constantFrom(...whoms),
  })
  let passed = 0
  fc.assert(
    fc.property(facts, asked, (one, to) => {
      if (leftOutBecause(one, to) !== undefined) return
      passed++
      const stops = [...all, 'no-basis', 'withdrawn']
      const ofChannel = { text: ['do-not-call', 'no-texts'], email: ['no-emails'], letter: [] }
      const barring: readonly string[] = [...stops, ...ofChannel[to.channel]]
      expect(one.flags.filter(flag => barring.includes(flag))).toEqual([])
      expect(one.isErased || one.isAllStopped || one.state === 'excused' || one.hadIt).toBe(false)
      if (to.whom !== 'everybody') expect(one.isWithDesk).toBe(false)
      const usable = one.points.some(point => ['untested', 'works'].includes(point.state))
      expect(to.channel === 'letter' ? one.hasAddress : usable).toBe(true)
    }),
    { numRuns: 10_000 },
  )
  expect(passed).toBeGreaterThan(50)
})
