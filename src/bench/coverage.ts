// How long does the database take to count a round, place by place, now and at past moments?
import { type Scope, scopeOf, systemActor } from '../access/index.ts'
import { hourMs } from '../kernel/clock.ts'
import { coverageCells } from '../picture/index.ts'
import { coverageByPlace } from '../reach/index.ts'
import type { Tx } from '../store/open.ts'
import type { Bench } from './bench.ts'
import { chanceFrom } from './chance.ts'
import { type Figure, spreadFigures } from './result.ts'
import { momentsOf, openTown, type Town, townCouncil } from './town.ts'

const timesUsual = 40
const warmUp = 3
const nowMsMax = 50
const pastMsMax = 500
const warnMs = 2 * hourMs

export const bench: Bench = async ({ seed, count, io, dataDir }) => {
  const town = await openTown({ dataDir, seed, io })
  try {
    const system = systemActor(townCouncil)
    const asked = { permission: 'picture.read', now: town.node.clock.now() }
    const scope = scopeOf(town.node.registry.permissions, system, asked)
    const chance = chanceFrom(seed)
    const { from, members } = await momentsOf(town)
    const past = () => new Date(from + chance() * (asked.now - from))
    const times = count ?? timesUsual
    const figures: Figure[] = []
    for (const [name, query] of Object.entries(queries)) {
      const now = await ask(town, { scope, times, query, at: () => null })
      const then = await ask(town, { scope, times, query, at: past })
      figures.push(...spreadFigures(`${name}, as of now`, now, nowMsMax))
      figures.push(...spreadFigures(`${name}, as of a past moment`, then, pastMsMax))
    }
    const places = `${town.villages.length} villages, ${town.zones} zones and all streets`
    return { name: 'coverage', load: `${places}, ${members} members`, seed, figures }
  } finally {
    await town.close()
  }
}

type Query = (
  tx: Tx,
  scope: Scope,
  asked: { readonly town: Town; readonly now: Date; readonly at: Date | null },
) => Promise<readonly unknown[]>

/** What the coverage page asks, and the same for every single place. */
const queries: Record<string, Query> = {
  'each village': (tx, scope, { town: { campaign, round }, now, at }) =>
    coverageCells(tx, scope, { campaign, round, at, now, warnMs }),
  'each village, zone and street': (tx, scope, { town: { round }, now, at }) =>
    coverageByPlace(tx, scope, { round, moment: { now, at: at ?? undefined } }),
}

type Asking = {
  readonly scope: Scope
  readonly times: number
  readonly query: Query
  at(): Date | null
}

async function ask(town: Town, { scope, times, query, at }: Asking): Promise<number[]> {
  const who = { council: townCouncil, actor: scope.actor }
  const took: number[] = []
  for (let i = 0; i < times + warmUp; i++) {
    const asked = { town, now: new Date(town.node.clock.now()), at: at() }
    await town.node.store.transaction(who, async tx => {
      const startedMs = performance.now()
      const found = await query(tx, scope, asked)
      if (i >= warmUp) took.push(performance.now() - startedMs)
      if (asked.at === null && found.length === 0) throw new Error('Nobody was counted.')
    })
  }
  return took
}
