// A random story of people who are joined and parted while all sorts of things happen to them.
import fc from 'fast-check'
import { sql } from 'kysely'
import { act, actInBulk } from '../events/index.ts'
import { getPack } from '../hazards/index.ts'
import { hourMs, secondMs } from '../kernel/clock.ts'
import { type Id, idFrom, newId } from '../kernel/ids.ts'
import { isRefusal } from '../kernel/refusal.ts'
import { planAction } from '../needs/index.ts'
import {
  correctPerson,
  lowerFlag,
  mergePeople,
  personAdded,
  raiseFlag,
  settleStray,
  unmergePeople,
} from '../people/index.ts'
import { joined } from '../reach/domain/join.ts'
import { openCampaign, recordAttempt } from '../reach/index.ts'
import type { TestNode } from './make-node.ts'
import { street } from './small-district.ts'

export const size = 4
const someone = fc.integer({ min: 0, max: size - 1 })

/** Whose number is rung: their own mobile, the landline that all have, or none. */
const number = fc.constantFrom('own', 'shared', 'none')

export const happening = fc.oneof(
  {
    weight: 5,
    arbitrary: fc.record({
      do: fc.constant('try' as const),
      who: someone,
      of: someone,
      number,
      outcome: fc.constantFrom('spoke_complete', 'no_answer', 'refused', 'call_back_later'),
      hasNeed: fc.boolean(),
    }),
  },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('need' as const), who: someone }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('plan' as const), who: someone }) },
  {
    weight: 2,
    arbitrary: fc.record({
      do: fc.constant('raise' as const),
      who: someone,
      flag: fc.constantFrom('do-not-call', 'deceased-reported', 'moved-reported', 'interpreter'),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      do: fc.constant('lower' as const),
      who: someone,
      flag: fc.constantFrom('do-not-call', 'deceased-reported', 'moved-reported', 'interpreter'),
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      do: fc.constant('correct' as const),
      who: someone,
      given: fc.constantFrom('Ada', 'Bea', 'Cy'),
      hasPhone: fc.boolean(),
    }),
  },
)
export const joining = fc.record({ do: fc.constant('merge' as const), who: someone, into: someone })
export const parting = fc.record({ do: fc.constant('unmerge' as const), who: someone })
export const judging = fc.record({ do: fc.constant('settle' as const), isFrom: fc.boolean() })

type StepOf<A> = A extends fc.Arbitrary<infer S> ? S : never
export type Step =
  | StepOf<typeof happening>
  | StepOf<typeof joining>
  | StepOf<typeof parting>
  | StepOf<typeof judging>

export type PartingStory = {
  readonly t: TestNode
  readonly name: string
  readonly campaign: Id
  readonly round: Id
}

let told = 0

/** Four people with a mobile each and one landline for all, in one round of one campaign. */
export async function beginParting(t: TestNode): Promise<PartingStory> {
  told += 1
  const name = `parting ${told}`
  const story = { t, name, campaign: idFrom(name, 'campaign'), round: idFrom(name, 'round') }
  const rule = { lists: ['no list'], places: [newId()], withFlags: [], withoutFlags: [] }
  const { campaign, round } = story
  const words = { title: name, purpose: 'A story', answerable: t.system.id }
  const input = { campaign, round, ...words, pack: 'pandemic', memberKind: 'person', rule }
  await act(t.node, t.system, openCampaign, { id: newId(), input })
  const all = Array.from({ length: size }, (_, who) => who)
  const pack = getPack('pandemic', 1)
  await bulk(t, [
    ...all.map(who => added(story, who)),
    ...all.map(who =>
      joined(
        {
          subject: personOf(story, who),
          kind: 'person',
          place: street,
          canRing: true,
          excuse: null,
        },
        { campaign, round, pack, list: null, now: t.clock.now() },
      ),
    ),
  ])
  return story
}

export const personOf = ({ name }: PartingStory, who: number) => idFrom(name, 'person', `${who}`)
const phoneOf = ({ name }: PartingStory, who: number, kind: string) => idFrom(name, kind, `${who}`)

function added(story: PartingStory, who: number) {
  const person = personOf(story, who)
  const [mobile, landline] = [`+4477009001${who}0`, '+441632960142']
  return personAdded({
    subjects: [person],
    place: street,
    body: {
      ...{ person, dwelling: null, household: null, source: 'test', flags: [] },
      contactPoints: [
        { id: phoneOf(story, who, 'mobile'), kind: 'mobile' },
        { id: phoneOf(story, who, 'landline'), kind: 'landline' },
      ],
    },
    words: {
      ...{ given: `P${who}`, middle: '', family: 'Pratt', born: '1941-03-04', nhs: null },
      ...{ address: '12 Mill Lane', postcode: 'CB24 8RX', language: null },
      contacts: [mobile, landline].map(value => ({ value, raw: value })),
    },
  })
}

