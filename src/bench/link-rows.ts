// Which rows do the labelled lists hold, and what is wrong with each? The shares are those of the
// standard workload; what it does not say (slips in names, defaults in dates) is chosen here.
import { badDate } from '../demo/generate/bad-dates.ts'
import { brokenNhsNumber } from '../demo/generate/nhs-number.ts'
import { noPhone, writtenPhone } from '../demo/generate/phones.ts'
import { type Random, stream } from '../demo/generate/random.ts'
import { otherForm } from './link-names.ts'
import { type LabelledPerson, labelledPeople } from './link-people.ts'
import { slip } from './link-slips.ts'

export const lists = ['shielded', 'council-1', 'council-2', 'self-request', 'tracing'] as const
export type ListName = (typeof lists)[number]

export type LabelledRow = {
  readonly person: LabelledPerson
  readonly list: ListName
  readonly cells: Readonly<Record<(typeof columns)[number], string>>
}

export const columns = [
  'nhs number',
  'first name',
  'middle names',
  'surname',
  'date of birth',
  'address line 1',
  'address line 2',
  'town',
  'postcode',
  'uprn',
  'phone 1',
  'phone 2',
  'e-mail',
  'account id',
] as const

/** Of the whole workload; a smaller one for tests keeps the same shares. */
const sizes = { shielded: 6_500, wider: 9_500, both: 2_375, traced: 800 }

const dirt = {
  repeatInFile: 0.02,
  noCommonNumber: 0.06,
  badDate: 0.03,
  numberOfWider: 0.7,
  swappedDay: 0.008,
  otherDigit: 0.008,
  firstOfJanuary: 0.004,
  noDate: 0.02,
  otherForm: 0.06,
  slip: 0.03,
  initialOnly: 0.006,
  swappedNames: 0.006,
  marriedSince: 0.006,
  noFirstName: 0.002,
  oddPostcode: 0.03,
  slippedPostcode: 0.006,
  noUprn: 0.3,
}

export function labelledRows(seed: number, scale = 1): LabelledRow[] {
  const count = (name: keyof typeof sizes) => Math.round(sizes[name] * scale)
  const people = labelledPeople(seed, count('shielded') + count('wider') - count('both'))
  const random = stream(seed, 'link/lists')
  const shuffled = random.shuffled(people)
  const shielded = shuffled.slice(0, count('shielded'))
  const wider = shuffled.slice(count('shielded') - count('both'))
  const isListed = new Set(shielded.map(({ ref }) => ref))
  const third = Math.round(wider.length * 0.42)
  const mixed = random.shuffled(wider)
  const again = random.shuffled(wider).slice(0, Math.round(wider.length * 0.08))
  const members: Readonly<Record<ListName, readonly LabelledPerson[]>> = {
    shielded,
    'council-1': mixed.slice(0, third),
    'council-2': mixed.slice(third, third * 2),
    'self-request': [...mixed.slice(third * 2), ...again],
    tracing: random.shuffled(people).slice(0, count('traced')),
  }
  return lists.flatMap(list => rowsOf({ list, people: members[list], isListed, seed }))
}

type Listing = {
  readonly list: ListName
  readonly people: readonly LabelledPerson[]
  readonly isListed: ReadonlySet<number>
  readonly seed: number
}

/** Two in a hundred come twice, and the second time they are not written the same. */
function rowsOf({ list, people, isListed, seed }: Listing): LabelledRow[] {
  const random = stream(seed, `link/rows/${list}`)
  const once = people.map(person => rowOf(person, list, { isListed, random }))
  const again = random
    .shuffled(people)
    .slice(0, Math.round(people.length * dirt.repeatInFile))
    .map(person => rowOf(person, list, { isListed, random }))
  return random.shuffled([...once, ...again])
}

type Writing = { readonly isListed: ReadonlySet<number>; readonly random: Random }

function rowOf(person: LabelledPerson, list: ListName, { isListed, random }: Writing): LabelledRow {
  const hasNumber = isListed.has(person.ref) || list === 'shielded'
  const [first, surname] = namesOf(person, random)
  const isLoud = list === 'tracing'
  const named = (name: string) => (isLoud ? name.toUpperCase() : name)
  const cells = {
    'nhs number': numberCell(person, list, { hasNumber, random }),
    'first name': named(first),
    'middle names': random.chance(0.6) ? named(person.middle?.usual ?? '') : '',
    surname: named(surname),
    'date of birth': birthCell(person.born, list, random),
    ...addressCells(person, list, random),
    ...phoneCells(person, list, random),
    'e-mail': person.email && random.chance(0.8) ? person.email : '',
    'account id': list === 'tracing' ? `CT${1_000_000 + person.ref * 7}` : '',
  }
  return { person, list, cells }
}

