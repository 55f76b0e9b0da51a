// 250 callers at once on one queue: how long does each wait, and is anybody given to two of them?
import { loadavg } from 'node:os'
import { sql } from 'kysely'
import { systemActor } from '../access/index.ts'
import { act } from '../events/index.ts'
import { minuteMs, secondMs } from '../kernel/clock.ts'
import { type Id, newId } from '../kernel/ids.ts'
import { isRefusal } from '../kernel/refusal.ts'
import { startRound } from '../reach/index.ts'
import { openClient } from './ask.ts'
import type { Bench } from './bench.ts'
import { type Room, ringOn } from './callers-person.ts'
import { chanceFrom } from './chance.ts'
import { type Figure, spreadFigures } from './result.ts'
import { startServer } from './server.ts'
import { openTown, type Town, townCouncil } from './town.ts'

const callersUsual = 250
const minutesUsual = 10
const p95MsMax = 150
const coresUsual = 2
/** From one person to the next; who rings 40 a day takes longer. */
const thinkMs = { least: 15 * secondMs, most: 45 * secondMs }

export const bench: Bench = async ({ seed, count, minutes, cores = coresUsual, io, dataDir }) => {
  const callers = count ?? callersUsual
  const lasting = (minutes ?? minutesUsual) * minuteMs
  const town = await openTown({ dataDir, seed, io })
  await everybodyAnew(town)
  const before = await attemptsOf(town)
  const cookies = await town.signIn('call-handler', callers)
  const { families } = town
  await town.close()
  const server = await startServer({ dataDir, cores })
  const client = openClient(server.url)
  const loadBefore = loadavg()[0] ?? 0
  const room = newRoom({ client, seed, families, endsMs: performance.now() + lasting })
  const progress = io.progress('Minutes', lasting / minuteMs)
  const clock = setInterval(() => {
    const left = Math.max(0, room.endsMs - performance.now())
    progress.update(Math.floor((lasting - left) / minuteMs))
  }, secondMs)
  try {
    await Promise.all(cookies.map(cookie => ringOn(room, cookie)))
  } finally {
    clearInterval(clock)
    progress.end()
    client.close()
    await server.stop()
  }
  const again = await openTown({ dataDir, seed, io })
  const kept = (await attemptsOf(again)) - before
  await again.close()
  const told = [...room.outcomes].map(([name, n]) => `${n} ${name}`).join(', ')
  const loadAfter = loadavg()[0] ?? 0
  const loads = `load average ${loadBefore.toFixed(1)} before, ${loadAfter.toFixed(1)} after`
  return {
    name: 'callers',
    load:
      `${callers} callers for ${lasting / minuteMs} minutes over HTTP, ` +
      `${thinkMs.least / secondMs} to ${thinkMs.most / secondMs} s from one to the next, ` +
      `server and database on ${cores} cores; ${told}; ${loads}`,
    seed,
    figures: figuresOf(room, kept),
  }
}

type Opening = Pick<Room, 'client' | 'families' | 'endsMs'> & { readonly seed: number }

function newRoom({ seed, ...given }: Opening): Room {
  return {
    ...given,
    chance: chanceFrom(seed),
    thinkMs,
    times: { page: [], save: [], draft: [], search: [] },
    outcomes: new Map(),
    inHand: new Map(),
    ...{ doubled: 0, lostDrafts: 0, drafts: 0, idle: 0 },
  }
}

function figuresOf(room: Room, kept: number): readonly Figure[] {
  const { times } = room
  const none = { target: { is: 'exactly', value: 0 } as const, unit: '' }
  return [
    ...spreadFigures('a call is saved and the next held', times.save, p95MsMax),
    ...spreadFigures('the call page', times.page, p95MsMax),
    ...spreadFigures('a page that comes back with its words', times.draft, p95MsMax),
    ...spreadFigures('looked up while somebody rings', times.search, p95MsMax),
    { measure: 'people given to two callers', figure: room.doubled, ...none },
    { measure: 'drafts sent back without a word', figure: room.lostDrafts, ...none },
    { measure: 'drafts sent', figure: room.drafts, unit: '' },
    { measure: 'calls saved and not in the record', figure: times.save.length - kept, ...none },
    { measure: 'times that nobody was left to ring', figure: room.idle, unit: '' },
  ]
}

const who = { council: townCouncil, actor: systemActor(townCouncil).id }

async function attemptsOf({ node }: Town): Promise<number> {
  const found = await node.store.transaction(who, tx =>
    sql<{ n: number }>`select count(*)::int as n from attempts
      where council = ${townCouncil}`.execute(tx),
  )
  return found.rows[0]?.n ?? 0
}

/** A new round of every campaign: everybody is due. */
export async function everybodyAnew(town: Town): Promise<void> {
  const found = await town.node.store.transaction(who, tx =>
    sql<{ campaign: Id; number: number }>`select campaign, max(number) + 1 as number from rounds
      where council = ${townCouncil} group by campaign`.execute(tx),
  )
  for (const { campaign, number } of found.rows) {
    const input = { campaign, round: newId(), number, reason: 'The bench asks everybody' }
    const done = await act(town.node, systemActor(townCouncil), startRound, { id: newId(), input })
    if (isRefusal(done)) throw new Error(`a round was refused: ${done.refused}`)
  }
}
