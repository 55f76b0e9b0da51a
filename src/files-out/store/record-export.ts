// That somebody at the machine took everything: on the record, and for each person among the looks.
import { createHash } from 'node:crypto'
import { sql } from 'kysely'
import { recordRead, type Scope, scopeOf, systemActor } from '../../access/index.ts'
import { actInBulk } from '../../events/index.ts'
import { type Id, newId } from '../../kernel/ids.ts'
import { isRefusal } from '../../kernel/refusal.ts'
import type { Node } from '../../node.ts'
import type { Tx } from '../../store/open.ts'
import type { Manifest } from '../domain/archive.ts'
import { councilExported } from '../domain/events.ts'

export async function recordExport(node: Node, manifest: Manifest): Promise<void> {
  const actor = systemActor(manifest.council.id)
  const { events, hash: digest } = manifest.log
  const done = await actInBulk(node, actor, {
    id: newId(),
    name: 'files-out.export-council',
    contentHash: createHash('sha256').update(digest).digest(),
    async work(tx, append) {
      const now = node.clock.now()
      const asked = { permission: 'files-out.export', now }
      const scope = scopeOf(node.registry.permissions, actor, asked)
      const people = await recordEverybody(tx, scope, now)
      await append([councilExported({ subjects: [], body: { events, people, digest } })])
      return {}
    },
  })
  if (isRefusal(done)) throw new Error(`Broken: an export was not recorded: ${done.refused}`)
}

const peoplePerRead = 5_000

/** Gives how many there are. */
export async function recordEverybody(tx: Tx, scope: Scope, at: number): Promise<number> {
  let after: Id | null = null
  for (let people = 0; ; ) {
    const found: { rows: { id: Id }[] } = await sql<{ id: Id }>`
      select id from people where council = ${scope.council} and erased_at is null
        and (${after}::uuid is null or id > ${after})
      order by id limit ${peoplePerRead}`.execute(tx)
    const subjects = found.rows.map(({ id }) => id)
    await recordRead(tx, scope, { what: 'export', route: '/council-copy', subjects, at })
    people += subjects.length
    after = subjects.at(-1) ?? null
    if (subjects.length < peoplePerRead) return people
  }
}
