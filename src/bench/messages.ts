// A campaign of 100,000 messages, and the worker killed 20 times: queued and handed over in time,
// each exactly once? Real processes, real kills; Notify's stand-in counts in a process of its own.
import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { createInterface } from 'node:readline'
import { setTimeout as pause } from 'node:timers/promises'
import pg from 'pg'
import { systemActor } from '../access/index.ts'
import { openDatabase } from '../cli/database.ts'
import { act } from '../events/index.ts'
import { newId } from '../kernel/ids.ts'
import { isRefusal } from '../kernel/refusal.ts'
import { queueMailing } from '../mailings/index.ts'
import { openNode } from '../main.ts'
import type { Node } from '../node.ts'
import type { Bench } from './bench.ts'
import { chanceFrom } from './chance.ts'
import { benchCampaign, benchCouncil, makeResidents } from './messages-residents.ts'
import { standIn } from './messages-stand-in.ts'
import { work } from './messages-worker.ts'
import type { BenchResult } from './result.ts'

const messagesUsual = 100_000
const kills = 20
/** Of work, from the moment that it can begin. */
const killMsMin = 200
const killMsMax = 1_200
const workersCount = 3
const allMsMax = 60_000

export const bench: Bench = async options => {
  if (options.what === 'worker') return work()
  if (options.what === 'stand-in') return standIn()
  return benchAll(options)
}

const benchAll: Bench = async ({ dataDir, seed, count = messagesUsual, io }) => {
  const standIn = await startStandIn(dataDir)
  const database = await openDatabase(dataDir, { isServer: true, url: undefined })
  const node = await openNode({ ...database, keyFile: `${dataDir}/secrets.key` })
  try {
    const template = await makeResidents(node, count, io)
    await node.store.takeStock()
    const urls = { adminUrl: database.adminUrl, appUrl: database.appUrl }
    const keyFile = `${dataDir}/secrets.key`
    const env = { ...urls, keyFile, notifyUrl: standIn.url }
    const run = { node, dataDir, count, seed, io, env }
    const measured = await measure(run, template)
    const counted = await standIn.count()
    const records = await recordsIn(database.adminUrl)
    return resultOf({ ...measured, ...counted, ...records }, { count, seed })
  } finally {
    await node.store.close()
    await database.stop()
    standIn.stop()
  }
}

type Run = {
  readonly node: Node
  readonly dataDir: string
  readonly count: number
  readonly seed: number
  readonly io: Parameters<Bench>[0]['io']
  readonly env: Readonly<Record<'adminUrl' | 'appUrl' | 'keyFile' | 'notifyUrl', string>>
}

async function measure(run: Run, template: string) {
  const startedMs = performance.now()
  await queue(run, template)
  const queuedMs = performance.now() - startedMs
  const workers = Array.from({ length: workersCount }, () => startWorker(run))
  const killing = killAll(run, workers)
  const progress = run.io.progress('Messages', run.count)
  let left = run.count
  while (left > 0) {
    await pause(200)
    left = await leftIn(run.node)
    progress.update(run.count - left)
  }
  progress.end()
  const allMs = performance.now() - startedMs
  const killed = await killing
  for (const { child } of workers) child.kill('SIGKILL')
  return { queuedMs, allMs, killed }
}

async function queue({ node, count }: Run, template: string): Promise<void> {
  const asked = { campaign: benchCampaign, channel: 'text', whom: 'everybody', within: null }
  const input = { ...asked, mailing: newId(), template, templateVersion: 1, counted: count }
  const done = await act(node, systemActor(benchCouncil), queueMailing, { id: newId(), input })
  if (isRefusal(done)) throw new Error(`The mailing was refused: ${done.refused}`)
}

