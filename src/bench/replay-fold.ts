// Where does everybody stand, by the raw log alone? The rule of reach's README once more, in plain
// code of its own: no read model, no query and no domain rule of the product is asked.
import type { Id } from '../kernel/ids.ts'

export type LogEntry = {
  readonly seq: number
  readonly kind: string
  readonly body: Readonly<Record<string, unknown>>
  readonly place: Id | null
  readonly recordedAt: number
}

export type Bucket = 'reached' | 'tried' | 'untried' | 'excused'
export type Stand = { readonly state: Bucket; readonly reason: string }

type Member = {
  readonly id: Id
  readonly subject: Id
  readonly seq: number
  readonly joinedAt: number
  place: Id | null
  drop: string | null
}
type Try = { readonly seq: number; readonly outcome: string; readonly isAttempt: boolean }
export type Attempt = Try & { member: Id; isDoubted: boolean; readonly promisedAt: number | null }
type Grant = { readonly user: Id; readonly role: string; isOver: boolean }

export type Fold = {
  readonly round: Id
  seq: number
  answerable: Id | null
  readonly members: Map<Id, Member>
  readonly bySubject: Map<Id, Id>
  /** Which record was joined into which. */
  readonly into: Map<Id, Id>
  readonly flags: Map<Id, Set<string>>
  readonly attempts: Map<Id, Attempt>
  readonly ofMember: Map<Id, Attempt[]>
  readonly disabled: Set<Id>
  readonly grants: Map<Id, Grant>
  readonly concerns: Map<Id, Id>
}

export function newFold(round: Id): Fold {
  return {
    ...{ round, seq: 0, answerable: null },
    ...{ members: new Map(), bySubject: new Map(), into: new Map(), flags: new Map() },
    ...{ attempts: new Map(), ofMember: new Map(), disabled: new Set() },
    ...{ grants: new Map(), concerns: new Map() },
  }
}

type Told = (fold: Fold, entry: LogEntry) => void
const text = (body: LogEntry['body'], name: string) => String(body[name])

export function foldIn(fold: Fold, entry: LogEntry): void {
  fold.seq = entry.seq
  told[entry.kind]?.(fold, entry)
}

const told: Readonly<Record<string, Told>> = {
  'reach.CampaignOpened': answers,
  'reach.RoundStarted': answers,
  'reach.CampaignHandedOver': answers,
  'reach.MemberJoined': joins,
  'reach.MemberLeft': (fold, { body }) => void fold.members.delete(text(body, 'member')),
  'reach.MemberDropped': ({ members }, { body }) => {
    const member = members.get(text(body, 'member'))
    if (member) member.drop = text(body, 'reason')
  },
  'reach.MemberRestored': ({ members }, { body }) => {
    const member = members.get(text(body, 'member'))
    if (member) member.drop = null
  },
  'reach.MemberPlaced': ({ members }, { body, place }) => {
    const member = members.get(text(body, 'member'))
    if (member) member.place = place
  },
  'reach.AttemptRecorded': tries,
  'reach.AttemptAscribed': ascribes,
  'people.PersonAdded': (fold, { body }) => {
    for (const flag of body.flags as string[]) flagsOf(fold, text(body, 'person')).add(flag)
  },
  'people.FlagRaised': (fold, { body }) => {
    flagsOf(fold, text(body, 'person')).add(text(body, 'flag'))
  },
  // Lowered on one record it is lowered on all that are joined then.
  'people.FlagLowered': (fold, { body }) => {
    for (const record of recordsOf(fold, text(body, 'person'))) {
      flagsOf(fold, record).delete(text(body, 'flag'))
    }
  },
  'people.PeopleMerged': ({ into }, { body }) => {
    into.set(text(body, 'from'), text(body, 'into'))
  },
  'people.PeopleUnmerged': ({ into }, { body }) => void into.delete(text(body, 'from')),
  'access.GrantGiven': ({ grants }, { body }) => {
    const { user, role } = body as { user: Id; role: string }
    grants.set(text(body, 'grant'), { user, role, isOver: false })
  },
  'access.GrantEnded': ({ grants }, { body }) => {
    const grant = grants.get(text(body, 'grant'))
    if (grant) grant.isOver = true
  },
  'access.UserDisabled': ({ disabled }, { body }) => void disabled.add(text(body, 'user')),
  'access.UserEnabled': ({ disabled }, { body }) => void disabled.delete(text(body, 'user')),
}

function answers(fold: Fold, { body }: LogEntry): void {
  if (body.answerable) fold.answerable = text(body, 'answerable')
}

function joins(fold: Fold, { seq, body, place, recordedAt }: LogEntry): void {
  if (body.round !== fold.round) return
  const [id, subject] = [text(body, 'member'), text(body, 'subject')]
  fold.members.set(id, { id, subject, seq, joinedAt: recordedAt, place, drop: null })
  fold.bySubject.set(subject, id)
}

const notTried = ['technical_fault', 'skipped', 'could_not_approach']

