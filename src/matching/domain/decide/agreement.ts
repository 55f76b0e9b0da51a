// What do two records say to each other, fact by fact? Stricter than the levels that are weighed:
// a likeness that may be the name of a twin is no agreement, nor is the first of January.
import { dateAt } from '../compare/comparison.ts'
import { dateLevels } from '../compare/dates.ts'
import { initialName, nameLevels, swappedName } from '../compare/names.ts'
import { idLevels } from '../compare/words.ts'
import { isCalendarDay } from '../encode/date.ts'
import { isFormOf, nicknameGroups } from '../encode/nicknames.ts'
import { idTrust } from '../encode/real-ids.ts'
import { type Texts, textOf } from '../encode/texts.ts'
import type { Places } from './places.ts'
import type { Pair } from './scorer.ts'

/** `partly`: an initial, a year. `alike`: a slip of the pen, or a twin's or a son's. */
export type Says = 'agrees' | 'alike' | 'partly' | 'silent' | 'differs'
export type Agreement = Readonly<Record<'id' | 'born' | 'given' | 'family' | 'middle', Says>>

/** What has to be known of the values themselves. */
export type Values = {
  readonly places: Places
  textsOf(place: number): Texts
  /** How many records have it. */
  usesOf(place: number, code: number): number
  /** An `idTrust`. */
  trustOfId(code: number): number
}

const nickname = nameLevels.indexOf('nickname')
const twoParts = dateLevels.indexOf('two parts')
const sameYear = dateLevels.indexOf('year')
const nearId = idLevels.indexOf('spelling')
const differentMiddle = 3
const firstOfJanuary = 101

export function agreementOf(values: Values, levels: Int8Array, pair: Pair): Agreement {
  const { places } = values
  const level = (place: number) => (place < 0 ? -1 : (levels[place] as number))
  const codes = (place: number) =>
    [pair.rowsA[pair.atA + place] as number, pair.rowsB[pair.atB + place] as number] as const
  return {
    id: saysId(values, level(places.id), codes(places.id)),
    born: saysBorn(values, level(places.date), codes(places.date)),
    ...saysNames(values, [level(places.given), level(places.family)], codes),
    middle: level(places.middle) === differentMiddle ? 'differs' : 'silent',
  }
}

type Codes = readonly [number, number]

/** A number that nobody can have joins nobody, and contradicts nobody; it may be near another. */
function saysId({ trustOfId }: Values, level: number, [a, b]: Codes): Says {
  if (level < 0) return 'silent'
  const trust = Math.min(trustOfId(a), trustOfId(b))
  if (level === 0) return trust === idTrust.real ? 'agrees' : 'silent'
  if (trust !== idTrust.none) return 'differs'
  return level === nearId ? 'partly' : 'silent'
}

function saysBorn({ textsOf, places }: Values, level: number, [a, b]: Codes): Says {
  if (level < 0) return 'silent'
  const texts = textsOf(places.date)
  const [one, other] = [dateAt(texts, a), dateAt(texts, b)]
  const areDays = isCalendarDay(one) && isCalendarDay(other)
  if (areDays && level > 0) return level <= twoParts ? 'alike' : 'differs'
  if (level > sameYear) return 'differs'
  const isDay = isCalendarDay(one) && one % 10_000 !== firstOfJanuary
  return level === 0 && isDay ? 'agrees' : 'partly'
}

/** A family name that stands alone in the place of the first leaves the first unsaid. */
function saysNames(
  values: Values,
  [given, family]: readonly [number, number],
  codes: (place: number) => Codes,
) {
  const { places } = values
  if (given === swappedName) {
    return { given: family === swappedName ? 'agrees' : 'silent', family: 'agrees' } as const
  }
  return {
    given: saysGiven(values, given, codes(places.given)),
    family: saysFamily(values, family, codes(places.family)),
  }
}

function saysGiven(values: Values, level: number, codes: Codes): Says {
  const { textsOf, places } = values
  if (level < 0) return 'silent'
  const texts = textsOf(places.given)
  if (isInitial(texts, codes[0]) || isInitial(texts, codes[1])) {
    return level > initialName ? 'differs' : 'partly'
  }
  if (level === 0) return 'agrees'
  const names = codes.map(code => textOf(texts, code)) as [string, string]
  const [rare, common] = usesOfBoth(values, codes)
  if (level === nickname) {
    return isFormOf(...names) && !areBothUsual(rare, common, formShare) ? 'agrees' : 'alike'
  }
  if (isSlip(values, names, codes)) return level < initialName ? 'agrees' : 'alike'
  return level < swappedName ? 'alike' : 'differs'
}

/** In other scripts one sign is a name. */
function isInitial({ letters, starts }: Texts, code: number): boolean {
  const start = starts[code] as number
  const letter = letters[start] as number
  return (starts[code + 1] as number) === start + 1 && letter >= letterA && letter <= letterZ
}

const [letterA, letterZ] = [97, 122]

const established = 3
/** A slip of the pen, a short form: how often it is written against the name itself, at most. */
const slipShare = 0.02
const formShare = 0.5

/** Two names that this list knows well, as Kathleen and Catherine, are two people's. */
function areBothUsual(rare: number, common: number, share: number): boolean {
  return rare >= Math.max(established, common * share)
}

/** One is a name that this list knows well, and the other is hardly ever written. */
function isSlip(values: Values, names: readonly string[], codes: Codes): boolean {
  const [rare, common] = usesOfBoth(values, codes)
  if (common < established || areBothUsual(rare, common, slipShare)) return false
  const rarer = names[usesIn(values, codes[0]) === rare ? 0 : 1] as string
  return nicknameGroups(rarer).length === 0
}

function usesOfBoth(values: Values, codes: Codes): [number, number] {
  const uses = codes.map(code => usesIn(values, code))
  return [Math.min(...uses), Math.max(...uses)]
}

function usesIn({ usesOf, places }: Values, code: number): number {
  return usesOf(places.given, code)
}

function saysFamily({ textsOf, places }: Values, level: number, [a, b]: Codes): Says {
  if (level < 0) return 'silent'
  const texts = textsOf(places.family)
  const isShort = isInitial(texts, a) || isInitial(texts, b)
  if (isShort || level === initialName) return level > initialName ? 'differs' : 'partly'
  return level < initialName ? 'agrees' : 'differs'
}
