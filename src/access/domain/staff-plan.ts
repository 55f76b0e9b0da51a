// What would a staff file change? Joiners, leavers, changes: every row has its outcome.
import type { Draft } from '../../events/kinds.ts'
import type { Id } from '../../kernel/ids.ts'
import { isOutside, type RoleName } from '../actor.ts'
import {
  type GrantSource,
  grantEnded,
  grantGiven,
  grantUntilChanged,
  userAdded,
  userCorrected,
  userDisabled,
  userEnabled,
} from './events.ts'
import { needsEnd, placeProblem } from './grant-problems.ts'
import type { RowReason, StaffRow } from './staff-file.ts'

export type KnownGrant = {
  readonly id: Id
  readonly role: RoleName
  readonly place: Id | null
  readonly until: number | null
  readonly source: GrantSource
}
export type KnownUser = {
  readonly id: Id
  readonly name: string
  readonly email: string
  readonly isDisabled: boolean
  readonly isAdministrator: boolean
  /** Grants that are not over. */
  readonly grants: readonly KnownGrant[]
}

export type StaffState = {
  readonly users: readonly KnownUser[]
  /** Name in small letters, or id, to the place. */
  readonly places: ReadonlyMap<string, Id>
}

export const outcomes = ['accepted', 'changed', 'unchanged', 'refused'] as const
export type Outcome = (typeof outcomes)[number]
export const changes = ['joins', 'leaves', 'returns', 'renamed', 'given', 'ended', 'until'] as const
export type Change = (typeof changes)[number]
export type PlanLine = {
  readonly row: number
  readonly email: string
  readonly outcome: Outcome
  readonly reason: RowReason | null
  readonly changes: readonly Change[]
}
export type StaffPlan = {
  readonly lines: readonly PlanLine[]
  /** Those whom a file of everybody does not name. */
  readonly leftOut: readonly KnownUser[]
  readonly leavers: number
  readonly staff: number
  readonly drafts: readonly Draft[]
}

export type StaffAsk = {
  readonly rows: readonly StaffRow[]
  readonly isEverybody: boolean
  readonly purpose: string
  readonly actor: Id
  readonly now: number
  newId(): Id
}

const reason = 'By the staff file.'

export function planStaff(state: StaffState, ask: StaffAsk): StaffPlan {
  const byEmail = Map.groupBy(state.users, user => user.email)
  const administrators = new Set(
    state.users.filter(user => user.isAdministrator && !user.isDisabled).map(user => user.id),
  )
  const lines: PlanLine[] = []
  const drafts: Draft[] = []
  let leavers = 0
  for (const [email, rows] of Map.groupBy(ask.rows, row => row.email)) {
    const known = byEmail.get(email) ?? []
    const one = planPerson({ state, ask, administrators, known, rows })
    lines.push(...one.lines)
    drafts.push(...one.drafts)
    if (one.lines.some(line => line.changes.includes('leaves'))) leavers++
  }
  const named = new Set(ask.rows.map(row => row.email))
  const staff = state.users.filter(user => !user.isDisabled && isStaff(user))
  const leftOut = ask.isEverybody
    ? staff.filter(user => !named.has(user.email) && mayGo(user, ask, administrators))
    : []
  drafts.push(...leftOut.flatMap(disabled))
  return {
    lines: lines.sort((a, b) => a.row - b.row),
    ...{ leftOut, leavers: leavers + leftOut.length, staff: staff.length, drafts },
  }
}

/** People from outside, and programs, are on no staff list: leaving them out says nothing. */
function isStaff({ email, grants }: KnownUser): boolean {
  return email !== '' && !(grants.length > 0 && grants.every(grant => isOutside(grant.role)))
}

function mayGo({ id }: KnownUser, { actor }: StaffAsk, administrators: Set<Id>): boolean {
  if (id === actor) return false
  if (administrators.has(id) && administrators.size === 1) return false
  administrators.delete(id)
  return true
}

function disabled({ id, grants }: KnownUser): Draft[] {
  const subjects = [id]
  return [
    ...grants.map(({ id: grant }) => grantEnded({ subjects, body: { grant, user: id } })),
    userDisabled({ subjects, body: { user: id }, words: { reason } }),
  ]
}

type Person = {
  readonly state: StaffState
  readonly ask: StaffAsk
  readonly administrators: Set<Id>
  readonly known: readonly KnownUser[]
  readonly rows: readonly StaffRow[]
}
type Planned = { readonly lines: readonly PlanLine[]; readonly drafts: readonly Draft[] }

