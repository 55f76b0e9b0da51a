// How long does somebody who was shut out go on reading? Many read all the time, in two processes.
import { setTimeout as pause } from 'node:timers/promises'
import { type Actor, addUser, disableUser, openSession, systemActor } from '../access/index.ts'
import { openDatabase } from '../cli/database.ts'
import { act, foundCouncil } from '../events/index.ts'
import { type Id, newId } from '../kernel/ids.ts'
import { isRefusal } from '../kernel/refusal.ts'
import { openNode } from '../main.ts'
import type { Node } from '../node.ts'
import { endSessionsOf } from '../sign-in/index.ts'
import { type Client, openClient } from './ask.ts'
import type { Bench } from './bench.ts'
import { type Chance, chanceFrom } from './chance.ts'
import { type Figure, spreadOf } from './result.ts'
import { startServer } from './server.ts'

const council = 'shut-out'
const path = '/find'
const usersUsual = 200
const readEveryMs = 250
/** Everybody is shut out at some moment of these, after a while of reading. */
const warmUpMs = 2_000
const shutOutMs = 20_000
/** They try on for as long, so that a late success would be seen. */
const afterMs = 8_000
const lastReadMsMax = 5_000

export const bench: Bench = async ({ seed, count, io, dataDir }) => {
  const users = count ?? usersUsual
  const database = await openDatabase(dataDir, { isServer: true, url: undefined })
  const node = await openNode(database)
  const options = { dataDir, databaseUrl: database.adminUrl }
  const servers = await Promise.all([startServer(options), startServer(options)])
  const clients = servers.map(server => openClient(server.url))
  try {
    const people = await addPeople(node, users)
    const chance = chanceFrom(seed)
    for (const person of people) await readOnce(clients, person)
    const progress = io.progress('People shut out', users)
    let out = 0
    const run = { node, clients, chance, onOut: () => progress.update(++out) }
    const found = await all(people.map((person, i) => readOn(run, person, i % 2 === 0)))
    progress.end()
    return {
      name: 'sessions',
      load: `${users} people reading every ${readEveryMs} ms by turns in two processes`,
      seed,
      figures: [
        ...figuresOf(
          'last read after being shut out',
          found.filter(one => one.isDisabled),
        ),
        ...figuresOf(
          'last read after the session was ended',
          found.filter(one => !one.isDisabled),
        ),
        { measure: 'pages read before', figure: sum(found.map(one => one.reads)), unit: '' },
        {
          measure: 'people who never read anything',
          figure: found.filter(one => one.reads === 0).length,
          unit: '',
          target: { is: 'exactly', value: 0 },
        },
      ],
    }
  } finally {
    for (const client of clients) client.close()
    await Promise.all(servers.map(server => server.stop()))
    await node.store.close()
    await database.stop()
  }
}

/** Nobody reads on while the servers are taken down, whatever went wrong with one of them. */
async function all<T>(running: readonly Promise<T>[]): Promise<readonly T[]> {
  await Promise.allSettled(running)
  return Promise.all(running)
}

type Person = { readonly user: Id; readonly cookie: string }

async function addPeople(node: Node, count: number): Promise<readonly Person[]> {
  await foundCouncil(node, { id: council, name: 'Shut out', gss: null, practice: true })
  const system = systemActor(council)
  await addPerson(node, system, 'system-administrator')
  const people: Person[] = []
  for (let i = 0; i < count; i++) people.push(await addPerson(node, system, 'call-handler'))
  return people
}

type Role = 'call-handler' | 'system-administrator'

async function addPerson(node: Node, system: Actor, role: Role): Promise<Person> {
  const user = newId()
  const grants = [{ role, place: null, purpose: 'bench', until: null }]
  const input = { user, name: 'Ruth Okafor', email: null, grants }
  const done = await act(node, system, addUser, { id: newId(), input })
  if (isRefusal(done)) throw new Error(`Nobody was added: ${done.refused}`)
  const { token } = await node.store.transaction({ council, actor: user }, tx =>
    openSession(tx, { council, user, now: node.clock.now() }),
  )
  return { user, cookie: `doorstep=${council}.${token}` }
}

/** Both processes have served everybody before the clock starts. */
async function readOnce(clients: readonly Client[], { cookie }: Person): Promise<void> {
  for (const client of clients) {
    const { status } = await client.ask({ path, cookie })
    if (status !== 200) throw new Error(`A page was not read: ${status}`)
  }
}

type Run = {
  readonly node: Node
  readonly clients: readonly Client[]
  readonly chance: Chance
  onOut(): void
}
type Found = { readonly isDisabled: boolean; readonly reads: number; readonly lastMs: number }

/** Reads until well after the end. A success counts when its answer came. */
async function readOn(run: Run, person: Person, isDisabled: boolean): Promise<Found> {
  const { clients, chance, onOut } = run
  const startsMs = performance.now()
  const endsMs = startsMs + warmUpMs + chance() * shutOutMs
  const state = { outMs: Number.POSITIVE_INFINITY, reads: 0, lastMs: 0 }
  const shutting = pause(endsMs - startsMs).then(async () => {
    await shutOut(run.node, person.user, isDisabled)
    state.outMs = performance.now()
    onOut()
  })
  await pause(chance() * readEveryMs)
  for (let i = 0; performance.now() < state.outMs + afterMs; i++) {
    const client = clients[i % clients.length]
    const answer = await client?.ask({ path, cookie: person.cookie })
    if (answer?.status === 200) {
      state.reads += 1
      state.lastMs = performance.now()
    }
    await pause(readEveryMs * (0.5 + chance()))
  }
  await shutting
  return { isDisabled, reads: state.reads, lastMs: Math.max(0, state.lastMs - state.outMs) }
}

async function shutOut(node: Node, user: Id, isDisabled: boolean): Promise<void> {
  if (isDisabled) {
    const done = await act(node, systemActor(council), disableUser, {
      id: newId(),
      input: { user },
    })
    if (isRefusal(done)) throw new Error(`Nobody was shut out: ${done.refused}`)
    return
  }
  const now = node.clock.now()
  await node.store.transaction({ council, actor: user }, tx =>
    endSessionsOf(tx, council, { user, session: null, now }),
  )
}

function figuresOf(what: string, found: readonly Found[]): readonly Figure[] {
  const times = found.map(one => one.lastMs).sort((one, other) => one - other)
  const p99 = times[Math.max(0, Math.ceil(0.99 * times.length) - 1)] ?? 0
  const { p50, max } = spreadOf(times)
  const target = { is: 'at most', value: lastReadMsMax } as const
  return [
    { measure: `${what}, p99 of ${times.length}`, figure: p99, unit: 'ms', target },
    { measure: `${what}, p50`, figure: p50, unit: 'ms' },
    { measure: `${what}, latest`, figure: max, unit: 'ms' },
  ]
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, one) => total + one, 0)
}
