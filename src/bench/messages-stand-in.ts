// Notify's stand-in as a process of its own: tells its address, and how many messages it took.
import { createInterface } from 'node:readline'
import { openNotifyStandIn } from '../testing/notify-stand-in.ts'

/** Until it is killed. */
export async function standIn(): Promise<never> {
  const notify = await openNotifyStandIn({ isRemembering: false })
  // 100,000 in a minute is more than Notify's own limit of 3,000: what is measured here is ours.
  notify.limit(Number.POSITIVE_INFINITY)
  process.stdout.write(`${notify.url}\n`)
  for await (const _line of createInterface(process.stdin)) {
    const different = new Set(notify.got.map(({ reference }) => reference)).size
    process.stdout.write(`${JSON.stringify({ taken: notify.got.length, different })}\n`)
  }
  throw new Error('nobody asks any more')
}
