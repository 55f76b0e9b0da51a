// What does a cell of a workbook say, as a person would read it? A number without an exponent, a
// day as its date, and a formula as what it came to.
import { dayMs } from '../../../kernel/clock.ts'
import { noResult } from '../../domain/read-row.ts'
import { attribute, plain, textOf } from './xml-pieces.ts'

/** How a style shows a number: as a day, with this many digits, or as it is. */
export type NumberStyle = 'day' | { readonly digits: number } | undefined

export type WorkbookFacts = {
  readonly texts: readonly string[]
  readonly styles: readonly NumberStyle[]
  /** Days counted from 1904, as old Macintosh files do. */
  readonly isFrom1904: boolean
}

export function cellValue(cell: string, facts: WorkbookFacts): string {
  const kind = attribute(cell, 't')
  if (kind === 'inlineStr') return textOf(cell)
  const value = plain(/<(?:\w+:)?v(?:\s[^>]*)?>([^<]*)</.exec(cell)?.[1] ?? '')
  if (value === '') return hasFormula(cell) && kind !== 'str' ? noResult : ''
  if (kind === 's') return facts.texts[Number(value)] ?? ''
  if (kind === 'str' || kind === 'e' || kind === 'b') return value
  if (kind === 'd') return value.replace(/T00:00:00(?:\.0+)?Z?$/, '')
  return shownNumber(value, facts.styles[Number(attribute(cell, 's') ?? 0)], facts.isFrom1904)
}

export function hasFormula(cell: string): boolean {
  return /<(?:\w+:)?f[\s>/]/.test(cell)
}

function shownNumber(value: string, style: NumberStyle, isFrom1904: boolean): string {
  if (style === 'day') return shownDay(Number(value) + (isFrom1904 ? 1462 : 0)) ?? value
  const digits = /^-?\d+$/.test(value) ? value : wholeDigits(value)
  return style && /^\d+$/.test(digits) ? digits.padStart(style.digits, '0') : digits
}

/** `1.00004120770E11` is a number of twelve digits. */
function wholeDigits(value: string): string {
  const number = Number(value)
  if (!Number.isFinite(number)) return value
  return Number.isInteger(number) && Math.abs(number) < 1e15 ? number.toFixed(0) : String(number)
}

/** Day 60 is a 29 February 1900 that never was. */
function shownDay(serial: number): string | undefined {
  const seconds = Math.round(serial * 86_400)
  const day = Math.floor(seconds / 86_400)
  if (!Number.isFinite(serial) || day < 1 || day === 60 || day > 2_958_465) return undefined
  const from = day < 60 ? Date.UTC(1899, 11, 31) : Date.UTC(1899, 11, 30)
  const text = new Date(from + day * dayMs + (seconds % 86_400) * 1000).toISOString()
  const time = text.slice(11, 19)
  return time === '00:00:00' ? text.slice(0, 10) : `${text.slice(0, 10)} ${time}`
}

const builtInDays = new Set([
  14, 15, 16, 17, 22, 27, 28, 29, 30, 31, 36, 50, 51, 52, 53, 54, 57, 58,
])

/** The style of a number form: its code where the file gives one, else one of the built-in ones. */
export function styleOf(id: number, code: string | undefined): NumberStyle {
  if (code === undefined) return builtInDays.has(id) ? 'day' : undefined
  const bare = code.replace(/"[^"]*"|\\.|\[[^\]]*\]|_./g, '')
  if (/^0{2,}$/.test(bare)) return { digits: bare.length }
  return /[yd]/i.test(bare) && !/^general$/i.test(bare) ? 'day' : undefined
}
