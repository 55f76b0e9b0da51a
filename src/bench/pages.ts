// How fast do the pages of staff come at the size of a district, and how heavy is the first one?
import { setTimeout as pause } from 'node:timers/promises'
import { type Client, openClient } from './ask.ts'
import type { Bench } from './bench.ts'
import { type Chance, chanceFrom } from './chance.ts'
import { type Weight, weigh } from './page-weight.ts'
import { type Figure, spreadFigures } from './result.ts'
import { startServer } from './server.ts'
import { openTown, type Town } from './town.ts'

const pagesUsual = 2_000
const usersCount = 50
const warmUpPages = 200
const coresUsual = 2
/** How long somebody looks before the next page: half a second to one and a half. */
const lookMsMin = 500
const lookMsMax = 1_500
const p95MsMax = 150
const bytesMax = 100 * 1024
const scriptBytesMax = 30 * 1024

type Route = {
  readonly name: string
  readonly role: 'call-handler' | 'hub-manager'
  path(town: Town, chance: Chance, user: number): string
}

const oneOf = <T>(all: readonly T[], chance: Chance) => all[Math.floor(chance() * all.length)]

const routes: readonly Route[] = [
  {
    name: 'call page',
    role: 'call-handler',
    // Opening a call holds that person, so each caller has people of their own.
    path: ({ members }, chance, user) =>
      `/call/${oneOf(
        members.filter((_, i) => i % usersCount === user),
        chance,
      )}`,
  },
  {
    name: 'village',
    role: 'hub-manager',
    path: (town, chance) => `/villages/${oneOf(town.villages, chance)}`,
  },
  {
    name: 'coverage',
    role: 'hub-manager',
    path: town => `/campaigns/${town.campaign}/coverage`,
  },
  {
    name: 'person search',
    role: 'call-handler',
    path: (town, chance) => `/find?q=${encodeURIComponent(oneOf(town.families, chance) ?? '')}`,
  },
]

export const bench: Bench = async ({ seed, count, cores = coresUsual, io, dataDir }) => {
  const pages = count ?? pagesUsual
  const town = await openTown({ dataDir, seed, io })
  const cookies = {
    'call-handler': await town.signIn('call-handler', usersCount / 2),
    'hub-manager': await town.signIn('hub-manager', usersCount / 2),
  }
  await town.close()
  const server = await startServer({ dataDir, cores })
  const client = openClient(server.url)
  try {
    const users = { client, town, cookies, chance: chanceFrom(seed) }
    await look(users, { pages: warmUpPages, onDone: () => {} })
    const progress = io.progress('Pages', pages)
    const times = await look(users, { pages, onDone: progress.update })
    progress.end()
    const weights = await Promise.all(
      routes.map(({ role, path }) =>
        weigh(client, { path: path(town, users.chance, 0), cookie: cookies[role][0] ?? '' }),
      ),
    )
    return {
      name: 'pages',
      load: `${usersCount} users, a page a second each, W1; server and database on ${cores} cores`,
      seed,
      figures: [...timesOf(times), ...weightsOf(weights)],
    }
  } finally {
    client.close()
    await server.stop()
  }
}

type Users = {
  readonly client: Client
  readonly town: Town
  readonly cookies: Record<Route['role'], readonly string[]>
  readonly chance: Chance
}
type Looking = { readonly pages: number; onDone(count: number): void }
type Times = Map<string, number[]>

async function look(users: Users, { pages, onDone }: Looking): Promise<Times> {
  const { client, town, cookies, chance } = users
  const times: Times = new Map(routes.map(({ name }) => [name, []]))
  let asked = 0
  const lookOn = async (role: Route['role'], cookie: string, user: number) => {
    const own = routes.filter(route => route.role === role)
    await pause(chance() * lookMsMax)
    while (asked < pages) {
      asked += 1
      const route = oneOf(own, chance) as Route
      const path = route.path(town, chance, user)
      const { status, tookMs } = await client.ask({ path, cookie })
      if (status !== 200) throw new Error(`The server answered ${status} to ${path}.`)
      times.get(route.name)?.push(tookMs)
      onDone(asked)
      await pause(lookMsMin + chance() * (lookMsMax - lookMsMin))
    }
  }
  const roles = Object.keys(cookies) as Route['role'][]
  await Promise.all(
    roles.flatMap(role => cookies[role].map((cookie, user) => lookOn(role, cookie, user))),
  )
  return times
}

function timesOf(times: Times): Figure[] {
  const all = [...times.values()].flat()
  return [
    ...spreadFigures('any page', all, p95MsMax),
    ...[...times].flatMap(([name, of]) => spreadFigures(name, of, p95MsMax).slice(0, 1)),
  ]
}

/** The heaviest, as a browser gets it that was never here before. */
function weightsOf(weights: readonly Weight[]): Figure[] {
  const kilobytes = (bytes: number) => bytes / 1024
  const atMost = (bytes: number) => ({ is: 'at most', value: kilobytes(bytes) }) as const
  const heaviest = Math.max(...weights.map(({ bytes }) => bytes))
  const scripts = Math.max(...weights.map(({ scriptBytes }) => scriptBytes))
  return [
    {
      measure: 'heaviest first page over the wire, compressed, with all it loads',
      figure: kilobytes(heaviest),
      unit: 'KB',
      target: atMost(bytesMax),
    },
    {
      measure: 'most script of a first page',
      figure: kilobytes(scripts),
      unit: 'KB',
      target: atMost(scriptBytesMax),
    },
  ]
}
