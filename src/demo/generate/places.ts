// What does the invented district look like: villages, zones, streets and dwellings?
// Names, codes and positions of villages are real; residents, streets and postcodes are not.
import { type ShippedVillage, southCambridgeshire } from '../../places/index.ts'
import { postcodeBook } from './postcodes.ts'
import { at, type Random, stream } from './random.ts'
import { shareOut } from './share-out.ts'
import { situations } from './situations.ts'
import { houseNames, streetNames, zoneName } from './street-names.ts'
import type { Dwelling, GenerateRequest, Places, Street, Village, Zone } from './types.ts'
import { listWeights } from './village-weights.ts'
import { type Workload, workloads } from './workload.ts'

export const smallestVillage = 100
export const largestVillage = 10_000
const onlyVillageOfW0 = 'cottenham'

export function generatePlaces({ size, seed }: GenerateRequest): Places {
  const workload = workloads[size]
  const random = stream(seed, 'places')
  const villages = generateVillages({ size, seed })
  const postcodes = postcodeBook()
  const zones: Zone[] = []
  const streets: Street[] = []
  const dwellings: Dwelling[] = []
  for (const village of villages) {
    const own = streetsOf(village, workload, random)
    zones.push(...own.zones)
    for (const street of own.streets) {
      street.postcode = postcodes(village, { sharesLast: random.chance(0.12) })
      streets.push(street)
    }
    dwellings.push(...dwellingsOf(village, own.streets, random))
  }
  dwellings.forEach((dwelling, index) => {
    dwelling.uprn = `0100${String(90_000_000 + index * 13).padStart(8, '0')}`
  })
  const { code, name } = southCambridgeshire.district
  return { district: { ref: `district:${code}`, code, name }, villages, zones, streets, dwellings }
}

function generateVillages({ size, seed }: GenerateRequest): Village[] {
  const workload = workloads[size]
  const shipped = southCambridgeshire.villages.filter(
    village => size === 'W1' || village.slug === onlyVillageOfW0,
  )
  const weights = shipped.map(village => listWeights.get(village.slug) ?? 0)
  const residents = residentCounts(weights, workload.residents, stream(seed, 'residents'))
  const households = shareOut(workload.households, residents)
  const situationOf = situations(
    shipped.map(village => village.slug),
    weights,
    seed,
  )
  return shipped.map((village, index) => ({
    ...placeOf(village),
    residents: at(residents, index),
    households: at(households, index),
    listWeight: at(weights, index),
    outward: outwardOf(village),
    coordinatorRef: null,
    situation: situationOf(village.slug),
  }))
}

function placeOf({ slug, name, code, kind, parishCode, wardCode, ...rest }: ShippedVillage) {
  const { latitude, longitude } = rest
  return {
    ref: `village:${slug}`,
    slug,
    name,
    code,
    kind,
    parishCode,
    wardCode,
    latitude,
    longitude,
  }
}

/** Long-tailed sizes that add up exactly and stay within the two limits. */
function residentCounts(weights: number[], total: number, random: Random): number[] {
  if (weights.length === 1) return [total]
  const wished = weights.map(weight => Math.max(weight, 3) * (0.88 + random.next() * 0.24))
  const counts = shareOut(total, wished).map(count =>
    Math.min(largestVillage, Math.max(smallestVillage, count)),
  )
  const bySize = counts.map((_, index) => index).sort((a, b) => at(counts, b) - at(counts, a))
  let missing = total - counts.reduce((sum, count) => sum + count, 0)
  for (let turn = 1; missing !== 0; turn++) {
    const index = at(bySize, turn % Math.ceil(bySize.length / 2))
    const step = Math.sign(missing) * Math.min(Math.abs(missing), 25)
    if (at(counts, index) + step > largestVillage) continue
    counts[index] = at(counts, index) + step
    missing -= step
  }
  return counts
}

/** The postcode areas around Cambridge, by where the village lies. */
function outwardOf({ latitude, longitude }: ShippedVillage): string {
  if (longitude < -0.09 && latitude < 52.16) return 'SG19'
  if (latitude < 52.115 && longitude < 0.08) return 'SG8'
  if (longitude < -0.08 && latitude >= 52.16) return 'PE19'
  if (latitude >= 52.235) return longitude > 0.13 ? 'CB25' : 'CB24'
  if (longitude > 0.2) return 'CB21'
  if (longitude > 0.08) return 'CB22'
  return 'CB23'
}

function streetsOf(village: Village, workload: Workload, random: Random) {
  const count = Math.max(2, Math.round(village.households / workload.householdsPerStreet))
  const zoneCount = Math.max(1, Math.round(count / workload.streetsPerZone))
  const zones = Array.from({ length: zoneCount }, (_, index) => ({
    ref: `zone:${village.slug}/${index + 1}`,
    villageRef: village.ref,
    number: index + 1,
    name: zoneName(index + 1, village.name),
    ownerRef: null,
  }))
  const streets = streetNames(count, random).map((name, index): Street => {
    const zone = at(zones, Math.floor((index * zoneCount) / count))
    const slug = name.toLowerCase().replace(/[^a-z]+/g, '-')
    const ref = `street:${village.slug}/${slug}`
    return { ref, villageRef: village.ref, zoneRef: zone.ref, name, postcode: '', ownerRef: null }
  })
  return { zones, streets }
}

function dwellingsOf(village: Village, streets: Street[], random: Random): Dwelling[] {
  const homes = shareOut(
    village.households,
    streets.map(() => 0.4 + random.next() * 1.2),
  )
  const dwellings = streets.flatMap((street, index) =>
    houses(at(homes, index), random).map(house => ({
      uprn: '',
      streetRef: street.ref,
      house,
      residents: 1,
    })),
  )
  fillHomes(dwellings, village.residents, random)
  return dwellings
}

function houses(count: number, random: Random): string[] {
  const names = random.shuffled(houseNames)
  const step = random.chance(0.4) ? 1 : 2
  const first = random.chance(0.7) ? 1 : 2
  return Array.from({ length: count }, (_, index) => {
    if (index < names.length && random.chance(0.05)) return at(names, index)
    const number = first + index * step
    if (random.chance(0.03)) return `Flat ${random.between(1, 6)}, ${number}`
    return random.chance(0.02) ? `${number}A` : `${number}`
  })
}

/** One resident each, then the rest one by one until the village's count is exact. */
function fillHomes(dwellings: Dwelling[], residents: number, random: Random): void {
  for (let left = residents - dwellings.length; left > 0; ) {
    const dwelling = at(dwellings, random.below(dwellings.length))
    if (dwelling.residents >= 4 && !random.chance(0.25)) continue
    if (dwelling.residents >= 7) continue
    dwelling.residents++
    left--
  }
}
