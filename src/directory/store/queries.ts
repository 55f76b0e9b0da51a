// Which services are listed? They are the council's own and name no resident.
import { sql } from 'kysely'
import type { Load } from '../../events/index.ts'
import type { Id } from '../../kernel/ids.ts'
import type { Tx } from '../../store/open.ts'
import type { Directory } from '../domain/change-directory.ts'
import type { Service } from '../domain/open-referral.ts'

type Row = { readonly id: Id; readonly document: string }

async function rowsOf(tx: Tx, council: string): Promise<readonly Row[]> {
  const found = await sql<Row>`select id, document from services
    where council = ${council} and document is not null order by name, id`.execute(tx)
  return found.rows
}

export async function servicesOf(tx: Tx, council: string): Promise<readonly Service[]> {
  return (await rowsOf(tx, council)).map(row => JSON.parse(row.document) as Service)
}

export async function findService(tx: Tx, council: string, id: Id): Promise<Service | undefined> {
  const found = await sql<Row>`select id, document from services
    where council = ${council} and id = ${id} and document is not null`.execute(tx)
  const [row] = found.rows
  return row && (JSON.parse(row.document) as Service)
}

/** Nobody decided is no. */
export async function isPublic(tx: Tx, council: string): Promise<boolean> {
  const found = await sql`select 1 from directory_settings
    where council = ${council} and is_public`.execute(tx)
  return found.rows.length > 0
}

export const loadDirectory: Load<unknown, Directory> = async (tx, _input, { actor }) => {
  const { council } = actor
  const rows = await rowsOf(tx, council)
  const known = new Map(rows.map(({ id, document }) => [id, document]))
  return { state: { known, isPublic: await isPublic(tx, council) }, place: null }
}
