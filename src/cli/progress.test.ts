// Is progress readable on a terminal and in a log?
import { expect, test } from 'vitest'
import { progressLine, startProgress } from './progress.ts'

test('a line says how many of how many, how fast and how long still', () => {
  const line = progressLine({ label: 'Rows', done: 1500, total: 6500, tookMs: 1000 })
  expect(line).toBe('Rows: 1,500 of 6,500, 1,500 a second, 4 s left')
})

test('without a total it says what it knows', () => {
  const line = progressLine({ label: 'Rows', done: 10, total: undefined, tookMs: 1000 })
  expect(line).toBe('Rows: 10, 10 a second')
})

test('before the first item it promises nothing', () => {
  expect(progressLine({ label: 'Rows', done: 0, total: 9, tookMs: 0 })).toBe('Rows: 0 of 9')
})

test('outside a terminal the end is one plain line, told once', () => {
  const written: string[] = []
  const progress = startProgress('Rows', 2, { write: text => written.push(text) })
  progress.update(1)
  progress.update(2)
  progress.end()
  expect(written).toEqual([expect.stringMatching(/^Rows: 2 of 2, [\d,]+ a second\n$/)])
})

test('on a terminal the line is drawn over itself', () => {
  const written: string[] = []
  const progress = startProgress('Rows', 2, { isTTY: true, write: text => written.push(text) })
  progress.update(2)
  progress.end()
  expect(written).toEqual([expect.stringContaining('\r\u001b[KRows: 2 of 2'), '\n'])
})
