// A sealed list is closed: what it brought is purged, and its owner gets a receipt of counts.
import { sql } from 'kysely'
import { type Actor, systemActor } from '../../access/index.ts'
import { changeOnce, listCouncils, type Task } from '../../events/index.ts'
import { minuteMs } from '../../kernel/clock.ts'
import { type Id, newId } from '../../kernel/ids.ts'
import { type Refusal, refuse } from '../../kernel/refusal.ts'
import { purgeVersion } from '../../lists/index.ts'
import type { Node } from '../../node.ts'
import type { Tx } from '../../store/open.ts'
import { type closings, listClosed, occasionEnded } from '../domain/events.ts'
import { dropParts } from './keep-sealed.ts'
import { findSealed } from './queries.ts'

type Why = (typeof closings)[number]

export function closeSealed(
  node: Node,
  actor: Actor,
  { id, sealed, why }: { readonly id: Id; readonly sealed: Id; readonly why: Why },
): Promise<Refusal | undefined> {
  const { council } = actor
  return changeOnce(node, actor, {
    id,
    name: 'sealed.close',
    asked: [sealed, why],
    async decide(tx) {
      // Two servers that come to it at once close it once.
      await sql`select 1 from sealed_lists where council = ${council} and id = ${sealed}
        for update`.execute(tx)
      const found = await findSealed(tx, council, sealed)
      if (!found) return refuse('not-found')
      if (found.state !== 'open' || !found.version) return refuse('already-done')
      const { drafts, receipt } = await purgeVersion(tx, council, found.version)
      await dropParts(tx, council, sealed)
      return [...drafts, listClosed({ subjects: [], body: { sealed, why, ...receipt } })]
    },
  })
}

/** What it opened for is over: the list that it opened closes at the next turn of the task. */
export function endOccasion(node: Node, actor: Actor, occasion: Id) {
  return changeOnce(node, actor, {
    id: newId(),
    name: 'sealed.end-occasion',
    asked: occasion,
    async decide(tx) {
      const found = await sql`select 1 from occasions
        where council = ${actor.council} and id = ${occasion} and ended_at is null`.execute(tx)
      if (found.rows.length === 0) return refuse('already-done')
      return [occasionEnded({ subjects: [], body: { occasion } })]
    },
  })
}

export const closeDue: Task = {
  name: 'sealed.close-due',
  everyMs: 10 * minuteMs,
  async run(node) {
    for (const { id } of await listCouncils(node)) await closeDueOf(node, id)
  },
}

/** Gives how many were closed. */
export async function closeDueOf(node: Node, council: string): Promise<number> {
  const actor = systemActor(council)
  const now = new Date(node.clock.now())
  const due = await node.store.transaction({ council, actor: actor.id }, tx =>
    dueLists(tx, council, now),
  )
  for (const { sealed, why } of due) await closeSealed(node, actor, { id: newId(), sealed, why })
  return due.length
}

async function dueLists(tx: Tx, council: string, now: Date) {
  const found = await sql<{ sealed: Id; why: Why }>`
    select s.id as sealed,
      case when s.due_at <= ${now} then 'time-over' else 'nothing-declared' end as why
    from sealed_lists s
    left join occasions o on o.council = s.council and o.id = s.occasion
    where s.council = ${council} and s.state = 'open'
      and (s.due_at <= ${now} or o.ended_at is not null)`.execute(tx)
  return found.rows
}
