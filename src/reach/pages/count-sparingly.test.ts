// Is a figure right at once where counting is quick, and seldom counted where it is not?
import { setTimeout as pause } from 'node:timers/promises'
import { expect, test } from 'vitest'
import { type Counted, countSparingly } from './count-sparingly.ts'

test('what is counted quickly is as of the log, counted once for each state', async () => {
  const counted: Counted = {}
  let times = 0
  const look = (asOf: string, n: number) =>
    countSparingly(counted, asOf, async () => {
      times += 1
      return n
    })
  expect(await look('1', 9)).toBe(9)
  expect(await look('1', 9)).toBe(9)
  expect(await look('2', 8)).toBe(8)
  expect(times).toBe(2)
})

test('what takes long is kept for twenty times as long, then counted again', async () => {
  const counted: Counted = {}
  const slowly = (n: number) => async () => {
    await pause(20)
    return n
  }
  expect(await countSparingly(counted, '1', slowly(9))).toBe(9)
  expect(await countSparingly(counted, '2', slowly(8))).toBe(9)
  const again = () => countSparingly(counted, '3', slowly(7))
  await expect.poll(again, { timeout: 20_000, interval: 50 }).toBe(7)
})

test('who looks while somebody counts waits, or counts where that came to nothing', async () => {
  const counted: Counted = {}
  let times = 0
  const count = async () => {
    times += 1
    await pause(15)
    return 5
  }
  const all = Array.from({ length: 30 }, () => countSparingly(counted, '1', count))
  expect(new Set(await Promise.all(all))).toEqual(new Set([5]))
  expect(times).toBe(1)
  const broken: Counted = {}
  const fails = countSparingly(broken, '1', () => Promise.reject(new Error('gone')))
  const other = countSparingly(broken, '1', count)
  await expect(fails).rejects.toThrow('gone')
  expect(await other).toBe(5)
  expect(await countSparingly(broken, '2', count)).toBe(5)
})
