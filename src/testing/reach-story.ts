// A random story: people and homes are tried, flagged, joined, parted and asked again.
import { sql } from 'kysely'
import { act, actInBulk, type Draft } from '../events/index.ts'
import { getPack } from '../hazards/index.ts'
import { hourMs, secondMs } from '../kernel/clock.ts'
import { type Id, idFrom, newId } from '../kernel/ids.ts'
import { isRefusal } from '../kernel/refusal.ts'
import {
  confirmReport,
  erasePerson,
  flagLowered,
  flagRaised,
  lowerFlag,
  mergePeople,
  raiseFlag,
  unmergePeople,
} from '../people/index.ts'
import { joined } from '../reach/domain/join.ts'
import {
  memberDropped,
  memberId,
  memberLeft,
  memberPlaced,
  memberRestored,
  openCampaign,
  recordAttempt,
  startRound,
} from '../reach/index.ts'
import type { TestNode } from './make-node.ts'
import { peopleCount, type Step } from './reach-steps.ts'
import { addPeople, otherStreet, personId, street } from './small-district.ts'

export { type Step, someone, step, stop } from './reach-steps.ts'

type Effort = { readonly campaign: Id; readonly rounds: Id[] }
export type Story = {
  readonly t: TestNode
  readonly name: string
  readonly pack: string
  readonly people: Effort
  readonly homes: Effort
}

let told = 0

/** Two campaigns, one over three of four people and one over both homes. */
export async function beginStory(
  t: TestNode,
  pack: string,
  lastsHours?: number | null,
): Promise<Story> {
  told += 1
  const name = `story ${told}`
  const effort = (of: string) => {
    return { campaign: idFrom(name, of), rounds: [idFrom(name, of, 'round 1')] }
  }
  const story = { t, name, pack, people: effort('people'), homes: effort('homes') }
  const known = Array.from({ length: peopleCount }, (_, who) => ({ given: `${name} P${who}` }))
  await addPeople(t, known)
  for (const [effort, memberKind] of [
    [story.people, 'person'],
    [story.homes, 'dwelling'],
  ] as const) {
    const rule = { lists: ['no list'], places: [newId()], withFlags: [], withoutFlags: [] }
    const [round] = effort.rounds
    const words = { title: name, purpose: 'A story' }
    const answerable = t.system.id
    const { campaign } = effort
    const lasts = lastsHours === undefined ? {} : { lastsHours }
    const input = { campaign, round, ...words, pack, memberKind, rule, answerable, ...lasts }
    await act(t.node, t.system, openCampaign, { id: newId(), input })
  }
  const drafts = [0, 1, 2, 4, 5].map(who => joinOf(story, who))
  await bulk(t, drafts)
  return story
}

export const roundsOf = ({ people, homes }: Story) => [...people.rounds, ...homes.rounds]
export const personOf = ({ name }: Story, who: number) => personId(`${name} P${who}`)
const subjectOf = (story: Story, who: number) =>
  who < peopleCount ? personOf(story, who) : idFrom(story.name, 'home', `${who}`)
const effortOf = (story: Story, who: number) => (who < peopleCount ? story.people : story.homes)
const latest = ({ rounds }: Effort) => rounds.at(-1) ?? ''

function joinOf(story: Story, who: number): Draft {
  const { t, pack } = story
  const { campaign, ...effort } = effortOf(story, who)
  const kind = who < peopleCount ? ('person' as const) : ('dwelling' as const)
  const place = who % 2 === 0 ? street : otherStreet
  return joined(
    { subject: subjectOf(story, who), kind, place, canRing: who > 0, excuse: null },
    {
      campaign,
      round: latest({ campaign, ...effort }),
      pack: getPack(pack, 1),
      list: null,
      now: t.clock.now(),
    },
  )
}

async function bulk(t: TestNode, drafts: readonly Draft[]): Promise<void> {
  await actInBulk(t.node, t.system, {
    id: newId(),
    name: 'test.bulk',
    contentHash: new Uint8Array(),
    async work(_tx, append) {
      await append(drafts)
      return {}
    },
  })
}

/** True when it happened: refusals are ordinary, a random story asks for impossible things. */
export async function tell(story: Story, one: Step): Promise<boolean> {
  const { t } = story
  t.clock.turnTo(t.clock.now() + secondMs)
  if (one.do === 'wait') {
    t.clock.turnTo(t.clock.now() + one.hours * hourMs)
    return true
  }
  if (one.do === 'basis') return tellBasis(story, one)
  if (one.do === 'drop' || one.do === 'restore') return tellTurn(story, one)
  if (one.do === 'join' || one.do === 'place' || one.do === 'leave') return tellDraft(story, one)
  const { command, input } = requestOf(story, one)
  const done = await act(t.node, t.system, command, { id: newId(), input })
  if (!isRefusal(done) && one.do === 'round') {
    const effort = one.isHomes ? story.homes : story.people
    effort.rounds.push(nextRound(story, one.isHomes))
  }
  return !isRefusal(done)
}

