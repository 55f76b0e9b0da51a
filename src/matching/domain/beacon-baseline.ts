// What would Beacon's import have said? Three exact tests in order, and only against whom the
// database held before the file: two rows of one file never meet. A second line to beat.

export type BeaconPerson = {
  readonly accountId?: string
  readonly nhsNumber?: string
  readonly firstName: string
  readonly surname: string
  readonly dateOfBirth?: string
}

export type BeaconTest = (typeof order)[number]

const order = ['account-id', 'nhs-number', 'name-and-date-of-birth'] as const

/** The first test that anybody held before fits, and the first whom it fits. */
export function beaconHit<Known extends BeaconPerson>(
  row: BeaconPerson,
  heldBefore: readonly Known[],
): { readonly test: BeaconTest; readonly person: Known } | undefined {
  for (const test of order) {
    const person = heldBefore.find(known => holds[test](row, known))
    if (person) return { test, person }
  }
  return undefined
}

type Holds = (row: BeaconPerson, known: BeaconPerson) => boolean

const holds: Readonly<Record<BeaconTest, Holds>> = {
  'account-id': (row, known) => isGiven(row.accountId, known.accountId),
  'nhs-number': (row, known) => isGiven(row.nhsNumber, known.nhsNumber),
  'name-and-date-of-birth': (row, known) =>
    isGiven(row.firstName, known.firstName) &&
    isGiven(row.surname, known.surname) &&
    isGiven(row.dateOfBirth, known.dateOfBirth),
}

function isGiven(one: string | undefined, other: string | undefined): boolean {
  return Boolean(one) && one === other
}
