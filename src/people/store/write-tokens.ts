// Keeps the words by which people are found in step with what the register says.
import { sql } from 'kysely'
import type { Id } from '../../kernel/ids.ts'
import type { Tx } from '../../store/open.ts'
import { type Findable, tokensOf } from '../domain/tokens.ts'

type Row = Findable & { readonly id: Id }

/** Makes the tokens of these people anew from their rows. */
export async function writeTokens(tx: Tx, council: string, people: readonly Id[]): Promise<void> {
  if (people.length === 0) return
  const found = await sql<Row>`
    select p.id, p.number, p.given, p.middle, p.family, p.nhs, p.address, p.postcode,
      coalesce((select jsonb_agg(jsonb_build_object('kind', c.kind, 'value', c.value))
        from contact_points c
        where c.council = p.council and c.belongs_to = p.id), '[]') as contacts
    from people p
    where p.council = ${council} and p.id = any (${people}::uuid[]) and p.erased_at is null
  `.execute(tx)
  await sql`delete from person_tokens
    where council = ${council} and person = any (${people}::uuid[])`.execute(tx)
  const rows = found.rows
    .filter(hasWords)
    .flatMap(row => tokensOf(row).map(({ token, kind }) => ({ token, kind, person: row.id })))
  await sql`insert into person_tokens (council, token, person, kind)
    select ${council}, token, person, kind
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
      as r (token text, person uuid, kind text)`.execute(tx)
}

/** In a replay an erased person comes without words before the erasure comes. */
function hasWords(row: Row): boolean {
  return row.given !== '' || row.family !== '' || row.address !== '' || row.contacts.length > 0
}
