// What may this reader prove: which campaign, for which of their places?
import { sql } from 'kysely'
import type { Scope } from '../../access/index.ts'
import type { Id } from '../../kernel/ids.ts'
import { placesWithin } from '../../places/index.ts'
import type { Tx } from '../../store/open.ts'

export type Provable = {
  readonly title: string
  readonly mayWhole: boolean
  readonly villages: readonly { readonly id: Id; readonly name: string }[]
}

export async function provable(tx: Tx, scope: Scope, campaign: Id): Promise<Provable | undefined> {
  const found = await sql<{ title: string }>`select coalesce(title, pack) as title
    from campaigns where council = ${scope.council} and id = ${campaign}`.execute(tx)
  const [row] = found.rows
  if (!row) return undefined
  const villages = await placesWithin(tx, scope, { kind: 'village', within: null })
  return { title: row.title, mayWhole: scope.everywhere, villages }
}

export type Key = { readonly key: string; readonly madeAt: Date }
/** Newest first. Public: whoever holds a file compares its key with these. */
export async function keysOf(tx: Tx, council: string): Promise<readonly Key[]> {
  const found = await sql<Key>`select key, made_at as "madeAt" from signing_keys
    where council = ${council} order by made_at desc, key`.execute(tx)
  return found.rows
}
