// Who hands the messages over? Any process, some at a time: claim, look once more who must not be
// written to, hand over, write down what became of each. Killed anywhere, nothing goes out twice.
import { systemActor, systemId } from '../access/index.ts'
import { act } from '../events/index.ts'
import { secondMs } from '../kernel/clock.ts'
import { type Id, newId } from '../kernel/ids.ts'
import { isRefusal } from '../kernel/refusal.ts'
import { residentSenders } from '../messages/index.ts'
import type { Node } from '../node.ts'
import type { Tx } from '../store/open.ts'
import { type Handled, handleMessages } from './domain/handle-messages.ts'
import { leftOutBecause } from './domain/left-out.ts'
import { render } from './domain/render.ts'
import {
  claim,
  type OpenMailing,
  openMailings,
  pause,
  pausedNow,
  release,
  sendMsMax,
} from './store/claims.ts'
import { type Saying, sayingOf, type ToSend, toSend } from './store/to-send.ts'

/** So many claims at once, and so many messages of each on their way. */
const lanesMax = 4
const atOnceMax = 25
const turnMsMax = 20 * secondMs

type Run = { readonly node: Node; readonly council: string; readonly overAt: number }

/** How many went out. Ends when nothing waits, when it has taken its turn, or when told to wait. */
export async function handOver(node: Node, council: string): Promise<number> {
  const run = { node, council, overAt: performance.now() + turnMsMax }
  const senders = await inTx(run, tx => residentSenders(tx, node, council))
  let handed = 0
  try {
    for (;;) {
      const mailing = await nextMailing(run, senders)
      if (!mailing || performance.now() > run.overAt) return handed
      const sender = senders[mailing.channel]
      const lanes = Array.from({ length: lanesMax }, () => lane(run, { mailing, sender }))
      handed += (await Promise.all(lanes)).reduce((all, one) => all + one, 0)
    }
  } finally {
    for (const sender of new Set(Object.values(senders))) {
      if (sender !== 'keep' && sender !== 'wait') sender.close()
    }
  }
}

/** `keep`: nothing is sent here, so it is only shown. `wait`: until somebody sets up a sender. */
type Senders = Awaited<ReturnType<typeof residentSenders>>
type Carried = {
  readonly mailing: OpenMailing & { channel: 'text' | 'email' }
  readonly sender: Senders['text']
}

function inTx<T>({ node, council }: Run, work: (tx: Tx) => Promise<T>): Promise<T> {
  return node.store.transaction({ council, actor: systemId }, work)
}

function nextMailing(run: Run, senders: Senders): Promise<Carried['mailing'] | undefined> {
  return inTx(run, async tx => {
    const paused = await pausedNow(tx, run.council, run.node.clock.now())
    const open = await openMailings(tx, run.council)
    return open.find((one): one is Carried['mailing'] => {
      const { channel } = one
      if (channel === 'letter' || senders[channel] === 'wait') return false
      return !paused.some(pause => pause.channel === channel)
    })
  })
}

async function lane(run: Run, { mailing, sender }: Carried): Promise<number> {
  let handed = 0
  while (performance.now() < run.overAt) {
    const chunk = await claimChunk(run, mailing.mailing)
    if (!chunk) return handed
    const results = await handAll({ ...chunk, mailing, sender })
    handed += results.done.filter(({ result }) => result === 'handed').length
    await settle(run, { mailing: mailing.mailing, token: chunk.token, sender, results })
    if (results.waits) {
      const until = run.node.clock.now() + results.waits.waitMs
      const { code: problem } = results.waits
      await inTx(run, tx => pause(tx, run.council, { ...mailing, until, problem }))
      return handed
    }
  }
  return handed
}

type Chunk = {
  readonly token: Id
  readonly claimed: readonly Id[]
  readonly claimedAt: number
  readonly found: readonly ToSend[]
  readonly saying: Saying
}

function claimChunk(run: Run, mailing: Id): Promise<Chunk | undefined> {
  const { council } = run
  const claimedAt = performance.now()
  const token = newId()
  return inTx(run, async tx => {
    const now = run.node.clock.now()
    const saying = await sayingOf(tx, council, mailing)
    const claimed = saying ? await claim(tx, council, { mailing, token }) : []
    if (!saying || claimed.length === 0) return undefined
    const found = await toSend(tx, council, { messages: claimed, now })
    return { token, claimed, claimedAt, found, saying }
  })
}

type Results = {
  readonly done: Handled[]
  /** Whose claims end without a word: nothing was sent. */
  readonly untouched: Id[]
  /** The other side asked to wait. */
  waits?: { readonly code: string; readonly waitMs: number }
}

async function handAll(chunk: Chunk & Carried): Promise<Results> {
  const results: Results = { done: [], untouched: [] }
  const known = new Set(chunk.found.map(({ message }) => message))
  for (const message of chunk.claimed) {
    // Their membership was taken back: as if they had never been listed.
    if (!known.has(message)) leaveOut(results, message, 'off-the-list')
  }
  const waiting = [...chunk.found]
  const carry = async () => {
    for (let one = waiting.shift(); one; one = waiting.shift()) {
      const mayStart = !results.waits && performance.now() - chunk.claimedAt < sendMsMax
      if (mayStart) await handOne(one, { chunk, results })
      else results.untouched.push(one.message)
    }
  }
  await Promise.all(Array.from({ length: atOnceMax }, carry))
  return results
}

function leaveOut(results: Results, message: Id, reason: 'off-the-list') {
  results.done.push({ message, result: 'left-out', reason })
}

type Handing = { readonly chunk: Chunk & Carried; readonly results: Results }

async function handOne(one: ToSend, { chunk, results }: Handing): Promise<void> {
  const { message } = one
  const { saying, sender, mailing } = chunk
  const reason = leftOutBecause(one, saying)
  if (reason || one.to === null) {
    results.done.push({ message, result: 'left-out', reason: reason ?? 'no-contact-point' })
    return
  }
  if (sender === 'keep' || sender === 'wait') {
    results.done.push({ message, result: 'kept' })
    return
  }
  const filled = { name: one.given, council: saying.council }
  const words = render(saying.wordings, one.language, filled)
  const { channel } = mailing
  const handing = await sender.hand({ channel, to: one.to, reference: message, ...words })
  if (handing.result === 'handed') results.done.push({ message, result: 'handed' })
  if (handing.result === 'bad-address') {
    results.done.push({ message, result: 'failed', code: handing.code })
  }
  if (handing.result === 'later') {
    results.untouched.push(message)
    results.waits = handing
  }
  // Unknown: the claim stays, and when it is old the other side is asked.
}

type Settling = {
  readonly mailing: Id
  readonly token: Id
  readonly sender: Senders['text']
  readonly results: Pick<Results, 'done' | 'untouched'>
}

/** First the record, then the claims: whoever dies in between leaves claims without a use. */
export async function settle(
  run: Pick<Run, 'node' | 'council'>,
  { mailing, token, sender, results }: Settling,
): Promise<void> {
  const { done, untouched } = results
  if (done.length > 0) {
    const via = sender === 'keep' || sender === 'wait' ? 'nobody' : sender.name
    const input = { mailing, via, done }
    const asked = { id: newId(), input }
    const told = await act(run.node, systemActor(run.council), handleMessages, asked)
    if (isRefusal(told)) throw new Error(`handled messages were refused: ${told.refused}`)
  }
  const over = [...done.map(({ message }) => message), ...untouched]
  await run.node.store.transaction({ council: run.council, actor: systemId }, tx =>
    release(tx, run.council, { token, messages: over }),
  )
}
