// Where does everybody in a round stand, and by which entries of the log? Folded from the log
// alone, one entry after the other; what was counted elsewhere is never looked at.
import { hourMs } from '../../kernel/clock.ts'
import type { Id } from '../../kernel/ids.ts'
import { type Lists, listKinds, noLists, tellLists, versionsByRecord } from './fold-lists.ts'
import {
  isJoinedInto,
  lastJoin,
  matesOf,
  noRecords,
  type Records,
  recordKinds,
  stopOn,
  tellRecords,
} from './fold-records.ts'
import { idIn, type LogEntry } from './log-entry.ts'
import { awayBy, type Stand, standOnTries, type Try } from './stand-on-tries.ts'
import type { Reason } from './terms.ts'

export type Member = {
  readonly id: Id
  readonly subject: Id
  readonly kind: string
  readonly list: string | null
  readonly place: Id | null
  readonly joinedAt: number
  readonly entry: number
  /** A list or an area went on without them. */
  readonly dropped?: Dropped | undefined
}

type Dropped = { readonly reason: Reason; readonly entry: number; readonly at: number }

export type MadeTry = Try & { readonly channel: string; readonly by: Id }
type Attempt = Omit<MadeTry, 'isDoubted'> & { readonly id: Id; readonly member: Id }

export type Round = {
  readonly id: Id
  readonly records: Records
  readonly lists: Lists
  readonly members: Map<Id, Member>
  readonly attempts: Attempt[]
  /** After a parting: with whom an attempt was. */
  readonly ascribed: Map<Id, { readonly member: Id; readonly isDoubted: boolean }>
}

const reachKinds = [
  'reach.MemberJoined',
  'reach.MemberLeft',
  'reach.MemberDropped',
  'reach.MemberRestored',
  'reach.MemberPlaced',
  'reach.AttemptRecorded',
  'reach.AttemptAscribed',
]
export const roundKinds = [...reachKinds, ...recordKinds, ...listKinds]

export function beginRound(id: Id): Round {
  return {
    id,
    records: noRecords(),
    lists: noLists(),
    members: new Map(),
    attempts: [],
    ascribed: new Map(),
  }
}

export function tellRound(round: Round, entry: LogEntry): void {
  tellRecords(round.records, entry)
  tellLists(round, entry)
  teller[entry.kind]?.(round, entry)
}

const teller: Readonly<Record<string, (round: Round, entry: LogEntry) => void>> = {
  'reach.MemberJoined'(round, entry) {
    if (entry.body.round !== round.id) return
    round.members.set(idIn(entry, 'member'), {
      id: idIn(entry, 'member'),
      subject: idIn(entry, 'subject'),
      kind: String(entry.body.kind),
      list: entry.body.list as string | null,
      place: entry.place,
      joinedAt: entry.recordedAt,
      entry: entry.seq,
    })
  },
  'reach.MemberLeft': (round, entry) => round.members.delete(idIn(entry, 'member')),
  'reach.MemberDropped'(round, entry) {
    const reason = entry.body.reason as Reason
    dropOrRestore(round, entry, { reason, entry: entry.seq, at: entry.happenedAt })
  },
  'reach.MemberRestored': (round, entry) => dropOrRestore(round, entry, undefined),
  'reach.MemberPlaced'(round, entry) {
    const member = round.members.get(idIn(entry, 'member'))
    if (member) round.members.set(member.id, { ...member, place: entry.place })
  },
  'reach.AttemptRecorded'(round, entry) {
    if (entry.body.round !== round.id || entry.body.isAttempt !== true) return
    round.attempts.push({
      id: idIn(entry, 'attempt'),
      member: idIn(entry, 'member'),
      entry: entry.seq,
      at: entry.happenedAt,
      outcome: String(entry.body.outcome),
      ...(awayBy.includes(String(entry.body.outcome)) ? { until: Number(entry.body.told) } : {}),
      channel: String(entry.body.channel),
      by: entry.actor,
    })
  },
  'reach.AttemptAscribed'(round, entry) {
    if (entry.body.round !== round.id) return
    const isDoubted = entry.body.isDoubted === true
    round.ascribed.set(idIn(entry, 'attempt'), { member: idIn(entry, 'member'), isDoubted })
  },
}

function dropOrRestore(round: Round, entry: LogEntry, dropped: Dropped | undefined): void {
  const member = round.members.get(idIn(entry, 'member'))
  if (member) round.members.set(member.id, { ...member, dropped })
}

