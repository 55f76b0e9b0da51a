// How many commands a second does one council take over HTTP, and how long does each wait?
//
// Two commands: a small one, and the one that matters most, the record of a call. That request
// reads the call, decides, appends, changes the read models, and holds the next person to ring.
import type { RoleName } from '../access/index.ts'
import { newId } from '../kernel/ids.ts'
import { type Asked, type Client, openClient, type Question } from './ask.ts'
import type { Bench } from './bench.ts'
import { type Chance, chanceFrom } from './chance.ts'
import { type Figure, spreadFigures } from './result.ts'
import { startServer } from './server.ts'
import { openTown, type Town } from './town.ts'

/** Fewer than wait to be rung in the town, so that there is always a next. */
const commandsUsual = 1_000
const clientsCount = 16
const warmUp = 200
const perSecondMin = 400
const p95MsMax = 150
const coresUsual = 2

type Kind = {
  readonly name: string
  readonly role: RoleName
  /** `last` is the answer to this client's question before. */
  question(town: Town, chance: Chance, last: Asked | undefined): Question
}

const kinds: readonly Kind[] = [
  { name: 'somebody is let in', role: 'system-administrator', question: addUser },
  { name: 'a call is recorded', role: 'call-handler', question: recordCall },
]

export const bench: Bench = async ({ seed, count, cores = coresUsual, io, dataDir }) => {
  const commands = count ?? commandsUsual
  const town = await openTown({ dataDir, seed, io })
  const cookies: string[][] = []
  for (const { role } of kinds) cookies.push(await town.signIn(role, clientsCount))
  await town.close()
  const server = await startServer({ dataDir, cores })
  const client = openClient(server.url)
  const chance = chanceFrom(seed)
  const figures: Figure[] = []
  try {
    for (const [i, kind] of kinds.entries()) {
      const senders = { client, town, chance, kind, cookies: cookies[i] ?? [] }
      await send(senders, { commands: warmUp, onDone: () => {} })
      const progress = io.progress('Commands', commands)
      const before = server.usedMs()
      const startedMs = performance.now()
      const times = await send(senders, { commands, onDone: progress.update })
      const seconds = (performance.now() - startedMs) / 1000
      const after = server.usedMs()
      progress.end()
      figures.push(
        {
          measure: `${kind.name}: commands a second`,
          figure: times.length / seconds,
          unit: '/s',
          target: { is: 'at least', value: perSecondMin },
        },
        ...spreadFigures(kind.name, times, p95MsMax),
        used(`${kind.name}: processor time of the server`, after.server - before.server, times),
        used(`${kind.name}: of the database`, after.database - before.database, times),
      )
    }
  } finally {
    client.close()
    await server.stop()
  }
  const load =
    `${clientsCount} clients on one council over HTTP, W1, server and database ` +
    `on ${cores} cores`
  return { name: 'commands', load, seed, figures }
}

/** What a busy machine does not change. */
function used(measure: string, usedMs: number, times: readonly number[]): Figure {
  return { measure, figure: usedMs / times.length, unit: 'ms a command' }
}

type Senders = {
  readonly client: Client
  readonly town: Town
  readonly chance: Chance
  readonly kind: Kind
  readonly cookies: readonly string[]
}
type Sending = { readonly commands: number; onDone(count: number): void }

/** Each client waits for its answer and sends the next; the times are in milliseconds. */
async function send(
  { client, town, chance, kind, cookies }: Senders,
  { commands, onDone }: Sending,
): Promise<number[]> {
  const times: number[] = []
  let sent = 0
  const sendOn = async (cookie: string) => {
    let last: Asked | undefined
    while (sent < commands) {
      sent += 1
      last = await client.ask({ ...kind.question(town, chance, last), cookie })
      const { status, tookMs } = last
      if (status !== 303) throw new Error(`The server answered ${status}: ${kind.name}.`)
      times.push(tookMs)
      onDone(times.length)
    }
  }
  await Promise.all(cookies.map(sendOn))
  return times
}

function addUser(): Question {
  const command = newId()
  const role = { role: 'officer', place: 'council', purpose: 'bench' }
  return { path: '/users/add', form: { command, name: `Person ${command}`, email: '', ...role } }
}

/** Whom the answer before led to. Six of ten do not answer, three need nothing, one needs food. */
function recordCall({ members }: Town, chance: Chance, last: Asked | undefined): Question {
  const [next] = /^\/call\/[^?]+/.exec(last?.headers.location ?? '') ?? []
  const path = next ?? `/call/${members[Math.floor(chance() * members.length)]}`
  const ids = { command: newId(), attempt: newId() }
  const luck = chance()
  if (luck < 0.6) return { path, form: { ...ids, outcome: 'no_answer' } }
  const need = luck < 0.9 ? 'nothing' : 'food-shopping'
  return { path, form: { ...ids, outcome: 'answered', need } }
}
