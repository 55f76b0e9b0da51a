// Is the figure true? The page's own moment and places, counted again from the log by reach.
//
// To count the whole log again for every page would make every page slow. So for now it is done
// for all places of a round together, every quarter of a minute, and the page says when. Where the
// two counts differ, and for any past moment, the page's own places are counted there and then.
import { sql } from 'kysely'
import type { Scope } from '../../access/index.ts'
import { systemActor } from '../../access/index.ts'
import { secondMs } from '../../kernel/clock.ts'
import type { Id } from '../../kernel/ids.ts'
import type { Node } from '../../node.ts'
import { type PlaceStanding, recountByPlace, recountFromLog } from '../../reach/index.ts'
import type { Tx } from '../../store/open.ts'
import type { Recount } from '../domain/model.ts'
import type { Counts } from '../domain/terms.ts'
import { membersAt, momentOf, type View } from './members-at.ts'

const keptMs = 15 * secondMs

type Checked = { readonly at: number; readonly holds: boolean }
const checked = new WeakMap<Node, Map<string, Promise<Checked>>>()

export type RecountAsk = {
  readonly node: Node
  readonly view: View
  /** Null is all that the reader may see. */
  readonly within: Id | null
  /** What the page shows. */
  readonly total: Counts
}

/** `within` narrows it to one place, by where the log says that they live. */
export async function recount(tx: Tx, scope: Scope, asked: RecountAsk): Promise<Recount> {
  const { node, view, within, total } = asked
  if (view.at === null) {
    const { at, holds } = await lastCheck(tx, scope, { node, view })
    if (holds) return { at, counts: total }
  }
  const about = { round: view.round, at: momentOf(view), scope, within }
  return { at: view.now.getTime(), counts: await recountFromLog(tx, scope.council, about) }
}

type CheckAsk = Pick<RecountAsk, 'node' | 'view'>

/** Many who ask at once wait for one count. */
async function lastCheck(tx: Tx, scope: Scope, { node, view }: CheckAsk): Promise<Checked> {
  const known = checked.get(node) ?? new Map<string, Promise<Checked>>()
  checked.set(node, known)
  const key = `${scope.council} ${view.round}`
  const last = await known.get(key)?.catch(() => undefined)
  const age = last ? view.now.getTime() - last.at : Number.POSITIVE_INFINITY
  if (last?.holds && age >= 0 && age < keptMs) return last
  const fresh = check(tx, scope, view)
  known.set(key, fresh)
  return fresh
}

/** Every place of the whole council, from the log and as the pages count, in one snapshot. */
async function check(tx: Tx, { council }: Scope, view: View): Promise<Checked> {
  const { round, now } = view
  const logged = await recountByPlace(tx, council, { round, at: now })
  const everyone = { ...everywhereIn(council), permission: 'picture.read' }
  const shown = await sql<PlaceStanding>`
    select m.place, m.state, count(*)::integer as n
    from (${membersAt(everyone, view)}) m group by m.place, m.state`.execute(tx)
  return { at: now.getTime(), holds: keysOf(logged) === keysOf(shown.rows) }
}

function everywhereIn(council: string): Omit<Scope, 'permission'> {
  const { id } = systemActor(council)
  return { council, actor: id, purpose: 'counting again', everywhere: true, places: [] }
}

function keysOf(rows: readonly PlaceStanding[]): string {
  return rows
    .map(({ place, state, n }) => `${place} ${state} ${n}`)
    .sort()
    .join('\n')
}
