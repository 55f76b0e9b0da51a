// How long does a coordinator wait for whom to ask, the list of jobs, the proposal for a village
// and its page, with 4,000 volunteers and the jobs of W1's busiest week?
import { loadavg } from 'node:os'
import { setTimeout as pause } from 'node:timers/promises'
import type { Id } from '../kernel/ids.ts'
import { type Client, openClient } from './ask.ts'
import type { Bench } from './bench.ts'
import { type Chance, chanceFrom } from './chance.ts'
import { spreadFigures } from './result.ts'
import { startServer } from './server.ts'
import { openTown } from './town.ts'
import { type Filled, fillTown, w1 } from './volunteers-town.ts'

const pagesUsual = 1_000
const warmUpPages = 80
const usersCount = 20
const coresUsual = 2
const p95MsMax = 150
const lookMsMin = 500
const lookMsMax = 1_500

type Route = { readonly name: string; path(town: Filled, chance: Chance): string }

const oneOf = (all: readonly Id[], chance: Chance) => all[Math.floor(chance() * all.length)] ?? ''

const routes: readonly Route[] = [
  { name: 'volunteer match', path: ({ jobs }, chance) => `/jobs/${oneOf(jobs, chance)}/match` },
  { name: 'jobs list', path: () => '/jobs' },
  { name: 'village page', path: ({ villages }, chance) => `/villages/${oneOf(villages, chance)}` },
  {
    name: 'proposal for a village',
    path: ({ villages }, chance) => `/jobs/match?village=${oneOf(villages, chance)}`,
  },
]

export const bench: Bench = async ({ seed, count, cores = coresUsual, io, dataDir }) => {
  const town = await openTown({ dataDir, seed, io })
  const filled = await fillTown(town.node, seed)
  const cookies = await town.signIn('hub-manager', usersCount)
  await town.close()
  const server = await startServer({ dataDir, cores })
  const client = openClient(server.url)
  const pages = count ?? pagesUsual
  try {
    const users = { client, filled, cookies, chance: chanceFrom(seed) }
    await look(users, { pages: warmUpPages, onDone: () => {} })
    const progress = io.progress('Pages', pages)
    const [before = 0] = loadavg()
    const times = await look(users, { pages, onDone: progress.update })
    const [after = 0] = loadavg()
    progress.end()
    return {
      name: 'volunteers',
      load:
        `${w1.volunteers} volunteers, ${w1.jobs} jobs open, ${w1.before} done before, ` +
        `${usersCount} users, server and database on ${cores} cores, load average ` +
        `${before.toFixed(1)} to ${after.toFixed(1)}`,
      seed,
      figures: [...times].flatMap(([name, of]) => spreadFigures(name, of, p95MsMax)),
    }
  } finally {
    client.close()
    await server.stop()
  }
}

type Users = {
  readonly client: Client
  readonly filled: Filled
  readonly cookies: readonly string[]
  readonly chance: Chance
}
type Looking = { readonly pages: number; onDone(count: number): void }

async function look({ client, filled, cookies, chance }: Users, { pages, onDone }: Looking) {
  const times = new Map<string, number[]>(routes.map(({ name }) => [name, []]))
  let asked = 0
  const lookOn = async (cookie: string) => {
    await pause(chance() * lookMsMax)
    while (asked < pages) {
      const route = routes[asked % routes.length] as Route
      asked += 1
      const path = route.path(filled, chance)
      const { status, tookMs } = await client.ask({ path, cookie })
      if (status !== 200) throw new Error(`The server answered ${status} to ${path}.`)
      times.get(route.name)?.push(tookMs)
      onDone(asked)
      await pause(lookMsMin + chance() * (lookMsMax - lookMsMin))
    }
  }
  await Promise.all(cookies.map(lookOn))
  return times
}
