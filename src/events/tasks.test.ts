// Does a task run again and again, never twice at once, and end when the server does?
import { setTimeout as sleep } from 'node:timers/promises'
import { expect, test } from 'vitest'
import type { Node } from '../node.ts'
import { capability, type Task } from './capability.ts'
import { makeRegistry } from './registry.ts'
import { startTasks } from './tasks.ts'

function nodeWith(task: Task): Node {
  return {
    registry: makeRegistry([capability({ name: 'test', tasks: [task] })]),
  } as unknown as Node
}

test('a task that fails is told of and runs again, and none overlaps', async () => {
  let runs = 0
  let atOnce = 0
  let atOnceMost = 0
  const told: string[] = []
  const task: Task = {
    name: 'test.count',
    everyMs: 2,
    async run() {
      atOnceMost = Math.max(atOnceMost, ++atOnce)
      await sleep(3)
      atOnce -= 1
      if (++runs === 1) throw new Error('once')
    },
  }
  const stop = startTasks(nodeWith(task), name => told.push(name))
  while (runs < 3) await sleep(5)
  await stop()
  const after = runs
  await sleep(20)
  expect(runs).toBe(after)
  expect(atOnceMost).toBe(1)
  expect(told).toEqual(['test.count'])
})
