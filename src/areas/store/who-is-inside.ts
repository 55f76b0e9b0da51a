// Who and what lies inside an extent? A home by its address number, else by its postcode; a person
// by their home, else by the postcode of their address. Nobody's position is guessed.
import { sql } from 'kysely'
import type { Id } from '../../kernel/ids.ts'
import type { Tx } from '../../store/open.ts'
import { insideOf } from '../domain/inside.ts'
import type { Extent, Position } from '../domain/terms.ts'
import { ground } from '../ground.ts'

export type Inside = {
  readonly homes: readonly Id[]
  /** People who are tied to no home of ours. */
  readonly people: readonly Id[]
  /** Nobody can say whether these are inside: their position is not known. */
  readonly homesUnknown: number
  readonly peopleUnknown: number
}

type Home = { readonly id: Id; readonly uprn: string | null; readonly postcode: string }
type Person = { readonly id: Id; readonly postcode: string }

export async function whoIsInside(tx: Tx, council: string, extent: Extent): Promise<Inside> {
  const homes = await sql<Home>`select id, lpad(uprn, 12, '0') as uprn, postcode from dwellings
    where council = ${council} and ended_at is null order by id`.execute(tx)
  const people = await sql<Person>`select id, postcode from people p
    where council = ${council} and root = id and erased_at is null and not exists (
      select from dwellings d where d.council = p.council and d.id = p.dwelling
        and d.ended_at is null)
    order by id`.execute(tx)
  const find = await finder(tx, council, extent)
  const of = <T extends { readonly id: Id; readonly postcode: string }>(all: readonly T[]) => {
    const asked = all.map(one => ({ id: one.id, answer: find(one) }))
    return {
      inside: asked.filter(one => one.answer === 'inside').map(one => one.id),
      unknown: asked.filter(one => one.answer === 'unknown').length,
    }
  }
  const [foundHomes, foundPeople] = [of(homes.rows), of(people.rows)]
  return {
    homes: foundHomes.inside,
    people: foundPeople.inside,
    homesUnknown: foundHomes.unknown,
    peopleUnknown: foundPeople.unknown,
  }
}

type Lies = { readonly uprn?: string | null; readonly postcode: string }
type Answer = 'inside' | 'outside' | 'unknown'

async function finder(tx: Tx, council: string, { shape, postcodes }: Extent) {
  const named = new Set(postcodes)
  if (shape.length === 0) {
    return ({ postcode }: Lies): Answer => (named.has(postcode) ? 'inside' : 'outside')
  }
  const [uprns, centres] = [
    await ground().positionsOf(tx, council, 'uprn'),
    await ground().positionsOf(tx, council, 'postcode'),
  ]
  const isIn = insideOf(shape)
  return ({ uprn, postcode }: Lies): Answer => {
    if (named.has(postcode)) return 'inside'
    const at: Position | undefined = (uprn && uprns.get(uprn)) || centres.get(postcode)
    if (!at) return 'unknown'
    return isIn(at) ? 'inside' : 'outside'
  }
}

/** Of these postcodes, those that nothing here has ever borne. */
export async function unknownPostcodes(
  tx: Tx,
  council: string,
  asked: readonly string[],
): Promise<readonly string[]> {
  const found = await sql<{ postcode: string }>`select w.postcode
    from unnest(${[...asked]}::text[]) as w (postcode)
    where not exists (select from postcodes o where o.council = ${council}
        and o.postcode = w.postcode)
      and not exists (select from dwellings o where o.council = ${council}
        and o.postcode = w.postcode)
      and not exists (select from people o where o.council = ${council}
        and o.postcode = w.postcode)
      and not exists (select from geo_facts o where o.council = ${council}
        and o.kind = 'postcode' and o.key = w.postcode and o.stands)
    order by 1`.execute(tx)
  return found.rows.map(row => row.postcode)
}
