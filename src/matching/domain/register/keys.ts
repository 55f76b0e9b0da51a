// By which facts is one person found in the register? The same facts as in the rules of lists, in a
// choice that needs no learning.
import { mix } from '../block/atoms.ts'
import { dateAt } from '../compare/comparison.ts'
import type { FieldReader } from '../encode/fields.ts'
import { nicknamesMax } from '../encode/vocabulary.ts'

type Facts = Readonly<Record<string, number>>

const pairs: readonly (readonly [string, string, string?])[] = [
  ['date', 'family'],
  ['date', 'nickname'],
  ['date', 'postcode'],
  ['given', 'last'],
  ['family', 'nickname'],
  ['postcode', 'family'],
  ['postcode', 'nickname'],
  ['postcode', 'year'],
  ['address', 'nickname'],
  ['address', 'family'],
  ['family', 'monthDay'],
  ['nickname', 'monthDay'],
  ['family', 'year', 'initial'],
]

/** Numbers, one per shared fact; never 0. */
export function keysOf(readers: readonly FieldReader[], codes: Int32Array): number[] {
  const facts: Record<string, number> = {}
  const keys: number[] = []
  for (const [k, reader] of readers.entries()) {
    const code = codes[k] as number
    if (code < 0) continue
    gather(facts, reader, code)
    if (reader.kind === 'phone') keys.push(...phoneKeys(reader, code))
    if (['id', 'email', 'postcode', 'date', 'address'].includes(reader.kind)) {
      keys.push(mix(k + 1, code + 1))
    }
  }
  return [...new Set([...keys, ...nameSet(facts), ...pairKeys(facts)])]
}

function gather(facts: Record<string, number>, reader: FieldReader, code: number): void {
  const { kind, names, texts } = reader
  if (names && (kind === 'given' || kind === 'family')) {
    facts[kind] = (names.sound.data[code] as number) + 1
    if (kind === 'family') facts.last = (names.last.data[code] as number) + 1
    else {
      const group = names.nicknames.data[code * nicknamesMax] as number
      facts.nickname = group >= 0 ? group + 1 : 100_000 + code
      facts.initial = texts.letters[texts.starts[code] as number] as number
    }
  } else if (kind === 'date') {
    const date = dateAt(texts, code)
    facts.date = date
    facts.year = Math.floor(date / 10_000)
    facts.monthDay = date % 10_000
  } else if (kind === 'postcode' || kind === 'address') facts[kind] = code + 1
}

function phoneKeys({ listed }: FieldReader, code: number): number[] {
  if (!listed) return []
  const { starts, items } = listed.lists
  const from = starts.data[code] as number
  const numbers = items.data.subarray(from, starts.data[code + 1])
  return Array.from(numbers, number => mix(77, number + 1))
}

/** First and family name in whichever order. */
function nameSet({ given, family }: Facts): number[] {
  if (!given || !family) return []
  return [mix(mix(99, Math.min(given, family)), Math.max(given, family))]
}

function pairKeys(facts: Facts): number[] {
  return pairs.flatMap((names, at) => {
    let key = 1000 + at
    for (const name of names) {
      const fact = name === undefined ? 0 : facts[name]
      if (!fact) return []
      key = mix(key, fact)
    }
    return [key]
  })
}
