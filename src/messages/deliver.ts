// Who carries the messages out? This process, soon after they are queued, until none is due.
import { systemId } from '../access/index.ts'
import type { Node } from '../node.ts'
import type { Tx } from '../store/open.ts'
import { SendProblem } from './sender.ts'
import { smtpSender } from './senders/smtp.ts'
import { dropOld, markFailed, markKept, markSent, type Taken, takeNext } from './store/queue.ts'
import { type MailSettings, mailSettings } from './store/settings.ts'

const atOnceMax = 100

/**
 * Does not keep the asker waiting. A process that stops leaves the rest in the table, and whoever
 * delivers next takes it up; a database that is away loses nothing.
 */
export function deliverSoon(node: Node, council: string, pauseMs = 0): void {
  const timer = setTimeout(() => void deliver(node, council).catch(() => {}), pauseMs)
  timer.unref()
}

/** How many went out or were kept. */
export async function deliver(node: Node, council: string): Promise<number> {
  const inTx = <T>(work: (tx: Tx) => Promise<T>) =>
    node.store.transaction({ council, actor: systemId }, work)
  const settings = await inTx(tx => mailSettings(tx, node.store.keys, council))
  if (settings.by === 'nobody' || settings.by === 'locked') return 0
  await inTx(tx => dropOld(tx, council, node.clock.now()))
  let done = 0
  for (let i = 0; i < atOnceMax; i++) {
    const taken = await inTx(tx => takeNext(tx, council, node.clock.now()))
    if (!taken) break
    if (await carry(node, council, { taken, settings })) done++
  }
  return done
}

type Carried = { readonly taken: Taken; readonly settings: MailSettings }

async function carry(node: Node, council: string, { taken, settings }: Carried): Promise<boolean> {
  const inTx = <T>(work: (tx: Tx) => Promise<T>) =>
    node.store.transaction({ council, actor: systemId }, work)
  const { id, tries } = taken
  if (!('smtp' in settings)) {
    await inTx(tx => markKept(tx, council, { id, now: node.clock.now() }))
    return true
  }
  try {
    await smtpSender(settings.smtp).send(taken)
  } catch (error) {
    if (!(error instanceof SendProblem)) throw error
    const { code, isFinal } = error
    const failure = { id, code, isFinal, tries, now: node.clock.now() }
    const pauseMs = await inTx(tx => markFailed(tx, council, failure))
    if (pauseMs !== undefined) deliverSoon(node, council, pauseMs)
    return false
  }
  await inTx(tx => markSent(tx, council, { id, now: node.clock.now() }))
  return true
}
