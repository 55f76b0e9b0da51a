// Whose record is meant? By reference or number, or by exact name with birthday or address.
import { sql } from 'kysely'
import { inScope, readReference, type Scope } from '../../access/index.ts'
import type { Id } from '../../kernel/ids.ts'
import { nameKeyOf } from '../../people/index.ts'
import type { Tx } from '../../store/open.ts'

/** `name` as written on letters: given names, then the family name. */
export type Asked = {
  readonly reference: string
  readonly name: string
  /** `YYYY-MM-DD` */
  readonly born: string | undefined
  /** The postcode, or the first line. */
  readonly address: string
}

export type FoundRecord = {
  /** The record that stands for the person now. */
  readonly root: Id
  readonly records: readonly Id[]
  readonly number: number
  readonly name: string
  readonly born: string | null
  readonly address: string
  readonly language: string | null
}

const foundMax = 2

/** Both facts must fit exactly: there is nothing here to browse. Two of them are nobody. */
export async function findRecords(
  tx: Tx,
  scope: Scope,
  asked: Asked,
): Promise<readonly FoundRecord[]> {
  const fits = meant(asked)
  if (fits === undefined) return []
  const found = await sql<FoundRecord>`
    select r.id as root, r.number, r.name, to_char(r.born, 'YYYY-MM-DD') as born,
      concat_ws(', ', nullif(r.address, ''), nullif(r.postcode, '')) as address, r.language,
      array(select q.id from people q where q.council = r.council and q.root = r.id
        order by q.number) as records
    from people r
    where r.council = ${scope.council} and ${inScope(scope, 'r.place')} and r.id in (
      select p.root from people p where p.council = ${scope.council} and ${fits})
    order by r.number limit ${foundMax}`.execute(tx)
  return found.rows
}

function meant({ reference, name, born, address }: Asked) {
  if (reference !== '') return byReference(reference)
  if (name === '' || (born === undefined && address === '')) return undefined
  const isNamed = sql`p.name_key = ${nameKeyOf(name, '')} and p.erased_at is null`
  const plain = address.toLowerCase().replace(/[^a-z0-9]/g, '')
  const isHome = sql`(lower(regexp_replace(p.postcode, '[^A-Za-z0-9]', '', 'g')) = ${plain}
    or starts_with(lower(regexp_replace(p.address, '[^A-Za-z0-9]', '', 'g')), ${plain})
      and length(${plain}) >= 5)`
  if (born === undefined) return sql`${isNamed} and ${isHome}`
  return address === ''
    ? sql`${isNamed} and p.born = ${born}`
    : sql`${isNamed} and p.born = ${born} and ${isHome}`
}

function byReference(text: string) {
  const digits = readReference(text)
  const number = /^\s*p?\s*(\d{1,7})\s*$/i.exec(text)?.[1]
  if (number !== undefined) return sql`p.number = ${number}`
  if (digits === undefined) return undefined
  return sql`right(replace(p.id::text, '-', ''), 8) = ${digits}`
}

/** One person's records by id, for who has found them already. */
export async function recordById(tx: Tx, scope: Scope, id: Id): Promise<FoundRecord | undefined> {
  const found = await sql<FoundRecord>`
    select r.id as root, r.number, r.name, to_char(r.born, 'YYYY-MM-DD') as born,
      r.address, r.language, array(select q.id from people q
        where q.council = r.council and q.root = r.id order by q.number) as records
    from people p join people r on r.council = p.council and r.id = p.root
    where p.council = ${scope.council} and p.id = ${id}
      and ${inScope(scope, 'p.place')}`.execute(tx)
  return found.rows[0]
}