export type Standing = Stand & {
  readonly member: Member
  /** The entry of the log that decides. */
  readonly entry: number
  /** Since when, in milliseconds since 1970 UTC. */
  readonly since: number
  /** The member that counts for the same person, where this one does not. */
  readonly countedAs: Id | null
  readonly tries: readonly MadeTry[]
  readonly versions: readonly Id[]
}

export type Moment = { readonly at: number; readonly lastsHours: number | null }

export function standingsOf(round: Round, moment: Moment): readonly Standing[] {
  const people = Map.groupBy(round.members.values(), ({ subject }) => {
    return matesOf(round.records, subject).toSorted()[0] ?? subject
  })
  const tries = triesByMember(round)
  const versions = versionsByRecord(round.lists)
  return [...people.values()].flatMap(members => {
    const person = { round, members: inOrder(round.records, members), tries, versions }
    return standingsOfPerson(person, moment)
  })
}

type Person = {
  readonly round: Round
  /** Of several records in the round the first counts. */
  readonly members: readonly Member[]
  readonly tries: ReadonlyMap<Id, readonly MadeTry[]>
  readonly versions: ReadonlyMap<Id, ReadonlySet<Id>>
}

/** Who was not dropped goes first, then the record in use, then whoever joined first. */
function inOrder(records: Records, members: readonly Member[]): readonly Member[] {
  const after = ({ dropped, subject }: Member) =>
    (dropped ? 2 : 0) + (isJoinedInto(records, subject) ? 1 : 0)
  return members.toSorted(
    (one, other) =>
      after(one) - after(other) || one.joinedAt - other.joinedAt || (one.id < other.id ? -1 : 1),
  )
}

function triesByMember({ attempts, ascribed }: Round): Map<Id, MadeTry[]> {
  const made = attempts.map(({ id, member, ...one }) => {
    const whose = ascribed.get(id) ?? { member, isDoubted: false }
    return { member: whose.member, one: { ...one, isDoubted: whose.isDoubted } }
  })
  const groups = Map.groupBy(made, ({ member }) => member)
  return new Map([...groups].map(([member, some]) => [member, some.map(({ one }) => one)]))
}

function standingsOfPerson(person: Person, moment: Moment): Standing[] {
  const { round, members, tries, versions } = person
  const [first] = members
  if (!first) return []
  const mates = matesOf(round.records, first.subject)
  const named = mates.flatMap(mate => [...(versions.get(mate) ?? [])])
  const all = members.flatMap(({ id }) => tries.get(id) ?? [])
  const sorted = all.toSorted((one, other) => one.entry - other.entry)
  const shared = { versions: [...new Set(named)] }
  return members.map(member => ({
    ...shared,
    member,
    ...(member === first
      ? { ...counted({ round, member, mates, tries: sorted }, moment), countedAs: null }
      : again(lastJoin(round.records, mates), { member, first })),
  }))
}

type Again = { readonly member: Member; readonly first: Member }

/** Another record of the person goes before: what was tried is told with that one. */
function again(entry: number, { member, first }: Again) {
  const stand = { state: 'excused', reason: 'listed-twice', until: null } as const
  return { ...stand, entry, since: member.joinedAt, countedAs: first.id, tries: [] }
}

type Counting = {
  readonly round: Round
  readonly member: Member
  readonly mates: readonly Id[]
  readonly tries: readonly MadeTry[]
}

function counted({ round, member, mates, tries }: Counting, { at, lastsHours }: Moment) {
  const stop = stopOn(round.records, mates)
  if (stop) {
    const stand = { state: 'excused', reason: stop.reason, until: null } as const
    return { ...stand, entry: stop.seq, since: stop.at, tries }
  }
  if (member.dropped) {
    const { reason, entry, at: since } = member.dropped
    return { state: 'excused' as const, reason, until: null, entry, since, tries }
  }
  const lastsMs = lastsHours === null ? null : lastsHours * hourMs
  const stand = standOnTries(tries, { isPerson: member.kind === 'person', lastsMs, at })
  return { ...stand, ...sinceOf(stand, { member, tries }), tries }
}

type Since = { readonly member: Member; readonly tries: readonly MadeTry[] }

function sinceOf(stand: Stand, { member, tries }: Since): { entry: number; since: number } {
  const by = tries.find(({ entry }) => entry === stand.entry)
  if (!by) return { entry: member.entry, since: member.joinedAt }
  const hasRunOut = stand.state === 'untried' && stand.until !== null
  return { entry: by.entry, since: hasRunOut ? (stand.until ?? by.at) : by.at }
}
