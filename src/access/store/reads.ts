// Who looked at whom, and why: written in the same transaction as the read.
import { type Id, newId } from '../../kernel/ids.ts'
import type { Tx } from '../../store/open.ts'
import type { Scope } from '../scope.ts'

export type Read = {
  readonly what: 'open' | 'search' | 'list' | 'export' | 'print' | 'sync'
  readonly route: string
  readonly subjects: readonly Id[]
  readonly at: number
}

/** Records a look at personal records. A page of them is one row. */
export async function recordRead(tx: Tx, scope: Scope, read: Read): Promise<void> {
  if (read.subjects.length === 0) return
  await tx
    .insertInto('reads')
    .values({
      council: scope.council,
      id: newId(),
      at: new Date(read.at),
      actor: scope.actor,
      what: read.what,
      purpose: scope.purpose,
      route: read.route,
      subjects: [...read.subjects],
    })
    .execute()
}
