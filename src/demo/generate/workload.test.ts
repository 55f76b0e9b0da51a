// Does the generated district hold the figures of the standard workload, row by row?
import { describe, expect, it } from 'vitest'
import { generateDistrict, splFiles, truth, workloads } from './index.ts'
import { isOn } from './spl-rows.ts'
import type { Person, Shielded } from './types.ts'

const district = generateDistrict({ size: 'W1', seed: 1 })
const { places, people, staff } = district
const { villages, zones, streets, dwellings } = places
const shielded = people.filter(
  (person): person is Person & { shielded: Shielded } => person.shielded !== null,
)
const rows = truth(district).filter(row => row.file.startsWith('SPL'))
const share = (part: number, whole: number) => part / whole
const count = <T>(items: T[], is: (item: T) => unknown) => items.filter(is).length
const onVersion = (version: number) => count(shielded, person => isOn(person.shielded, version))
const listed = (villageRef: string) =>
  count(shielded, person => person.villageRef === villageRef && isOn(person.shielded, 1))
const pairs = shielded.filter(person => person.isWider)
const nhsNumbersKnown = truth(district).filter(row => !row.file.startsWith('SPL'))

type Figure = [name: string, is: number, from: number, to: number]

const figures: Figure[] = [
  ['residents', dwellings.reduce((sum, home) => sum + home.residents, 0), 160_000, 160_000],
  ['households', dwellings.length, 67_200, 67_200],
  ['villages and town', villages.length, 107, 107],
  ['smallest village', Math.min(...villages.map(village => village.residents)), 100, 150],
  ['largest place', Math.max(...villages.map(village => village.residents)), 9_000, 10_000],
  ['zones', zones.length, 415, 445],
  ['street segments', streets.length, 3_430, 3_570],
  ['postcodes', new Set(streets.map(street => street.postcode)).size, 2_900, 3_500],
  ['shielded at day 0', onVersion(1), 5_600, 5_600],
  ['shielded at day 25', onVersion(8), 6_500, 6_500],
  ['villages with nobody shielded', count(villages, one => listed(one.ref) === 0), 3, 3],
  ['shielded in the town', listed('village:cambourne'), 400, 600],
  ['wider vulnerable', count(people, person => person.isWider), 9_500, 9_500],
  ['overlap, share of wider', share(pairs.length, 9_500), 0.25, 0.25],
  ['rows about known to the council', nhsNumbersKnown.length, 9_500, 9_500],
  [
    'no working phone',
    share(
      count(shielded, one => !one.mobile && !one.landline),
      shielded.length,
    ),
    0.195,
    0.225,
  ],
  [
    'bad date forms',
    share(
      count(rows, row => row.isDateBad),
      rows.length,
    ),
    0.025,
    0.038,
  ],
  [
    'repeats within a file',
    share(
      count(rows, row => row.isRepeatInFile),
      rows.length,
    ),
    0.018,
    0.022,
  ],
  [
    'twins and namesakes',
    share(
      count(shielded, one => one.trap),
      shielded.length,
    ),
    0.008,
    0.012,
  ],
  [
    'died',
    share(
      count(shielded, one => one.shielded.died),
      shielded.length,
    ),
    0.007,
    0.009,
  ],
  [
    'moved',
    share(
      count(shielded, one => one.shielded.moved),
      shielded.length,
    ),
    0.013,
    0.017,
  ],
  [
    'removed later',
    share(
      count(shielded, one => one.shielded.removedFrom),
      shielded.length,
    ),
    0.055,
    0.059,
  ],
  ['outside the district', count(shielded, one => one.uprn === null), 10, 60],
  ['call handlers', count(staff, one => one.role === 'call-handler'), 14, 14],
  ['street leads', count(staff, one => one.role === 'street-lead'), 380, 420],
  [
    'streets nobody has taken',
    share(
      count(streets, one => !one.ownerRef),
      streets.length,
    ),
    0.06,
    0.16,
  ],
  [
    'zones nobody leads',
    share(
      count(zones, one => !one.ownerRef),
      zones.length,
    ),
    0.03,
    0.2,
  ],
]

describe('the standard workload W1', () => {
  it.each(figures)('%s: %d is from %d to %d', (...[, is, from, to]) => {
    expect(is).toBeGreaterThanOrEqual(from)
    expect(is).toBeLessThanOrEqual(to)
  })

  it('has about six true pairs in a hundred without a common NHS number', () => {
    const known = new Set(pairs.map(person => person.ref))
    const broken = new Set(
      truth(district)
        .filter(row => !row.hasNhsNumber || row.isNhsNumberBroken)
        .filter(row => known.has(row.personRef) && !row.file.startsWith('SPL'))
        .map(row => row.personRef),
    )
    expect(share(broken.size, pairs.length)).toBeGreaterThan(0.045)
    expect(share(broken.size, pairs.length)).toBeLessThan(0.075)
  })

  it('puts twins and namesakes at one address, and tells them apart only by name or birth', () => {
    const byRef = new Map(people.map(person => [person.ref, person]))
    const trapped = shielded.filter(person => person.trap)
    for (const person of trapped) {
      const other = byRef.get(person.trap?.withRef ?? '')
      expect(other?.uprn).toBe(person.uprn)
      expect(other?.surname).toBe(person.surname)
      const isTwin = person.trap?.kind === 'twin'
      expect(other?.bornOn === person.bornOn).toBe(isTwin)
      expect(other?.firstName === person.firstName).toBe(!isTwin)
    }
  })

  it('gives every reference once', () => {
    for (const refs of [
      people.map(person => person.ref),
      people.map(person => person.nhsNumber),
      staff.map(one => one.ref),
      streets.map(street => street.ref),
      zones.map(zone => zone.ref),
      dwellings.map(dwelling => dwelling.uprn),
    ]) {
      expect(new Set(refs).size).toBe(refs.length)
    }
  })

  it('never has more people in a dwelling than live there', () => {
    const living = Map.groupBy(people, person => person.uprn)
    for (const { uprn, residents } of dwellings) {
      expect(living.get(uprn)?.length ?? 0).toBeLessThanOrEqual(residents)
    }
  })
})

describe('the small workload W0', () => {
  const small = generateDistrict({ size: 'W0', seed: 1 })

  it('is one village of 1,500 with 53 people on the first list', () => {
    expect(small.places.villages).toHaveLength(1)
    expect(small.places.villages[0]?.residents).toBe(1_500)
    expect(small.places.dwellings).toHaveLength(workloads.W0.households)
    expect(count(small.people, person => person.shielded?.fromVersion === 1)).toBe(53)
    expect(splFiles(small)).toHaveLength(8)
  })

  it('has twins, a death and a street that nobody has taken', () => {
    expect(count(small.people, person => person.trap?.kind === 'twin')).toBe(2)
    expect(count(small.people, person => person.shielded?.died)).toBeGreaterThan(0)
    expect(count(small.places.streets, street => street.ownerRef === null)).toBeGreaterThan(0)
  })
})
