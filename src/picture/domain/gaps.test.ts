// Is the gap that a coordinator sees the one that matters, and is nothing called done too early?
import { describe, expect, test } from 'vitest'
import { gapOf, gapsFirst, isDone } from './gaps.ts'
import type { StreetCover, ZoneCover } from './model.ts'
import { addCounts, noCounts } from './terms.ts'

const ann = { id: 'ann', name: 'Ann' }

function street(name: string, given: Partial<StreetCover> = {}): StreetCover {
  return { id: name, name, homes: 10, owner: ann, counts: noCounts, openNeeds: 0, ...given }
}

function zone(name: string, streets: StreetCover[]): ZoneCover {
  const counts = addCounts(streets.map(one => one.counts))
  return { id: name, name, homes: 10, owner: ann, counts, streets }
}

const untried = (n: number) => ({ ...noCounts, untried: n, listed: n })

describe('the gap of a village', () => {
  test('is the untaken street where most people are not yet tried', () => {
    const zones = [
      zone('1', [street('High Street', { counts: untried(9) })]),
      zone('2', [
        street('Mill Lane', { owner: null, counts: untried(2) }),
        street('Fen Close', { owner: null, counts: untried(1) }),
      ]),
    ]
    expect(gapOf(zones)).toMatchObject({ street: { name: 'Mill Lane' }, others: 1 })
  })

  test('is gone when every street has somebody', () => {
    expect(gapOf([zone('1', [street('High Street', { counts: untried(9) })])])).toBeNull()
  })
})

test('zones with most to do come first, and their gaps before the rest', () => {
  const zones = gapsFirst([
    zone('10', [street('Done Road')]),
    zone('2', [street('Later Road')]),
    zone('5', [
      street('Taken', { counts: untried(1) }),
      street('Untaken', { owner: null, counts: untried(1) }),
    ]),
  ])
  expect(zones.map(one => one.name)).toEqual(['5', '2', '10'])
  expect(zones[0]?.streets.map(one => one.name)).toEqual(['Untaken', 'Taken'])
})

test('a street is not done while anybody there is untried, unowned or in need', () => {
  expect(isDone(street('a'))).toBe(true)
  expect(isDone(street('a', { openNeeds: 1 }))).toBe(false)
  expect(isDone(street('a', { owner: null }))).toBe(false)
  expect(isDone(street('a', { counts: { ...noCounts, tried: 1, listed: 1 } }))).toBe(false)
})
