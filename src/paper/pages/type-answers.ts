// What was typed for each line of a sheet, and what of it is wrong? Nothing typed is lost.

import type { HazardPack } from '../../hazards/index.ts'
import { londonDate } from '../../kernel/london.ts'
import type { Form } from '../../web/request.ts'
import type { SheetAsks } from '../domain/outcome-keys.ts'
import {
  isBlank,
  type LineProblem,
  lineFields,
  type ReadLine,
  readLine,
  type TypedLine,
} from '../domain/read-line.ts'
import { isDay } from '../domain/read-moment.ts'
import type { LineOf } from '../store/lines.ts'
import type { Sheet } from '../store/sheets.ts'
import { penceOf } from './print-answers.ts'

export type TypeWrong = LineProblem | 'shopping' | 'total'

/** One line of a form: what was typed, what is wrong with it, what it means. */
export type TypedRow = {
  readonly line: LineOf
  readonly typed: TypedLine
  readonly total: string
  readonly problems: readonly TypeWrong[]
  readonly isBlank: boolean
  /** Only for lines that are tries. */
  readonly read: ReadLine | undefined
}

export type TypeAnswers = {
  readonly day: string
  readonly isDayWrong: boolean
  /** Nobody tried what is empty here. */
  readonly isRest: boolean
  readonly rows: readonly TypedRow[]
}

export type TypeAsked = {
  readonly sheet: Sheet
  /** Those of this part that are not back, or were not when the form was shown. */
  readonly lines: readonly LineOf[]
  readonly pack: HazardPack | undefined
  /** Only of sheets whose lines are tries. */
  readonly asks: SheetAsks | undefined
  readonly now: number
}

const textLengthMax = 4_000
const noLine = Object.fromEntries(lineFields.map(field => [field, ''])) as TypedLine

export function freshAnswers({ sheet, lines }: TypeAsked): TypeAnswers {
  const rows = lines.map(line => rowOf(line, noLine, { total: '', isBlank: true }))
  return { day: londonDate(sheet.printedAt.getTime()), isDayWrong: false, isRest: false, rows }
}

function rowOf(
  line: LineOf,
  typed: TypedLine,
  more: { total: string; isBlank: boolean },
): TypedRow {
  return { line, typed, ...more, problems: [], read: undefined }
}

export function readAnswers(form: Form, asked: TypeAsked): TypeAnswers {
  const { sheet, lines, now } = asked
  const day = form.text('day') || londonDate(sheet.printedAt.getTime())
  const first = londonDate(sheet.printedAt.getTime())
  const isDayWrong = !isDay(day) || day < first || day > londonDate(now)
  const isRest = form.text('rest') !== ''
  const rows = lines.map(line => readRow(form, line, { ...asked, day, isRest }))
  return { day, isDayWrong, isRest, rows }
}

type InForm = TypeAsked & { readonly day: string; readonly isRest: boolean }

function readRow(form: Form, line: LineOf, asked: InForm): TypedRow {
  const fields = lineFields.map(field => [field, form.text(`${field}-${line.code}`)] as const)
  const written = Object.fromEntries(fields) as TypedLine
  const total = form.text(`total-${line.code}`)
  const isEmpty = isBlank(written) && total === ''
  const { kind } = asked.sheet
  const isTried = kind === 'call' || kind === 'round'
  const typed = isEmpty && isTried && asked.isRest ? { ...written, outcome: 'S' } : written
  const row = rowOf(line, typed, { total, isBlank: isEmpty && typed === written })
  if (row.isBlank) return row
  if (!isTried) return { ...row, problems: toldProblems(kind, typed, total) }
  const read = readTried(line, typed, asked)
  return read ? { ...row, read, problems: read.problems } : { ...row, isBlank: true }
}

function readTried(line: LineOf, typed: TypedLine, { sheet, pack, asks, day, now }: InForm) {
  if (!pack || !asks || line.member === null) return undefined
  return readLine(typed, {
    ...{ line: line.id, member: line.member, pack, day, now },
    ...asks,
    phones: line.phones.map(({ id }) => id),
    printedAt: sheet.printedAt.getTime(),
  })
}

function toldProblems(kind: Sheet['kind'], typed: TypedLine, total: string): TypeWrong[] {
  const problems: TypeWrong[] = []
  const isResult = /^[HEB]$/i.test(typed.outcome)
  if (kind === 'shopping' && !isResult) problems.push('shopping')
  if (kind === 'shopping' && penceOf(total) === undefined) problems.push('total')
  if (typed.note.length > textLengthMax) problems.push('note')
  return problems
}

/** A number that is not theirs any more is not marked by what the paper says of it. */
export function attemptOf({ read, line }: TypedRow) {
  const attempt = read?.attempt
  if (!attempt) return undefined
  const isTheirs = line.phones.some(one => one.id === attempt.contactPoint && one.value !== null)
  return isTheirs ? attempt : { ...attempt, contactPoint: null }
}

/** All that was typed, as one text. */
export function textOf({ typed, total }: TypedRow): string {
  const { outcome, tried, who, needs, promise, told, note } = typed
  return [outcome, tried, who, needs, promise, told, total, note]
    .filter(text => text !== '')
    .join('; ')
}
