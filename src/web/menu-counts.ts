// What is late behind a menu item? Each capability says so for its own pages, from outside: the
// menu may not import them.
import type { Actor } from '../access/actor.ts'
import { grantsFor } from '../access/decide.ts'
import type { Node } from '../node.ts'
import type { Tx } from '../store/open.ts'

export type MenuCount = {
  readonly href: string
  /** Only who holds this for the whole council is told. */
  readonly may: string
  /** They wait for somebody, and are not late. */
  readonly isWaiting?: boolean
  count(tx: Tx, council: string, now: Date): Promise<number>
}

const counts: MenuCount[] = []

/** Called once, where a capability is put together. */
export function addMenuCount(count: MenuCount): void {
  if (!counts.some(({ href }) => href === count.href)) counts.push(count)
}

type Kept = { readonly at: number; readonly late: ReadonlyMap<string, number> }
const kept = new WeakMap<Node, Map<string, Kept>>()

/** Every page has a menu, so a council's figures are counted again after a while only. */
const keptMs = 10_000

/** Address of a menu item to how many are late behind it. */
export async function lateCounts(node: Node, actor: Actor): Promise<ReadonlyMap<string, number>> {
  const now = node.clock.now()
  const mine = counts.filter(({ may }) =>
    grantsFor(node.registry.permissions, actor, { permission: may, now }).some(
      ({ place }) => place === null,
    ),
  )
  if (mine.length === 0) return new Map()
  const councils = kept.get(node) ?? new Map<string, Kept>()
  kept.set(node, councils)
  const known = councils.get(actor.council)
  if (known && now >= known.at && now - known.at < keptMs) return pick(known.late, mine)
  const who = { council: actor.council, actor: actor.id }
  const late = await node.store.transaction(who, async tx => {
    const found = new Map<string, number>()
    for (const one of counts) {
      found.set(one.href, await one.count(tx, actor.council, new Date(now)))
    }
    return found
  })
  councils.set(actor.council, { at: now, late })
  return pick(late, mine)
}

function pick(late: ReadonlyMap<string, number>, mine: readonly MenuCount[]) {
  return new Map(mine.map(({ href }) => [href, late.get(href) ?? 0]))
}

/** Do those behind this item wait, or are they late? */
export function isWaiting(href: string): boolean {
  return counts.find(one => one.href === href)?.isWaiting ?? false
}
