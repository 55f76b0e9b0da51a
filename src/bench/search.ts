// How long does somebody wait for people while they type, among 200,000, with 50 at it at once?
import { loadavg } from 'node:os'
import { setTimeout as pause } from 'node:timers/promises'
import { gunzipSync } from 'node:zlib'
import { type Asked, type Client, openClient } from './ask.ts'
import type { Bench } from './bench.ts'
import { type Chance, chanceFrom } from './chance.ts'
import { type Crowd, openCrowd, type Target } from './crowd.ts'
import { type Figure, spreadFigures } from './result.ts'
import { startServer } from './server.ts'
import { type Typed, typedFor } from './typing.ts'

const answersUsual = 4_000
const peopleCount = 200_000
const usersCount = 50
/** One in five sees a village only. */
const coordinators = 10
const warmUpAnswers = 300
const coresUsual = 2
const lettersMin = 2
const p95MsMax = 100

/**
 * As in the browser: the box asks once no key came for so long. With these gaps, 210 ms on average
 * (people need 240), it asks after three keys of four, which is some ninety questions a second of
 * fifty people. They look for one person after the other all the time, as if nobody talked to any.
 */
const waitMs = 150
const keyMsMin = 90
const keyMsMax = 330
/** Somebody reads what was found before they look for the next. */
const readMsMin = 1_000
const readMsMax = 3_000

export const bench: Bench = async ({ seed, count, cores = coresUsual, io, dataDir }) => {
  const crowd = await openCrowd({ dataDir, seed, io, people: peopleCount })
  const cookies = await signInAll(crowd)
  await crowd.close()
  const server = await startServer({ dataDir, cores })
  const client = openClient(server.url)
  try {
    const typing = { client, crowd, cookies, chance: chanceFrom(seed) }
    await typeOn(typing, { answers: warmUpAnswers, onDone: () => {} })
    const answers = count ?? answersUsual
    const progress = io.progress('Answers', answers)
    const [loadBefore = 0] = loadavg()
    const startedMs = performance.now()
    const used = server.usedMs()
    const found = await typeOn(typing, { answers, onDone: progress.update })
    const seconds = (performance.now() - startedMs) / 1000
    const after = server.usedMs()
    progress.end()
    const [loadAfter = 0] = loadavg()
    const each = (ms: number) => ms / found.length
    return {
      name: 'search',
      load:
        `${peopleCount.toLocaleString('en-GB')} people, ${usersCount} users typing, ` +
        `server and database on ${cores} cores, load average ` +
        `${loadBefore.toFixed(1)} to ${loadAfter.toFixed(1)}`,
      seed,
      figures: [
        ...timesOf(found),
        { measure: 'answers a second', figure: found.length / seconds, unit: '/s' },
        {
          measure: 'processor time of the server',
          figure: each(after.server - used.server),
          unit: 'ms an answer',
        },
        {
          measure: 'processor time of the database',
          figure: each(after.database - used.database),
          unit: 'ms an answer',
        },
        ...shownOf(found),
      ],
    }
  } finally {
    client.close()
    await server.stop()
  }
}

function signInAll(crowd: Crowd): Promise<string[]> {
  const users = Array.from({ length: usersCount }, (_, at) => at)
  return Promise.all(
    users.map(at => {
      if (at >= coordinators) return crowd.signIn(at % 2 ? 'call-handler' : 'hub-manager', null)
      return crowd.signIn('village-coordinator', crowd.villages[at * 7] ?? null)
    }),
  )
}

type Typing = {
  readonly client: Client
  readonly crowd: Crowd
  readonly cookies: readonly string[]
  readonly chance: Chance
}
type Run = { readonly answers: number; onDone(count: number): void }
/** `isShown` is said of the last answer only, and of those who see the whole council. */
type Answer = { readonly tookMs: number; readonly way: Typed['way']; readonly isShown?: boolean }

async function typeOn(typing: Typing, { answers, onDone }: Run): Promise<readonly Answer[]> {
  const all: Answer[] = []
  const keep = (answer: Answer) => {
    all.push(answer)
    onDone(all.length)
  }
  const user = async (cookie: string, at: number) => {
    await pause(typing.chance() * readMsMax)
    while (all.length < answers) {
      const { targets } = typing.crowd
      const target = targets[Math.floor(typing.chance() * targets.length)] as Target
      const typed = typedFor(target, typing.chance)
      const { asked, ...last } = await typeOne(typing, { cookie, typed, keep })
      keep({ ...last, ...(at >= coordinators ? { isShown: isIn(asked, target) } : {}) })
      await pause(readMsMin + typing.chance() * (readMsMax - readMsMin))
    }
  }
  await Promise.all(typing.cookies.map(user))
  return all
}

type One = {
  readonly cookie: string
  readonly typed: Typed
  keep(answer: Answer): void
}

/**
 * Key by key. Nobody waits for an answer before the next key, and an answer that a newer question
 * has overtaken counts like any other. Gives the one to the whole text, kept by who asked.
 */
async function typeOne(typing: Typing, { cookie, typed, keep }: One) {
  const { way, text } = typed
  const overtaken: Promise<void>[] = []
  for (let length = 1; length < text.length; length++) {
    const gapMs = keyMsMin + typing.chance() * (keyMsMax - keyMsMin)
    await pause(Math.min(gapMs, waitMs))
    const begun = text.slice(0, length).trim()
    if (gapMs <= waitMs) continue
    if (begun.length >= lettersMin) {
      const asking = askFor(typing, cookie, begun)
      overtaken.push(asking.then(({ tookMs }) => keep({ tookMs, way })))
    }
    await pause(gapMs - waitMs)
  }
  await pause(waitMs)
  const asked = await askFor(typing, cookie, text.trim())
  await Promise.all(overtaken)
  return { tookMs: asked.tookMs, way, asked }
}

async function askFor({ client }: Typing, cookie: string, text: string): Promise<Asked> {
  const path = `/find/hits?in=top&q=${encodeURIComponent(text)}`
  const asked = await client.ask({ path, cookie })
  if (asked.status !== 200) throw new Error(`The server answered ${asked.status} to ${path}.`)
  return asked
}

function isIn({ headers, body }: Asked, { id }: Target): boolean {
  const html = headers['content-encoding'] === 'gzip' ? gunzipSync(body) : body
  return html.includes(id)
}

function timesOf(found: readonly Answer[]): Figure[] {
  const times = found.map(one => one.tookMs)
  const sorted = [...times].sort((one, other) => one - other)
  const p99 = sorted[Math.ceil(0.99 * sorted.length) - 1] ?? 0
  const ways = [...new Set(found.map(one => one.way))].sort()
  return [
    ...spreadFigures('any answer', times, p95MsMax),
    { measure: 'any answer, p99', figure: p99, unit: 'ms' },
    ...ways.flatMap(way => {
      const own = found.filter(one => one.way === way).map(one => one.tookMs)
      return spreadFigures(way, own).slice(0, 1)
    }),
  ]
}

/** Of whole texts: was the person meant among the twenty shown? Many share a name. */
function shownOf(found: readonly Answer[]): Figure[] {
  const ended = found.filter(one => one.isShown !== undefined)
  const ways = [...new Set(ended.map(one => one.way))].sort()
  return ways.map(way => {
    const own = ended.filter(one => one.way === way)
    const share = (100 * own.filter(one => one.isShown).length) / own.length
    return {
      measure: `${way}: the person meant is shown, of ${own.length}`,
      figure: share,
      unit: '%',
    }
  })
}
