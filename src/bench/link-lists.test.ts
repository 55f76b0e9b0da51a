// Are the labelled lists as dirty as they claim, and the same from the same seed?
import { beforeAll, describe, expect, test } from 'vitest'
import { isNhsNumber } from '../demo/generate/index.ts'
import { isDramaNumber } from '../demo/generate/phones.ts'
import { beaconClusters, hackneyClusters } from './link-baselines.ts'
import { truthOf } from './link-measure.ts'
import { type LabelledRow, labelledRows } from './link-rows.ts'
import { fullDate } from './link-safety.ts'
import { scoreClusters } from './link-score.ts'

const seed = 7
let rows: LabelledRow[] = []
beforeAll(() => {
  rows = labelledRows(seed)
})
const shareOf = (holds: (row: LabelledRow) => boolean) => rows.filter(holds).length / rows.length

describe('the labelled lists', () => {
  test('hold the people of the workload: 6,500 and 9,500, of whom 2,375 are on both', () => {
    const onList = (names: string[]) =>
      new Set(rows.filter(({ list }) => names.includes(list)).map(({ person }) => person.ref))
    const shielded = onList(['shielded'])
    const wider = onList(['council-1', 'council-2', 'self-request'])
    expect([shielded.size, wider.size]).toEqual([6_500, 9_500])
    expect([...shielded].filter(ref => wider.has(ref)).length).toBe(2_375)
  })

  test('have six in a hundred people of both kinds without a number in common', () => {
    const numbers = Map.groupBy(
      rows.filter(({ list }) => list !== 'tracing'),
      ({ person }) => person.ref,
    )
    let [both, apart] = [0, 0]
    for (const own of numbers.values()) {
      const of = (isShielded: boolean) =>
        own
          .filter(({ list }) => (list === 'shielded') === isShielded)
          .map(({ cells }) => cells['nhs number'].replaceAll(' ', ''))
      const [shielded, wider] = [of(true), of(false)]
      if (shielded.length === 0 || wider.length === 0) continue
      both += 1
      if (!wider.some(number => number && shielded.includes(number))) apart += 1
    }
    expect(apart / both).toBeGreaterThan(0.045)
    expect(apart / both).toBeLessThan(0.075)
  })

  test('have people of one name at one address, and people of one birthday in one home', () => {
    const traps = new Map(rows.map(({ person }) => [person.ref, person.trap]))
    const share = [...traps.values()].filter(Boolean).length / traps.size
    expect(share).toBeGreaterThan(0.007)
    expect(share).toBeLessThan(0.013)
    expect(new Set(traps.values()).size).toBe(4)
  })

  test('have two hundred people at one address', () => {
    const beds = Map.groupBy(
      rows.filter(({ person }) => person.isInHostel),
      ({ person }) => person.home.uprn,
    )
    const counts = [...beds.values()].map(own => new Set(own.map(row => row.person.ref)).size)
    expect(counts).toEqual([200, 200, 200])
  })

  test('have three in a hundred dates in another form, and some that are wrong', () => {
    const isOther = ({ cells }: LabelledRow) =>
      Boolean(cells['date of birth']) && !fullDate(cells['date of birth'])
    expect(shareOf(isOther)).toBeGreaterThan(0.015)
    expect(shareOf(isOther)).toBeLessThan(0.04)
    const isWrong = ({ cells, person }: LabelledRow) =>
      Boolean(fullDate(cells['date of birth'])) && cells['date of birth'] !== person.born
    expect(shareOf(isWrong)).toBeGreaterThan(0.005)
  })

  test('carry invented numbers only', () => {
    for (const { cells, person } of rows) {
      expect(person.nhsNumber).toMatch(/^999/)
      expect(isNhsNumber(person.nhsNumber)).toBe(true)
      const phones = [cells['phone 1'], cells['phone 2']].flatMap(cell => cell.split(' / '))
      for (const phone of phones.filter(text => text.replace(/\D/g, '').length >= 10)) {
        expect(isDramaNumber(`0${phone.replace(/\D/g, '').replace(/^(44|0)/, '')}`)).toBe(true)
      }
    }
  })

  test('are the same from the same seed and others from another', () => {
    const cells = (of: number) => labelledRows(of, 0.1).map(row => row.cells)
    expect(cells(3)).toEqual(cells(3))
    expect(cells(3)).not.toEqual(cells(4))
  })
})

describe('the baselines on them', () => {
  const score = (clusters: Int32Array) =>
    scoreClusters(clusters, truthOf(rows.map(({ person }) => String(person.ref))))

  test("Hackney's rules join people who are two", () => {
    const { precision, recall } = score(hackneyClusters(rows))
    expect(precision).toBeLessThan(0.995)
    expect(recall).toBeGreaterThan(0.9)
  })

  test("Beacon's tests miss what stands twice in one file", () => {
    const { precision, recall } = score(beaconClusters(rows))
    expect(precision).toBeGreaterThan(0.995)
    expect(recall).toBeLessThan(0.9)
  })
})
