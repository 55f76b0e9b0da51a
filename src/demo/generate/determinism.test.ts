// Is the same seed the same bytes, and another seed another district?
import { createHash } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { councilKnownFiles, generateDistrict, roundPlan, splFiles, truth } from './index.ts'
import type { GenerateRequest, ListFile } from './types.ts'

function digest(request: GenerateRequest): string {
  const district = generateDistrict(request)
  const files: ListFile[] = [...splFiles(district), ...councilKnownFiles(district)]
  const hash = createHash('sha256')
  for (const { name, receivedAt, csv } of files) hash.update(`${name}\n${receivedAt}\n${csv}`)
  hash.update(JSON.stringify([district, truth(district), roundPlan(district)]))
  return hash.digest('hex')
}

describe('a seed', () => {
  it.each(['W0', 'W1'] as const)('gives %s again to the byte', size => {
    expect(digest({ size, seed: 7 })).toBe(digest({ size, seed: 7 }))
  })

  it('changes everything when it changes', () => {
    expect(digest({ size: 'W0', seed: 7 })).not.toBe(digest({ size: 'W0', seed: 8 }))
  })

  it('gives W1 with its files and round within the time allowed', () => {
    const start = performance.now()
    digest({ size: 'W1', seed: 9 })
    expect(performance.now() - start).toBeLessThan(15_000)
  })
})
