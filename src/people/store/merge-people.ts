// Two records become one in use and can be parted exactly: nothing of either is thrown away.
import { sql } from 'kysely'
import type { Id } from '../../kernel/ids.ts'
import type { Tx } from '../../store/open.ts'

type Pair = { readonly from: Id; readonly into: Id }
type Joining = Pair & { readonly at: Date }

export async function merge(tx: Tx, council: string, joining: Joining): Promise<void> {
  const { from, into, at } = joining
  await sql`update people set merged_into = ${into}, merged_at = ${at}
    where council = ${council} and id = ${from}`.execute(tx)
  await sql`update people set root = ${into}
    where council = ${council} and root = ${from}`.execute(tx)
  await sql`update contact_points set person = ${into}
    where council = ${council} and person = ${from}`.execute(tx)
  await sumFlags(tx, council, [into])
}

/** Takes out `from` with all that had been merged into it before. */
export async function unmerge(tx: Tx, council: string, { from, into }: Pair): Promise<void> {
  await sql`update people set merged_into = null, merged_at = null
    where council = ${council} and id = ${from}`.execute(tx)
  await sql`with recursive below as (
      select id from people where council = ${council} and id = ${from}
      union all
      select p.id from people p join below b on p.merged_into = b.id where p.council = ${council}
    )
    update people p set root = ${from} from below
    where p.council = ${council} and p.id = below.id`.execute(tx)
  await sql`update contact_points c set person = p.root from people p
    where c.council = ${council} and p.council = ${council} and p.id = c.belongs_to
      and p.root = ${from}`.execute(tx)
  await sumFlags(tx, council, [from, into])
}

/** A flag on any record of a merged person holds for all of them: the cautious value wins. */
export async function sumFlags(tx: Tx, council: string, people: readonly Id[]): Promise<void> {
  await sql`with roots as (
      select distinct root from people
      where council = ${council} and id = any (${people}::uuid[])
    ), sums as (
      select r.root, coalesce((
        select array_agg(distinct f.flag collate "C") from people q
        join person_flags f on f.council = q.council and f.person = q.id
        where q.council = ${council} and q.root = r.root), '{}') as flags
      from roots r
    )
    update people p set flags = sums.flags from sums
    where p.council = ${council} and p.root = sums.root and p.erased_at is null
      and p.flags is distinct from sums.flags`.execute(tx)
}
