// How many commands a second does one council take over HTTP, and how long does each wait?
//
// The command is the one that matters most, the record of a call: the request reads the call,
// decides, appends to the log, changes the read models, and finds the next person to ring.
import { newId } from '../kernel/ids.ts'
import { type Client, openClient } from './ask.ts'
import type { Bench } from './bench.ts'
import { type Chance, chanceFrom } from './chance.ts'
import { spreadFigures } from './result.ts'
import { startServer } from './server.ts'
import { openTown, type Town } from './town.ts'

const commandsUsual = 6_000
const clientsCount = 16
const warmUp = 500
const perSecondMin = 400
const p95MsMax = 150
const coresUsual = 2

export const bench: Bench = async ({ seed, count, cores = coresUsual, io, dataDir }) => {
  const commands = count ?? commandsUsual
  const town = await openTown({ dataDir, seed, io })
  const cookies = await town.signIn('call-handler', clientsCount)
  await town.close()
  const server = await startServer({ dataDir, cores })
  const client = openClient(server.url)
  const chance = chanceFrom(seed)
  try {
    const callers = { client, cookies, town, chance }
    await send(callers, { commands: warmUp, onDone: () => {} })
    const progress = io.progress('Commands', commands)
    const startedMs = performance.now()
    const times = await send(callers, { commands, onDone: progress.update })
    const seconds = (performance.now() - startedMs) / 1000
    progress.end()
    return {
      name: 'commands',
      load:
        `${clientsCount} callers record calls over HTTP in one council of ` +
        `${town.members.length} people who wait; server and database on ${cores} cores`,
      seed,
      figures: [
        {
          measure: 'commands a second',
          figure: times.length / seconds,
          unit: '/s',
          target: { is: 'at least', value: perSecondMin },
        },
        ...spreadFigures('a command', times, p95MsMax),
      ],
    }
  } finally {
    client.close()
    await server.stop()
  }
}

type Callers = {
  readonly client: Client
  readonly cookies: readonly string[]
  readonly town: Town
  readonly chance: Chance
}
type Sending = { readonly commands: number; onDone(count: number): void }

/** Each caller waits for the answer and sends the next; the times are in milliseconds. */
async function send(
  { client, cookies, town, chance }: Callers,
  { commands, onDone }: Sending,
): Promise<number[]> {
  const times: number[] = []
  let sent = 0
  const callOn = async (cookie: string) => {
    while (sent < commands) {
      sent += 1
      const member = town.members[Math.floor(chance() * town.members.length)]
      const question = { path: `/call/${member}`, cookie, form: formOf(chance) }
      const { status, tookMs } = await client.ask(question)
      if (status !== 303) throw new Error(`The server answered ${status} to a command.`)
      times.push(tookMs)
      onDone(times.length)
    }
  }
  await Promise.all(cookies.map(callOn))
  return times
}

/** Six of ten do not answer, three need nothing, one needs food. */
function formOf(chance: Chance): Record<string, string> {
  const ids = { command: newId(), attempt: newId() }
  const luck = chance()
  if (luck < 0.6) return { ...ids, outcome: 'no_answer' }
  return { ...ids, outcome: 'answered', need: luck < 0.9 ? 'nothing' : 'food-shopping' }
}
