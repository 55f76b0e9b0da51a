// Are two sets of links compared whatever the order in which they name a pair?
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { linksFrom, linksIn, numberOf } from './link-links.ts'

test('a pair is one pair both ways round, and what is too light is left out', () => {
  const folder = mkdtempSync(join(tmpdir(), 'links-'))
  try {
    const file = join(folder, 'pairs.csv')
    writeFileSync(file, 'id_a,id_b,weight\n7,3,9.5\n4,5,4\n1,2,3.9\n')
    const ours = linksIn(file, 4)
    const theirs = linksFrom([numberOf(3, 7), numberOf(8, 9), numberOf(5, 4)])
    expect(ours.size).toBe(2)
    expect(ours.sharedWith(theirs)).toBeCloseTo(2 / 3)
  } finally {
    rmSync(folder, { recursive: true })
  }
})

test('nothing on both sides is agreement', () => {
  expect(linksFrom([]).sharedWith(linksFrom([]))).toBe(1)
})
