// What could not be read of the file that waits? Kept sealed as the file is, for whoever keeps it:
// rows, columns, codes and counts, and no word of anybody.
import { sql } from 'kysely'
import type { Id } from '../../kernel/ids.ts'
import type { CheckedFile } from '../../lists/index.ts'
import type { Tx } from '../../store/open.ts'
import { type Keys, secretPlace } from '../../store/secrets/index.ts'

export const checkColumn = { table: 'sealed_checks', column: 'report' } as const

type At = { readonly council: string; readonly sealed: Id }

export async function keepCheck(
  tx: Tx,
  { council, sealed, keys, checked }: At & { readonly keys: Keys; readonly checked: CheckedFile },
): Promise<void> {
  const report = keys.seal(JSON.stringify(checked), secretPlace(council, checkColumn))
  await sql`insert into sealed_checks (council, sealed, report)
    values (${council}, ${sealed}, ${report})
    on conflict (council, sealed) do update set report = excluded.report`.execute(tx)
}

/** Undefined where nothing waits, or where the key is not there. */
export async function checkOf(
  tx: Tx,
  { council, sealed, keys }: At & { readonly keys: Keys },
): Promise<CheckedFile | undefined> {
  const found = await sql<{ report: string }>`select report from sealed_checks
    where council = ${council} and sealed = ${sealed}`.execute(tx)
  const kept = found.rows[0]?.report
  const report = kept && keys.open(kept, secretPlace(council, checkColumn))
  return report ? (JSON.parse(report) as CheckedFile) : undefined
}

export async function dropCheck(tx: Tx, { council, sealed }: At): Promise<void> {
  await sql`delete from sealed_checks
    where council = ${council} and sealed = ${sealed}`.execute(tx)
}
