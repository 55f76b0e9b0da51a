// Whom did the box show while somebody typed? One line of who looked for each time they typed.
import { sql } from 'kysely'
import { recordRead, type Scope, systemId } from '../../access/index.ts'
import { listCouncils, type Task } from '../../events/index.ts'
import type { Id } from '../../kernel/ids.ts'
import type { Node } from '../../node.ts'
import type { Tx } from '../../store/open.ts'

/** Who types no further for so long has paused. */
const pauseMs = 1_000
/** Somebody who never pauses is written down all the same. */
const runMsMax = 10_000
const everyMs = 1_000
const runsPerTurn = 500

/** Kept in the transaction that shows them: nothing is shown that is not kept. */
export async function keepShown(
  tx: Tx,
  scope: Scope,
  { subjects, at }: { readonly subjects: readonly Id[]; readonly at: number },
): Promise<void> {
  if (subjects.length === 0) return
  const now = new Date(at)
  await sql`insert into search_runs as r (council, actor, purpose, subjects, began_at, shown_at)
    values (${scope.council}, ${scope.actor}, ${scope.purpose}, ${[...subjects]}::uuid[],
      ${now}, ${now})
    on conflict (council, actor) do update set shown_at = excluded.shown_at,
      purpose = excluded.purpose, subjects = array(
        select distinct id from unnest(r.subjects || excluded.subjects) as one (id) order by id)
  `.execute(tx)
}

export const writeSearches: Task = {
  name: 'people.write-searches',
  everyMs,
  async run(node) {
    for (const { id } of await listCouncils(node)) await writePaused(node, id)
  },
}

type Run = { actor: Id; purpose: string; subjects: Id[]; shownAt: Date }

/** Those who paused: taken out and written down in one transaction. Gives how many. */
export function writePaused(node: Node, council: string): Promise<number> {
  const now = node.clock.now()
  return node.store.transaction({ council, actor: systemId }, async tx => {
    const paused = await sql<Run>`
      delete from search_runs where council = ${council} and actor in (
        select actor from search_runs where council = ${council}
          and (shown_at <= ${new Date(now - pauseMs)} or began_at <= ${new Date(now - runMsMax)})
        limit ${runsPerTurn} for update skip locked)
      returning actor, purpose, subjects, shown_at as "shownAt"`.execute(tx)
    for (const { actor, purpose, subjects, shownAt } of paused.rows) {
      const scope = { council, actor, purpose }
      await recordRead(tx, scope, { what: 'search', route: '/find', subjects, at: +shownAt })
    }
    return paused.rows.length
  })
}
