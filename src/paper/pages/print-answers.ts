// What did somebody answer about the sheet to print, and is it enough?
import { type Id, isId } from '../../kernel/ids.ts'
import type { Form } from '../../web/request.ts'
import type { PrintSheet } from '../domain/print-sheet.ts'
import { daysOutMax, linesMax, type SheetKind, sheetKinds, textLengthMax } from '../domain/terms.ts'

export const answerFields = [
  ...(['campaign', 'place', 'caller', 'person', 'need', 'blank', 'items', 'limit'] as const),
  ...(['forWhom', 'reason', 'ring', 'days', 'lang'] as const),
] as const
type Field = (typeof answerFields)[number]
export type PrintAnswers = Readonly<Record<Field, string>> & { readonly kind: SheetKind }

export type PrintWrong =
  | 'campaign'
  | 'place'
  | 'forWhom'
  | 'reason'
  | 'ring'
  | 'blank'
  | 'limit'
  | 'long'
  | 'items'
  | 'nobody'

/** The council, in a list of places. */
export const wholeCouncil = 'whole'
const itemsLengthMax = 1_000

export function kindOf(text: string | undefined): SheetKind {
  return sheetKinds.find(kind => kind === text) ?? 'call'
}

export function readPrint(form: Form): PrintAnswers {
  const fields = answerFields.map(name => [name, form.text(name)] as const)
  return {
    ...(Object.fromEntries(fields) as Record<Field, string>),
    kind: kindOf(form.text('kind')),
  }
}

/** A place is asked for unless the sheet is about one person. */
export function asksPlace({ kind, person }: PrintAnswers): boolean {
  return kind !== 'shopping' && !(kind === 'log' && person !== '')
}

export function printProblems(answers: PrintAnswers): readonly PrintWrong[] {
  const { kind, campaign, place, forWhom, reason, ring, blank, limit, items } = answers
  const problems: PrintWrong[] = []
  if ((kind === 'call' || kind === 'round') && !isId(campaign)) problems.push('campaign')
  const isPlace = place === wholeCouncil || isId(place)
  if (asksPlace(answers) && !isPlace) problems.push('place')
  const lines = Number(blank)
  const isCount = Number.isInteger(lines) && lines >= 1 && lines <= linesMax
  if (kind === 'register' && !isCount) problems.push('blank')
  if (kind === 'shopping' && penceOf(limit) === undefined) problems.push('limit')
  if (items.length > itemsLengthMax) problems.push('items')
  if (forWhom === '') problems.push('forWhom')
  if (reason === '') problems.push('reason')
  if (ring === '') problems.push('ring')
  if ([forWhom, reason, ring].some(text => text.length > textLengthMax)) problems.push('long')
  return problems
}

/** Null where nothing is written. */
export function penceOf(text: string): number | null | undefined {
  const plain = text.replace(/^£\s*/, '')
  if (plain === '') return null
  const [, pounds, pence = '00'] = /^(\d{1,3})(?:\.(\d{2}))?$/.exec(plain) ?? []
  return pounds === undefined ? undefined : Number(pounds) * 100 + Number(pence)
}

/** Only for answers without problems. */
export function printInput(answers: PrintAnswers, sheet: Id): PrintSheet {
  const { kind, campaign, place, caller, person, need, blank, limit } = answers
  const { items, forWhom, reason, ring, days, lang } = answers
  const given = (text: string) => (isId(text) ? text : null)
  const isTried = kind === 'call' || kind === 'round'
  return {
    ...{ sheet, kind, items: kind === 'shopping' ? items : '', forWhom, reason, ring },
    campaign: isTried || kind === 'log' ? given(campaign) : null,
    place: asksPlace(answers) ? given(place) : null,
    caller: kind === 'call' ? given(caller) : null,
    person: kind === 'log' ? given(person) : null,
    need: kind === 'shopping' ? given(need) : null,
    blank: kind === 'register' ? Number(blank) : 0,
    limitPence: kind === 'shopping' ? (penceOf(limit) ?? null) : null,
    lang: lang === 'cy' ? 'cy' : 'en',
    days: Math.min(Math.max(Number.parseInt(days, 10) || 0, 0), daysOutMax),
  }
}