function planPerson(person: Person): Planned {
  const { ask, administrators, known, rows } = person
  const [user] = known
  const wrong = rows.map(row => rowProblem(person, row))
  const refuseAll = (why: RowReason): Planned => ({
    lines: rows.map((row, i) => line(row, 'refused', wrong[i] ?? why)),
    drafts: [],
  })
  if (known.length > 1) return refuseAll('twoOfOneAddress')
  if (rows.some(row => row.hasLeft) && wrong.every(one => one === null)) {
    if (!user || user.isDisabled) return unchanged(rows)
    if (user.id === ask.actor) return refuseAll('toOneself')
    if (!mayGo(user, ask, administrators)) return refuseAll('lastAdministrator')
    return {
      lines: rows.map(row => line(row, 'changed', null, ['leaves'])),
      drafts: disabled(user),
    }
  }
  const good = rows.filter((_, i) => wrong[i] === null)
  const change = good.length === 0 ? none : changesOf(person, good)
  if (change.drafts.length > 0 && user?.id === ask.actor) return refuseAll('toOneself')
  const outcome = change.said.length === 0 ? 'unchanged' : user ? 'changed' : 'accepted'
  return {
    lines: rows.map((row, i) => {
      const why = wrong[i] ?? null
      return why ? line(row, 'refused', why) : line(row, outcome, null, change.said)
    }),
    drafts: change.drafts,
  }
}

const none: { said: readonly Change[]; drafts: readonly Draft[] } = { said: [], drafts: [] }

function unchanged(rows: readonly StaffRow[]): Planned {
  return { lines: rows.map(row => line(row, 'unchanged', null)), drafts: [] }
}

function line(
  { row, email }: StaffRow,
  outcome: Outcome,
  ...[why, said = []]: [RowReason | null, (readonly Change[])?]
): PlanLine {
  return { row, email, outcome, reason: why, changes: said }
}

function rowProblem({ state, ask, known }: Person, row: StaffRow): RowReason | null {
  if (row.wrong) return row.wrong
  if (row.hasLeft) return null
  if (row.name === '' && known.length === 0) return 'nameMissing'
  if (row.roles.length === 0 && known.length === 0) return 'roleMissing'
  if (row.place !== '' && placeOf(state, row) === undefined) return 'placeUnknown'
  const misfits = row.roles.map(role => placeProblem(role, placeOf(state, row) !== null))
  const misfit = misfits.find(Boolean)
  if (misfit) return misfit
  if (row.until === null && row.roles.some(needsEnd)) return 'untilMissing'
  const isBackwards = row.until !== null && row.until <= (row.from ?? row.until - 1)
  return isBackwards && row.until > ask.now ? 'endsBeforeBegins' : null
}

/** Null for the whole council, undefined for a place that nobody knows. */
function placeOf({ places }: StaffState, { place }: StaffRow): Id | null | undefined {
  const text = place.toLowerCase()
  return text === '' || text === 'the whole council' ? null : places.get(text)
}

type Wish = { readonly role: RoleName; readonly place: Id | null; readonly row: StaffRow }

function changesOf(person: Person, rows: readonly StaffRow[]) {
  const { state, ask, known } = person
  const user = known[0]
  const id = user?.id ?? ask.newId()
  const subjects = [id]
  const drafts: Draft[] = []
  const said: Change[] = []
  const add = (change: Change, draft: Draft) => {
    drafts.push(draft)
    if (!said.includes(change)) said.push(change)
  }
  const { name, email } = rows.find(row => row.name !== '') ?? rows[0] ?? { name: '', email: '' }
  const words = { name, email }
  if (!user) add('joins', userAdded({ subjects, body: { user: id }, words }))
  else if (user.isDisabled) {
    add('returns', userEnabled({ subjects, body: { user: id }, words: { reason } }))
  }
  if (user && name !== '' && user.name !== name) {
    add('renamed', userCorrected({ subjects, body: { user: id }, words }))
  }
  const held = user?.grants ?? []
  const wishes = wishesOf(state, rows).filter(({ row }) => !isOver(row, ask.now))
  for (const grant of held.filter(one => one.source === 'staff-file')) {
    if (wishes.some(wish => isSame(grant, wish))) continue
    add('ended', grantEnded({ subjects, body: { grant: grant.id, user: id }, words: { reason } }))
  }
  for (const { role, place, row } of wishes) {
    const has = held.find(grant => isSame(grant, { role, place }))
    const { until } = row
    const from = Math.max(row.from ?? ask.now, ask.now)
    const purpose = row.purpose || ask.purpose
    if (!has) {
      const body = { grant: ask.newId(), user: id, role, purpose, from, until }
      const source = 'staff-file' as const
      add('given', grantGiven({ subjects, place, body: { ...body, source }, words: { reason } }))
    } else if (has.source === 'staff-file' && has.until !== until) {
      const body = { grant: has.id, user: id, until }
      add('until', grantUntilChanged({ subjects, body, words: { reason } }))
    }
  }
  return { said, drafts }
}

function isOver({ until }: StaffRow, now: number): boolean {
  return until !== null && until <= now
}

function isSame(grant: Pick<KnownGrant, 'role' | 'place'>, wish: Pick<Wish, 'role' | 'place'>) {
  return grant.role === wish.role && grant.place === wish.place
}

/** Each role at each place once: the last row that names it says until when. */
function wishesOf(state: StaffState, rows: readonly StaffRow[]): readonly Wish[] {
  const all = rows.flatMap(row =>
    row.roles.map(role => ({ role, place: placeOf(state, row) ?? null, row })),
  )
  return [...new Map(all.map(wish => [`${wish.role} ${wish.place}`, wish])).values()]
}
