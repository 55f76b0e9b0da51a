// Does a slip of the pen change a word by one slip, and no more?
import { expect, test } from 'vitest'
import { stream } from '../demo/generate/random.ts'
import { slip } from './link-slips.ts'

test('a slip leaves the first letter, and the length but for one letter', () => {
  const random = stream(1, 'slips')
  for (let run = 0; run < 500; run++) {
    const slipped = slip('fairweather', random)
    expect(slipped[0]).toBe('f')
    expect(Math.abs(slipped.length - 'fairweather'.length)).toBeLessThanOrEqual(1)
  }
})

test('what has two letters stays as it is', () => {
  expect(slip('Jo', stream(1, 'slips'))).toBe('Jo')
})
