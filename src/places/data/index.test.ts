// Are the shipped places whole? 107 villages, each with its own tile, code and a parish code.
import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { southCambridgeshire } from './index.ts'

const { villages, wards } = southCambridgeshire
const distinct = (of: string[]) => new Set(of).size

describe('the shipped places', () => {
  it('hold 106 villages and one town, each with its own name, code and slug', () => {
    expect(villages.filter(village => village.kind === 'village')).toHaveLength(106)
    expect(villages.filter(village => village.kind === 'town')).toHaveLength(1)
    expect(distinct(villages.map(village => village.name))).toBe(107)
    expect(distinct(villages.map(village => village.code))).toBe(107)
    expect(distinct(villages.map(village => village.slug))).toBe(107)
  })

  it('give no two villages the same tile, on either map', () => {
    const at = (tile: { column: number; row: number }) => `${tile.column},${tile.row}`
    expect(distinct(villages.map(village => at(village.tile)))).toBe(107)
    expect(distinct(villages.map(village => at(village.tileNarrow)))).toBe(107)
  })

  it('use only parish codes and ward codes that were received', () => {
    const parishes = readFileSync(
      new URL('./south-cambridgeshire-parishes.csv', import.meta.url),
      'utf8',
    )
    for (const village of villages) expect(parishes).toContain(`${village.parishCode},`)
    const wardCodes = wards.map(ward => ward.code)
    for (const village of villages) expect(wardCodes).toContain(village.wardCode)
    expect(wards).toHaveLength(26)
  })

  it('carry the attribution the licence asks for', () => {
    expect(southCambridgeshire.attribution).toMatch(/Open Government Licence v3\.0/)
  })
})
