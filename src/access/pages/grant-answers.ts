// What was answered about a grant, and what is wrong with it? Shared by every form that gives one.
import type { Refusal } from '../../kernel/refusal.ts'
import { type TypedDay, typedDay } from '../../pages/typed-day.ts'
import type { Form } from '../../web/request.ts'
import { type Ctx, reading } from '../../web/request.ts'
import { type RoleName, roleNames } from '../actor.ts'
import { needsEnd, placeProblem } from '../domain/grant-problems.ts'
import { endOfDay, type GrantPlace, placesForGrants, startOfDay } from '../store/users.ts'

export type GrantField = 'role' | 'place' | 'purpose' | 'from' | 'until' | 'reason'
export type GrantAnswers = {
  readonly role: string
  readonly place: string
  readonly purpose: string
  readonly reason: string
  readonly from: TypedDay
  readonly until: TypedDay
}
export type GrantProblems = Partial<Record<GrantField, string>>
export type Term = { readonly from: number | null; readonly until: number | null }

/** No place, said aloud: a field left alone must not give the whole council away. */
export const wholeCouncil = 'council'
const lengthMax = 200

export function readGrantAnswers(textOf: Form['text']): GrantAnswers {
  return {
    role: textOf('role'),
    place: textOf('place'),
    purpose: textOf('purpose'),
    reason: textOf('reason'),
    from: typedDay('from', textOf),
    until: typedDay('until', textOf),
  }
}

/** A first day that has begun already begins now: nobody held anything before it was given. */
export async function termOf(c: Ctx, days: { from?: TypedDay; until: TypedDay }): Promise<Term> {
  const { from, until } = days
  return reading(c, 'access.administer', async (tx, _scope, now) => {
    const start = from?.day ? (await startOfDay(tx, from.day)).getTime() : null
    return {
      from: start !== null && start <= now ? null : start,
      until: until.day ? (await endOfDay(tx, until.day)).getTime() : null,
    }
  })
}

export function grantPlaces(c: Ctx): Promise<readonly GrantPlace[]> {
  return reading(c, 'access.administer', placesForGrants)
}

export async function grantProblems(
  c: Ctx,
  answers: GrantAnswers,
  term: Term,
): Promise<GrantProblems> {
  const { purpose, role, place } = answers
  const problems: GrantProblems = {}
  if (!isRole(role)) problems.role = 'roleMissing'
  const places = await grantPlaces(c)
  const isKnown = place === wholeCouncil || places.some(one => one.id === place)
  const misfit = isRole(role) ? placeProblem(role, place !== wholeCouncil) : undefined
  if (!isKnown) problems.place = 'placeUnknown'
  else if (misfit) problems.place = misfit
  if (purpose.length === 0 || purpose.length > lengthMax) problems.purpose = 'purposeMissing'
  if (answers.reason.length > 500) problems.reason = 'reasonMissing'
  const now = c.var.node.clock.now()
  return { ...problems, ...dayProblems(answers, term, now), ...endProblem(answers) }
}

export function dayProblems(
  { from, until }: { readonly from?: TypedDay; readonly until: TypedDay },
  term: Term,
  now: number,
): GrantProblems {
  const problems: GrantProblems = {}
  if (from && !from.isEmpty && !from.day) problems.from = 'fromWrong'
  if (!until.isEmpty && !until.day) problems.until = 'untilWrong'
  else if (term.until !== null && term.until <= now) problems.until = 'untilPast'
  else if (term.until !== null && term.until <= (term.from ?? now)) {
    problems.until = 'endsBeforeBegins'
  }
  return problems
}

function endProblem({ role, until }: GrantAnswers): GrantProblems {
  return isRole(role) && needsEnd(role) && until.isEmpty ? { until: 'untilMissing' } : {}
}

/** What a refusal says about which field; empty when it is about none. */
export function fieldsOf({ refused, fields }: Refusal): GrantProblems {
  if (refused === 'to-oneself') return { role: 'toOneself' }
  if (refused === 'wider-than-own') return { place: 'widerThanOwn' }
  if (refused === 'ends-before-begins') return { until: 'endsBeforeBegins' }
  if (refused === 'shut-out') return { role: 'isShutOut' }
  if (refused === 'last-administrator') return { until: 'lastAdministrator' }
  return fields ?? {}
}

/** What the commands take. */
export function grantInput(answers: GrantAnswers, { from, until }: Term) {
  const { role, purpose } = answers
  const place = answers.place === wholeCouncil ? null : answers.place
  return { role: role as RoleName, place, purpose, from, until }
}

function isRole(text: string): text is RoleName {
  return roleNames.some(role => role === text)
}