async function bulk(t: TestNode, drafts: Parameters<typeof joined>[0][] | readonly unknown[]) {
  await actInBulk(t.node, t.system, {
    id: newId(),
    name: 'test.bulk',
    contentHash: new Uint8Array(),
    async work(_tx, append) {
      await append(drafts as never)
      return {}
    },
  })
}

/** True when it happened: a random story asks for impossible things. */
export async function tell(story: PartingStory, one: Step): Promise<boolean> {
  const { t } = story
  t.clock.turnTo(t.clock.now() + secondMs)
  const asked = await requestOf(story, one)
  if (!asked) return false
  const done = await act(t.node, t.system, asked.command, { id: newId(), input: asked.input })
  return !isRefusal(done)
}

async function requestOf(story: PartingStory, one: Step) {
  if (one.do === 'settle') return settling(story, one.isFrom)
  const own = personOf(story, one.who)
  if (one.do === 'merge') {
    return { command: mergePeople, input: { from: own, into: personOf(story, one.into) } }
  }
  if (one.do === 'unmerge') {
    return { command: unmergePeople, input: { from: own, keepApart: false } }
  }
  // While they are joined people are found and opened under the record in use.
  const person = await rootOf(story, own)
  if (one.do === 'try') return trying(story, one, person)
  if (one.do === 'raise') {
    return { command: raiseFlag, input: { person, flag: one.flag, source: 'staff', note: '' } }
  }
  if (one.do === 'lower') return { command: lowerFlag, input: { person, flag: one.flag, note: '' } }
  if (one.do === 'correct') {
    const contacts = one.hasPhone ? [{ kind: 'mobile', value: '07700 900199' }] : []
    return { command: correctPerson, input: { person, given: one.given, contacts } }
  }
  if (one.do === 'need') {
    const words = { kind: 'food-shopping', urgency: 'routine', how: 'call', words: 'Bread' }
    return { command: { name: 'needs.add-need' }, input: { need: newId(), person, ...words } }
  }
  const input = { action: newId(), person, need: null, what: 'Call in', owner: null }
  const dueAt = story.t.clock.now() + hourMs
  return { command: planAction, input: { ...input, dueAt } }
}

async function trying(story: PartingStory, one: Step & { do: 'try' }, person: Id) {
  const found = await rows<{ id: Id }>(
    story,
    sql`select m.id from members m join people p on p.id = m.subject
      where m.round = ${story.round} and p.root = ${person}
        and m.reason is distinct from 'listed-twice' limit 1`,
  )
  const [member] = found
  if (!member) return undefined
  const kind = one.number === 'own' ? 'mobile' : 'landline'
  const contactPoint = one.number === 'none' ? null : phoneOf(story, one.of, kind)
  const input = {
    ...{ attempt: newId(), member: member.id, channel: 'call', contactPoint },
    ...{ outcome: one.outcome, note: 'A word', happenedAt: null, scriptVersion: null },
    needs: one.hasNeed ? [{ kind: 'food-shopping', urgency: 'routine' }] : [],
    promisedAt: one.outcome === 'call_back_later' ? story.t.clock.now() + hourMs : null,
  }
  return { command: recordAttempt, input }
}

async function settling(story: PartingStory, isFrom: boolean) {
  const [stray] = await rows<{ id: Id; from: Id; into: Id }>(
    story,
    sql`select id, from_person as "from", into_person as into from strays
      where whose is null and from_person = any (${peopleOf(story)}::uuid[]) order by found_seq`,
  )
  if (!stray) return undefined
  const input = { stray: stray.id, person: isFrom ? stray.from : stray.into, note: '' }
  return { command: settleStray, input }
}

export const peopleOf = (story: PartingStory) =>
  Array.from({ length: size }, (_, who) => personOf(story, who))

async function rootOf(story: PartingStory, person: Id): Promise<Id> {
  const [row] = await rows<{ root: Id }>(story, sql`select root from people where id = ${person}`)
  return row?.root ?? person
}

export function rows<Row>({ t }: PartingStory, query: ReturnType<typeof sql<Row>>) {
  const who = { council: t.system.council, actor: t.system.id }
  return t.node.store.transaction(who, async tx => [...(await query.execute(tx)).rows])
}
