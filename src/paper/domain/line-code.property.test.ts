// Is one wrong sign always noticed, and is no code given twice?
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { codeOf, codeShown, codesPerFamily, codeWritten, familyOf, freeCodes } from './line-code.ts'

const signs = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789'

test('any one wrong sign in any place is no code of the same sheet', () => {
  for (let nth = 0; nth < codesPerFamily; nth++) {
    const code = codeOf(3, nth)
    for (let at = 0; at < 4; at++) {
      for (const sign of signs) {
        if (sign === code[at]) continue
        const wrong = code.slice(0, at) + sign + code.slice(at + 1)
        if (familyOf(wrong) === 3) expect(`${code} read as ${wrong}`).toBe('refused')
      }
    }
  }
})

test('a family holds 4,608 codes, none of them twice, none with I, O, 0 or 1', () => {
  const all = Array.from({ length: codesPerFamily }, (_, nth) => codeOf(0, nth))
  expect(new Set(all).size).toBe(4608)
  expect(all.filter(code => /[IO01]/.test(code))).toEqual([])
  expect(all.every(code => /^[A-Z]{3}[2-9]$/.test(code) && familyOf(code) === 0)).toBe(true)
})

test('a code is read however it is written', () => {
  expect(codeWritten('hbd-2')).toBe('HBD2')
  expect(codeWritten(codeShown('HBD2'))).toBe('HBD2')
  expect(familyOf('')).toBeUndefined()
  expect(familyOf('HBD22')).toBeUndefined()
})

test('new codes never live already, are of one family, and are as many as asked', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 0, max: codesPerFamily }),
      fc.integer({ min: 1, max: 500 }),
      fc.nat(),
      (livingCount, count, begin) => {
        const living = new Set(Array.from({ length: livingCount }, (_, nth) => codeOf(0, nth)))
        const free = freeCodes(living, { count, begin })
        expect(new Set(free?.codes).size).toBe(count)
        expect(free?.codes.filter(code => living.has(code))).toEqual([])
        expect(free?.codes.every(code => familyOf(code) === free.family)).toBe(true)
      },
    ),
    { numRuns: 200 },
  )
})

test('a council whose codes are all out gets none', () => {
  const all = new Set(
    Array.from({ length: 24 * codesPerFamily }, (_, nth) =>
      codeOf(Math.floor(nth / codesPerFamily), nth % codesPerFamily),
    ),
  )
  expect(freeCodes(all, { count: 1, begin: 0 })).toBeUndefined()
})
