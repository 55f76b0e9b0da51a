// What did the caller answer, and is it enough to save? One reading for keys, mouse and no scripts.
import type { CoreOutcome, HazardPack } from '../../hazards/index.ts'
import { dayMs } from '../../kernel/clock.ts'
import { isId } from '../../kernel/ids.ts'
import { londonDate, londonInstant } from '../../kernel/london.ts'
import type { Form } from '../../web/request.ts'
import { awayDaysMax, meanings } from '../domain/outcomes.ts'
import type { RecordAttempt } from '../domain/record-attempt.ts'
import type { Rung } from '../store/find-rung.ts'
import { type Behaves, choices, meaningOf, toldAt, wordChoices } from './call-choices.ts'

const spoken: readonly Behaves[] = ['answered', 'someone_else', 'call_back_later', 'interrupted']
/** What cannot come of a call that came in. */
const ofOurCalls: readonly Behaves[] = [
  'no_answer',
  'voicemail_left',
  'wrong_number',
  'technical_fault',
]

export function mayComeOf(choice: Behaves, { isInbound }: Pick<Answers, 'isInbound'>): boolean {
  return !isInbound || !ofOurCalls.includes(choice)
}

/** After these nobody rings, or not before a day: a promise would put them into the queue. */
const endsRinging: readonly Behaves[] = ['refused', 'moved_reported', 'deceased_reported', 'away']

export const urgencies = ['routine', '48h', 'today'] as const
export type Urgency = (typeof urgencies)[number]

export type Answers = {
  readonly outcome: Behaves | null
  /** A word of the pack that was chosen; `outcome` is what it means. */
  readonly word: string | null
  readonly needs: readonly { readonly kind: string; readonly urgency: Urgency }[]
  readonly nothing: boolean
  readonly note: string
  readonly promised: boolean
  readonly day: string
  readonly part: string
  readonly phone: string
  /** The last day that they are away, as 2026-04-06. */
  readonly until: string
  /** Since when supply is off or on, as 14:05. */
  readonly since: string
  /** The version of the script with which the call began. */
  readonly script: string
  /** They rang us. */
  readonly isInbound: boolean
}

export type Problem =
  | 'outcome'
  | 'needs'
  | 'needsBoth'
  | 'needsUnheard'
  | 'note'
  | 'promise'
  | 'promiseEnded'
  | 'phone'
  | 'until'
  | 'where'

export const noAnswers: Answers = {
  outcome: null,
  word: null,
  needs: [],
  nothing: false,
  note: '',
  promised: false,
  day: '',
  part: '',
  phone: '',
  until: '',
  since: '',
  script: '',
  isInbound: false,
}

export function readAnswers(form: Form, pack: HazardPack): Answers {
  const kinds = form.all('need')
  const chosen = form.text('outcome')
  const word = wordChoices(pack, 'en').find(one => one.code === chosen)
  return {
    outcome: word?.behaves ?? choices.find(choice => choice === chosen) ?? null,
    word: word?.code ?? null,
    needs: pack.needKinds
      .filter(kind => kinds.includes(kind.code))
      .map(kind => ({ kind: kind.code, urgency: urgencyOf(form.text(`soon-${kind.code}`)) })),
    nothing: kinds.includes('nothing'),
    note: form.text('note'),
    promised: form.text('promised') !== '',
    day: form.text('day'),
    part: form.text('part'),
    phone: form.text('phone'),
    until: form.text('until'),
    since: form.text('since'),
    script: form.text('script'),
    isInbound: form.text('way') === 'inbound',
  }
}

function urgencyOf(text: string): Urgency {
  return urgencies.find(urgency => urgency === text) ?? 'routine'
}

const noteLengthMax = 2_000

