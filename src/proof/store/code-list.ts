// Whom do the codes of a proof stand for, as the register knows them now? Whoever was erased since,
// or lives outside the reader's places by now, stays a code.
import { sql } from 'kysely'
import { inScope, type Scope } from '../../access/index.ts'
import type { Id } from '../../kernel/ids.ts'
import type { Tx } from '../../store/open.ts'
import type { Coverage } from '../domain/make-coverage.ts'

export type Named = { readonly id: Id; readonly name: string; readonly address: string }

export type CodeList = {
  /** By code. */
  readonly people: ReadonlyMap<string, Named>
  readonly staff: ReadonlyMap<string, string>
}

export async function codeList(
  tx: Tx,
  scope: Scope,
  { members, staff }: Pick<Coverage, 'members' | 'staff'>,
): Promise<CodeList> {
  const { council } = scope
  const subjects = [...members.values()].map(({ subject }) => subject)
  const found = await sql<Named>`
    select p.id, p.name, concat_ws(', ', nullif(p.address, ''), nullif(p.postcode, '')) as address
    from people p where p.council = ${council} and p.id = any (${subjects}::uuid[])
      and p.erased_at is null and ${inScope(scope, 'p.place')}
    union all
    select d.id, d.address, d.postcode from dwellings d
    where d.council = ${council} and d.id = any (${subjects}::uuid[])
      and ${inScope(scope, 'd.street')}
    union all
    select o.id, coalesce(o.name, ''), '' from organisations o
    where o.council = ${council} and o.id = any (${subjects}::uuid[])
      and ${inScope(scope, 'o.place')}`.execute(tx)
  const named = new Map(found.rows.map(one => [one.id, one]))
  const entries = [...members].flatMap(([code, { subject }]) => {
    const one = named.get(subject)
    return one ? [[code, one] as const] : []
  })
  return { people: new Map(entries), staff: await staffNames(tx, council, staff) }
}

async function staffNames(tx: Tx, council: string, staff: Coverage['staff']) {
  const ids = [...staff.values()]
  const found = await sql<{ id: Id; name: string }>`select id, coalesce(name, '') as name
    from users where council = ${council} and id = any (${ids}::uuid[])`.execute(tx)
  const names = new Map(found.rows.map(({ id, name }) => [id, name]))
  return new Map([...staff].map(([code, id]) => [code, names.get(id) ?? '']))
}

/** A part of the lines, with whom they are about. */
export function codesAmong(
  { members, staff }: Pick<Coverage, 'members' | 'staff'>,
  lines: Coverage['lines'],
): Pick<Coverage, 'members' | 'staff'> {
  const shown = new Set(lines.map(({ code }) => code))
  return { members: new Map([...members].filter(([code]) => shown.has(code))), staff }
}
