// One row of access is changed: what every event of users, grants and suspensions comes to.
import type { Id } from '../../kernel/ids.ts'
import type { Tx } from '../../store/open.ts'

type Named = { readonly council: string; readonly id: Id }

/** Null is open: nothing ends it yet. */
export async function endRow(
  tx: Tx,
  table: 'grants' | 'suspensions',
  { council, id, at }: Named & { readonly at: Date | null },
): Promise<void> {
  await tx
    .updateTable(table)
    .set({ ends_at: at })
    .where('council', '=', council)
    .where('id', '=', id)
    .execute()
}

type UserSet = {
  readonly name?: string | null
  readonly email?: string | null
  readonly disabled_at?: Date | null
}

export async function changeUser(tx: Tx, { council, id }: Named, set: UserSet): Promise<void> {
  await tx
    .updateTable('users')
    .set(set)
    .where('council', '=', council)
    .where('id', '=', id)
    .execute()
}

export function momentOf(ms: number | null): Date | null {
  return ms === null ? null : new Date(ms)
}
