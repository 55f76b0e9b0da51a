// Who is behind this door that somebody is still to be asked for: one of them, and their household?
import { sql } from 'kysely'
import { inScope, type Scope } from '../../access/index.ts'
import type { Id } from '../../kernel/ids.ts'
import { mayContact } from '../../people/index.ts'
import type { Tx } from '../../store/open.ts'

export type BehindDoor = {
  readonly member: Id
  readonly person: Id
  readonly name: string
  readonly household: Id | null
  readonly packId: string
  readonly packVersion: number
  readonly flags: readonly string[]
  /** Not reached yet, or asked for again: the one of the page is there in any case. */
  readonly isOpen: boolean
}

const householdMax = 20

/** The member first, then who of the same home is in the same round and may be visited. */
export async function behindDoor(
  tx: Tx,
  scope: Scope,
  { member, now }: { readonly member: Id; readonly now: number },
): Promise<readonly BehindDoor[]> {
  const at = new Date(now)
  const found = await sql<BehindDoor>`
    select m.id as member, p.id as person, coalesce(p.name, '') as name, p.household, p.flags,
      c.pack as "packId", c.pack_version as "packVersion",
      (m.state in ('tried', 'untried') or coalesce(m.until <= ${at}, false)) as "isOpen"
    from members a
    join people q on q.council = a.council and q.id = a.subject
    join members m on m.council = a.council and m.round = a.round and m.kind = 'person'
    join people p on p.council = m.council and p.id = m.subject
      and (p.id = q.id or (p.household = q.household and p.merged_into is null
        and p.erased_at is null))
    join campaigns c on c.council = m.council and c.id = m.campaign
    where a.council = ${scope.council} and a.id = ${member}
      and ${inScope(scope, 'a.place')} and ${inScope(scope, 'm.place')}
    order by m.id <> ${member}, p.name, m.id limit ${householdMax}`.execute(tx)
  return found.rows.filter(one => {
    return one.member === member || (one.isOpen && mayContact(one.flags, 'doorstep'))
  })
}
