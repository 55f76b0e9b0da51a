// Is anything lost when server and database die under load? Kill, start again, count.
import { setTimeout as pause } from 'node:timers/promises'
import pg from 'pg'
import { openDatabase } from '../cli/database.ts'
import { verifyCouncil } from '../events/index.ts'
import type { Id } from '../kernel/ids.ts'
import { openNode } from '../main.ts'
import type { Bench, BenchOptions } from './bench.ts'
import { chanceFrom } from './chance.ts'
import { killCouncil, makeWriters, startWriting, type Writer } from './kill-writers.ts'
import type { BenchResult } from './result.ts'
import { type Server, startServer } from './server.ts'

const roundsUsual = 40
const writersCount = 16
const writingMsMin = 300
const writingMsMax = 3_000
/** Of ten kills, how many leave the database alive, to be taken over by the next start. */
const orphansOfTen = 2
const readyMsMax = 5_000

type Ledger = {
  readonly acknowledged: Set<Id>
  readonly readyMs: number[]
  lost: number
  doubled: number
  halves: number
  readonly broken: string[]
}

export const bench: Bench = async options => {
  const rounds = options.count ?? roundsUsual
  const ledger: Ledger = {
    acknowledged: new Set(),
    readyMs: [],
    lost: 0,
    doubled: 0,
    halves: 0,
    broken: [],
  }
  await killRounds({ ...options, rounds }, ledger)
  return resultOf(ledger, rounds, options.seed)
}

type Run = BenchOptions & { readonly rounds: number }

async function killRounds(run: Run, ledger: Ledger): Promise<void> {
  const { dataDir, rounds, cores, io } = run
  const chance = chanceFrom(run.seed)
  const writers = await makeWriters(dataDir, writersCount)
  const progress = io.progress('Kills', rounds)
  const start = () => startServer({ dataDir, isBackedUp: true, ...(cores && { cores }) })
  let server = await start()
  for (let round = 1; round <= rounds; round++) {
    await writeAndKill(server, { writers, chance, ledger })
    server = await start()
    ledger.readyMs.push(server.readyMs)
    await check(dataDir, ledger)
    progress.update(round)
  }
  progress.end()
  await server.stop()
}

type Round = { readonly writers: Writer[]; readonly chance: () => number; readonly ledger: Ledger }

async function writeAndKill(server: Server, { writers, chance, ledger }: Round): Promise<void> {
  const writing = startWriting(server.url, writers, id => ledger.acknowledged.add(id))
  const writingMs = writingMsMin + chance() * (writingMsMax - writingMsMin)
  await Promise.race([pause(writingMs), writing.ended])
  writing.expectDeath()
  await server.kill(chance() * 10 >= orphansOfTen)
  await writing.ended
}

/** What was acknowledged is there once and whole; nothing is there by halves; the record holds. */
async function check(dataDir: string, ledger: Ledger): Promise<void> {
  const database = await openDatabase(dataDir)
  const node = await openNode(database)
  const client = new pg.Client({ connectionString: database.adminUrl })
  await client.connect()
  try {
    const { rows } = await client.query(counts, [killCouncil, [...ledger.acknowledged]])
    ledger.lost = Math.max(ledger.lost, rows[0].lost)
    ledger.doubled = Math.max(ledger.doubled, rows[0].doubled)
    ledger.halves = Math.max(ledger.halves, rows[0].halves)
    const verified = await verifyCouncil(node, killCouncil)
    for (const { name, wrong } of verified)
      ledger.broken.push(...wrong.map(one => `${name}: ${one}`))
  } finally {
    await client.end()
    await node.store.close()
    await database.stop()
  }
}

/** Adding a person is two events and two rows, all under the one id that the page was given. */
const counts = `
  with sent as (
    select a.id, count(distinct c.id) as commands,
      count(e.seq) filter (where e.kind = 'access.UserAdded') as added,
      count(e.seq) filter (where e.kind = 'access.GrantGiven') as granted,
      count(distinct u.id) as users
    from unnest($2::uuid[]) as a (id)
    left join doorstep.commands c on c.council = $1 and c.id = a.id
    left join doorstep.events e on e.council = $1 and e.command = a.id
    left join doorstep.users u on u.council = $1 and u.id = a.id
    group by a.id
  ), every as (
    select e.command, count(*) as n, bool_or(c.id is null) as orphaned
    from doorstep.events e
    left join doorstep.commands c on c.council = e.council and c.id = e.command
    where e.council = $1 group by e.command
  )
  select
    (select count(*)::int from sent
      where commands = 0 or added = 0 or granted = 0 or users = 0) as lost,
    (select count(*)::int from sent where added > 1 or granted > 1) as doubled,
    (select count(*)::int from every where orphaned or n <> 2) as halves`

function resultOf(ledger: Ledger, rounds: number, seed: number): BenchResult {
  const none = { is: 'exactly', value: 0 } as const
  const measure = (measure: string, figure: number) => ({ measure, figure, unit: '', target: none })
  return {
    name: 'kill',
    load: `${rounds} kills of server and database under ${writersCount} writers over HTTP`,
    seed,
    figures: [
      { measure: 'commands acknowledged', figure: ledger.acknowledged.size, unit: '' },
      measure('acknowledged and lost', ledger.lost),
      measure('recorded twice', ledger.doubled),
      measure('recorded by halves', ledger.halves),
      measure('checks broken after a start', ledger.broken.length),
      {
        measure: 'slowest start to ready',
        figure: Math.max(...ledger.readyMs),
        unit: 'ms',
        target: { is: 'at most', value: readyMsMax },
      },
    ],
  }
}
