// In which dwelling does an invented person live, with whom, and what is their address?
import { householdNaming, type Naming } from './names.ts'
import { dramaLandline } from './phones.ts'
import { postcodeOutside } from './postcodes.ts'
import { at, type Random } from './random.ts'
import type { Address, Dwelling, Person, Places, Street } from './types.ts'

export type Home = {
  dwelling: Dwelling
  street: Street
  address: Address
  naming: Naming
  landline: string | null
  members: Person[]
}

export type Homes = {
  /** A home in the village with room for so many more people. */
  find(villageRef: string, room: number): Home
  all(): Home[]
}

export function openHomes(places: Places, random: Random): Homes {
  const streets = new Map(places.streets.map(street => [street.ref, street]))
  const villageNames = new Map(places.villages.map(village => [village.ref, village.name]))
  const streetOf = ({ streetRef }: Dwelling) => present(streets.get(streetRef))
  const byVillage = Map.groupBy(places.dwellings, dwelling => streetOf(dwelling).villageRef)
  const opened = new Map<string, Home>()

  const open = (dwelling: Dwelling): Home => {
    const known = opened.get(dwelling.uprn)
    if (known) return known
    const street = streetOf(dwelling)
    const address = addressOf(dwelling, street, present(villageNames.get(street.villageRef)))
    const landline = random.chance(0.7) ? dramaLandline(random) : null
    const naming = householdNaming(random)
    const home = { dwelling, street, address, naming, landline, members: [] }
    opened.set(dwelling.uprn, home)
    return home
  }

  return {
    find(villageRef, room) {
      const dwellings = present(byVillage.get(villageRef))
      const from = random.below(dwellings.length)
      for (let step = 0; step < dwellings.length; step++) {
        const dwelling = at(dwellings, (from + step) % dwellings.length)
        const living = opened.get(dwelling.uprn)?.members.length ?? 0
        if (dwelling.residents - living >= room) return open(dwelling)
      }
      throw new Error(`no home with room for ${room} in ${villageRef}`)
    },
    all: () => [...opened.values()],
  }
}

export function addressOf(dwelling: Dwelling, street: Street, villageName: string): Address {
  const lines = [...homeLines(dwelling, street), villageName, 'Cambridge']
  return { lines, postcode: street.postcode, uprn: dwelling.uprn }
}

/** The lines above the village: house or number, and street. */
export function homeLines(dwelling: Dwelling, { name }: Street): string[] {
  const flat = /^(Flat \d+), (.+)$/.exec(dwelling.house)
  const isNumber = /^\d+[A-Z]?$/.test(dwelling.house)
  if (flat) return [at(flat, 1), `${at(flat, 2)} ${name}`]
  return isNumber ? [`${dwelling.house} ${name}`] : [dwelling.house, name]
}

const towns = ['Royston', 'St Ives', 'Newmarket', 'Haverhill', 'Cambridge', 'Saffron Walden']

export function addressOutside(random: Random): Address {
  const lines = [`${random.between(1, 90)} Station Road`, random.pick(towns)]
  return { lines, postcode: postcodeOutside(random), uprn: null }
}

function present<T>(value: T | undefined): T {
  if (value === undefined) throw new Error('a place is missing')
  return value
}
