// Who in the register shares a telling fact with somebody about to be added?
import { sql } from 'kysely'
import type { Id } from '../../kernel/ids.ts'
import type { Tx } from '../../store/open.ts'
import { asUsed } from '../domain/add-person.ts'
import { fold, nameKeyOf } from '../domain/keys.ts'
import { readNhsNumber } from '../domain/nhs-number.ts'
import { type Alike, type Described, type Weighed, weighLikely } from '../domain/weigh-likely.ts'
import { homeKey } from './first-line.ts'

const alikeMax = 50
/** Reviews opened by one addition; a very common name would otherwise fill the queue. */
const doubtsMax = 3

/** The likeliest first. Of the whole council: a duplicate may lie in another village. */
export async function findLikely(
  tx: Tx,
  council: string,
  said: Described,
): Promise<readonly Weighed[]> {
  return weighLikely(said, await findAlike(tx, council, said))
}

/** Those about whom a person must judge once somebody was added all the same. */
export async function findDoubts(tx: Tx, council: string, said: Described) {
  const likely = await findLikely(tx, council, said)
  return likely
    .flatMap(({ person, review }) => (review === null ? [] : [{ person, reason: review }]))
    .slice(0, doubtsMax)
}

/** Same NHS number, same name, same phone or email with part of the name, or born at this home. */
async function findAlike(tx: Tx, council: string, said: Described): Promise<readonly Alike[]> {
  const nhs = said.nhs === null ? null : (readNhsNumber(said.nhs) ?? null)
  const nameKey = nameKeyOf(said.given, said.family)
  const home = homeKey(said.address, said.postcode)
  const values = said.contacts.map(one => asUsed(one).value)
  const found = await sql<Alike & { id: Id }>`
    with hits as (
      select id from people where council = ${council} and nhs = ${nhs}
      union select id from people where council = ${council} and name_key = ${nameKey}
      union select id from people where council = ${council} and address_key = ${home}
        and ${home} <> '' and born = ${said.born}
      union select p.id from contact_points c
        join people p on p.council = ${council} and p.id = c.belongs_to
        where c.council = ${council} and c.value = any (${values}::text[])
          and (p.family_key = ${fold(said.family)} or lower(p.given) = lower(${said.given}))
    )
    select r.id as person, r.given, r.family, to_char(r.born, 'YYYY-MM-DD') as born, r.nhs,
      r.address, r.postcode, d.uprn, c.emails, c.phones
    from (select distinct p.root from hits
      join people p on p.council = ${council} and p.id = hits.id) h
    join people r on r.council = ${council} and r.id = h.root and r.erased_at is null
    left join dwellings d on d.council = ${council} and d.id = r.dwelling
    cross join lateral (
      select coalesce(array_agg(lower(value)) filter (where kind = 'email'), '{}') as emails,
        coalesce(array_agg(value) filter (where kind <> 'email'), '{}') as phones
      from contact_points k where k.council = ${council} and k.person = r.id) c
    order by r.number limit ${alikeMax}`.execute(tx)
  return found.rows
}
