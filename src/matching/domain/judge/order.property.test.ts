// Lists loaded in another order make the same people, but where a person has to decide.
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { councilMatcher, type Facts, judgeAll, lastingKeys, newJudge } from '../../index.ts'

const judge = newJudge()
const matcher = councilMatcher(judge)

type Row = { readonly id: string; readonly facts: Facts }

const people = [
  { first: 'Margaret', others: ['Peggy', 'Margret', 'M'], family: 'Ellison', born: '1943-03-04' },
  { first: 'Albert', others: ['Bert', 'Alber'], family: 'Ellison', born: '1943-03-04' },
  { first: 'Walter', others: ['Wally'], family: 'Marsh', born: '1941-07-12' },
  { first: 'Walter', others: ['Walther'], family: 'Marsh', born: '1968-11-20' },
  { first: 'محمد', others: ['محمد'], family: 'حسين', born: '1950-05-06' },
  { first: '', others: ['Razia'], family: 'Khan', born: '1950-01-01' },
]
const numbers = ['9990487715', '9991042687', '9993154415', '9990000018', '9990000026', '9990000034']
const posts = ['CB24 8RX', 'CB24 8RX', 'CB24 9PF', 'CB24 9PF', 'CB21 4AA', 'CB21 4AA']

const row = fc.record({
  who: fc.nat(people.length - 1),
  spelling: fc.nat(3),
  hasNumber: fc.boolean(),
  isSwapped: fc.boolean(),
  born: fc.constantFrom('right', 'right', 'missing', 'swapped'),
  hasPostcode: fc.boolean(),
  hasPhone: fc.boolean(),
})

const rows = fc.array(row, { minLength: 2, maxLength: 14 }).map(all =>
  all.map((said, at): Row => {
    const person = people[said.who] as (typeof people)[number]
    const first = [person.first, ...person.others][said.spelling] ?? person.first
    const [year, month, day] = person.born.split('-')
    const born = said.born === 'swapped' ? `${year}-${day}-${month}` : person.born
    return {
      id: `r${at}`,
      facts: {
        ...(said.hasNumber ? { nhsNumber: numbers[said.who] as string } : {}),
        firstName: said.isSwapped ? person.family : first,
        surname: said.isSwapped ? first : person.family,
        ...(said.born === 'missing' ? {} : { dateOfBirth: born }),
        ...(said.hasPostcode ? { postcode: posts[said.who] as string } : {}),
        emails: [],
        phones: said.hasPhone ? [`+44163296000${said.who}`] : [],
      },
    }
  }),
)

type Loaded = { readonly of: ReadonlyMap<string, string>; readonly held: ReadonlySet<string> }

/**
 * As the importer does it: found by keys, weighed, and what is doubtful waits. Here every row that
 * was joined leads to its person; in the register its own records do.
 */
function load(order: readonly Row[]): Loaded {
  const known: { id: string; person: string; facts: Facts; keys: Set<number> }[] = []
  const of = new Map<string, string>()
  const held = new Set<string>()
  for (const { id, facts } of order) {
    const keys = lastingKeys(facts)
    const near = known.filter(one => keys.some(key => one.keys.has(key)))
    const match = matcher.decide(
      facts,
      near.map(one => ({ ...one.facts, person: one.person })),
    )
    if (match.kind === 'doubtful') held.add(id)
    else of.set(id, match.kind === 'same' ? match.person : id)
    const person = of.get(id)
    if (person !== undefined) known.push({ id, person, facts, keys: new Set(keys) })
  }
  return { of, held }
}

/** Rows that hang together by anything that was joined or asked about, in any order. */
function families(all: readonly Row[]): Map<string, string> {
  const family = new Map(all.map(({ id }) => [id, id]))
  for (const [at, one] of all.entries()) {
    for (const other of all.slice(at + 1)) {
      const [judged] = judgeAll(judge, one.facts, [{ ...other.facts, person: other.id }])
      if (judged?.verdict === 'other') continue
      const [from, into] = [family.get(one.id), family.get(other.id)]
      for (const [id, now] of family) if (now === from) family.set(id, into as string)
    }
  }
  return family
}

test('who is one person does not depend on which list came first, unless somebody decides', () => {
  fc.assert(
    fc.property(rows, fc.infiniteStream(fc.nat()), (all, luck) => {
      const shuffled = all
        .map(one => ({ one, by: luck.next().value as number }))
        .sort((a, b) => a.by - b.by)
        .map(({ one }) => one)
      const [first, second] = [load(all), load(shuffled)]
      const family = families(all)
      const isAsked = (id: string) =>
        all.some(
          other =>
            family.get(other.id) === family.get(id) &&
            (first.held.has(other.id) || second.held.has(other.id)),
        )
      const settled = all.filter(({ id }) => !isAsked(id))
      for (const one of settled)
        for (const other of settled)
          expect(second.of.get(one.id) === second.of.get(other.id)).toBe(
            first.of.get(one.id) === first.of.get(other.id),
          )
    }),
    { numRuns: 300 },
  )
})

test('nobody is joined across two numbers or two birthdays, not even by a chain of lists', () => {
  fc.assert(
    fc.property(rows, all => {
      const { of } = load(all)
      const said = (person: string, fact: 'nhsNumber' | 'dateOfBirth') =>
        new Set(all.flatMap(({ id, facts }) => (of.get(id) === person ? (facts[fact] ?? []) : [])))
      for (const person of new Set(of.values())) {
        expect(said(person, 'nhsNumber').size).toBeLessThan(2)
        expect(said(person, 'dateOfBirth').size).toBeLessThan(2)
      }
    }),
    { numRuns: 300 },
  )
})
