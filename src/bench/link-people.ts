// Who are the invented people of the labelled lists? Households, hostels, and the pairs of people
// that are easily taken for one: twins, father and son, two of one name at one address.
import { nhsNumberBook } from '../demo/generate/nhs-number.ts'
import { dramaLandline, dramaMobile } from '../demo/generate/phones.ts'
import { type Random, stream } from '../demo/generate/random.ts'
import { streetNames } from '../demo/generate/street-names.ts'
import { type Family, type Name, someFamily, someFirstName } from './link-names.ts'

export type Home = {
  readonly uprn: string
  readonly house: string
  readonly street: string
  readonly village: string
  readonly postcode: string
  readonly landline: string | null
}
export type Trap = 'twin' | 'father-and-son' | 'same-name-same-address'
export type LabelledPerson = {
  readonly ref: number
  readonly first: Name
  readonly middle: Name | null
  readonly surname: Name
  readonly sex: 'f' | 'm'
  readonly born: string
  readonly home: Home
  /** Where the later lists find them. */
  readonly movedTo: Home | null
  readonly nhsNumber: string
  readonly hasPhone: boolean
  readonly mobile: string | null
  readonly email: string | null
  readonly trap: Trap | null
  readonly isInHostel: boolean
}

export const shares = { trap: 0.01, moved: 0.015, noPhone: 0.21, email: 0.3, middle: 0.4 }
const hostels = 3
const hostelSize = 200
const villages =
  `Ashcombe Barrow Cotterby Denwick Elmsford Farleigh Garthby Hollin Ickworth Jarrow End
  Kelby Lidham Marlow Fen Netherby Oakley Pelham Quarley Rushby Saxby Thornley`.split(/\s+/)

type Making = {
  readonly random: Random
  readonly people: LabelledPerson[]
  readonly nextNumber: () => string
  readonly streets: readonly Street[]
  homes: number
}
type Street = { readonly name: string; readonly village: string; readonly postcode: string }

export function labelledPeople(seed: number, count: number): LabelledPerson[] {
  const random = stream(seed, 'link/people')
  const streets = someStreets(random, Math.ceil(count / 12))
  const making = { random, people: [], nextNumber: nhsNumberBook(seed), streets, homes: 0 }
  for (let hostel = 0; hostel < hostels; hostel++) fillHostel(making)
  while (making.people.length < count) fillHome(making)
  return making.people
}

function someStreets(random: Random, count: number): Street[] {
  const all = streetNames(400, random)
  return Array.from({ length: count }, (_, at) => {
    const village = villages[at % villages.length] ?? ''
    return { name: random.pick(all), village, postcode: postcode(at) }
  })
}

const letters = [...'ABDEFGHJLNPQRSTUWXYZ']

/** Of a form that exists, in districts that are taken apart by a number of their own. */
function postcode(at: number): string {
  const [one, two] = [letters[at % 20], letters[Math.floor(at / 20) % 20]]
  return `CB${21 + (at % 5)} ${1 + (Math.floor(at / 400) % 9)}${two}${one}`
}

function someHome(making: Making, house?: string): Home {
  const { random, streets } = making
  const street = random.pick(streets)
  making.homes += 1
  const isFlat = random.chance(0.12)
  const number = `${random.between(1, 120)}${random.chance(0.05) ? 'A' : ''}`
  return {
    uprn: String(10_090_000_000 + making.homes * 7),
    house: house ?? (isFlat ? `Flat ${random.between(1, 30)}, ${number}` : number),
    street: street.name,
    village: street.village,
    postcode: street.postcode,
    landline: random.chance(0.7) ? dramaLandline(random) : null,
  }
}

function fillHostel(making: Making): void {
  const home = someHome(making, 'The Lodge')
  for (let bed = 0; bed < hostelSize; bed++) {
    add(making, { home, family: someFamily(making.random), isInHostel: true })
  }
}

/** Now and then nine live together; two or three of a household may be on the lists. */
function fillHome(making: Making): void {
  const { random, people } = making
  const home = someHome(making)
  const family = someFamily(random)
  const size = random.chance(0.004) ? 9 : random.weighted(householdSizes)
  for (let member = 0; member < size; member++) {
    const own = random.chance(0.88) ? family : someFamily(random)
    add(making, { home, family: own })
  }
  const first = people.at(-size)
  if (first && random.chance(shares.trap * 0.8)) addTrap(making, first)
}

const householdSizes = [
  [1, 70],
  [2, 25],
  [3, 5],
] as const

type Wanted = {
  readonly home: Home
  readonly family: Family
  readonly isInHostel?: boolean
  readonly like?: Partial<LabelledPerson>
}

function add(making: Making, { home, family, isInHostel = false, like = {} }: Wanted): void {
  const { random, people, nextNumber } = making
  const sex = random.chance(0.53) ? 'f' : 'm'
  const ref = people.length
  people.push({
    ref,
    first: someFirstName(family, sex, random),
    middle: random.chance(shares.middle) ? someFirstName(family, sex, random) : null,
    surname: family.surname,
    sex,
    born: someBirth(random, isInHostel ? [20, 65] : [40, 96]),
    home,
    movedTo: random.chance(shares.moved) ? someHome(making) : null,
    nhsNumber: nextNumber(),
    hasPhone: !random.chance(shares.noPhone),
    mobile: random.chance(0.65) || !home.landline ? dramaMobile(random) : null,
    email: random.chance(shares.email) ? `p${ref}@example.org` : null,
    trap: null,
    isInHostel,
    ...like,
  })
}

function addTrap(making: Making, first: LabelledPerson): void {
  const { random, people } = making
  const trap = random.pick(['twin', 'father-and-son', 'same-name-same-address'] as const)
  const { home, surname, sex } = first
  const family = { ...someFamily(random), surname }
  const like = { surname, sex, trap, movedTo: null }
  if (trap === 'twin') {
    const name = someFirstName({ ...family, ...traditionOf(first, random) }, sex, random)
    if (name.usual === first.first.usual) return
    add(making, { home, family, like: { ...like, first: name, born: first.born } })
  } else {
    const years = trap === 'father-and-son' ? random.between(22, 34) : random.between(1, 9)
    const born = otherBirth(first.born, years, random)
    add(making, { home, family, like: { ...like, first: first.first, born } })
  }
  people[first.ref] = { ...first, trap, movedTo: null }
}

/** Twins are named alike by their parents: from one tradition. */
function traditionOf({ surname }: LabelledPerson, random: Random): Family {
  for (let tries = 0; tries < 200; tries++) {
    const family = someFamily(random)
    if (family.tradition.surnames.includes(surname)) return family
  }
  return someFamily(random)
}

function someBirth(random: Random, [youngest, eldest]: readonly [number, number]): string {
  const year = 2025 - random.between(youngest, eldest)
  const day = Math.floor(random.next() * 365)
  return new Date(Date.UTC(year, 0, 1 + day)).toISOString().slice(0, 10)
}

function otherBirth(born: string, years: number, random: Random): string {
  const year = Number(born.slice(0, 4)) + years
  const day = Math.floor(random.next() * 365)
  return new Date(Date.UTC(year, 0, 1 + day)).toISOString().slice(0, 10)
}
