// A list as long as a nation's: invented people, a fifth of the records copies with slips in them.
// Names are as unequal as real ones; numbers of telephones are left out, too few are free to use.
import { closeSync, openSync, writeSync } from 'node:fs'
import { chanceFrom } from './chance.ts'

export type Synthetic = { readonly records: number; readonly seed: number }

export const syntheticColumns = {
  first_name: 'given name',
  surname: 'family name',
  dob: 'date of birth',
  address: 'address',
  postcode: 'postcode',
  email: 'email',
} as const

const header = ['record_id', ...Object.keys(syntheticColumns), 'person']
const copyShare = 0.2
const firstNames = 4_000
const surnames = 40_000
const peoplePerPostcode = 20
const linesAtOnce = 20_000
const recentCount = 50_000

type Person = {
  readonly number: number
  readonly first: string
  readonly surname: string
  readonly dob: string
  readonly address: string
  readonly postcode: string
  readonly email: string
}

/** Records come in no order: a copy may stand far from its original. */
export function writeSynthetic(file: string, { records, seed }: Synthetic): void {
  const chance = chanceFrom(seed)
  const below = (limit: number) => Math.floor(chance() * limit)
  const firsts = unequal(firstNames, chance)
  const lasts = unequal(surnames, chance)
  const postcodes = Math.ceil((records * (1 - copyShare)) / peoplePerPostcode)
  const recent: Person[] = []
  const out = openSync(file, 'w')
  let people = 0
  let lines = [header.join(',')]
  const make = (): Person => {
    people += 1
    const number = people
    const at = below(postcodes)
    return {
      number,
      first: nameOf(firsts(), 2),
      surname: nameOf(lasts() + firstNames, 3),
      dob: dayOf(below(33_000)),
      address: `${1 + below(60)} ${nameOf(at % 5_000, 3)} ${at % 3 ? 'Road' : 'Lane'}`,
      postcode: postcodeOf(at),
      email: chance() < 0.4 ? `p${number}@example.org` : '',
    }
  }
  for (let record = 1; record <= records; record++) {
    const isCopy = recent.length > 0 && chance() < copyShare
    const person = isCopy ? (recent[below(recent.length)] as Person) : make()
    if (!isCopy) recent[people < recentCount ? people - 1 : below(recentCount)] = person
    lines.push(lineOf(record, person, isCopy ? chance : undefined))
    if (lines.length >= linesAtOnce || record === records) {
      writeSync(out, `${lines.join('\n')}\n`)
      lines = []
    }
  }
  closeSync(out)
}

/** Each field of a copy goes its own way: kept, slipped, lost. */
function lineOf(record: number, person: Person, chance: (() => number) | undefined): string {
  const { number, first, surname, dob, address, postcode, email } = person
  const cells = [first, surname, dob, address, postcode, email]
  const written = chance ? cells.map((cell, at) => worn(cell, chance, at === 2)) : cells
  return `${record},${written.join(',')},${number}`
}

function worn(cell: string, chance: () => number, isDate: boolean): string {
  const luck = chance()
  if (luck < 0.04) return ''
  if (luck > 0.16 || cell.length < 3) return cell
  const at = 1 + Math.floor(chance() * (cell.length - 2))
  if (isDate) return otherDay(cell)
  if (luck < 0.1) return cell.slice(0, at) + cell.slice(at + 1)
  return cell.slice(0, at) + (cell[at + 1] ?? '') + (cell[at] ?? '') + cell.slice(at + 2)
}

/** One digit of the day changed, to a day that every month has or this one had. */
function otherDay(date: string): string {
  const [tens, ones] = [date[8] ?? '0', Number(date[9])]
  if (ones > 1) return `${date.slice(0, 9)}${ones - 1}`
  if (tens === '3') return `${date.slice(0, 8)}2${ones}`
  return `${date.slice(0, 9)}${ones + 1}`
}

/** The n-th is about 1/(n+20)^0.8 as common as the first: a few Smiths, many whom few share. */
function unequal(count: number, chance: () => number): () => number {
  const sums = new Float64Array(count)
  let sum = 0
  for (let at = 0; at < count; at++) {
    sum += (at + 20) ** -0.8
    sums[at] = sum
  }
  return () => {
    const wanted = chance() * sum
    let [low, high] = [0, count - 1]
    while (low < high) {
      const middle = (low + high) >> 1
      if ((sums[middle] ?? 0) < wanted) low = middle + 1
      else high = middle
    }
    return low
  }
}

const starts = 'b br c ch d f g gr h j k l m n p r s sh st t th v w y'.split(' ')
const middles = 'a e i o u ai ee ou'.split(' ')
const ends = ['', 'n', 'r', 'l', 's', 'th', 'm', 'ck', 'nd', 'rt']

/** Syllables from the digits of a number that a multiplication has spread. */
function nameOf(number: number, syllables: number): string {
  let left = (Math.imul(number + 7, 0x9e3779b1) >>> 0) + number * 2 ** 20
  let name = ''
  for (let syllable = 0; syllable < syllables; syllable++) {
    name += take(starts) + take(middles) + (syllable === syllables - 1 ? take(ends) : '')
  }
  function take(from: readonly string[]): string {
    const part = from[left % from.length] ?? ''
    left = Math.floor(left / from.length)
    return part
  }
  return name
}

function dayOf(day: number): string {
  return new Date(Date.UTC(1930, 0, 1) + day * 86_400_000).toISOString().slice(0, 10)
}

const letters = [...'ABDEFGHJLNPQRSTUWXYZ']

function postcodeOf(at: number): string {
  const [one, two] = [letters[at % 20] ?? '', letters[Math.floor(at / 20) % 20] ?? '']
  const rest = Math.floor(at / 400)
  const area = `${letters[rest % 20]}${letters[Math.floor(rest / 20) % 20]}`
  return `${area}${1 + Math.floor(rest / 4_000)} ${1 + (Math.floor(rest / 400) % 9)}${one}${two}`
}
