// Is the next batch made while somebody waits, and nothing lost, doubled or made too early?
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { madeAhead } from './made-ahead.ts'

async function* given<T>(batches: readonly (readonly T[])[]): AsyncGenerator<readonly T[], void> {
  for (const batch of batches) yield batch
}

const pause = () => new Promise(go => setTimeout(go, 1))

test('every one comes out once, made, in order and in its batch', async () => {
  const batches = fc.array(fc.array(fc.integer(), { maxLength: 50 }), { maxLength: 8 })
  await fc.assert(
    fc.asyncProperty(batches, async all => {
      const out: string[][] = []
      for await (const made of madeAhead(given(all), one => `${one}`)) out.push(made)
      expect(out).toEqual(all.map(batch => batch.map(one => `${one}`)))
    }),
  )
})

test('the next batch, and no more, is made while somebody waits with the one before', async () => {
  const made: number[] = []
  const make = (one: number) => made.push(one)
  for await (const _ of madeAhead(given([[1], [2], [3]]), make)) {
    const before = made.length
    while (made.length === before && made.length < 3) await pause()
    await pause()
    expect(made.length).toBeLessThanOrEqual(before + 1)
  }
  expect(made).toEqual([1, 2, 3])
})

test('what goes wrong with a batch is said when that batch is taken', async () => {
  const seen: string[][] = []
  const make = (one: number) => {
    if (one === 2) throw new Error('no two')
    return `${one}`
  }
  const takeAll = async () => {
    for await (const made of madeAhead(given([[1], [2], [3]]), make)) {
      await pause()
      seen.push(made)
    }
  }
  await expect(takeAll()).rejects.toThrow('no two')
  expect(seen).toEqual([['1']])
})

test('who stops taking ends the source too', async () => {
  let isEnded = false
  async function* source() {
    try {
      for (let nth = 0; ; nth++) yield [nth]
    } finally {
      isEnded = true
    }
  }
  for await (const made of madeAhead(source(), one => one)) if (made[0] === 2) break
  expect(isEnded).toBe(true)
})
