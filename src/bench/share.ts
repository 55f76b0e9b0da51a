// How long does it take to share everybody who is due over fourteen callers, and to share again
// when one leaves? In one act each: nobody sees half of it.
import { sql } from 'kysely'
import { systemActor } from '../access/index.ts'
import { act } from '../events/index.ts'
import { hourMs } from '../kernel/clock.ts'
import { type Id, newId } from '../kernel/ids.ts'
import { isRefusal } from '../kernel/refusal.ts'
import { shareCalls } from '../reach/index.ts'
import type { Bench } from './bench.ts'
import { everybodyAnew } from './callers.ts'
import type { Figure } from './result.ts'
import { openTown, type Town, townCouncil } from './town.ts'

const callersUsual = 14
const msMax = 2_000
const timesUsual = 5

export const bench: Bench = async ({ seed, count, io, dataDir }) => {
  const town = await openTown({ dataDir, seed, io })
  try {
    await town.signIn('call-handler', callersUsual)
    await everybodyAnew(town)
    const callers = await handlers(town)
    const times = count ?? timesUsual
    const figures: Figure[] = []
    const [share, again]: [number[], number[]] = [[], []]
    let spread = 0
    let due = 0
    let moved = 0
    for (let i = 0; i < times; i++) {
      share.push(await timed(() => shareOver(town, callers)))
      const before = await standing(town)
      due = before.size
      spread = Math.max(spread, spreadOf(before))
      again.push(await timed(() => shareOver(town, callers.slice(1))))
      const after = await standing(town)
      spread = Math.max(spread, spreadOf(after))
      moved = [...after].filter(([member, user]) => before.get(member) !== user).length
    }
    const slowest = (took: readonly number[]) => Math.max(...took)
    const target = { is: 'at most', value: msMax } as const
    figures.push(
      { measure: 'shared, slowest', figure: slowest(share), unit: 'ms', target },
      {
        measure: 'shared again without one caller, slowest',
        figure: slowest(again),
        unit: 'ms',
        target,
      },
      {
        measure: 'most calls beyond another caller',
        figure: spread,
        unit: 'calls',
        target: { is: 'at most', value: 1 },
      },
      { measure: 'calls that changed hands when one left', figure: moved, unit: 'calls' },
    )
    const load = `${due} calls over ${callers.length} callers, ${times} times`
    return { name: 'share', load, seed, figures }
  } finally {
    await town.close()
  }
}

async function timed(work: () => Promise<void>): Promise<number> {
  const startedMs = performance.now()
  await work()
  return performance.now() - startedMs
}

const who = { council: townCouncil, actor: systemActor(townCouncil).id }

async function handlers(town: Town): Promise<readonly Id[]> {
  const found = await town.node.store.transaction(who, tx =>
    sql<{ user: Id }>`select distinct user_id as user from grants
      where council = ${townCouncil} and role = 'call-handler' and place is null and ends_at is null
      order by 1 desc limit ${callersUsual}`.execute(tx),
  )
  return found.rows.map(({ user }) => user)
}

async function shareOver(town: Town, users: readonly Id[]): Promise<void> {
  const from = town.node.clock.now()
  const callers = users.map(user => ({
    ...{ user, room: 30, languages: [] },
    ...{ from, to: from + 8 * hourMs },
  }))
  const input = { share: newId(), callers, upTo: 'all' }
  const done = await act(town.node, systemActor(townCouncil), shareCalls, { id: newId(), input })
  if (isRefusal(done)) throw new Error(`sharing was refused: ${done.refused}`)
}

async function standing(town: Town): Promise<ReadonlyMap<Id, Id>> {
  const found = await town.node.store.transaction(who, tx =>
    sql<{ member: Id; user: Id }>`select member, user_id as user from call_shares
      where council = ${townCouncil}`.execute(tx),
  )
  return new Map(found.rows.map(({ member, user }) => [member, user]))
}

function spreadOf(given: ReadonlyMap<Id, Id>): number {
  const loads = [...Map.groupBy(given.values(), user => user).values()].map(own => own.length)
  return Math.max(...loads) - Math.min(...loads)
}
