// Which numbers are in this cell? Each in the international form, with what stood there kept.
import { parsePhoneNumberFromString } from 'libphonenumber-js/min'
import { phonesPerCellMax } from './limits.ts'

export type Phone = {
  readonly e164: string
  readonly raw: string
  /** A spreadsheet took the leading zero away; it is put back. */
  readonly isZeroPutBack: boolean
  readonly isMobile: boolean
}
export type ReadPhones = { readonly phones: readonly Phone[]; readonly unread: readonly string[] }

export function readPhones(cell: string): ReadPhones {
  const phones: Phone[] = []
  const unread: string[] = []
  for (const part of parts(cell)) {
    const found = readPhone(part)
    const several = found === undefined ? readRun(part) : [found]
    if (several === undefined) unread.push(part)
    else phones.push(...several)
  }
  const once = [...new Map(phones.map(phone => [phone.e164, phone])).values()]
  const kept = once.slice(0, phonesPerCellMax)
  return {
    phones: kept,
    unread: [...unread, ...once.slice(phonesPerCellMax).map(({ raw }) => raw)],
  }
}

function parts(cell: string): string[] {
  return cell
    .split(/[/,;|\n&]|\s+(?:or|and)\s+|\s{3,}/i)
    .map(part => part.trim())
    .filter(part => part !== '')
}

function readPhone(text: string): Phone | undefined {
  // A number only: letters would be read as a keypad, and 7.70E+09 as a short number.
  if (!/^[\s()+\d.\-–]+(?:\s*(?:ext|x)\.?\s*\d{1,6})?$/i.test(text) || /\d\.\d\d?E/i.test(text))
    return
  const isPlus = text.replace(/^[\s(]+/, '').startsWith('+')
  // An international number that is written like one; 44… is one that lost its plus.
  const isBare44 = /^44\d{9,10}$/.test(text.replace(/\D/g, ''))
  const number = plainBritish(text) ?? anyNumber(isBare44 && !isPlus ? `+${text}` : text)
  if (number === undefined) return
  const { isBritish, national, e164 } = number
  if (isBritish && !/^[1235789]\d{8,9}$/.test(national)) return
  const isZeroPutBack = isBritish && !isPlus && !isBare44 && !/^[\s(]*0/.test(text)
  const isMobile = isBritish && national.length === 10 && /^7[1-57-9]/.test(national)
  return { e164, raw: text, isZeroPutBack, isMobile }
}

type Numbered = { readonly isBritish: boolean; readonly national: string; readonly e164: string }

/** As nearly all are written; the same as below, at a twentieth of the work. */
function plainBritish(text: string): Numbered | undefined {
  if (!/^\+?[\d ().-]+$/.test(text)) return undefined
  const prefix = text.startsWith('+') ? /^44/ : /^(?:44(?=\d{10})|0)?/
  const digits = text.replace(/\D/g, '')
  const national = digits.replace(prefix, '')
  const isWhole = !text.startsWith('+') || national !== digits
  if (!isWhole || !/^[1235789]\d{9}$/.test(national)) return undefined
  return { isBritish: true, national, e164: `+44${national}` }
}

function anyNumber(text: string): Numbered | undefined {
  const found = parsePhoneNumberFromString(text, 'GB')
  if (found === undefined) return undefined
  const isBritish = found.countryCallingCode === '44'
  if (!isBritish && !found.isPossible()) return undefined
  return { isBritish, national: found.nationalNumber, e164: found.number }
}

/** `01632 960118 07700 900361`: two numbers with nothing between them but a space. */
function readRun(text: string): Phone[] | undefined {
  const words = text.split(/\s+/)
  for (let at = 1; at < words.length; at++) {
    const second = words.slice(at).join(' ')
    if (!/^[+0(]/.test(second)) continue
    const first = readPhone(words.slice(0, at).join(' '))
    const rest = first && (readPhone(second) ?? readRun(second))
    if (first && rest) return Array.isArray(rest) ? [first, ...rest] : [first, rest]
  }
  return undefined
}
