// Who carries the notices out? Whichever process takes the turn, one by one, in order, until told.
import { systemActor, systemId } from '../access/index.ts'
import { act } from '../events/index.ts'
import { secondMs } from '../kernel/clock.ts'
import { newId } from '../kernel/ids.ts'
import type { Node } from '../node.ts'
import type { Tx } from '../store/open.ts'
import { endSubscription, pauseSubscription } from './domain/change-subscription.ts'
import { failingMsMax, nextPauseMs } from './domain/next-try.ts'
import { bodyOf, idOf } from './notice.ts'
import { loopbackIsAllowed, type Network } from './send/network.ts'
import { type Answered, post } from './send/post.ts'
import { signedHeaders } from './send/sign.ts'
import { noteDelivery } from './store/deliveries.ts'
import { secretsOf } from './store/secrets.ts'
import { listHosts } from './store/subscriptions.ts'
import { endTurn, fallBack, moveOn, openCursors, type Turn, takeTurn } from './store/turns.ts'
import { type Noticed, scopeOfTurn, type Waiting, waitingFor } from './store/waiting.ts'
import { tellOfPause } from './tell-of-pause.ts'

/** A slow receiver may hold up its own notices, never those of others for longer than this. */
const turnMsMax = 5 * secondMs
const turnsAtOnceMax = 16

/** How many arrived. `network` is another one in tests of what a name may answer. */
export async function deliverNotices(
  node: Node,
  council: string,
  network?: Network,
): Promise<number> {
  const run = { node, council, network }
  await inTx(run, tx => openCursors(tx, council, node.clock.now()))
  const turns: Turn[] = []
  while (turns.length < turnsAtOnceMax) {
    const ask = { now: node.clock.now(), not: turns.map(one => one.subscription) }
    const turn = await inTx(run, tx => takeTurn(tx, council, ask))
    if (!turn) break
    turns.push(turn)
  }
  const arrived = await Promise.all(turns.map(turn => carry(run, turn)))
  return arrived.reduce((all, one) => all + one, 0)
}

type Run = {
  readonly node: Node
  readonly council: string
  readonly network: Network | undefined
}

function inTx<T>({ node, council }: Run, work: (tx: Tx) => Promise<T>): Promise<T> {
  return node.store.transaction({ council, actor: systemId }, work)
}

/** One turn: what waits, one after the other, until one fails or the time is over. */
async function carry(run: Run, turn: Turn): Promise<number> {
  try {
    const loaded = await load(run, turn)
    if (!loaded) {
      await stop(run, turn, 'no-access')
      return 0
    }
    return await sendAll(run, turn, loaded)
  } finally {
    await inTx(run, tx => endTurn(tx, run.council, turn))
  }
}

type Loaded = {
  readonly waiting: Waiting
  readonly secrets: readonly string[]
  readonly hosts: readonly string[]
}

function load(run: Run, turn: Turn): Promise<Loaded | undefined> {
  const { node, council } = run
  const now = node.clock.now()
  return inTx(run, async tx => {
    const scope = await scopeOfTurn(tx, node, { council, turn, now })
    if (!scope) return undefined
    return {
      waiting: await waitingFor(tx, scope, turn),
      secrets: await secretsOf(tx, council, {
        keys: node.store.keys,
        subscription: turn.subscription,
        now,
      }),
      hosts: await listHosts(tx, council),
    }
  })
}

async function sendAll(run: Run, turn: Turn, loaded: Loaded): Promise<number> {
  const { node, council } = run
  const { events, upTo } = loaded.waiting
  const overAt = performance.now() + turnMsMax
  for (const [at, event] of events.entries()) {
    if (performance.now() > overAt) return at
    const attempt = at === 0 ? turn.tries + 1 : 1
    const { answered, tookMs } = await sendOne(run, { turn, loaded, event })
    const now = node.clock.now()
    const goesOn = await inTx(run, async tx => {
      const { status, problem } = answered
      const { seq, kind } = event
      const { subscription } = turn
      const note = { subscription, seq, kind, attempt, at: now, tookMs, status, problem }
      await noteDelivery(tx, council, note)
      return answered.outcome === 'delivered' && moveOn(tx, council, { turn, now, after: seq })
    })
    if (answered.outcome !== 'delivered') {
      await giveWay(run, { turn: at === 0 ? turn : freshOf(turn), answered })
      return at
    }
    if (!goesOn) return at + 1
  }
  await inTx(run, tx => moveOn(tx, council, { turn, now: node.clock.now(), after: upTo }))
  return events.length
}

/** After one success in this turn the failures before it are forgotten. */
function freshOf(turn: Turn): Turn {
  return { ...turn, tries: 0, failingSince: null }
}

type Sent = { readonly turn: Turn; readonly loaded: Loaded; readonly event: Noticed }

async function sendOne({ node, council, network }: Run, { turn, loaded, event }: Sent) {
  const body = bodyOf(event)
  const id = idOf(council, event.seq)
  const { secrets, hosts } = loaded
  const headers = signedHeaders({ id, at: node.clock.now(), body, secrets })
  const rules = { hosts, allowsLoopback: loopbackIsAllowed() }
  const startedMs = performance.now()
  // A notice that nobody could check is worse than one that is late.
  if (secrets.length === 0) return { answered: unsigned, tookMs: 0 }
  const answered = await post({ address: turn.address ?? '', headers, body, rules, network })
  return { answered, tookMs: performance.now() - startedMs }
}

const unsigned: Answered = { outcome: 'failed', status: null, problem: 'no-secret' }

type Failure = { readonly turn: Turn; readonly answered: Answered }

async function giveWay(run: Run, { turn, answered }: Failure): Promise<void> {
  const now = run.node.clock.now()
  const pauseMs = nextPauseMs(turn.tries + 1, Math.random(), answered.waitMs)
  const problem = answered.status === null ? answered.problem : `${answered.status}`
  await inTx(run, tx => fallBack(tx, run.council, { turn, now, problem: problem ?? '', pauseMs }))
  if (answered.outcome === 'gone') return stop(run, turn, 'gone')
  const failingMs = turn.failingSince ? now - turn.failingSince.getTime() : 0
  if (failingMs >= failingMsMax) await stop(run, turn, 'failures')
}

/** On the record as the system's own doing; who keeps the system is told. */
async function stop(
  { node, council }: Run,
  { subscription }: Turn,
  reason: 'gone' | 'failures' | 'no-access',
): Promise<void> {
  const actor = systemActor(council)
  const id = newId()
  if (reason === 'gone') {
    await act(node, actor, endSubscription, { id, input: { subscription, reason } })
  } else {
    await act(node, actor, pauseSubscription, { id, input: { subscription, reason } })
  }
  await tellOfPause(node, council, subscription)
}