/** The most important first; each is shown beside its field. */
export function problemsOf(
  answers: Answers,
  call: Pick<Rung, 'member' | 'phones'>,
  now: number,
): readonly Problem[] {
  const { outcome, needs, nothing, note, promised } = answers
  const problems: Problem[] = []
  if (outcome === null || !mayComeOf(outcome, answers)) problems.push('outcome')
  if (outcome === 'wrong_number' && rungPhone(answers, call) === null) problems.push('phone')
  if (needs.length > 0 && nothing) problems.push('needsBoth')
  if (outcome === 'answered' && needs.length === 0 && !nothing) problems.push('needs')
  const isUnheard = outcome !== null && !spoken.includes(outcome)
  if (isUnheard && (needs.length > 0 || nothing)) problems.push('needsUnheard')
  if (note.length > noteLengthMax) problems.push('note')
  if (answers.word === 'gone_to' && note.trim() === '') problems.push('where')
  if (outcome === 'away' && !isDayWithin(answers, now)) problems.push('until')
  const mustPromise = promised || outcome === 'call_back_later'
  const isEnded = outcome !== null && endsRinging.includes(outcome)
  if (promised && isEnded) problems.push('promiseEnded')
  else if (mustPromise && promisedAt(answers, now) === null) problems.push('promise')
  return problems
}

/** A day to come, at most two months ahead; none where the outcome has a usual time. */
function isDayWithin(answers: Answers, now: number): boolean {
  const { word, until } = answers
  if (until === '') return word !== null && meanings[word as CoreOutcome]?.usualDays !== undefined
  const at = toldAt(answers, now)
  return at !== null && at > now && at <= now + awayDaysMax * dayMs
}

/** Parts of a day in which a promise may be kept: minutes since midnight in London. */
export const dayParts = [
  { code: '10', from: 600, to: 720 },
  { code: '14', from: 840, to: 960 },
  { code: '17', from: 1020, to: 1140 },
] as const

const promiseDaysMax = 7

/** The days that may be promised, as 2026-04-06. Today only while a part of it is still to come. */
export function promiseDays(now: number): readonly string[] {
  const days = Array.from({ length: promiseDaysMax }, (_, ahead) => londonDate(now + ahead * dayMs))
  const last = dayParts[dayParts.length - 1]?.from ?? 0
  return days.filter(day => londonInstant(day, last) > now)
}

/** The start of the part, even when it has begun: a second press of Save must say the same. */
function promisedAt({ promised, outcome, day, part }: Answers, now: number): number | null {
  if (!promised && outcome !== 'call_back_later') return null
  const found = dayParts.find(one => one.code === part)
  if (!found || !promiseDays(now).includes(day)) return null
  return londonInstant(day, found.to) > now ? londonInstant(day, found.from) : null
}

/** Which number was rung: the one that was chosen, or the only one there is. */
function rungPhone({ phone }: Answers, call: Pick<Rung, 'member' | 'phones'>): string | null {
  const usable = call.phones.filter(one => one.state === 'untested' || one.state === 'works')
  const chosen = usable.find(one => one.id === phone)
  return chosen?.id ?? (usable.length === 1 ? (usable[0]?.id ?? null) : null)
}

/** Null: the page said none. */
export function versionIn({ script }: Answers): number | null {
  return /^[1-9]\d{0,4}$/.test(script) ? Number(script) : null
}

type Sent = {
  readonly attempt: string
  readonly call: Pick<Rung, 'member' | 'phones'>
  readonly pack: HazardPack
  readonly now: number
}

/** Only for answers without problems. */
export function inputOf(answers: Answers, { attempt, call, pack, now }: Sent): RecordAttempt {
  return {
    attempt: isId(attempt) ? attempt : '',
    member: call.member,
    channel: answers.isInbound ? 'inbound' : 'call',
    // From which number they rang nobody knows.
    contactPoint: answers.isInbound ? null : rungPhone(answers, call),
    ...meaningOf(answers, pack),
    needs: [...answers.needs],
    note: answers.note,
    promisedAt: promisedAt(answers, now),
    told: toldAt(answers, now),
    happenedAt: null,
    scriptVersion: versionIn(answers) ?? pack.script.version,
  }
}
