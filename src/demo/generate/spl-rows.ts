// Which rows does each version of the shielded list hold, and whom is each row really about?
import { badDate, excelDay } from './bad-dates.ts'
import { addDays } from './london-time.ts'
import { brokenNhsNumber } from './nhs-number.ts'
import { noPhone, writtenPhone } from './phones.ts'
import { at, stream } from './random.ts'
import type { District, Person, Shielded } from './types.ts'
import { dirt, listArrivals } from './workload.ts'

export const splHeader = `Traced_NHSNUMBER PatientFirstName PatientOtherName PatientSurname
  DateOfBirth PatientAddress_Line1 PatientAddress_Line2 PatientAddress_Line3 PatientAddress_Line4
  PatientAddress_Line5 PatientAddress_PostCode PatientEmailAddress mobile landline DateOfDeath
  Flag_PDSInformallyDeceased oslaua oscty Data_Source category InceptionDate SPL_Version
  uprn`.split(/\s+/)

export type SplRow = {
  person: Person
  cells: string[]
  isRepeatInFile: boolean
  isNhsNumberBroken: boolean
  isDateBad: boolean
}

type Listed = Person & { shielded: Shielded }

const isListed = (person: Person): person is Listed => person.shielded !== null

export function splRows(district: District, version: number): SplRow[] {
  const random = stream(district.seed, `spl/${version}`)
  const rows = district.people
    .filter(isListed)
    .filter(person => isOn(person.shielded, version))
    .map(person => rowOf(person, version, district))
  const repeats = random
    .shuffled(rows)
    .slice(0, Math.round(rows.length * dirt.duplicateInFile))
    .map(row => repeated(row, random.chance(0.5)))
  return random.shuffled([...rows, ...repeats])
}

export function isOn({ fromVersion, removedFrom }: Shielded, version: number): boolean {
  return fromVersion <= version && (removedFrom === null || version < removedFrom)
}

/** Half the repeats are letter for letter; the others differ in case and in the form of a date. */
function repeated(row: SplRow, isSame: boolean): SplRow {
  if (isSame) return { ...row, isRepeatInFile: true }
  const cells = row.cells.map((cell, index) =>
    index >= 5 && index <= 9 ? cell.toUpperCase() : index === 20 ? otherInception(cell) : cell,
  )
  return { ...row, cells, isRepeatInFile: true }
}

function otherInception(cell: string): string {
  return cell.includes('-') ? excelDay(cell) : cell
}

function rowOf(person: Listed, version: number, { seed, story }: District): SplRow {
  // Dirt belongs to the person, not the version: an unchanged person is an unchanged row.
  const random = stream(seed, `spl-dirt/${person.ref}`)
  const isDateBad = random.chance(dirt.badDate)
  const isNhsNumberBroken = random.chance(dirt.brokenNhsNumber)
  const born = isDateBad ? badDate(person.bornOn, random) : person.bornOn.replaceAll('-', '')
  const nhs = isNhsNumberBroken ? brokenNhsNumber(person.nhsNumber) : person.nhsNumber
  const { fromVersion, moved } = person.shielded
  const inception = addDays(story.startedOn, at(listArrivals, fromVersion - 1)[0] - 3)
  const isDayNumber = random.chance(dirt.inceptionAsDayNumber)
  const writtenNhs = random.chance(0.02) ? nhs.replace(/^(...)(...)/, '$1 $2 ') : nhs
  const phones = phoneCells(person, random)
  const hasUprn = !random.chance(dirt.noUprn)
  const isOdd = random.chance(dirt.oddPostcode)
  const address = moved && version >= moved.version ? moved.to : person.address
  const lines = [0, 1, 2, 3, 4].map(index => address.lines[index] ?? '')
  return {
    person,
    isRepeatInFile: false,
    isNhsNumberBroken,
    isDateBad,
    cells: [
      writtenNhs,
      person.firstName,
      person.otherNames,
      person.surname,
      born,
      ...lines,
      isOdd ? oddPostcode(address.postcode, random.below(3)) : address.postcode,
      person.email ?? '',
      phones.mobile,
      phones.landline,
      ...deathCells(person.shielded, version),
      'E07000012',
      'E10000003',
      ...sourceCells(person.shielded, version, random.chance(dirt.categoryChange)),
      isDayNumber ? excelDay(inception) : inception,
      String(version),
      hasUprn ? (address.uprn ?? '') : '',
    ],
  }
}

function oddPostcode(postcode: string, form: number): string {
  if (form === 0) return postcode.toLowerCase()
  if (form === 1) return postcode.replace(' ', '').toLowerCase()
  return postcode.slice(0, 2) + postcode.slice(2).toLowerCase()
}

function phoneCells(person: Person, random: ReturnType<typeof stream>) {
  const { mobile, landline } = person
  if (!mobile && !landline) return { mobile: noPhone(random), landline: noPhone(random) }
  if (mobile && landline && random.chance(dirt.twoNumbersInOneCell * 2.5)) {
    const both = `${writtenPhone(mobile, random)} / ${writtenPhone(landline, random)}`
    return random.chance(0.5) ? { mobile: both, landline: '' } : { mobile: '', landline: both }
  }
  return {
    mobile: mobile ? writtenPhone(mobile, random) : '',
    landline: landline ? writtenPhone(landline, random) : '',
  }
}

/** DateOfDeath as `DD-MM-YYYY`, or only the flag when the death is not yet registered. */
function deathCells({ died }: Shielded, version: number): [string, string] {
  if (!died || version < died.version) return ['', '0']
  if (died.isInformal) return ['', '1']
  return [died.on.split('-').reverse().join('-'), '0']
}

const added = 'Added by COVID-19 Population Risk Assessment'

/** Data_Source and category. The first is where the person came from; the second moves about. */
function sourceCells(shielded: Shielded, version: number, changes: boolean): [string, string] {
  const { died, fromVersion } = shielded
  const source = fromVersion < 3 ? 'Initial' : 'COVID-19 PRA'
  if (died && version >= died.version) return [source, 'Deceased']
  if (fromVersion >= 3) return [source, changes && version >= 6 ? 'Added by GP' : added]
  return [source, changes && version >= 3 ? added : 'Identified centrally']
}