/** Nothing allows contact any more, or something does again. */
async function tellBasis(story: Story, one: Step & { do: 'basis' }): Promise<boolean> {
  const person = personOf(story, one.who)
  const raised = one.isEnded ? flagRaised : flagLowered
  const body = { person, flag: one.flag, source: 'list' }
  await bulk(story.t, [raised({ subjects: [person], body })])
  return true
}

/** Somebody is brought in later by a list, or found to live elsewhere. */
async function tellDraft(
  story: Story,
  one: Step & { do: 'join' | 'place' | 'leave' },
): Promise<boolean> {
  if (one.do === 'leave') return tellLeave(story, one.who)
  const subjects = [subjectOf(story, one.who)]
  const member = memberId(latest(effortOf(story, one.who)), subjectOf(story, one.who))
  const isMember = (await membershipsOf(story, one.who)).some(({ id }) => id === member)
  if (isMember !== (one.do === 'place')) return false
  const draft =
    one.do === 'join'
      ? joinOf(story, one.who)
      : memberPlaced({ subjects, place: otherStreet, body: { member } })
  await bulk(story.t, [draft])
  return true
}

/** The load that brought somebody is undone: nobody had tried or joined them since. */
async function tellLeave(story: Story, who: number): Promise<boolean> {
  const members = await membershipsOf(story, who)
  const isUntouched = members.every(({ attempts, is_joined: joined }) => attempts === 0 && !joined)
  if (members.length === 0 || !isUntouched) return false
  const subjects = [subjectOf(story, who)]
  await bulk(
    story.t,
    members.map(({ id }) => memberLeft({ subjects, body: { member: id } })),
  )
  return true
}

/** The list or the area moves on without somebody, or has them again. */
async function tellTurn(story: Story, one: Step & { do: 'drop' | 'restore' }): Promise<boolean> {
  const subjects = [subjectOf(story, one.who)]
  const member = memberId(latest(effortOf(story, one.who)), subjectOf(story, one.who))
  const isMember = (await membershipsOf(story, one.who)).some(({ id }) => id === member)
  if (!isMember) return false
  const version = idFrom(story.name, 'version')
  const draft =
    one.do === 'drop'
      ? memberDropped({ subjects, body: { member, reason: one.reason, version, number: 2 } })
      : memberRestored({ subjects, body: { member, version } })
  await bulk(story.t, [draft])
  return true
}

async function membershipsOf(story: Story, who: number) {
  const subject = subjectOf(story, who)
  const asked = sql<{ id: Id; attempts: number; is_joined: boolean }>`
    select m.id, m.attempts, exists (select from people p
      where (p.id = ${subject} and p.root <> p.id) or (p.root = ${subject} and p.id <> p.root)
    ) as is_joined
    from members m where m.subject = ${subject}
      and m.round = any (${effortOf(story, who).rounds}::uuid[])`
  const { council, id: actor } = story.t.system
  const found = await story.t.node.store.transaction({ council, actor }, tx => asked.execute(tx))
  return found.rows
}

function nextRound(story: Story, isHomes: boolean): Id {
  const { rounds } = isHomes ? story.homes : story.people
  return idFrom(story.name, isHomes ? 'homes' : 'people', `round ${rounds.length + 1}`)
}

type Told = 'wait' | 'join' | 'place' | 'leave' | 'basis' | 'drop' | 'restore'
type Asked = Exclude<Step, { do: Told }>

function requestOf(story: Story, one: Asked) {
  if (one.do === 'round') {
    const { campaign, rounds } = one.isHomes ? story.homes : story.people
    const input = { campaign, round: nextRound(story, one.isHomes), number: rounds.length + 1 }
    return { command: startRound, input }
  }
  if (one.do === 'try') return { command: recordAttempt, input: attemptOf(story, one) }
  const person = personOf(story, one.who)
  switch (one.do) {
    case 'raise':
      return { command: raiseFlag, input: { person, flag: one.stop, source: 'call', note: '' } }
    case 'lower':
      return { command: lowerFlag, input: { person, flag: one.stop, note: '' } }
    case 'confirm':
      return { command: confirmReport, input: { person, report: one.report, isTrue: one.isTrue } }
    case 'merge':
      return { command: mergePeople, input: { from: person, into: personOf(story, one.into) } }
    case 'unmerge':
      return { command: unmergePeople, input: { from: person, keepApart: false } }
    case 'erase':
      return { command: erasePerson, input: { person } }
  }
}

function attemptOf(story: Story, one: Step & { do: 'try' }) {
  const effort = effortOf(story, one.who)
  const round = one.isLatestRound ? latest(effort) : (effort.rounds[0] ?? '')
  const happenedAt = story.t.clock.now() - one.hoursAgo * hourMs
  return {
    attempt: newId(),
    member: memberId(round, subjectOf(story, one.who)),
    channel: 'call',
    contactPoint: null,
    outcome: one.outcome,
    needs: [],
    note: one.outcome === 'gone_to' ? 'Her sister' : '',
    told:
      one.outcome === 'away_until'
        ? happenedAt + (1 + ((one.hoursAgo * one.hoursAgo) % 200)) * hourMs
        : null,
    promisedAt: one.outcome === 'call_back_later' ? story.t.clock.now() + hourMs : null,
    happenedAt,
    scriptVersion: null,
  }
}
