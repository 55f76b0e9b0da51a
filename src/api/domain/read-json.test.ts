// Does the strict reader agree with JSON, except where two readers could disagree?
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { depthMax, readJson } from './read-json.ts'

test('whatever JSON writes is read as it was', () => {
  fc.assert(
    fc.property(fc.jsonValue({ maxDepth: 5 }), value => {
      const text = JSON.stringify(value, null, 1)
      expect(readJson(text)).toEqual({ value: JSON.parse(text) })
    }),
  )
})

test('a key that stands twice is named, also when it is written in two ways', () => {
  fc.assert(
    fc.property(fc.string(), fc.jsonValue(), (key, value) => {
      const one = JSON.stringify(key)
      const escaped = `"${[...Array(key.length).keys()]
        .map(i => `\\u${key.charCodeAt(i).toString(16).padStart(4, '0')}`)
        .join('')}"`
      const text = `{"list":[{${one}:${JSON.stringify(value)},${escaped}:1}]}`
      expect(readJson(text)).toEqual({ problem: 'repeated-key', at: key.slice(0, 80) })
    }),
  )
})

test('the same key in two objects is no repetition, and a value is no key', () => {
  const text = '{"a":{"b":"a"},"c":[{"b":1},{"b":"b"}],"b":["b","b"]}'
  expect(readJson(text)).toEqual({ value: JSON.parse(text) })
})

test.each(['', '{', '{"a":1,}', "{'a':1}", 'NaN', '{"a":1}{"a":2}', '\ufeff{}'])(
  '%j is not JSON',
  text => {
    expect(readJson(text)).toEqual({ problem: 'not-json', at: '' })
  },
)

test('nesting has an end', () => {
  const nested = (depth: number) => '['.repeat(depth) + ']'.repeat(depth)
  expect(readJson(nested(depthMax))).toHaveProperty('value')
  expect(readJson(nested(depthMax + 1))).toEqual({ problem: 'too-deep', at: '' })
})
