// By which facts can records be put into one heap? Each atom gives a record a whole number, or 0
// where it has none; two records with the same number may be one person.
import { dateAt } from '../compare/comparison.ts'
import type { People } from '../compare/people.ts'
import { outwardLength } from '../encode/contact.ts'
import type { Field, FieldKind } from '../encode/fields.ts'
import { type Texts, textOf } from '../encode/texts.ts'
import { type Lists, type NameTraits, nicknamesMax } from '../encode/vocabulary.ts'

/** One or several numbers per record: `stride` of them side by side. */
export type Atom = { readonly name: string; readonly stride: number; readonly keys: Int32Array }
/** What a code of a field gives; the record has the code. */
type OfCode = (field: Field, code: number) => number

const ofCode: Readonly<Record<string, readonly [FieldKind, OfCode]>> = {
  id: ['id', whole],
  given: ['given', whole],
  family: ['family', whole],
  'given sound': ['given', ({ names }, code) => soundAt(names, code)],
  'family sound': ['family', ({ names }, code) => soundAt(names, code)],
  'given nickname': ['given', nicknameAt],
  'given start': ['given', (field, code) => startAt(field, code, 1)],
  'given three': ['given', (field, code) => startAt(field, code, 3)],
  'family start': ['family', (field, code) => startAt(field, code, 1)],
  'family three': ['family', (field, code) => startAt(field, code, 3)],
  'family last': ['family', ({ names }, code) => names?.last.data[code] ?? -1],
  date: ['date', whole],
  year: ['date', (field, code) => Math.floor(dateAt(field.texts, code) / 10_000)],
  'month day': ['date', (field, code) => dateAt(field.texts, code) % 10_000],
  'year month': ['date', (field, code) => Math.floor(dateAt(field.texts, code) / 100)],
  'year day': ['date', yearDay],
  postcode: ['postcode', whole],
  outward: ['postcode', outwardAt],
  email: ['email', whole],
  mailbox: ['email', ({ emails }, code) => emails?.mailbox.data[code] ?? -1],
  address: ['address', whole],
}

export type Atoms = { get(name: string): Atom | undefined; readonly others: readonly string[] }

/** Worked out when first asked for, and kept. */
export function atomsOf(people: People): Atoms {
  const made = new Map<string, Atom | undefined>()
  const words = people.fields.filter(({ kind }) => kind === 'word')
  const get = (name: string) => {
    if (!made.has(name)) made.set(name, makeAtom(people, name))
    return made.get(name)
  }
  return { get, others: words.map(({ name }) => name) }
}

function makeAtom(people: People, name: string): Atom | undefined {
  if (name === 'name set') return nameSet(people)
  if (name === 'phone') return listAtom(people, { name, kind: 'phone', stride: 3 })
  if (name === 'address words') return rareWords(people, 'address', name)
  if (name === 'middle words') return listAtom(people, { name, kind: 'middle', stride: 2 })
  if (name === 'any name') return anyName(people)
  const known = ofCode[name]
  const field = known
    ? people.fields.find(({ kind }) => kind === known[0])
    : people.fields.find(one => one.name === name)
  if (!field) return undefined
  const of = known?.[1] ?? whole
  const keyOf = new Int32Array(field.texts.size)
  for (let code = 0; code < keyOf.length; code++) keyOf[code] = of(field, code) + 1
  const keys = new Int32Array(people.count)
  for (let i = 0; i < people.count; i++) {
    const code = field.codes[i] as number
    keys[i] = code < 0 ? 0 : (keyOf[code] as number)
  }
  return { name, stride: 1, keys }
}

function whole(_field: Field, code: number): number {
  return code
}

function soundAt(names: NameTraits | undefined, code: number): number {
  return names?.sound.data[code] ?? -1
}

/** The first group, or beyond all groups the name itself. */
function nicknameAt({ names }: Field, code: number): number {
  const group = names?.nicknames.data[code * nicknamesMax] ?? -1
  return group >= 0 ? group : 100_000 + code
}

function startAt({ texts }: Field, code: number, letters: number): number {
  const start = texts.starts[code] as number
  const end = Math.min(start + letters, texts.starts[code + 1] as number)
  let key = 0
  for (let i = start; i < end; i++) key = Math.imul(key, 65_599) + (texts.letters[i] as number)
  return key
}

function yearDay({ texts }: Field, code: number): number {
  const date = dateAt(texts, code)
  return Math.floor(date / 10_000) * 100 + (date % 100)
}

function outwardAt({ texts }: Field, code: number): number {
  const text = textOf(texts, code)
  return startAt({ texts } as Field, code, outwardLength(text))
}

