// Which members of a round are no longer meant, by which version, and who is meant again?
import { type RawBuilder, sql } from 'kysely'
import type { Inside } from '../../areas/index.ts'
import type { Id } from '../../kernel/ids.ts'
import type { Tx } from '../../store/open.ts'
import type { Turned } from '../domain/join-cohort.ts'
import type { Meant } from './find-rule.ts'

export type AreaVersionRef = { readonly version: Id; readonly number: number }

type Asked = {
  readonly meant: Meant
  readonly inside: Inside | undefined
  readonly area: AreaVersionRef | undefined
}

/** Off every list of the rule comes before outside its area. Nobody leaves for a mark or an age. */
export async function turnedOf(
  tx: Tx,
  council: string,
  { meant, inside, area }: Asked,
): Promise<readonly Turned[]> {
  const { round, memberKind, rule } = meant
  const isPerson = memberKind === 'person'
  const isOut = inside && area ? sql`not (${isInside(memberKind, inside)})` : sql`false`
  const offList = isPerson && rule.lists.length > 0 ? lastDrop(rule.lists) : noDrop
  const found = await sql<Turned>`
    with asked as (
      select m.id as member, m.subject, m.place, m.dropped, d.version, d.number,
        case when d.version is not null then 'off-the-list'
          when ${isOut} then 'not-inside' end as reason
      from members m
      left join people p on p.council = m.council and p.id = m.subject and m.kind = 'person'
      left join lateral (${offList}) d on true
      where m.council = ${council} and m.round = ${round}
        and (m.kind <> 'person' or p.erased_at is null)
    )
    select member, subject, place, reason,
      case when reason = 'off-the-list' then version else ${area?.version ?? null}::uuid end
        as version,
      coalesce(case when reason = 'off-the-list' then number else ${area?.number ?? null}::int end,
        0) as number
    from asked where reason is distinct from dropped order by member`.execute(tx)
  return found.rows
}

function isInside(kind: Meant['memberKind'], { homes, people }: Inside): RawBuilder<unknown> {
  const own = sql`any (${[...homes]}::uuid[])`
  if (kind === 'dwelling') return sql`m.subject = ${own}`
  if (kind === 'organisation') {
    return sql`exists (select from organisations o join dwellings h on h.council = o.council
      and h.street = o.place and h.id = ${own}
      where o.council = m.council and o.id = m.subject)`
  }
  return sql`exists (select from people q where q.council = m.council and q.id = p.root
    and (q.dwelling = ${own} or q.id = any (${[...people]}::uuid[])))`
}

const noDrop = sql`select null::uuid as version, null::int as number where false`

/**
 * A list says that they are on it no more, no other list of the rule has them, and nobody said
 * what else allows contact.
 */
function lastDrop(lists: readonly string[]): RawBuilder<unknown> {
  return sql`select v.id as version, v.number
    from people q
    join list_entries l on l.council = q.council and l.person = q.id
      and l.list = any (${[...lists]}::text[]) and l.dropped_by is not null
    join list_versions v on v.council = l.council and v.id = l.dropped_by
    where q.council = m.council and q.root = p.root
      and not exists (select from people o
        join list_entries e on e.council = o.council and e.person = o.id
          and e.list = any (${[...lists]}::text[]) and e.dropped_by is null
          and e.state in ('loaded', 'held')
        where o.council = q.council and o.root = q.root)
      and not exists (select from people o
        join basis_checks b on b.council = o.council and b.person = o.id and b.state = 'kept'
        where o.council = q.council and o.root = q.root)
    order by v.loaded_at desc, v.id limit 1`
}
