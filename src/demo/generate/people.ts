// Who are the invented people: those on the lists, and everyone in their households?
import { addressOutside, type Home, type Homes, openHomes } from './homes.ts'
import { addDays } from './london-time.ts'
import { firstName, singleNames } from './names.ts'
import { nhsNumberBook } from './nhs-number.ts'
import { dramaMobile } from './phones.ts'
import { at, type Random, stream } from './random.ts'
import { shareOut } from './share-out.ts'
import { type RollEntry, shieldedRoll } from './shielded-roll.ts'
import { fixedStory } from './story.ts'
import type { GenerateRequest, Person, Places } from './types.ts'
import { dirt, listArrivals, workloads } from './workload.ts'

type Making = {
  random: Random
  nextNhsNumber: () => string
  people: Person[]
  homes: Homes
  startedOn: string
}

const shieldedAges = [
  [[66, 96], 62],
  [[40, 65], 28],
  [[18, 39], 8],
  [[3, 17], 2],
] as const

const widerAges = [
  [[70, 97], 82],
  [[30, 69], 18],
] as const

export function generatePeople(request: GenerateRequest, places: Places): Person[] {
  const random = stream(request.seed, 'people')
  const homes = openHomes(places, stream(request.seed, 'homes'))
  const { startedOn } = request.story ?? fixedStory
  const nextNhsNumber = nhsNumberBook(request.seed)
  const making = { random, nextNhsNumber, people: [], homes, startedOn }
  const shielded = makeShielded(shieldedRoll(request, places.villages), making)
  makeWider(request, places, { making, shielded })
  for (const home of homes.all()) fillHousehold(home, making)
  return making.people
}

function makeShielded(roll: RollEntry[], making: Making): Person[] {
  const { random, homes } = making
  let last: { home: Home; person: Person } | null = null
  const made: Person[] = []
  for (const entry of roll) {
    const first: { home: Home; person: Person } | null = entry.isSecondOfTrap ? last : null
    const home: Home = first?.home ?? homeFor(entry, homes, { last: last?.home, random })
    const person = makePerson(home, ageFrom(shieldedAges, random), making)
    if (first) becomeTrap(first.person, person, random)
    if (entry.isOutside) moveOutside(person, random)
    person.shielded = historyOf(entry, making)
    if (entry.trapWithNext) person.trap = { kind: entry.trapWithNext, withRef: '' }
    made.push(person)
    last = { home, person }
  }
  return made
}

type Before = { last: Home | undefined; random: Random }

/** Now and then two people of one household are both on the list. */
function homeFor(entry: RollEntry, homes: Homes, { last, random }: Before): Home {
  if (entry.trapWithNext) return homes.find(entry.villageRef, 2)
  const hasRoom = last && last.members.length < last.dwelling.residents
  const isNear = last?.street.villageRef === entry.villageRef
  if (last && hasRoom && isNear && random.chance(0.08)) return last
  return homes.find(entry.villageRef, 1)
}

function historyOf(entry: RollEntry, making: Making): Person['shielded'] {
  const { random, homes, startedOn } = making
  const { fromVersion, removedFrom, diedAt, movedAt } = entry
  const seen = diedAt ? addDays(startedOn, at(listArrivals, diedAt - 1)[0]) : ''
  const died = diedAt && {
    version: diedAt,
    on: addDays(seen, -random.between(2, 12)),
    isInformal: random.chance(0.2),
  }
  const isLeaving = random.chance(0.3)
  const moved = movedAt && {
    version: movedAt,
    to: isLeaving ? addressOutside(random) : homes.find(entry.villageRef, 1).address,
  }
  return { fromVersion, removedFrom, died: died || null, moved: moved || null }
}

