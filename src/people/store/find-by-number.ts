// Whose record has this number, and what would go if they were erased?
import { sql } from 'kysely'
import { inScope, type Scope } from '../../access/index.ts'
import type { Id } from '../../kernel/ids.ts'
import type { Tx } from '../../store/open.ts'

export type ToErase = {
  readonly id: Id
  readonly number: number
  readonly name: string
  readonly born: string | null
  readonly address: string
  /** Of all records that stand for this person, this one included. */
  readonly records: readonly { readonly number: number; readonly name: string }[]
  readonly phones: number
  readonly emails: number
  /** Entries of the record that hold words about them: what was added, corrected, said, planned. */
  readonly entries: number
}

export async function findByNumber(
  tx: Tx,
  scope: Scope,
  text: string,
): Promise<ToErase | undefined> {
  const number = /^\s*p?\s*(\d{1,12})\s*$/i.exec(text)?.[1]
  if (number === undefined) return undefined
  const found = await sql<ToErase>`
    with person as (
      select p.id, p.root, p.number, p.name, to_char(p.born, 'YYYY-MM-DD') as born, p.address
      from people p
      where p.council = ${scope.council} and p.number = ${number} and p.erased_at is null
        and ${inScope(scope, 'p.place')}
    ), own as (
      select q.id, q.number, q.name from people q join person on q.root = person.root
      where q.council = ${scope.council}
    )
    select person.id, person.number, person.name, person.born, person.address,
      (select jsonb_agg(jsonb_build_object('number', number, 'name', name) order by number)
        from own) as records,
      (select count(*) from contact_points c where c.council = ${scope.council}
        and c.belongs_to in (select id from own) and c.kind <> 'email')::int as phones,
      (select count(*) from contact_points c where c.council = ${scope.council}
        and c.belongs_to in (select id from own) and c.kind = 'email')::int as emails,
      (select count(*) from register r where r.council = ${scope.council}
        and r.subjects && array(select id from own))::int as entries
    from person`.execute(tx)
  return found.rows[0]
}
