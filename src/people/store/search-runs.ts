// Whom did the box show while somebody typed? One line of who looked for each time they typed.
import { type RawBuilder, sql } from 'kysely'
import { recordRead, type Scope, systemId } from '../../access/index.ts'
import { listCouncils, type Task } from '../../events/index.ts'
import type { Id } from '../../kernel/ids.ts'
import type { Node } from '../../node.ts'

/** Who types no further for so long has paused. */
const pauseMs = 1_000
/** Somebody who never pauses is written down all the same. */
const runMsMax = 10_000
const everyMs = 1_000
const runsPerTurn = 500

/**
 * Said in the statement that finds `found`, of whom the first so many are shown: nothing is shown
 * that is not kept.
 */
export function keepingShown(
  { council, actor, purpose }: Scope,
  { most, at }: { readonly most: number; readonly at: number },
): RawBuilder<unknown> {
  const now = new Date(at)
  return sql`kept as (
    insert into search_runs as r (council, actor, purpose, subjects, began_at, shown_at)
    select ${council}, ${actor}::uuid, ${purpose}, array_agg(id), ${now}::timestamptz, ${now}
    from (select id from found order by nth limit ${most}) as shown
    having count(*) > 0
    on conflict (council, actor) do update set shown_at = excluded.shown_at,
      purpose = excluded.purpose, subjects = array(
        select distinct id from unnest(r.subjects || excluded.subjects) as one (id) order by id))`
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
