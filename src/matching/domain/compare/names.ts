// How does one name agree with another? From the same, by a slip of the pen, a short form, the
// sound and an initial, down to another name altogether.
import { type NameTraits, nicknamesMax } from '../encode/vocabulary.ts'
import { likenessFrom } from './similarity.ts'
import { slipsUpTo } from './slips.ts'

/** Strongest first; a level is the place in this list. */
export const nameLevels = [
  'exact',
  'spelling',
  'nickname',
  'sound',
  'part',
  'initial',
  'similar',
  'swapped',
  'different',
] as const

const level = Object.fromEntries(nameLevels.map((name, at) => [name, at])) as Readonly<
  Record<(typeof nameLevels)[number], number>
>
export const initialName = level.initial
export const swappedName = level.swapped
export const differentName = level.different

const spellingFrom = 0.93
const similarFrom = 0.82
const longName = 4
const likenessOf = likenessFrom(similarFrom)
const slips = slipsUpTo(1)

export function compareNames(names: NameTraits, a: number, b: number): number {
  if (a === b) return level.exact
  const { texts } = names
  const [lengthA, lengthB] = [lengthOf(names, a), lengthOf(names, b)]
  if (lengthA === 1 || lengthB === 1) return compareInitial(names, a, b)
  if (lengthA >= longName && lengthB >= longName && slips(texts, a, b) === 1) {
    return level.spelling
  }
  if (shareNickname(names, a, b)) return level.nickname
  const likeness = likenessOf(texts, a, b)
  if (likeness >= spellingFrom && lengthA !== lengthB) return level.spelling
  if (names.sound.data[a] === names.sound.data[b]) return level.sound
  if (likeness >= spellingFrom) return level.spelling
  if (sharePart(names, a, b)) return level.part
  return likeness >= similarFrom ? level.similar : level.different
}

function compareInitial({ texts }: NameTraits, a: number, b: number): number {
  const { letters, starts } = texts
  const isSame = letters[starts[a] as number] === letters[starts[b] as number]
  return isSame ? level.initial : level.different
}

function lengthOf({ texts }: NameTraits, code: number): number {
  return (texts.starts[code + 1] as number) - (texts.starts[code] as number)
}

function shareNickname({ nicknames }: NameTraits, a: number, b: number): boolean {
  const { data } = nicknames
  for (let i = a * nicknamesMax; i < (a + 1) * nicknamesMax; i++) {
    const group = data[i] as number
    if (group < 0) return false
    for (let j = b * nicknamesMax; j < (b + 1) * nicknamesMax; j++)
      if (data[j] === group) return true
  }
  return false
}

/** Smith-Jones and Jones; Mary Jane and Mary. */
function sharePart({ first, last }: NameTraits, a: number, b: number): boolean {
  const [firstA, lastA] = [first.data[a], last.data[a]]
  const [firstB, lastB] = [first.data[b], last.data[b]]
  if (firstA === lastA && firstB === lastB) return false
  return firstA === firstB || lastA === lastB || firstA === lastB || lastA === firstB
}
