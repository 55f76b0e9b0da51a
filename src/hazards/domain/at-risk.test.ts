// Who is at risk in each pack that ships, and after how many tries is it a concern?
import { describe, expect, test } from 'vitest'
import { personFlags } from '../../people/domain/index.ts'
import { allPacks, getPack, isAtRisk, type Known, triesBeforeConcern } from './index.ts'

const nobody: Known = { flags: [], marks: [], age: null }
const tries = (id: string, known: Partial<Known>) =>
  triesBeforeConcern(getPack(id, 1).concern, { ...nobody, ...known })

test.each([
  ['pandemic', { marks: ['oxygen'] }, 2],
  ['pandemic', { marks: ['has-shielding-letter'] }, 3],
  ['pandemic', { age: 90 }, 3],
  ['pandemic', { age: 89 }, null],
  ['pandemic', { age: 75, marks: ['vulnerable'] }, 3],
  ['pandemic', { age: 74, marks: ['vulnerable'] }, null],
  ['pandemic', { age: 71, flags: ['hard-of-hearing'] }, 3],
  ['pandemic', { age: 69, flags: ['hard-of-hearing'] }, null],
  ['pandemic', { marks: ['prepayment'] }, null],
  ['winter-welfare', { marks: ['fuel-poor'] }, 3],
  ['winter-welfare', { marks: ['dialysis'] }, 2],
  ['winter-welfare', { marks: ['telecare'] }, 3],
  ['winter-welfare', { age: 90 }, 3],
  ['winter-welfare', { age: 89 }, null],
  ['flood', { marks: ['hoist-or-stairlift'] }, 2],
  ['flood', { marks: ['ventilator'] }, 1],
  ['flood', { marks: ['prepayment'] }, null],
  ['heatwave', { marks: ['mental-health'] }, 2],
  ['heatwave', { age: 90 }, 2],
  ['cold', { marks: ['no-mains-supply'] }, 2],
  ['cold', { marks: ['oxygen'] }, 1],
  ['power-cut', { marks: ['oxygen'] }, 1],
  ['power-cut', { marks: ['cold-medicine'] }, 2],
  ['power-cut', { age: 89 }, null],
  ['water-outage', { marks: ['dialysis-or-pump'] }, 1],
  ['water-outage', { marks: ['oxygen'] }, null],
] as const)('%s: of %j, %s tries without an answer', (pack, known, allowed) => {
  expect(tries(pack, known)).toBe(allowed)
})

describe.each(allPacks())('$title', ({ concern }) => {
  test('has grounds of its own beside the flags, and nobody is at risk for nothing', () => {
    expect(concern.atRisk.length).toBeGreaterThan(1)
    expect(isAtRisk(concern, nobody)).toBe(false)
    expect(isAtRisk(concern, { ...nobody, flags: ['lives-alone'] })).toBe(true)
    expect(isAtRisk(concern, { ...nobody, age: 95 })).toBe(true)
  })

  test('names only flags that somebody can have', () => {
    const named = [...concern.atRiskFlags, ...concern.atRisk.flatMap(one => one.flags ?? [])]
    expect(named.filter(flag => !personFlags.some(one => one === flag))).toEqual([])
  })

  test('nobody whose life hangs on it waits longer than the others', () => {
    for (const { triesMax } of concern.atRisk) {
      expect(triesMax ?? 1).toBeLessThanOrEqual(concern.triesMax)
    }
  })
})
