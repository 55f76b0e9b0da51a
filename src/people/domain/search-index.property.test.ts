// Whatever is changed and asked: the index finds whom a plain look at everybody finds, in order.
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { fold, nameKeyOf } from './keys.ts'
import { readSearch, soundingAlike, type Wanted } from './read-search.ts'
import type { Filed } from './search-drawer.ts'
import type { Asking } from './search-drawer-find.ts'
import { changeIndex, countPeople, emptyIndex, type SearchIndex } from './search-index.ts'
import { findInIndex } from './search-index-find.ts'
import { type Findable, lineOfWords, type Token, tokensOf } from './tokens.ts'

type Person = Omit<Filed, 'words' | 'order'> & { readonly said: Findable }

const most = 21
const names = ['Joan', 'Jo', 'Joanna', 'Smith', 'Smyth', 'Smith-Jones', 'Mill', 'محمد', 'Ян', '李']
const addresses = ['12 Mill Lane', '2 Smith Street', '1a Jo Close', '']
const postcodes = ['CB24 8RX', 'CB2 1AA', '']
const phones = ['01632 960142', '07700 900118', '+44 1632 960001']
const places = ['mill-lane', 'smith-street', null]
const sizeMax = 12

const idOf = (nth: number) => `person-${String(nth).padStart(3, '0')}`
const said = fc.record({
  nth: fc.integer({ min: 0, max: sizeMax - 1 }),
  root: fc.integer({ min: 0, max: sizeMax - 1 }),
  isOwn: fc.boolean(),
  place: fc.constantFrom(...places),
  given: fc.constantFrom(...names),
  family: fc.constantFrom(...names),
  address: fc.constantFrom(...addresses),
  postcode: fc.constantFrom(...postcodes),
  phone: fc.constantFrom(...phones),
})
type Said = typeof said extends fc.Arbitrary<infer S> ? S : never

const step = fc.record({
  put: fc.array(said, { maxLength: 4 }),
  out: fc.array(said, { maxLength: 1 }),
})
const asked = fc.oneof(
  fc.tuple(
    fc.constantFrom(...names),
    fc.constantFrom('', 's', 'smi', 'mill', 'CB24', '12', '960142'),
  ),
  fc.tuple(
    fc.constantFrom(...phones, '1632 9', '8110', '900118', 'P 3', 'j', '%'),
    fc.constant(''),
  ),
)

function personOf({ nth, root, isOwn, place, phone, ...rest }: Said): Person {
  const contacts = [{ kind: 'mobile', value: phone }]
  const said = { ...rest, number: nth, middle: '', nhs: null, contacts }
  return { id: idOf(nth), root: idOf(isOwn ? nth : root), place, said }
}

function filed(one: Person): Filed {
  const { given, family, number } = one.said
  const order = [fold(family), nameKeyOf(given, family), String(number).padStart(3, '0')]
  return { ...one, order: order.join('\0'), words: lineOfWords(tokensOf(one.said)) }
}

/** The rule, said once more and simply. */
function find(people: ReadonlyMap<string, Person>, asking: Asking): readonly string[] {
  const isWithin = ({ place }: Person) => !asking.within || asking.within.has(place ?? '')
  const best = new Map<string, { rank: number; order: string }>()
  for (const one of people.values()) {
    const ranks = asking.wanted.map(wanted => rankOf(tokensOf(one.said), wanted))
    const root = people.get(one.root)
    if (!root || ranks.includes(Number.POSITIVE_INFINITY)) continue
    if (!isWithin(one) || !isWithin(root)) continue
    const far = asking.near?.has(root.place ?? '') ? 0 : 1
    const rank = ranks.reduce((sum, each) => sum + each, 0) * 2 + far
    const before = best.get(root.id)
    if (!before || rank < before.rank) best.set(root.id, { rank, order: filed(root).order })
  }
  return [...best]
    .sort(([, a], [, b]) => a.rank - b.rank || (a.order < b.order ? -1 : 1))
    .map(([id]) => id)
    .slice(0, most)
}

