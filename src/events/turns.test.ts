// Does the line before a council's log keep its order, and never keep anybody for good?
import { setTimeout as pause } from 'node:timers/promises'
import { expect, test } from 'vitest'
import { makeTurns } from './turns.ts'

test('two go at once and the others follow in order as turns end', async () => {
  const turns = makeTurns()
  const went: number[] = []
  const ends = await Promise.all([turns.take('a'), turns.take('a')])
  const others = [1, 2, 3].map(async n => {
    const end = await turns.take('a')
    went.push(n)
    return end
  })
  await pause(20)
  expect(went).toEqual([])
  ends[0]?.()
  const end = await others[0]
  expect(went).toEqual([1])
  end?.()
  await others[1]
  expect(went).toEqual([1, 2])
  ends[1]?.()
  await others[2]
  expect(went).toEqual([1, 2, 3])
})

test('another council has its own line', async () => {
  const turns = makeTurns()
  await Promise.all([turns.take('a'), turns.take('a')])
  await turns.take('b')
})

test('somebody whose turn never comes goes after a while: the database knows better', async () => {
  const turns = makeTurns()
  await Promise.all([turns.take('a'), turns.take('a')])
  const startedMs = performance.now()
  await turns.take('a')
  expect(performance.now() - startedMs).toBeGreaterThan(200)
})

test('a turn that is ended twice lets only one follow', async () => {
  const turns = makeTurns()
  const [end] = await Promise.all([turns.take('a'), turns.take('a')])
  let went = 0
  for (let i = 0; i < 2; i++) void turns.take('a').then(() => went++)
  end?.()
  end?.()
  await pause(50)
  expect(went).toBe(1)
})
