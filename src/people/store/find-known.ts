// Whom might these be? People already in the register who share a telling fact, for many at once.
import { sql } from 'kysely'
import type { Id } from '../../kernel/ids.ts'
import type { Tx } from '../../store/open.ts'

/** What is known about somebody who may be in the register already. `ref` is the asker's own. */
export type KnownKeys = {
  readonly ref: string
  readonly nhs: string | null
  readonly nameKey: string
  readonly uprn: string | null
  readonly dwelling: Id | null
  readonly born: string | null
  readonly emails: readonly string[]
  readonly phones: readonly string[]
}

export type KnownBy = 'nhs' | 'home' | 'born' | 'email' | 'phone'
export type Known = {
  readonly ref: string
  readonly by: KnownBy
  /** Who the record found stands for now. */
  readonly person: Id
  readonly born: string | null
  readonly nhs: string | null
}

/** All but the NHS number count only for namesakes. Strongest fact first, then longest known. */
export async function findKnown(
  tx: Tx,
  council: string,
  keys: readonly KnownKeys[],
): Promise<readonly Known[]> {
  const rows = keys.map(({ nameKey, ...rest }) => ({ ...rest, name_key: nameKey }))
  const found = await sql<Known>`
    with wanted as materialized (
      select * from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as w (ref text, nhs text,
        name_key text, uprn text, dwelling uuid, born date, emails text[], phones text[])
    ), namesakes as materialized (
      select w.*, p.id, d.uprn as own_uprn, p.dwelling as own_dwelling, p.born as own_born
      from wanted w
      join people p on p.council = ${council} and p.name_key = w.name_key
      left join dwellings d on d.council = p.council and d.id = p.dwelling
      where w.name_key <> ''
    ), hits as (
      select w.ref, p.id, 1 as strength from wanted w
        join people p on p.council = ${council} and p.nhs = w.nhs
      union all select ref, id, 2 from namesakes
        where own_dwelling = dwelling or own_uprn = uprn
      union all select ref, id, 3 from namesakes where own_born = born
      union all select n.ref, n.id, case c.kind when 'email' then 4 else 5 end
        from namesakes n
        join contact_points c on c.council = ${council} and c.belongs_to = n.id
          and c.value = any (n.emails || n.phones)
    ), best as (
      select h.ref, r.id, r.number, r.born, r.nhs, min(h.strength) as strength
      from hits h
      join people p on p.council = ${council} and p.id = h.id
      join people r on r.council = ${council} and r.id = p.root and r.erased_at is null
      group by h.ref, r.id, r.number, r.born, r.nhs
    )
    select ref, (array['nhs', 'home', 'born', 'email', 'phone'])[strength] as by, id as person,
      to_char(born, 'YYYY-MM-DD') as born, nhs
    from best order by ref, strength, number`.execute(tx)
  return found.rows
}
