// Where do the benches of pages, commands and coverage run? In the invented district, at its size.

import { sql } from 'kysely'
import { addUser, openSession, type RoleName, systemActor } from '../access/index.ts'
import { openDatabase } from '../cli/database.ts'
import { loadDemo } from '../demo/index.ts'
import { act } from '../events/index.ts'
import { type Id, newId } from '../kernel/ids.ts'
import { isRefusal } from '../kernel/refusal.ts'
import { openNode } from '../main.ts'
import type { Node } from '../node.ts'
import { hardStops } from '../people/index.ts'
import type { BenchOptions } from './bench.ts'

export const townCouncil = 'south-vale'

export type Town = {
  readonly node: Node
  readonly campaign: Id
  readonly round: Id
  /** People who may be rung, in no order that means anything. */
  readonly members: readonly Id[]
  readonly villages: readonly Id[]
  readonly zones: number
  readonly families: readonly string[]
  /** Lets new people in, for the whole council, and signs each in: their cookies. */
  signIn(role: RoleName, count: number): Promise<string[]>
  close(): Promise<void>
}

type Prepare = Pick<BenchOptions, 'seed' | 'io'> & { readonly dataDir: string }

/** Loads the district unless it is there. No server may run on the folder meanwhile. */
export async function openTown({ dataDir, seed, io }: Prepare): Promise<Town> {
  const database = await openDatabase(dataDir, { isServer: true, url: undefined })
  const node = await openNode(database)
  const close = async () => {
    await node.store.close()
    await database.stop()
  }
  try {
    await loadDemo(node, { size: 'W1', seed, progress: io.progress })
    await node.store.takeStock()
    return {
      node,
      ...(await sights(node)),
      signIn: (role, count) => signIn(node, role, count),
      close,
    }
  } catch (error) {
    await close()
    throw error
  }
}

async function sights(node: Node) {
  const who = { council: townCouncil, actor: systemActor(townCouncil).id }
  return node.store.transaction(who, async tx => {
    const inCouncil = { council: townCouncil }
    // Those of an earlier bench; they would run out by themselves.
    await tx.deleteFrom('holds').where('council', '=', townCouncil).execute()
    const round = await tx
      .selectFrom('rounds')
      .select(['id', 'campaign'])
      .where('council', '=', inCouncil.council)
      .orderBy('number', 'desc')
      .executeTakeFirstOrThrow()
    const members = await tx
      .selectFrom('members as m')
      .innerJoin('people as p', join =>
        join.onRef('p.council', '=', 'm.council').onRef('p.id', '=', 'm.subject'),
      )
      .select('m.id')
      .where('m.council', '=', inCouncil.council)
      .where('m.round', '=', round.id)
      .where('m.kind', '=', 'person')
      .where('m.state', '<>', 'excused')
      .where(sql<boolean>`not p.flags && ${[...hardStops]}::text[]`)
      .orderBy('m.id')
      .execute()
    const places = await tx
      .selectFrom('places')
      .select(['id', 'kind'])
      .where('council', '=', inCouncil.council)
      .where('kind', 'in', ['village', 'zone'])
      .orderBy('id')
      .execute()
    const people = await tx
      .selectFrom('people')
      .select('family')
      .distinct()
      .where('council', '=', inCouncil.council)
      .orderBy('family')
      .limit(200)
      .execute()
    const villages = places.filter(({ kind }) => kind === 'village')
    return {
      campaign: round.campaign,
      round: round.id,
      members: members.map(({ id }) => id),
      villages: villages.map(({ id }) => id),
      zones: places.length - villages.length,
      families: people.flatMap(({ family }) => (family ? [family] : [])),
    }
  })
}

/** When the first of the round joined, and when the last thing was recorded. */
export function momentsOf({ node, round }: Pick<Town, 'node' | 'round'>) {
  const council = townCouncil
  return node.store.transaction({ council, actor: systemActor(council).id }, async tx => {
    const found = await sql<{ from: Date; until: Date; members: number }>`
      select min(joined_at) as from, count(*)::int as members,
        (select recorded_at from council_logs l where l.council = ${council}) as until
      from members where council = ${council} and round = ${round}`.execute(tx)
    const [row] = found.rows
    if (!row) throw new Error('Nobody is in the round.')
    return { from: row.from.getTime(), until: row.until.getTime(), members: row.members }
  })
}

async function signIn(node: Node, role: RoleName, count: number): Promise<string[]> {
  const cookies: string[] = []
  for (let i = 0; i < count; i++) {
    const user = newId()
    const grants = [{ role, place: null, purpose: 'bench', until: null }]
    const input = { user, name: `Bench ${role} ${i}`, email: null, grants }
    const system = systemActor(townCouncil)
    const done = await act(node, system, addUser, { id: newId(), input })
    if (isRefusal(done)) throw new Error(`A ${role} was refused: ${done.refused}`)
    const { token } = await node.store.transaction({ council: townCouncil, actor: user }, tx =>
      openSession(tx, { council: townCouncil, user, now: node.clock.now() }),
    )
    cookies.push(`doorstep=${townCouncil}.${token}`)
  }
  return cookies
}
