// Two records: what do they say of each other, how likely are they one, and may they be joined?
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { newJudge } from '../../matching/index.ts'
import { agreementsOf, compareFacts, type Facts, factNames, saysMore } from './evidence.ts'
import { conflictsOf, type Identity, refusalToJoin } from './may-join.ts'
import { weighPair } from './weigh-pair.ts'

const margaret: Facts = {
  given: 'Margaret',
  family: 'Ellison',
  born: '1943-03-04',
  nhs: '',
  address: '5 Church End, Cottenham',
  postcode: 'CB24 8RX',
  landline: '+441632960274',
  mobile: '+447700900361',
  email: '',
}
const peggy: Facts = {
  ...margaret,
  given: 'Peggy',
  family: 'ELLISON',
  born: '1943-04-03',
  address: '5 Church End',
  postcode: 'cb248rx',
  mobile: '+447700900361 +447700900362',
}

describe('what facts say', () => {
  test('they agree, nearly agree, differ, or are missing on one, and it is said how', () => {
    expect(compareFacts(margaret, peggy, { family: 12, landline: 2 })).toEqual({
      given: { agreement: 'close', manner: 'short-form' },
      family: { agreement: 'same', manner: 'usual' },
      born: { agreement: 'close', manner: 'day-month-swapped' },
      nhs: { agreement: 'missing' },
      address: { agreement: 'close', manner: 'part' },
      postcode: { agreement: 'same' },
      landline: { agreement: 'same', manner: 'unusual' },
      mobile: { agreement: 'close', manner: 'one-shared' },
      email: { agreement: 'missing' },
    })
  })

  test.each([
    ['Margaret', 'M', 'initial'],
    ['Margaret Anne', 'Margaret', 'part'],
    ['Margaret', 'Margarett', 'one-letter'],
    ['Brian', 'Brain', 'one-letter'],
    ['Stephen', 'Steven', 'sounds-alike'],
    ['Joan', 'Peter', undefined],
  ])('%s and %s are alike as %s', (one, other, manner) => {
    const { given } = compareFacts({ ...margaret, given: one }, { ...margaret, given: other })
    expect(given.manner).toBe(manner)
  })

  const text = fc.constantFrom('', 'a', 'ab', 'b', 'anne', 'ann', '1943-03-04', '1943-04-03')
  const any = fc.record(
    Object.fromEntries(factNames.map(name => [name, text])),
  ) as unknown as fc.Arbitrary<Facts>

  test('comparing does not depend on who comes first', () => {
    fc.assert(
      fc.property(any, any, (one, other) => {
        expect(compareFacts(one, other)).toEqual(compareFacts(other, one))
      }),
    )
  })

  test('nobody asks again on the same facts, or on facts that say less', () => {
    fc.assert(
      fc.property(any, any, (one, other) => {
        const said = agreementsOf(compareFacts(one, other))
        expect(saysMore(said, said)).toBe(false)
        for (const name of factNames)
          expect(saysMore(said, { ...said, [name]: 'missing' })).toBe(false)
      }),
    )
  })

  test('another phone of one of them is no reason to ask again, the same date of birth is', () => {
    const then = agreementsOf(compareFacts(margaret, peggy))
    const phone = { ...peggy, landline: '+441632960275' }
    expect(saysMore(then, agreementsOf(compareFacts(margaret, phone)))).toBe(false)
    const born = { ...peggy, born: margaret.born }
    expect(saysMore(then, agreementsOf(compareFacts(margaret, born)))).toBe(true)
  })
})

