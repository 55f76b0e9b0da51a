// Which rows of a list's first version are held, though they resemble nobody we know?
import { sql } from 'kysely'
import type { Id } from '../../kernel/ids.ts'
import type { Tx } from '../../store/open.ts'

export type HeldRow = { readonly entry: Id; readonly nhs: string }

export async function heldRows(tx: Tx, council: string, list: string): Promise<HeldRow[]> {
  const found = await sql<HeldRow>`
    select e.id as entry, e.facts->>'nhsNumber' as nhs
    from list_entries e
    join list_versions v on v.council = e.council and v.id = e.first_version and v.number = 1
    where e.council = ${council} and e.list = ${list} and e.state = 'held'
      and e.candidates = '{}' and e.person is null and e.facts ? 'nhsNumber'
      and not e.reasons && array['twice-in-file', 'outside-district']
    order by nhs, e.id`.execute(tx)
  return found.rows
}
