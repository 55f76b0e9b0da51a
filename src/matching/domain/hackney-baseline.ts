// What would Hackney's rules have said? Exact equality, first hit wins: the line to beat, kept with
// its faults (a father and son at one address are one person to it; two numbers joined as "a / b"
// equal nothing for ever). Never used on live lists.
import type { Candidate, Facts, Matcher, MatchReason } from './terms.ts'

/** As its register holds a resident: two phone columns, and the tracing ids of their requests. */
export type HackneyResident = {
  readonly nhsNumber?: string
  readonly firstName: string
  readonly surname: string
  readonly uprn?: string
  readonly dateOfBirth?: string
  readonly tracingIds: readonly string[]
  readonly email?: string
  readonly mobile?: string
  readonly telephone?: string
}

export type HackneyRule = (typeof order)[number]

const order = [
  'nhs-number',
  'uprn',
  'date-of-birth',
  'tracing-id',
  'email',
  'mobile',
  'telephone',
] as const

/** The first rule that anybody fits, and the first whom it fits. */
export function hackneyHit<Known extends HackneyResident>(
  row: HackneyResident,
  residents: readonly Known[],
): { readonly rule: HackneyRule; readonly resident: Known } | undefined {
  for (const rule of order) {
    const resident = residents.find(known => holds[rule](row, known))
    if (resident) return { rule, resident }
  }
  return undefined
}

/** A number, or a full name with something beside it; other rows it skips. */
export function isHackneyIdentifiable(row: HackneyResident): boolean {
  if (row.nhsNumber) return true
  const beside = [row.dateOfBirth, row.uprn, row.telephone, row.mobile, row.email]
  const hasSome = row.tracingIds.length > 0 || beside.some(Boolean)
  return Boolean(row.firstName && row.surname) && hasSome
}

type Holds = (row: HackneyResident, known: HackneyResident) => boolean

const holds: Readonly<Record<HackneyRule, Holds>> = {
  'nhs-number': (row, known) => isGiven(unspaced(row.nhsNumber), unspaced(known.nhsNumber)),
  uprn: named((row, known) => isGiven(row.uprn, known.uprn)),
  'date-of-birth': named((row, known) =>
    isGiven(withoutZeros(row.dateOfBirth), withoutZeros(known.dateOfBirth)),
  ),
  'tracing-id': named((row, known) => row.tracingIds.some(id => known.tracingIds.includes(id))),
  email: named((row, known) => isGiven(row.email, known.email)),
  mobile: named((row, known) => isIn(row.mobile, known)),
  telephone: named((row, known) => isIn(row.telephone, known)),
}

function named(rule: Holds): Holds {
  return (row, known) =>
    isGiven(plain(row.firstName), plain(known.firstName)) &&
    isGiven(plain(row.surname), plain(known.surname)) &&
    rule(row, known)
}

function isIn(phone: string | undefined, known: HackneyResident): boolean {
  return isGiven(phone, known.mobile) || isGiven(phone, known.telephone)
}

function isGiven(one: string | undefined, other: string | undefined): boolean {
  return Boolean(one) && one === other
}

const plain = (text: string) => text.trim().toLowerCase()
const unspaced = (text: string | undefined) => text?.replaceAll(' ', '')
const withoutZeros = (date: string | undefined) => date?.replace(/\b0+/g, '')

/** The same rules over the facts of a list that carries no tracing id. */
export const hackneyBaseline: Matcher = {
  name: 'hackney-baseline',
  version: 2,
  decide(facts, candidates) {
    const residents = candidates.map(candidate => ({
      ...residentOf(candidate),
      person: candidate.person,
    }))
    const hit = hackneyHit(residentOf(facts), residents)
    if (!hit) return { kind: 'new' }
    return { kind: 'same', person: hit.resident.person, reasons: [reasonOf(hit.rule)] }
  },
}

function residentOf({ phones, emails, ...rest }: Facts | Candidate): HackneyResident {
  const [mobile, telephone] = phones
  const [email] = emails
  return {
    ...rest,
    tracingIds: [],
    ...(email ? { email } : {}),
    ...(mobile ? { mobile } : {}),
    ...(telephone ? { telephone } : {}),
  }
}

function reasonOf(rule: HackneyRule): MatchReason {
  if (rule === 'mobile' || rule === 'telephone') return 'phone'
  return rule === 'tracing-id' ? 'name' : rule
}