function tries(fold: Fold, { seq, body }: LogEntry): void {
  if (body.round !== fold.round) return
  const [member, outcome] = [text(body, 'member'), text(body, 'outcome')]
  const promisedAt = typeof body.promisedAt === 'number' ? body.promisedAt : null
  const isTheirs = body.channel === 'inbound' && !reached.includes(outcome)
  const isAttempt = !notTried.includes(outcome) && !isTheirs
  const attempt = { seq, member, outcome, isAttempt, isDoubted: false, promisedAt }
  fold.attempts.set(text(body, 'attempt'), attempt)
  listIn(fold.ofMember, member).push(attempt)
}

function ascribes(fold: Fold, { body }: LogEntry): void {
  const attempt = fold.attempts.get(text(body, 'attempt'))
  if (!attempt) return
  const before = listIn(fold.ofMember, attempt.member)
  before.splice(before.indexOf(attempt), 1)
  attempt.member = text(body, 'member')
  attempt.isDoubted = body.isDoubted === true
  const after = listIn(fold.ofMember, attempt.member)
  after.push(attempt)
  after.sort((one, other) => one.seq - other.seq)
}

function listIn(map: Map<Id, Attempt[]>, id: Id): Attempt[] {
  const found = map.get(id) ?? []
  map.set(id, found)
  return found
}

function flagsOf({ flags }: Fold, record: Id): Set<string> {
  const found = flags.get(record) ?? new Set()
  flags.set(record, found)
  return found
}

function rootOf({ into }: Fold, record: Id): Id {
  let root = record
  for (let next = into.get(root); next; next = into.get(root)) root = next
  return root
}

/** All records of the same person. */
export function recordsOf(fold: Fold, record: Id): readonly Id[] {
  const root = rootOf(fold, record)
  const joined = [...fold.into.keys()].filter(one => rootOf(fold, one) === root)
  return [root, ...joined]
}

export function flagsAt(fold: Fold, subject: Id): ReadonlySet<string> {
  return new Set(recordsOf(fold, subject).flatMap(one => [...(fold.flags.get(one) ?? [])]))
}

const reached = ['spoke_complete', 'spoke_no_help_wanted']

/** Where a member stands now. */
export function standOf(fold: Fold, id: Id): Stand {
  const member = fold.members.get(id)
  if (!member) return { state: 'excused', reason: 'gone' }
  const records = recordsOf(fold, member.subject)
  const out = outBy(fold, member, records)
  if (out) return { state: 'excused', reason: out }
  const last = triesOf(fold, records).findLast(
    ({ outcome, isDoubted }) => !isDoubted && (reached.includes(outcome) || outcome === 'refused'),
  )
  if (last?.outcome === 'refused') return { state: 'excused', reason: 'said-no' }
  if (last) return { state: 'reached', reason: '' }
  const isTried = triesOf(fold, records).some(({ isAttempt }) => isAttempt)
  return { state: isTried ? 'tried' : 'untried', reason: '' }
}

function outBy(fold: Fold, member: Member, records: readonly Id[]): string | undefined {
  if (records.length > 1 && firstOf(fold, records) !== member) return 'listed-twice'
  const flags = flagsAt(fold, member.subject)
  const has = (...some: string[]) => some.some(flag => flags.has(flag))
  if (has('deceased-reported', 'deceased-confirmed')) return 'died'
  if (has('moved-reported', 'moved-confirmed')) return 'moved'
  if (has('no-basis', 'withdrawn')) return 'off-the-list'
  return member.drop ?? undefined
}

/** Who was not dropped, then the record in use, then who joined first. */
function firstOf(fold: Fold, records: readonly Id[]): Member | undefined {
  const [root] = records
  const rank = (one: Member) => [one.drop ? 1 : 0, one.subject === root ? 0 : 1, one.joinedAt]
  const members = records.flatMap(one => fold.members.get(fold.bySubject.get(one) ?? '') ?? [])
  return members.sort((one, other) => {
    const [a, b] = [rank(one), rank(other)]
    const at = a.findIndex((value, nth) => value !== b[nth])
    return at < 0 ? (one.id < other.id ? -1 : 1) : (a[at] ?? 0) - (b[at] ?? 0)
  })[0]
}

/** With any record of the person, in the order of the log. */
export function triesOf(fold: Fold, records: readonly Id[]): readonly Attempt[] {
  const all = records.flatMap(one => fold.ofMember.get(fold.bySubject.get(one) ?? '') ?? [])
  return records.length === 1 ? all : all.sort((one, other) => one.seq - other.seq)
}

/** By the log: somebody who works, and may run campaigns. */
export function mayAnswer(fold: Fold, user: Id | null): boolean {
  if (user === null || fold.disabled.has(user)) return false
  const grants = [...fold.grants.values()].filter(one => one.user === user && !one.isOver)
  return grants.some(({ role }) => role === 'hub-manager' || role === 'officer')
}