type Numbered = { readonly hasNumber: boolean; readonly random: Random }

function numberCell({ nhsNumber }: LabelledPerson, list: ListName, of: Numbered): string {
  const { hasNumber, random } = of
  if (list === 'shielded') return random.chance(0.997) ? nhsNumber : brokenNhsNumber(nhsNumber)
  const missing = hasNumber ? dirt.noCommonNumber : 1 - dirt.numberOfWider
  if (!random.chance(missing)) {
    return random.chance(0.1) ? nhsNumber.replace(/^(...)(...)/, '$1 $2 ') : nhsNumber
  }
  return random.chance(0.8) ? '' : brokenNhsNumber(nhsNumber)
}

function namesOf({ first, surname }: LabelledPerson, random: Random): [string, string] {
  const luck = random.next()
  let given = random.chance(dirt.otherForm) ? otherForm(first, random) : first.usual
  let family = random.chance(dirt.otherForm) ? otherForm(surname, random) : surname.usual
  if (random.chance(dirt.slip)) given = slip(given, random)
  if (random.chance(dirt.slip)) family = slip(family, random)
  if (luck < dirt.initialOnly) return [given.slice(0, 1), family]
  if (luck < dirt.initialOnly + dirt.swappedNames) return [family, given]
  if (luck > 1 - dirt.noFirstName) return ['', family]
  if (luck > 1 - dirt.noFirstName - dirt.marriedSince) return [given, `${family}-Marsh`]
  return [given, family]
}

/** ISO, as the reading of the list gives it; what could not be read stays as it was received. */
function birthCell(born: string, list: ListName, random: Random): string {
  if (random.chance(dirt.badDate)) return badDate(born, random)
  if (list !== 'shielded' && random.chance(dirt.noDate)) return ''
  const [year = '', month = '', day = ''] = born.split('-')
  if (random.chance(dirt.swappedDay) && Number(day) <= 12) return `${year}-${day}-${month}`
  if (random.chance(dirt.firstOfJanuary)) return `${year}-01-01`
  if (!random.chance(dirt.otherDigit)) return born
  const wrong = `${year}-${month}-${String(1 + (Number(day) % 28)).padStart(2, '0')}`
  return random.chance(0.5)
    ? wrong
    : `${Number(year) + random.pick([-10, -1, 1, 10])}-${month}-${day}`
}

function addressCells(person: LabelledPerson, list: ListName, random: Random) {
  const home = person.movedTo && list !== 'shielded' ? person.movedTo : person.home
  const street = random.chance(0.25) ? shortened(home.street) : home.street
  const [flat, number] = home.house.includes(', ')
    ? home.house.split(', ')
    : [undefined, home.house]
  const isNamed = !/^\d/.test(number ?? '')
  const line = isNamed ? street : `${number} ${street}`
  const above = flat ?? (isNamed ? number : undefined)
  const isOneLine = list === 'council-2' || list === 'tracing'
  const lines = above ? (isOneLine ? [`${above}, ${line}`, ''] : [above, line]) : [line, '']
  return {
    'address line 1': lines[0] ?? '',
    'address line 2': lines[1] ?? '',
    town: random.chance(0.85) ? home.village : '',
    postcode: postcodeCell(home.postcode, random),
    uprn: random.chance(dirt.noUprn) || list === 'self-request' ? '' : home.uprn,
  }
}

function shortened(street: string): string {
  const short = { Road: 'Rd', Street: 'St', Lane: 'Ln', Avenue: 'Ave', Close: 'Cl', Drive: 'Dr' }
  return street.replace(/\w+$/, word => (short as Record<string, string>)[word] ?? word)
}

function postcodeCell(postcode: string, random: Random): string {
  if (random.chance(dirt.slippedPostcode)) return slip(postcode, random)
  if (!random.chance(dirt.oddPostcode)) return postcode
  return random.chance(0.5) ? postcode.toLowerCase() : postcode.replace(' ', '').toLowerCase()
}

/** One list has the mobile first, another the landline, a third both in one cell. */
function phoneCells(person: LabelledPerson, list: ListName, random: Random) {
  const { mobile, hasPhone, home } = person
  const own = [mobile, home.landline].filter(number => number !== null)
  if (!hasPhone || own.length === 0) return { 'phone 1': noPhone(random), 'phone 2': '' }
  const written = own.map(number => writtenPhone(number, random))
  const [one = '', two = ''] = list === 'council-1' ? written.reverse() : written
  if (two && random.chance(0.05)) return { 'phone 1': `${one} / ${two}`, 'phone 2': '' }
  return { 'phone 1': one, 'phone 2': two }
}