/** First and family name by their sound, in whichever order. */
function nameSet({ fields, count }: People): Atom | undefined {
  const given = fields.find(({ kind }) => kind === 'given')
  const family = fields.find(({ kind }) => kind === 'family')
  const names = given?.names
  if (!given || !family || !names) return undefined
  const keys = new Int32Array(count)
  for (let i = 0; i < count; i++) {
    const [first, last] = [given.codes[i] as number, family.codes[i] as number]
    if (first < 0 || last < 0) continue
    const [one, other] = [names.sound.data[first] as number, names.sound.data[last] as number]
    keys[i] = mix(Math.min(one, other) + 1, Math.max(one, other) + 1)
  }
  return { name: 'name set', stride: 1, keys }
}

/** First or family name: a name that stands in the wrong column is found too. */
function anyName({ fields, count }: People): Atom | undefined {
  const given = fields.find(({ kind }) => kind === 'given')
  const family = fields.find(({ kind }) => kind === 'family')
  if (!given || !family) return undefined
  const keys = new Int32Array(count * 2)
  for (let i = 0; i < count; i++) {
    keys[i * 2] = (given.codes[i] as number) + 1
    keys[i * 2 + 1] = (family.codes[i] as number) + 1
  }
  return { name: 'any name', stride: 2, keys }
}

type ListHead = { name: string; kind: FieldKind; stride: number }

function listAtom({ fields, count }: People, { name, kind, stride }: ListHead): Atom | undefined {
  const field = fields.find(one => one.kind === kind)
  const lists = field?.listed?.lists
  if (!field || !lists) return undefined
  const keys = new Int32Array(count * stride)
  for (let i = 0; i < count; i++) {
    const code = field.codes[i] as number
    if (code < 0) continue
    const start = lists.starts.data[code] as number
    const end = Math.min(lists.starts.data[code + 1] as number, start + stride)
    for (let j = start; j < end; j++) keys[i * stride + j - start] = (lists.items.data[j] ?? 0) + 1
  }
  return { name, stride, keys }
}

const rareWordsMax = 3

/** The rarest words of an address that somebody else has too. */
function rareWords({ fields, count }: People, kind: FieldKind, name: string): Atom | undefined {
  const field = fields.find(one => one.kind === kind)
  const lists = field?.listed?.lists
  if (!field?.listed || !lists) return undefined
  const ranks = rarestFirst(field)
  const perCode = new Int32Array(field.texts.size * rareWordsMax)
  for (let code = 0; code < field.texts.size; code++) {
    takeRarest(lists, code, { ranks, into: perCode })
  }
  const keys = new Int32Array(count * rareWordsMax)
  for (let i = 0; i < count; i++) {
    const code = field.codes[i] as number
    if (code < 0) continue
    for (let j = 0; j < rareWordsMax; j++) {
      keys[i * rareWordsMax + j] = perCode[code * rareWordsMax + j] as number
    }
  }
  return { name, stride: rareWordsMax, keys }
}

type Taking = { readonly ranks: Int32Array; readonly into: Int32Array }

/** Keeps the words of the lowest ranks, in that order. */
function takeRarest({ starts, items }: Lists, code: number, { ranks, into }: Taking): void {
  const from = code * rareWordsMax
  let taken = 0
  for (let i = starts.data[code] as number; i < (starts.data[code + 1] as number); i++) {
    const word = items.data[i] as number
    const rank = ranks[word] as number
    if (rank < 0) continue
    let at = Math.min(taken, rareWordsMax)
    while (at > 0 && (ranks[(into[from + at - 1] as number) - 1] as number) > rank) {
      if (at < rareWordsMax) into[from + at] = into[from + at - 1] as number
      at -= 1
    }
    if (at < rareWordsMax) into[from + at] = word + 1
    taken += 1
  }
}

/** Per word its place among those that come more than once; -1 for one that does not. */
function rarestFirst(field: Field): Int32Array {
  const uses = wordUses(field)
  const shared = [...uses.keys()].filter(word => (uses[word] as number) > 1)
  const texts = shared.map(word => ({ word, text: textOf(field.listed?.words as Texts, word) }))
  texts.sort((a, b) => {
    const apart = (uses[a.word] as number) - (uses[b.word] as number)
    return apart || (a.text < b.text ? -1 : 1)
  })
  const ranks = new Int32Array(uses.length).fill(-1)
  for (const [rank, { word }] of texts.entries()) ranks[word] = rank
  return ranks
}

function wordUses({ codes, listed }: Field): Int32Array {
  const uses = new Int32Array(listed?.words.size ?? 0)
  const lists = listed?.lists
  for (const code of codes) {
    if (code < 0 || !lists) continue
    const end = lists.starts.data[code + 1] as number
    for (let i = lists.starts.data[code] as number; i < end; i++) {
      const word = lists.items.data[i] as number
      uses[word] = (uses[word] as number) + 1
    }
  }
  return uses
}

/** Two numbers as one, never 0: two heaps falling together costs a look and nothing else. */
export function mix(one: number, other: number): number {
  let key = Math.imul(one, 0x9e3779b1) ^ (Math.imul(other, 0x85ebca6b) + 0x27d4eb2f)
  key = Math.imul(key ^ (key >>> 15), 0x2c1b3c6d)
  key ^= key >>> 13
  return key === 0 ? 1 : key
}
