// Do the two baselines decide as the systems they stand for, faults included?
import { describe, expect, test } from 'vitest'
import { type BeaconPerson, beaconHit } from './beacon-baseline.ts'
import { type HackneyResident, hackneyHit, isHackneyIdentifiable } from './hackney-baseline.ts'

const arthur: HackneyResident = {
  nhsNumber: '999 048 7715',
  firstName: 'Arthur ',
  surname: 'Ellison',
  uprn: '10000412077',
  dateOfBirth: '02/03/1941',
  tracingIds: ['c1', 'c2'],
  email: 'a@example.org',
  mobile: '07700900361',
  telephone: '01632960118',
}
const bare: HackneyResident = { firstName: 'arthur', surname: 'ELLISON', tracingIds: [] }

describe("Hackney's seven rules", () => {
  test.each<[string, Partial<HackneyResident>]>([
    ['nhs-number', { nhsNumber: '9990487715', firstName: 'somebody', surname: 'else' }],
    ['uprn', { uprn: '10000412077' }],
    ['date-of-birth', { dateOfBirth: '2/3/1941' }],
    ['tracing-id', { tracingIds: ['c2'] }],
    ['email', { email: 'a@example.org' }],
    ['mobile', { mobile: '01632960118' }],
    ['telephone', { telephone: '07700900361' }],
  ])('know one by %s, whatever the case of the name', (rule, facts) => {
    expect(hackneyHit({ ...bare, ...facts }, [arthur])).toEqual({ rule, resident: arthur })
  })

  test('an earlier rule wins over an earlier resident', () => {
    const namesake = { ...bare, email: 'a@example.org' }
    const row = { ...bare, email: 'a@example.org', uprn: '10000412077' }
    expect(hackneyHit(row, [namesake, arthur])?.rule).toBe('uprn')
  })

  test('another first name is another person, whatever else agrees', () => {
    expect(hackneyHit({ ...arthur, nhsNumber: '', firstName: 'Artur' }, [arthur])).toBeUndefined()
  })

  test('two numbers joined in one cell equal nothing', () => {
    const joined = { ...bare, mobile: '07700900361 / 01632960118' }
    expect(hackneyHit({ ...bare, mobile: '07700900361' }, [joined])).toBeUndefined()
  })

  test('a row with a name only is skipped, with a name and a phone it is not', () => {
    expect(isHackneyIdentifiable(bare)).toBe(false)
    expect(isHackneyIdentifiable({ ...bare, mobile: '07700900361' })).toBe(true)
  })
})

describe("Beacon's three tests", () => {
  const known: BeaconPerson = {
    accountId: 'x7',
    nhsNumber: '9990487715',
    firstName: 'Arthur',
    surname: 'Ellison',
    dateOfBirth: '1941-03-02',
  }
  const none: BeaconPerson = { firstName: '', surname: '' }

  test.each<[string, BeaconPerson]>([
    ['account-id', { ...none, accountId: 'x7' }],
    ['nhs-number', { ...none, nhsNumber: '9990487715' }],
    [
      'name-and-date-of-birth',
      { firstName: 'Arthur', surname: 'Ellison', dateOfBirth: '1941-03-02' },
    ],
  ])('know one by %s', (name, row) => {
    expect(beaconHit(row, [known])).toEqual({ test: name, person: known })
  })

  test('no date of birth, no name: nothing that is missing on both sides is equal', () => {
    expect(beaconHit(none, [none])).toBeUndefined()
  })

  test('the case of a name makes another person', () => {
    const row = { firstName: 'ARTHUR', surname: 'ELLISON', dateOfBirth: '1941-03-02' }
    expect(beaconHit(row, [known])).toBeUndefined()
  })
})