function rankOf(tokens: readonly Token[], { any, isShort }: Wanted): number {
  const ranks = any.flatMap(({ prefix, kinds }) =>
    tokens
      .filter(({ kind }) => kinds.includes(kind))
      .filter(
        ({ kind, token }) => token === prefix || (kind !== 'sound' && token.startsWith(prefix)),
      )
      .map(({ kind, token }) => {
        const own = kind === 'sound' ? 5 : kind === 'address' ? 1 : 0
        return isShort ? 0 : own + (token === prefix ? 0 : 2)
      }),
  )
  return Math.min(Number.POSITIVE_INFINITY, ...ranks)
}

type Asked = readonly [string, string]

function check(index: SearchIndex, people: ReadonlyMap<string, Person>, text: Asked): number {
  const wanted = readSearch(text.join(' '))
  const all = [wanted, soundingAlike(wanted) ?? []].filter(one => one.length > 0)
  const within = new Set(['mill-lane'])
  let found = 0
  for (const one of all) {
    for (const where of [{}, { within }, { near: within }]) {
      const asking = { ...where, wanted: one }
      const expected = find(people, asking)
      expect(findInIndex(index, asking, most)).toEqual(expected)
      found += expected.length
    }
  }
  return found
}

test('the index finds whom a look at everybody finds, after any changes, in the same order', () => {
  let found = 0
  const story = fc.array(step, { minLength: 1, maxLength: 25 })
  fc.assert(
    fc.property(story, fc.array(asked, { minLength: 3, maxLength: 6 }), (steps, questions) => {
      const people = new Map<string, Person>()
      let index = emptyIndex
      for (const { put, out } of steps) {
        const fresh = new Map(put.map(one => [idOf(one.nth), personOf(one)]))
        const gone = out.map(({ nth }) => idOf(nth)).filter(id => !fresh.has(id))
        for (const [id, one] of fresh) people.set(id, one)
        for (const id of gone) people.delete(id)
        index = changeIndex(index, { put: [...fresh.values()].map(filed), takeOut: gone })
        expect(countPeople(index)).toBe(people.size)
      }
      for (const text of questions) found += check(index, people, text)
    }),
  )
  expect(found).toBeGreaterThan(100)
})

test('who is taken out for good leaves no word behind, nor do their words of before', () => {
  const said = {
    given: 'Zebedee',
    family: 'Old',
    address: '',
    postcode: '',
    phone: phones[0] ?? '',
  }
  const one = personOf({ ...said, nth: 1, root: 1, isOwn: true, place: null })
  const other = personOf({ ...said, given: 'Joan', nth: 2, root: 2, isOwn: true, place: null })
  const changed = { ...one, said: { ...one.said, given: 'Florence' } }
  let index = changeIndex(emptyIndex, { put: [one, other].map(filed), takeOut: [] })
  index = changeIndex(index, { put: [filed(changed)], takeOut: [] })
  index = changeIndex(index, { put: [], takeOut: [one.id] })
  const all = JSON.stringify(index.drawers.map(({ words, orders }) => [words.text, orders.text]))
  expect(all).toContain('joan')
  expect(all).not.toContain('zebedee')
  expect(all).not.toContain('florence')
})

test('many small changes make few drawers', () => {
  let index = emptyIndex
  for (let nth = 0; nth < 300; nth++) {
    const one = personOf({
      nth,
      root: nth,
      isOwn: true,
      place: null,
      given: 'Jo',
      family: 'Mill',
      address: '',
      postcode: '',
      phone: '',
    })
    index = changeIndex(index, { put: [filed(one)], takeOut: [] })
  }
  expect(countPeople(index)).toBe(300)
  expect(index.drawers.length).toBeLessThanOrEqual(10)
})