/** One after the other dies in the middle of its work, and another takes its place at once. */
async function killAll(run: Run, workers: Worker[]): Promise<number> {
  const chance = chanceFrom(run.seed)
  for (let killed = 0; killed < kills; killed++) {
    const at = killed % workers.length
    // The others work on: at most one of them is starting.
    await Promise.all(workers.map(worker => worker.isReady))
    await pause(killMsMin + chance() * (killMsMax - killMsMin))
    if ((await leftIn(run.node)) === 0) return killed
    workers[at]?.child.kill('SIGKILL')
    workers[at] = startWorker(run)
  }
  return kills
}

type Worker = { readonly child: ChildProcess; readonly isReady: Promise<unknown> }

function startWorker({ dataDir, env }: Run): Worker {
  const { notifyUrl, ...urls } = env
  const own = { DOORSTEP_NOTIFY_URL: notifyUrl, DOORSTEP_BENCH_WORKER: JSON.stringify(urls) }
  const child = startPart('worker', dataDir, { ...process.env, ...own })
  return { child, isReady: Promise.race([once(child.stdout, 'data'), once(child, 'exit')]) }
}

/** The same program as this one, told to be another part of the bench. */
function startPart(what: string, dataDir: string, env: NodeJS.ProcessEnv = process.env) {
  const words = ['bench', 'messages', '--what', what, '--scratch', dataDir]
  const program = [process.argv[1] ?? '', ...words]
  return spawn(process.execPath, program, { env, stdio: ['pipe', 'pipe', 'inherit'] })
}

function leftIn(node: Node): Promise<number> {
  return node.store.transaction({ council: benchCouncil, actor: benchCouncil }, async tx => {
    const found = await tx
      .selectFrom('mailing_messages')
      .select(({ fn }) => fn.countAll<number>().as('n'))
      .where('council', '=', benchCouncil)
      .where('state', '=', 'waiting')
      .executeTakeFirstOrThrow()
    return Number(found.n)
  })
}

async function startStandIn(dataDir: string) {
  const child = startPart('stand-in', dataDir)
  const lines = createInterface(child.stdout)
  const [url] = (await once(lines, 'line')) as [string]
  return {
    url,
    async count() {
      child.stdin.write('count\n')
      const [line] = (await once(lines, 'line')) as [string]
      return JSON.parse(line) as { taken: number; different: number }
    },
    stop: () => child.kill('SIGKILL'),
  }
}

/** What the record says of the same messages, counted in the log itself. */
async function recordsIn(adminUrl: string) {
  const client = new pg.Client({ connectionString: adminUrl })
  await client.connect()
  try {
    const { rows } = await client.query(
      `
      select count(*)::int as recorded, count(distinct message)::int as "recordedOnce"
      from doorstep.events e
      cross join lateral jsonb_array_elements_text(e.body -> 'handed') as message
      where e.council = $1 and e.kind = 'mailings.MessagesHandled'`,
      [benchCouncil],
    )
    return rows[0] as { recorded: number; recordedOnce: number }
  } finally {
    await client.end()
  }
}

type Measured = Awaited<ReturnType<typeof measure>> &
  Awaited<ReturnType<typeof recordsIn>> & {
    readonly taken: number
    readonly different: number
  }

function resultOf(found: Measured, { count, seed }: { count: number; seed: number }): BenchResult {
  const exactly = (measure: string, figure: number, value: number) => {
    return { measure, figure, unit: '', target: { is: 'exactly' as const, value } }
  }
  const allTarget = { is: 'at most', value: allMsMax } as const
  return {
    name: 'messages',
    load: `${count} texts of one campaign, ${workersCount} workers, one of them killed at a time`,
    seed,
    figures: [
      { measure: 'queued in', figure: found.queuedMs, unit: 'ms' },
      { measure: 'queued and handed over in', figure: found.allMs, unit: 'ms', target: allTarget },
      exactly('kills', found.killed, kills),
      exactly('messages that the sender took', found.taken, count),
      exactly('of these, different ones', found.different, count),
      exactly('handed over, as the record says', found.recorded, count),
      exactly('of these, different ones in the record', found.recordedOnce, count),
    ],
  }
}
