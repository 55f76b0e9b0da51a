// Who may somebody mean? People in the reader's scope who have every word asked for, best first.
import { sql } from 'kysely'
import { inScope, type Scope } from '../../access/index.ts'
import type { Id } from '../../kernel/ids.ts'
import type { Tx } from '../../store/open.ts'
import { soundingAlike, type Wanted } from '../domain/read-search.ts'
import type { Asking } from '../domain/search-drawer-find.ts'
import type { SearchIndex } from '../domain/search-index.ts'
import { findInIndex } from '../domain/search-index-find.ts'
import { type Search, searchIndexOf } from './search-index.ts'
import { keepingShown } from './search-runs.ts'

export const foundMax = 20
/** With fewer than these found, those whose names only sound alike are worth a look. */
const enough = 5

export type Found = {
  readonly id: Id
  readonly number: number
  readonly name: string
  readonly born: string | null
  readonly address: string
  readonly postcode: string
  readonly flags: readonly string[]
  readonly household: Id | null
  readonly street: string | null
  readonly village: string | null
  readonly phones: readonly string[]
  /** When a number or a visit last worked. */
  readonly lastWorkedAt: Date | null
  readonly isAlike: boolean
}

export type Finding = Search & {
  /** Shown in the box at this time, and kept as such until the reader pauses. */
  readonly keptAt?: number | undefined
}

/** Gives one more than the page shows, so that the page can say there are more. */
export async function findPeople(
  finding: Finding,
  wanted: readonly Wanted[],
): Promise<readonly Found[]> {
  return foundOf(finding, await whoFits(finding, wanted))
}

/** As memory knows them: whom the reader is shown is for `foundOf` to say. */
export async function whoFits(
  finding: Finding,
  wanted: readonly Wanted[],
): Promise<readonly Hit[]> {
  if (wanted.length === 0) return []
  const { tx, scope } = finding
  const living = livingAt(tx, scope, wanted)
  living.catch(() => {})
  // Whatever happens to the other question, this one ends before the transaction does.
  const { index, places } = await searchIndexOf(finding)
  return bestOf(index, { ...places, homes: await living, wanted })
}

export type Hit = { readonly id: Id; readonly isAlike: boolean }

function bestOf(index: SearchIndex, asking: Asking): readonly Hit[] {
  const found = findInIndex(index, asking, foundMax + 1)
  const alike = found.length < enough ? soundingAlike(asking.wanted) : undefined
  const others = alike ? findInIndex(index, { ...asking, wanted: alike }, foundMax + 1) : []
  const known = new Set(found)
  return [
    ...found.map(id => ({ id, isAlike: false })),
    ...others.filter(id => !known.has(id)).map(id => ({ id, isAlike: true })),
  ].slice(0, foundMax + 1)
}

/** The number of a property is known of homes, not of people. */
async function livingAt(
  tx: Tx,
  { council }: Scope,
  wanted: readonly Wanted[],
): Promise<Asking['homes']> {
  const homes = wanted.flatMap(({ any }, nth) =>
    any.filter(one => one.kinds.includes('uprn')).map(({ prefix }) => ({ nth, prefix })),
  )
  if (homes.length === 0) return undefined
  const found = await sql<{ nth: number; people: Id[] }>`
    select u.nth, array_agg(p.id) as people
    from unnest(${homes.map(one => one.nth)}::int[], ${homes.map(one => one.prefix)}::text[])
      as u (nth, uprn)
    join dwellings d on d.council = ${council} and d.uprn = u.uprn
    join people p on p.council = ${council} and p.dwelling = d.id
    group by u.nth`.execute(tx)
  return new Map(found.rows.map(({ nth, people }) => [nth, people]))
}

/** Whatever memory says, the tables say who is shown, and row security with them. */
export async function foundOf(
  { tx, scope, keptAt }: Finding,
  hits: readonly Hit[],
): Promise<readonly Found[]> {
  if (hits.length === 0) return []
  const keeping =
    keptAt === undefined ? sql`` : sql`, ${keepingShown(scope, { most: foundMax, at: keptAt })}`
  const found = await sql<Found>`with found as materialized (
    select best.nth, p.id, p.number, p.name, to_char(p.born, 'YYYY-MM-DD') as born, p.address,
      p.postcode, p.flags, p.household, street.name as street, village.name as village,
      best.alike as "isAlike", ways.phones, ways.worked as "lastWorkedAt"
    from unnest(${hits.map(one => one.id)}::uuid[], ${hits.map(one => one.isAlike)}::boolean[])
      with ordinality as best (id, alike, nth)
    join people p on p.council = ${scope.council} and p.id = best.id
    left join places street on street.council = p.council and street.id = p.place
    left join places village on village.council = p.council and village.kind = 'village'
      and village.id = any (street.path)
    cross join lateral (
      select coalesce(array_agg(c.value order by c.id) filter (where c.kind <> 'email'), '{}')
          as phones, max(c.last_worked_at) as worked
      from contact_points c where c.council = p.council and c.person = p.id) ways
    where p.erased_at is null and ${inScope(scope, 'p.place')}
  )${keeping} select * from found order by nth`.execute(tx)
  return found.rows
}
