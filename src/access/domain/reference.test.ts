// Can a reference be read back, however it is typed?
import { expect, test } from 'vitest'
import { readReference, referenceOf } from './reference.ts'

const id = '01960a2b-7c11-7abc-8def-0123456789ab'

test('a reference is the last eight digits, without the time that an id begins with', () => {
  expect(referenceOf(id)).toBe('P-456789AB')
})

test.each(['P-456789AB', 'p-456789ab', ' 456789AB ', id, id.toUpperCase(), 'P 4567 89AB'])(
  '%j is read as a reference',
  text => {
    expect(readReference(text)).toBe('456789ab')
  },
)

test.each(['', 'Joan', '456789A', "456789AB'; --", '%%%%%%%%'])('%j is no reference', text => {
  expect(readReference(text)).toBeUndefined()
})
