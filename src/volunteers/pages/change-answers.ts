// What was told of a volunteer, as it is typed and as it is decided on: one into the other.
import { type TypedDay, typedDay } from '../../pages/typed-day.ts'
import type { Form } from '../../web/request.ts'
import type { Hours } from '../domain/availability.ts'
import { ChangeVolunteer } from '../domain/change-volunteer.ts'
import type { ListedVolunteer } from '../store/listed.ts'
import { type ChangeAnswers, type ChangeField, isChangeField } from './change-form.tsx'

/** As they are now. Hours that differ from day to day are shown as their widest. */
export function answersNow(one: ListedVolunteer): ChangeAnswers {
  const { hours, awayFrom, awayUntil } = one.availability
  const from = Math.min(...hours.map(span => span.from))
  const until = Math.max(...hours.map(span => span.to))
  return {
    ...{ name: one.name, phone: one.phone, transport: one.transport, streets: one.streets },
    languages: one.languages.join(', '),
    skills: one.skills.join(', '),
    jobsMax: String(one.jobsMax),
    jobsAWeek: one.jobsAWeek === null ? '' : String(one.jobsAWeek),
    days: [...new Set(hours.map(span => String(span.day)))],
    timeFrom: hours.length === 0 ? '' : clock(from),
    timeUntil: hours.length === 0 ? '' : clock(until),
    awayFrom: partsOf(awayFrom),
    awayUntil: partsOf(awayUntil),
  }
}

export function clock(minutes: number): string {
  const two = (part: number) => String(part).padStart(2, '0')
  return `${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`
}

function partsOf(date: string | null) {
  const [year = '', month = '', day = ''] = (date ?? '').split('-')
  return { day: day.replace(/^0/, ''), month: month.replace(/^0/, ''), year }
}

export function answersOf(form: Form): ChangeAnswers {
  const text = (name: string) => form.text(name)
  return {
    ...{ name: text('name'), phone: text('phone'), transport: form.all('transport') },
    ...{ languages: text('languages'), skills: text('skills'), jobsMax: text('jobsMax') },
    ...{ jobsAWeek: text('jobsAWeek'), days: form.all('days'), streets: form.all('streets') },
    ...{ timeFrom: text('timeFrom'), timeUntil: text('timeUntil') },
    awayFrom: dayOf(form, 'awayFrom').parts,
    awayUntil: dayOf(form, 'awayUntil').parts,
  }
}

const dayOf = (form: Form, name: string): TypedDay => typedDay(name, field => form.text(field))

type Read =
  | { readonly input: ChangeVolunteer; readonly wrong?: undefined }
  | { readonly wrong: readonly ChangeField[] }

/** Every answer that is wrong, at once. */
export function readAnswers(volunteer: string, form: Form): Read {
  const said = answersOf(form)
  const from = minutesOf(said.timeFrom)
  const until = minutesOf(said.timeUntil)
  const away = { awayFrom: dayOf(form, 'awayFrom'), awayUntil: dayOf(form, 'awayUntil') }
  const wrong = new Set<ChangeField>()
  if (isTimeWrong(said, { from, until })) wrong.add('time')
  for (const name of ['awayFrom', 'awayUntil'] as const) {
    if (!away[name].isEmpty && away[name].day === undefined) wrong.add(name)
  }
  const parsed = ChangeVolunteer.safeParse({
    ...{ volunteer, name: said.name, phone: said.phone, transport: said.transport },
    ...{ languages: wordsOf(said.languages), skills: wordsOf(said.skills) },
    jobsMax: Number(said.jobsMax),
    jobsAWeek: said.jobsAWeek === '' ? null : Number(said.jobsAWeek),
    hours: hoursOf(said.days, { from: from ?? 0, to: until ?? 1440 }),
    awayFrom: away.awayFrom.day ?? null,
    awayUntil: away.awayUntil.day ?? null,
    streets: said.streets,
  })
  for (const { path } of parsed.error?.issues ?? []) {
    const field = String(path[0])
    if (isChangeField(field)) wrong.add(field)
  }
  if (!parsed.success || wrong.size > 0) return { wrong: [...wrong] }
  return { input: parsed.data }
}

const wordsOf = (text: string) =>
  text
    .split(',')
    .map(one => one.trim())
    .filter(one => one !== '')

type Times = { readonly from: number | undefined; readonly until: number | undefined }

function isTimeWrong({ timeFrom, timeUntil }: ChangeAnswers, { from, until }: Times): boolean {
  if (timeFrom === '' && timeUntil === '') return false
  return from === undefined || until === undefined || from >= until
}

function minutesOf(text: string): number | undefined {
  const [, hours = '', minutes = ''] = /^(\d{1,2})[:.](\d{2})$/.exec(text.trim()) ?? []
  const all = Number(hours) * 60 + Number(minutes)
  return hours === '' || Number(minutes) > 59 || all > 1440 ? undefined : all
}

const week = ['1', '2', '3', '4', '5', '6', '7']

/** Times without days are for every day. */
function hoursOf(days: readonly string[], span: Omit<Hours, 'day'>): readonly Hours[] {
  const isAllDay = span.from === 0 && span.to === 1440
  if (days.length === 0 && isAllDay) return []
  const named = days.length === 0 ? week : days
  return [...new Set(named)].map(day => ({ day: Number(day), ...span }))
}