function becomeTrap(first: Person, second: Person, random: Random): void {
  const kind = first.trap?.kind ?? 'twin'
  second.surname = first.surname
  if (kind === 'twin') {
    second.bornOn = first.bornOn
    if (second.firstName === first.firstName) second.firstName = first.sex === 'f' ? 'Ines' : 'Ivor'
  } else {
    second.firstName = first.firstName
    second.sex = first.sex
    const years = random.between(22, 34)
    const born = Number(first.bornOn.slice(0, 4))
    const year = born + years > 2006 ? born - years : born + years
    second.bornOn = `${year}-${first.bornOn.slice(5, 8)}${random.between(10, 28)}`
  }
  first.trap = { kind, withRef: second.ref }
  second.trap = { kind, withRef: first.ref }
}

function moveOutside(person: Person, random: Random): void {
  person.address = addressOutside(random)
  person.uprn = null
  person.streetRef = null
}

type AlsoShielded = { making: Making; shielded: Person[] }

function makeWider(request: GenerateRequest, places: Places, { making, shielded }: AlsoShielded) {
  const { wider, widerAlsoShielded } = workloads[request.size]
  const known = making.random.shuffled(shielded).slice(0, widerAlsoShielded)
  for (const person of known) person.isWider = true
  const { villages } = places
  const parts = shareOut(
    wider - widerAlsoShielded,
    villages.map(village => village.residents),
  )
  villages.forEach((village, index) => {
    for (let count = at(parts, index); count > 0; count--) {
      const home = making.homes.find(village.ref, 1)
      makePerson(home, ageFrom(widerAges, making.random), making).isWider = true
    }
  })
}

function fillHousehold(home: Home, making: Making): void {
  const { random } = making
  const eldest = home.members[0]
  // A home that somebody moves to later stays empty until then.
  if (!eldest) return
  const age = 2026 - Number(eldest.bornOn.slice(0, 4))
  while (home.members.length < home.dwelling.residents) {
    const isPartner = home.members.length === 1
    const partnerAge = Math.max(19, age + random.between(-8, 5))
    makePerson(home, isPartner ? partnerAge : random.between(4, 64), making)
  }
}

function ageFrom(
  bands: readonly (readonly [readonly [number, number], number])[],
  random: Random,
): number {
  const [from, to] = random.weighted(bands)
  return random.between(from, to)
}

function makePerson(home: Home, age: number, making: Making): Person {
  const { random, people } = making
  const sex = random.chance(0.53) ? 'f' : 'm'
  const { naming, dwelling, street, address } = home
  const hasOneName = random.chance(0.002)
  const first = hasOneName ? random.pick(singleNames) : firstName(naming, { sex, age }, random)
  const surname = hasOneName ? '' : random.chance(0.9) ? naming.surname : other(random)
  const ref = `p${String(people.length + 1).padStart(5, '0')}`
  const person: Person = {
    ref,
    nhsNumber: making.nextNhsNumber(),
    firstName: first,
    otherNames: random.chance(0.4) ? firstName(naming, { sex, age }, random) : '',
    surname,
    sex,
    bornOn: bornOn(age, random),
    uprn: dwelling.uprn,
    streetRef: street.ref,
    villageRef: street.villageRef,
    address,
    ...phonesOf(home, random),
    email: random.chance(0.3) ? `${ref}@example.org` : null,
    language: naming.tradition?.language && random.chance(0.3) ? naming.tradition.language : null,
    shielded: null,
    isWider: false,
    trap: null,
  }
  people.push(person)
  home.members.push(person)
  return person
}

const other = (random: Random) =>
  random.pick(["O'Brien", 'McDonald', 'Green', 'Hartley-Wood', 'Kaur', 'Evans', 'Novak', 'Chan'])

function bornOn(age: number, random: Random): string {
  const month = String(random.between(1, 12)).padStart(2, '0')
  const day = String(random.between(1, 28)).padStart(2, '0')
  return `${2025 - age}-${month}-${day}`
}

function phonesOf(home: Home, random: Random): { mobile: string | null; landline: string | null } {
  if (random.chance(dirt.noWorkingPhone)) return { mobile: null, landline: null }
  const mobile = random.chance(0.65) ? dramaMobile(random) : null
  const landline = home.landline
  return { mobile: mobile || landline ? mobile : dramaMobile(random), landline }
}
