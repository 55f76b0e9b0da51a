// Which facts do these two share, and which contradict each other?
import type { Facts, MatchReason } from './terms.ts'

export type Comparison = {
  readonly shared: ReadonlySet<MatchReason>
  readonly against: ReadonlySet<MatchReason>
}

export function compare(one: Facts, other: Facts): Comparison {
  const shared = new Set<MatchReason>()
  const against = new Set<MatchReason>()
  const weigh = (same: MatchReason, differs: MatchReason, pair: Pair) => {
    if (!pair[0] || !pair[1]) return
    if (pair[0] === pair[1]) shared.add(same)
    else against.add(differs)
  }
  weigh('nhs-number', 'nhs-number-differs', [one.nhsNumber, other.nhsNumber])
  weigh('date-of-birth', 'date-of-birth-differs', [one.dateOfBirth, other.dateOfBirth])
  weigh('name', 'name-differs', [fullName(one), fullName(other)])
  if (!one.dateOfBirth || !other.dateOfBirth) against.add('date-of-birth-missing')
  if (one.uprn && uprnKey(one.uprn) === uprnKey(other.uprn)) shared.add('uprn')
  if (one.postcode && one.postcode === other.postcode) shared.add('postcode')
  if (meet(one.emails, other.emails)) shared.add('email')
  if (meet(one.phones, other.phones)) shared.add('phone')
  return { shared, against }
}

type Pair = readonly [string | undefined, string | undefined]

/** Both parts, or no name: a surname alone is half a street. */
function fullName({ firstName, surname }: Facts): string | undefined {
  return firstName && surname ? `${firstName} ${surname}` : undefined
}

/** Leading zeros come and go with spreadsheets. */
function uprnKey(uprn: string | undefined): string | undefined {
  return uprn?.replace(/^0+/, '')
}

function meet(one: readonly string[], other: readonly string[]): boolean {
  return one.some(value => other.includes(value))
}
