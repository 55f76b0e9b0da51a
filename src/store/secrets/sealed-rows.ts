// Which secrets stand in the tables, is each sealed with the key in use, and can each be opened?
import { sql } from 'kysely'
import type { Store, Tx } from '../open.ts'
import { isSealed, type Keys } from './keys.ts'

/** A column of a capability that holds a secret, or nothing. */
export type SecretColumn = { readonly table: string; readonly column: string }

export type Sealed = { readonly sealed: number; readonly locked: number }

type Rows = { readonly council: string; readonly columns: readonly SecretColumn[] }

/** For whom a secret is kept: one council, one column. */
export function secretPlace(council: string, { table, column }: SecretColumn): string {
  return `${council} ${table}.${column}`
}

/** Seals what stands plain or under an older key. What no key opens is left and counted. */
export function sealRows(store: Store, actor: string, { council, columns }: Rows): Promise<Sealed> {
  return store.transaction({ council, actor }, async tx => {
    let sealed = 0
    let locked = 0
    for (const column of columns) {
      for (const kept of await keptIn(tx, council, column)) {
        const at = secretPlace(council, column)
        if (store.keys.isCurrent(kept)) continue
        const secret = store.keys.open(kept, at)
        if (secret === undefined) locked++
        else {
          await replace(tx, { council, column, kept, by: store.keys.seal(secret, at) })
          sealed++
        }
      }
    }
    return { sealed, locked }
  })
}

/** How many secrets no key opens that this process has. */
export async function countLocked(tx: Tx, keys: Keys, { council, columns }: Rows): Promise<number> {
  let locked = 0
  for (const column of columns) {
    const kept = await keptIn(tx, council, column)
    const at = secretPlace(council, column)
    locked += kept.filter(one => isSealed(one) && keys.open(one, at) === undefined).length
  }
  return locked
}

async function keptIn(tx: Tx, council: string, { table, column }: SecretColumn) {
  const found = await sql<{ kept: string }>`select distinct ${sql.ref(column)} as kept
    from ${sql.table(table)} where council = ${council} and ${sql.ref(column)} is not null
    order by 1`.execute(tx)
  return found.rows.map(({ kept }) => kept)
}

type Replace = { council: string; column: SecretColumn; kept: string; by: string }

async function replace(tx: Tx, { council, column, kept, by }: Replace): Promise<void> {
  const name = sql.ref(column.column)
  await sql`update ${sql.table(column.table)} set ${name} = ${by}
    where council = ${council} and ${name} = ${kept}`.execute(tx)
}
