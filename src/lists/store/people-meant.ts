// Whom may a held row be about, how likely, and by which facts? As they are now: whoever decides
// looks at the records of today.
import type { Scope } from '../../access/index.ts'
import { type Likely, type SaidFacts, weighSaid } from '../../people/index.ts'
import type { Tx } from '../../store/open.ts'
import type { Entry } from '../domain/entry.ts'
import { type HeldEntry, type MaybePerson, maybePeople } from './held.ts'

export type PersonMeant = MaybePerson & {
  /** Absent where the row's words are erased. */
  readonly likely?: Likely
}

/** The likeliest first. */
export async function peopleMeant(
  tx: Tx,
  scope: Scope,
  { candidates, facts }: HeldEntry,
): Promise<readonly PersonMeant[]> {
  const people = await maybePeople(tx, scope, candidates)
  if (!facts || people.length === 0) return people
  const ids = people.map(({ id }) => id)
  const likely = await weighSaid(tx, scope.council, { said: saidFacts(facts), people: ids })
  const byId = new Map(people.map(person => [person.id, person]))
  return [...likely].flatMap(([id, one]) => {
    const person = byId.get(id)
    return person ? [{ ...person, likely: one }] : []
  })
}

function saidFacts(entry: Entry): SaidFacts {
  const phones = (isMobile: boolean) =>
    entry.phones.flatMap(phone => (phone.isMobile === isMobile ? [phone.e164] : [])).join(' ')
  return {
    given: `${entry.firstName} ${entry.otherNames}`.trim(),
    family: entry.surname,
    born: entry.dateOfBirth ?? '',
    nhs: entry.nhsNumber ?? '',
    address: entry.addressLines.filter(line => line !== '').join(', '),
    postcode: entry.postcode ?? '',
    landline: phones(false),
    mobile: phones(true),
    email: entry.email ?? '',
  }
}