describe('how likely they are one person', () => {
  const judge = newJudge()
  const weighed = (one: Facts, other: Facts) =>
    weighPair(judge, { one, other, evidence: compareFacts(one, other) })
  const likeness = (one: Facts, other: Facts) => weighed(one, other).likeness

  test('a number and a birthday make it sure; a father and a son are not called one', () => {
    const numbered = { ...margaret, nhs: '9991042687' }
    expect(likeness(numbered, { ...numbered, address: '' })).toBe('surely-same')
    const son = { ...margaret, born: '1968-11-20', mobile: '' }
    expect(['cannot-tell', 'likely-different']).toContain(likeness(margaret, son))
  })

  test('every fact that counts is told, for it or against it', () => {
    const { speaksFor, against } = weighed({ ...margaret, nhs: '9991042687' }, peggy)
    for (const fact of ['family', 'postcode', 'mobile'] as const) expect(speaksFor).toContain(fact)
    const other = { ...margaret, given: 'Albert', family: 'Marsh', born: '1990-01-01' }
    expect(weighed(margaret, other).against).toEqual(
      expect.arrayContaining(['given', 'family', 'born']),
    )
    expect([...speaksFor, ...against]).not.toContain('nhs')
    const numbered = { ...margaret, nhs: '9991042687' }
    expect(weighed(numbered, { ...peggy, nhs: '9991042687' }).speaksFor).toContain('nhs')
  })

  test('twins are not called the same, and two strangers surely are two', () => {
    const twin = { ...margaret, given: 'Albert', mobile: '' }
    expect(['cannot-tell', 'likely-different']).toContain(likeness(margaret, twin))
    const stranger = { ...margaret, given: 'Jo', family: 'Marsh', born: '1990-01-01', mobile: '' }
    const elsewhere = { ...stranger, address: '1 Fen Road', postcode: 'CB1 1AA', landline: '' }
    expect(likeness(margaret, elsewhere)).toBe('surely-different')
  })
})

const some = (values: readonly string[]) => fc.subarray([...values])
const identity: fc.Arbitrary<Identity> = fc.record({
  nhs: some(['9991042687', '9990487715']),
  born: some(['1943-03-04', '1943-04-03', '1968-11-20']),
  names: some(['margaret ellison', 'peggy ellison']),
  families: some(['ellison', 'marsh']),
  homes: some(['5 church end', '1 fen road']),
  ways: some(['+441632960274']),
})
const joining = fc.record({ one: identity, other: identity, isKeptApart: fc.boolean() })

describe('whether they may be joined', () => {
  test('a machine never joins two numbers, two birthdays or two who are kept apart', () => {
    fc.assert(
      fc.property(joining, fc.string(), (asked, note) => {
        const isBarred = asked.isKeptApart || conflictsOf(asked.one, asked.other).length > 0
        const refused = refusalToJoin(asked, { by: 'machine', note })
        expect(refused !== undefined).toBe(isBarred)
      }),
      { numRuns: 500 },
    )
  })

  test('a person does so only with a reason and a second fact, and never across both', () => {
    let joined = 0
    fc.assert(
      fc.property(joining, fc.constantFrom('', ' ', 'She told me'), (asked, note) => {
        if (refusalToJoin(asked, { by: 'person', note })) return
        const { one, other } = asked
        expect(asked.isKeptApart).toBe(false)
        const conflicts = conflictsOf(one, other)
        if (conflicts.length === 0) return
        joined += 1
        expect(conflicts).toHaveLength(1)
        expect(note).toBe('She told me')
        const shares = (name: keyof Identity) =>
          one[name].some(value => other[name].includes(value))
        if (conflicts[0] === 'nhs') expect(shares('born') && shares('names')).toBe(true)
        else expect(shares('nhs') || shares('homes') || shares('ways')).toBe(true)
      }),
      { numRuns: 3000 },
    )
    expect(joined).toBeGreaterThan(10)
  })

  const who = (born: string): Identity => ({
    nhs: [],
    born: [born],
    names: ['arthur pratt'],
    families: ['pratt'],
    homes: ['12 mill lane'],
    ways: [],
  })
  test('each refusal says what is missing', () => {
    const asked = { one: who('1941-03-04'), other: who('1941-04-03'), isKeptApart: false }
    const by = { by: 'person', note: '' } as const
    expect(refusalToJoin(asked, by)?.refused).toBe('reason-needed')
    expect(refusalToJoin(asked, { ...by, by: 'machine' })?.refused).toBe('facts-conflict')
    expect(refusalToJoin(asked, { ...by, note: 'A slip' })).toBeUndefined()
    const away = { ...asked, other: { ...who('1941-04-03'), homes: ['1 fen road'] } }
    expect(refusalToJoin(away, by)?.refused).toBe('second-fact-needed')
    expect(refusalToJoin({ ...asked, isKeptApart: true }, by)?.refused).toBe('kept-apart')
  })
})
