// What do the council's own lists hold? Two sheets of people it knows, one of those who rang in.
// Columns are the generic sheet's, with an NHS number in front where the council has one.
import { badDate } from './bad-dates.ts'
import { csvOf } from './csv.ts'
import { londonInstant } from './london-time.ts'
import { brokenNhsNumber } from './nhs-number.ts'
import { noPhone, writtenPhone } from './phones.ts'
import { type Random, stream } from './random.ts'
import type { District, ListFile, Person, TruthRow } from './types.ts'
import { dirt, workloads } from './workload.ts'

export const councilKnownHeader = [
  'NHS number',
  'First name',
  'Surname',
  'd.o.b',
  'Help Request Type',
  'Address Line 1',
  'Address Line 2',
  'City',
  'Postcode',
  'Email',
  'Phone number',
  'Phone number 2',
  'UPRN',
  'Subtype',
  'Case Note 1',
  'Case Note 2',
  'Case Note 3',
  'Case Note 4',
]

export type CouncilKnownRow = Omit<TruthRow, 'trap'> & { cells: string[] }

type Sheet = { name: string; people: Person[] }

export function councilKnownRows(district: District): CouncilKnownRow[] {
  return sheetsOf(district).flatMap(({ name, people }) =>
    people.map((person, index) => rowOf(person, { file: name, row: index + 1 }, district.seed)),
  )
}

export function councilKnownFiles(district: District): ListFile[] {
  const rows = Map.groupBy(councilKnownRows(district), row => row.file)
  return [...rows].map(([name, own], index) => ({
    name,
    version: index + 1,
    day: 0,
    receivedAt: londonInstant(district.story.startedOn, 480 + index * 12).toISOString(),
    csv: csvOf(
      councilKnownHeader,
      own.map(row => row.cells),
    ),
  }))
}

function sheetsOf({ size, seed, people }: District): Sheet[] {
  const [first, second] = workloads[size].councilKnownRows
  const wider = stream(seed, 'council-known').shuffled(people.filter(person => person.isWider))
  return [
    { name: 'council-known-adult-social-care.csv', people: wider.slice(0, first) },
    { name: 'council-known-over-70-alone.csv', people: wider.slice(first, first + second) },
    { name: 'self-requests.csv', people: wider.slice(first + second) },
  ]
}

function rowOf(person: Person, where: { file: string; row: number }, seed: number) {
  const random = stream(seed, `council-dirt/${person.ref}`)
  const isDateBad = random.chance(dirt.badDate)
  const nhs = nhsCell(person, random)
  const { firstName, surname, address } = person
  const [line1 = '', ...rest] = address.lines
  const [first, second] = phoneCells(person, random)
  const cells = [
    nhs,
    random.chance(0.04) ? familiar(firstName) : firstName,
    surname,
    isDateBad ? badDate(person.bornOn, random) : person.bornOn.split('-').reverse().join('/'),
    'Link Work',
    line1,
    rest.slice(0, -1).join(', '),
    rest.at(-1) ?? '',
    random.chance(dirt.oddPostcode) ? address.postcode.toLowerCase() : address.postcode,
    person.email ?? '',
    first,
    second,
    random.chance(0.45) ? (address.uprn ?? '') : '',
    '',
    random.pick(notes),
    '',
    '',
    '',
  ]
  const isNhsNumberBroken = nhs !== '' && nhs !== person.nhsNumber
  const marks = { isRepeatInFile: false, hasNhsNumber: nhs !== '', isNhsNumberBroken, isDateBad }
  return { ...where, personRef: person.ref, ...marks, cells }
}

/** Of those also on the shielded list, six in a hundred have no NHS number in common. */
function nhsCell(person: Person, random: Random): string {
  if (!person.shielded) return random.chance(0.3) ? '' : person.nhsNumber
  if (!random.chance(dirt.noCommonNhsNumber)) return person.nhsNumber
  return random.chance(0.75) ? '' : brokenNhsNumber(person.nhsNumber)
}

function phoneCells({ mobile, landline }: Person, random: Random): [string, string] {
  const numbers = [landline, mobile].filter(number => number !== null)
  if (numbers.length === 0) return [noPhone(random), '']
  const [first = '', second = ''] = numbers.map(number => writtenPhone(number, random))
  return [first, second]
}

const shortForms: Record<string, string> = {
  Margaret: 'Peggy',
  Kathleen: 'Kath',
  Dorothy: 'Dot',
  Elizabeth: 'Betty',
  Patricia: 'Pat',
  Kenneth: 'Ken',
  Ronald: 'Ron',
  Leonard: 'Len',
  Katarzyna: 'Kasia',
  Mohammed: 'Mo',
}

const familiar = (name: string) => shortForms[name] ?? name

const notes = [
  '',
  '',
  'Lives alone.',
  'Has a weekly visit from a neighbour.',
  'Hard of hearing: let it ring.',
  'Daughter rings every Sunday.',
  'Uses a walking frame; takes time to reach the door.',
  'Prefers the afternoon.',
]
