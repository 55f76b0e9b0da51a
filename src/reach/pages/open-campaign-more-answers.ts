// What else was answered about a new campaign: its area, ages, days, and who may work it?

import { isId } from '../../kernel/ids.ts'
import { londonInstant } from '../../kernel/london.ts'
import type { Form } from '../../web/request.ts'
import { type CampaignTerms, perDayMax, restDaysMax } from '../domain/campaign-terms.ts'
import { callerRoles } from '../domain/terms.ts'
import type { CampaignChoices } from '../store/campaign-choices.ts'

export type MoreAnswers = {
  readonly area: string
  readonly ageFrom: string
  readonly ageTo: string
  readonly notReachedIn: string
  readonly roles: readonly (typeof callerRoles)[number][]
  readonly users: readonly string[]
  readonly workPlaces: readonly string[]
  readonly fromDay: string
  readonly untilDay: string
  readonly perDay: string
  readonly restDays: string
  /** The campaign that this one asks again. */
  readonly repeats: string
}

export const noMoreAnswers: MoreAnswers = {
  area: '',
  ageFrom: '',
  ageTo: '',
  notReachedIn: '',
  roles: [],
  users: [],
  workPlaces: [],
  fromDay: '',
  untilDay: '',
  perDay: '',
  restDays: '',
  repeats: '',
}

export function readMore(form: Form): MoreAnswers {
  const idIn = (name: string) => (isId(form.text(name)) ? form.text(name) : '')
  return {
    area: idIn('area'),
    ageFrom: form.text('ageFrom'),
    ageTo: form.text('ageTo'),
    notReachedIn: idIn('notReachedIn'),
    roles: callerRoles.filter(role => form.all('roles').includes(role)),
    users: form.all('users').filter(isId),
    workPlaces: form.all('workPlaces').filter(isId),
    fromDay: form.text('fromDay'),
    untilDay: form.text('untilDay'),
    perDay: form.text('perDay'),
    restDays: form.text('restDays'),
    repeats: idIn('repeats'),
  }
}

export const moreFields = [
  'area',
  'ageFrom',
  'notReachedIn',
  'users',
  'workPlaces',
  'fromDay',
  'untilDay',
  'perDay',
  'restDays',
] as const
export type MoreField = (typeof moreFields)[number]
export type MoreProblem =
  | 'areaUnknown'
  | 'agesWrong'
  | 'otherUnknown'
  | 'usersUnknown'
  | 'workPlacesUnknown'
  | 'dayWrong'
  | 'daysOrder'
  | 'perDayWrong'
  | 'restDaysWrong'

export function moreProblems(
  answers: MoreAnswers,
  choices: CampaignChoices,
): Partial<Record<MoreField, MoreProblem>> {
  const { area, notReachedIn, users, workPlaces, fromDay, untilDay } = answers
  const found: Partial<Record<MoreField, MoreProblem>> = {}
  const knows = (all: readonly { readonly id: string }[], id: string) =>
    id === '' || all.some(one => one.id === id)
  if (!knows(choices.areas, area)) found.area = 'areaUnknown'
  if (agesOf(answers) === undefined) found.ageFrom = 'agesWrong'
  if (!knows(choices.campaigns, notReachedIn)) found.notReachedIn = 'otherUnknown'
  if (users.some(user => !knows(choices.callers, user))) found.users = 'usersUnknown'
  if (workPlaces.some(place => !knows(choices.villages, place))) {
    found.workPlaces = 'workPlacesUnknown'
  }
  if (!isDay(fromDay)) found.fromDay = 'dayWrong'
  if (!isDay(untilDay)) found.untilDay = 'dayWrong'
  else if (untilDay !== '' && fromDay !== '' && untilDay < fromDay) found.untilDay = 'daysOrder'
  if (wholeOf(answers.perDay, 1, perDayMax) === undefined) found.perDay = 'perDayWrong'
  if (wholeOf(answers.restDays, 0, restDaysMax) === undefined) found.restDays = 'restDaysWrong'
  return found
}

/** Null: not asked for. Undefined: not a whole number from one to the other. */
function wholeOf(said: string, ...[min, max]: [number, number]): number | null | undefined {
  if (said === '') return null
  const found = /^\d{1,6}$/.test(said) ? Number(said) : -1
  return found >= min && found <= max ? found : undefined
}

const ageMax = 130

function agesOf({ ageFrom, ageTo }: MoreAnswers) {
  const [from, to] = [wholeOf(ageFrom, 0, ageMax), wholeOf(ageTo, 0, ageMax)]
  if (from === undefined || to === undefined) return undefined
  if (from !== null && to !== null && to < from) return undefined
  return { from, to }
}

/** As a date field sends it. */
function isDay(said: string): boolean {
  return said === '' || (/^\d{4}-\d{2}-\d{2}$/.test(said) && Number.isFinite(Date.parse(said)))
}

export function moreRule(answers: MoreAnswers, isPerson: boolean) {
  const { area, notReachedIn } = answers
  const ages = agesOf(answers)
  return {
    ...(area === '' ? {} : { area }),
    ...(isPerson && typeof ages?.from === 'number' ? { ageFrom: ages.from } : {}),
    ...(isPerson && typeof ages?.to === 'number' ? { ageTo: ages.to } : {}),
    ...(isPerson && notReachedIn !== '' ? { notReachedIn } : {}),
  }
}

const minutesOfDay = 24 * 60

/** The whole of the last day counts. */
export function moreTerms(answers: MoreAnswers): CampaignTerms {
  const { roles, users, workPlaces, fromDay, untilDay, repeats } = answers
  const perDay = wholeOf(answers.perDay, 1, perDayMax)
  const restDays = wholeOf(answers.restDays, 0, restDaysMax) ?? 0
  const isForSome = roles.length + users.length + workPlaces.length > 0
  const workers = { users: [...users], roles: [...roles], places: [...workPlaces] }
  const isSpread = typeof perDay === 'number' || restDays > 0
  return {
    ...(isForSome ? { workers } : {}),
    ...(isDay(fromDay) && fromDay !== '' ? { startsAt: londonInstant(fromDay, 0) } : {}),
    ...(isDay(untilDay) && untilDay !== ''
      ? { endsAt: londonInstant(untilDay, minutesOfDay) }
      : {}),
    ...(isSpread ? { spread: { perDay: perDay ?? perDayMax, restDays } } : {}),
    ...(repeats === '' ? {} : { repeats }),
  }
}
