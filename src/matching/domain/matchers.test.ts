// Who is joined by machine, who is for a person to judge, and what the baseline gets wrong.
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { councilMatcher, type Facts, hackneyBaseline, newJudge } from '../index.ts'

const matcher = councilMatcher(newJudge())

const arthur: Facts = {
  nhsNumber: '9990487715',
  firstName: 'arthur',
  surname: 'ellison',
  dateOfBirth: '1941-03-02',
  uprn: '010000412077',
  postcode: 'CB24 8RX',
  emails: ['a@example.org'],
  phones: ['+441632960118'],
}
const known = (changes: Partial<Facts> = {}, person = 'p1') => ({ ...arthur, ...changes, person })
const none = { nhsNumber: undefined } as unknown as Partial<Facts>

describe('the matcher', () => {
  test('joins by NHS number with the same date of birth, whatever else changed', () => {
    const married = { ...arthur, surname: 'marsh', uprn: '1', phones: [], emails: [] }
    expect(matcher.decide(married, [known()])).toMatchObject({ kind: 'same', person: 'p1' })
  })

  test('asks when the NHS number is the same and the date of birth is not', () => {
    const decision = matcher.decide({ ...arthur, dateOfBirth: '1941-02-03' }, [known()])
    expect(decision).toMatchObject({ kind: 'doubtful', persons: ['p1'] })
    expect(decision).toHaveProperty('reasons', expect.arrayContaining(['date-of-birth-differs']))
  })

  test('joins by name, date of birth and address where one has no NHS number', () => {
    expect(matcher.decide({ ...arthur, ...none }, [known()]).kind).toBe('same')
  })

  test('asks when all agrees but the NHS numbers do not', () => {
    const other = { ...arthur, nhsNumber: '9991042687' }
    expect(matcher.decide(other, [known()]).kind).toBe('doubtful')
  })

  test('father and son with one name at one address are never joined', () => {
    const son = { ...arthur, dateOfBirth: '1968-11-20' }
    expect(matcher.decide({ ...son, nhsNumber: '9991042687' }, [known()]).kind).toBe('new')
    expect(matcher.decide({ ...son, ...none }, [known()]).kind).toBe('doubtful')
  })

  test('twins at one address are never joined, and are two people once both have a number', () => {
    const twin = { ...arthur, firstName: 'albert' }
    expect(matcher.decide({ ...twin, ...none }, [known()]).kind).not.toBe('same')
    const numbered = { ...twin, nhsNumber: '9991042687', phones: [], emails: [] }
    expect(matcher.decide(numbered, [known()]).kind).toBe('new')
  })

  test('a namesake elsewhere with the same birthday is for a person to judge', () => {
    const away = { ...arthur, ...none, uprn: '7', postcode: 'CB1 1AA', emails: [], phones: [] }
    expect(matcher.decide(away, [known()]).kind).toBe('doubtful')
  })

  test('asks when two people we know fit equally', () => {
    const decision = matcher.decide(arthur, [known(), known({}, 'p2')])
    expect(decision).toMatchObject({ kind: 'doubtful', persons: ['p1', 'p2'] })
  })

  test('leading zeros of a UPRN mean nothing', () => {
    const facts = { ...arthur, ...none, uprn: '10000412077', postcode: 'X', emails: [], phones: [] }
    expect(matcher.decide(facts, [known()]).kind).toBe('same')
  })

  test('of two who are kept apart, the one whose facts fit is meant', () => {
    const both = [known(), known({ nhsNumber: '9991042687' }, 'p2')]
    expect(matcher.decide({ ...arthur, ...none }, both).kind).toBe('doubtful')
    const apart = councilMatcher(newJudge(), () => true)
    expect(apart.decide(arthur, both)).toMatchObject({ kind: 'same', person: 'p1' })
  })

  test('what any joined record says of who they are counts', () => {
    const records = [known(none), known({ nhsNumber: '9991042687' })]
    expect(matcher.decide({ ...arthur, ...none }, records).kind).toBe('same')
    expect(matcher.decide(arthur, records).kind).toBe('doubtful')
  })

  test.each([
    ['a short name', { firstName: 'Art' }],
    ['a slip of the pen', { surname: 'Elison' }],
    ['names in each other’s place', { firstName: 'Ellison', surname: 'Arthur' }],
  ])('%s with the same birthday and home is the same person or asked about', (_, said) => {
    expect(matcher.decide({ ...arthur, ...none, ...said }, [known()]).kind).not.toBe('new')
  })

  test('a wife with everything of the home in common is somebody else', () => {
    const wife = { ...arthur, ...none, firstName: 'Mary', dateOfBirth: '1944-11-20', emails: [] }
    expect(matcher.decide(wife, [known()]).kind).toBe('new')
  })

  test('nobody known is new', () => {
    expect(matcher.decide(arthur, [])).toEqual({ kind: 'new' })
  })

  test('never joins two dates of birth or two numbers, whatever the facts', () => {
    const facts = fc.record({
      nhsNumber: fc.option(fc.constantFrom('9990487715', '9991042687'), { nil: undefined }),
      firstName: fc.constantFrom('arthur', 'albert', ''),
      surname: fc.constantFrom('ellison', 'marsh'),
      dateOfBirth: fc.option(fc.constantFrom('1941-03-02', '1968-11-20'), { nil: undefined }),
      uprn: fc.option(fc.constantFrom('1', '01', '2'), { nil: undefined }),
      postcode: fc.option(fc.constantFrom('CB24 8RX', 'CB1 1AA'), { nil: undefined }),
      emails: fc.subarray(['a@example.org', 'b@example.org']),
      phones: fc.subarray(['+441632960118', '+447700900361']),
    }) as fc.Arbitrary<Facts>
    fc.assert(
      fc.property(facts, fc.array(facts, { maxLength: 4 }), (row, others) => {
        const candidates = others.map((other, at) => ({ ...other, person: `p${at}` }))
        const decision = matcher.decide(row, candidates)
        if (decision.kind !== 'same') return
        const joined = candidates.find(({ person }) => person === decision.person)
        const isOne = (a?: string, b?: string) => !a || !b || a === b
        expect(isOne(row.dateOfBirth, joined?.dateOfBirth)).toBe(true)
        expect(isOne(row.nhsNumber, joined?.nhsNumber)).toBe(true)
        expect(row.dateOfBirth ?? row.nhsNumber).toBeDefined()
        const shuffled = matcher.decide(row, [...candidates].reverse())
        expect(shuffled).toMatchObject({ kind: 'same', person: decision.person })
      }),
      { numRuns: 2000 },
    )
  })
})

describe('the Hackney baseline', () => {
  test('takes the first hit, and so joins a father and a son', () => {
    const son = { ...arthur, ...none, dateOfBirth: '1968-11-20' }
    expect(hackneyBaseline.decide(son, [known()])).toEqual({
      kind: 'same',
      person: 'p1',
      reasons: ['uprn'],
    })
  })

  test('misses a slip of the pen', () => {
    const slip = { ...arthur, ...none, firstName: 'artur' }
    expect(hackneyBaseline.decide(slip, [known()])).toEqual({ kind: 'new' })
  })
})
