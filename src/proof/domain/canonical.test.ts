// Do two programs that write the same proof write the same bytes?
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { canonical, type Json } from './canonical.ts'

test('names are in their order, without spaces, whatever order they were given in', () => {
  expect(canonical({ b: 1, a: [true, null, 'é"\n'], A: { z: -3 } })).toBe(
    '{"A":{"z":-3},"a":[true,null,"é\\"\\n"],"b":1}',
  )
})

test('what is read again is written again the same', () => {
  const whole = fc.letrec(tie => ({
    json: fc.oneof(
      { maxDepth: 4 },
      fc.constantFrom(null, true, false),
      fc.maxSafeInteger().filter(n => !Object.is(n, -0)),
      fc.string({ unit: 'grapheme' }).filter(text => text.isWellFormed()),
      fc.array(tie('json'), { maxLength: 4 }),
      fc.dictionary(fc.string(), tie('json'), { maxKeys: 4 }),
    ),
  })).json as fc.Arbitrary<Json>
  fc.assert(
    fc.property(whole, json => {
      const written = canonical(json)
      expect(canonical(JSON.parse(written) as Json)).toBe(written)
    }),
  )
})

test('what has no such form is refused', () => {
  for (const odd of [0.5, Number.NaN, -0, 2 ** 53, '\ud800']) {
    expect(() => canonical(odd)).toThrow()
  }
})
