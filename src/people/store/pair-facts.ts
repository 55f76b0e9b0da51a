// What do the records of these people say, so that two of them can be compared or joined?
import { sql } from 'kysely'
import type { Id } from '../../kernel/ids.ts'
import type { Tx } from '../../store/open.ts'
import { type Counts, compareFacts, type Evidence, type Facts } from '../domain/evidence.ts'
import type { Identity } from '../domain/may-join.ts'

type Row = Omit<Facts, 'given'> &
  Identity & {
    readonly root: Id
    readonly first: string
    readonly middle: string
    readonly familyKey: string
    readonly addressKey: string
  }

export type Known = {
  readonly facts: Facts
  readonly identity: Identity
  readonly familyKey: string
  readonly addressKey: string
}

/** What says something of a person; the register need not know whom. */
export type Said = Pick<Known, 'facts' | 'familyKey' | 'addressKey'>

/** By the record in use; what its joined records add to who they are counts too. */
export async function knownOf(
  tx: Tx,
  council: string,
  roots: readonly Id[],
): Promise<ReadonlyMap<Id, Known>> {
  const ids = sql`any (${[...roots]}::uuid[])`
  const found = await sql<Row>`
    select p.id as root, p.given as first, p.middle, p.family,
      coalesce(to_char(p.born, 'YYYY-MM-DD'), '') as born, coalesce(p.nhs, '') as nhs_number,
      p.address, p.postcode, c.landline, c.mobile, c.email, r.nhs, r.born_days, r.names,
      r.families, r.homes, c.ways, p.family_key as "familyKey", p.address_key as "addressKey"
    from people p
    cross join lateral (
      select coalesce(array_agg(distinct q.nhs) filter (where q.nhs is not null), '{}') as nhs,
        coalesce(array_agg(distinct to_char(q.born, 'YYYY-MM-DD'))
          filter (where q.born is not null), '{}') as born_days,
        coalesce(array_agg(distinct q.name_key) filter (where q.name_key <> ''), '{}') as names,
        coalesce(array_agg(distinct q.family_key)
          filter (where q.family_key <> ''), '{}') as families,
        coalesce(array_agg(distinct coalesce(q.dwelling::text, q.address_key))
          filter (where q.dwelling is not null or q.address_key <> ''), '{}') as homes
      from people q
      where q.council = p.council and q.root = p.id and q.erased_at is null) r
    cross join lateral (
      select ${joinedValues('landline')} as landline, ${joinedValues('mobile')} as mobile,
        ${joinedValues('email')} as email,
        coalesce(array_agg(distinct k.value), '{}') as ways
      from contact_points k where k.council = p.council and k.person = p.id) c
    where p.council = ${council} and p.id = ${ids}`.execute(tx)
  return new Map(found.rows.map(row => [row.root, known(row as never)]))
}

function joinedValues(kind: string) {
  return sql`coalesce(string_agg(distinct k.value, ' ' order by k.value)
    filter (where k.kind = ${kind}), '')`
}

type Flat = Row & { readonly nhs_number: string; readonly born_days: readonly string[] }

function known(row: Flat): Known {
  const { first, middle, family, born, address, postcode, landline, mobile, email } = row
  return {
    facts: {
      ...{ family, address, postcode, landline, mobile, email },
      born: born as unknown as string,
      given: `${first} ${middle}`.trim(),
      nhs: row.nhs_number,
    },
    identity: {
      nhs: row.nhs,
      born: row.born_days,
      names: row.names,
      families: row.families,
      homes: row.homes,
      ways: row.ways,
    },
    familyKey: row.familyKey,
    addressKey: row.addressKey,
  }
}

/** More are not counted: what so many have is usual. */
const countMax = 10

export async function evidenceOf(
  tx: Tx,
  council: string,
  [one, other]: readonly [Said, Pick<Known, 'facts'>],
): Promise<Evidence> {
  const counts = await countsOf(tx, council, one)
  return compareFacts(one.facts, other.facts, counts)
}

/** How many people have the surname, the home and the phones of this one. */
async function countsOf(tx: Tx, council: string, { facts, ...known }: Said): Promise<Counts> {
  const phones = (text: string) => text.split(' ').filter(value => value !== '')
  const having = (values: readonly string[]) => sql`(select count(*)::int from (
    select distinct k.person from contact_points k
    where k.council = ${council} and k.value = any (${values}::text[]) limit ${countMax}) x)`
  const found = await sql<{ family: number; address: number; landline: number; mobile: number }>`
    select (select count(*)::int from (select 1 from people p
        where p.council = ${council} and p.family_key = ${known.familyKey}
          and p.erased_at is null limit ${countMax}) x) as family,
      (select count(*)::int from (select 1 from people p
        where p.council = ${council} and p.address_key = ${known.addressKey}
          and p.erased_at is null limit ${countMax}) x) as address,
      ${having(phones(facts.landline))} as landline, ${having(phones(facts.mobile))} as mobile
  `.execute(tx)
  return found.rows[0] ?? {}
}
