// One worker of the bench of messages: hands over and reconciles until it is killed.
import { setTimeout as pause } from 'node:timers/promises'
import { handOver, reconcile } from '../mailings/index.ts'
import { openNode } from '../main.ts'
import { benchCouncil } from './messages-residents.ts'

const restMs = 100

export async function work(): Promise<never> {
  const node = await openNode(JSON.parse(process.env.DOORSTEP_BENCH_WORKER ?? '{}'))
  process.stdout.write('ready\n')
  const hand = forever(() => handOver(node, benchCouncil), restMs)
  return Promise.race([hand, forever(() => reconcile(node, benchCouncil), 10 * restMs)])
}

async function forever(doIt: () => Promise<unknown>, everyMs: number): Promise<never> {
  for (;;) {
    await doIt()
    await pause(everyMs)
  }
}
