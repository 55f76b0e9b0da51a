// Which homes do we know at a postcode, or by words of an address? To choose from, not to search.
import { type RawBuilder, sql } from 'kysely'
import { inScope, type Scope } from '../../access/index.ts'
import type { Id } from '../../kernel/ids.ts'
import type { Tx } from '../../store/open.ts'
import { addressKey } from '../domain/address-key.ts'

export type KnownHome = {
  readonly id: Id
  readonly address: string
  readonly postcode: string
  readonly uprn: string | null
}

export const homesMax = 60
const wordsMax = 8

/** In the order of their numbers. Nothing is asked about when nothing was typed. */
export async function homesLike(
  tx: Tx,
  scope: Scope,
  typed: { readonly address: string; readonly postcode: string },
): Promise<readonly KnownHome[]> {
  const [line = '', postcode = ''] = addressKey(typed.address, typed.postcode).split('|')
  const words = line.split(' ').filter(Boolean).slice(0, wordsMax)
  if (postcode !== '') {
    const there = await homesWhere(tx, scope, sql`d.address_key like ${`%|${postcode}`}`)
    if (there.length > 0) return there
  }
  if (words.length === 0) return []
  const each = words.map(word => sql`(' ' || d.address_key) like ${`% ${word}%`}`)
  return homesWhere(tx, scope, sql.join(each, sql` and `))
}

export async function findHome(tx: Tx, scope: Scope, id: Id): Promise<KnownHome | undefined> {
  const [home] = await homesWhere(tx, scope, sql`d.id = ${id}`)
  return home
}

async function homesWhere(tx: Tx, scope: Scope, isMeant: RawBuilder<unknown>) {
  const found = await sql<KnownHome>`select d.id, d.address, d.postcode, d.uprn from dwellings d
    where d.council = ${scope.council} and d.ended_at is null and ${isMeant}
      and ${inScope(scope, 'd.street')}
    order by d.postcode, d.street, substring(d.address from '[0-9]{1,6}')::int nulls last,
      d.address, d.id
    limit ${homesMax}`.execute(tx)
  return found.rows
}
