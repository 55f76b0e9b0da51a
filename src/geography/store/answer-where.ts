// What waits for this answer, and what lies around the place that was chosen?
import { sql } from 'kysely'
import type { Load } from '../../events/index.ts'
import type { Id } from '../../kernel/ids.ts'
import { refuse } from '../../kernel/refusal.ts'
import type { PlaceKind } from '../../places/index.ts'
import type { Tx } from '../../store/open.ts'
import type { AnswerWhere, Target, WaitingRow, WhereState } from '../domain/answer-where.ts'
import { homeKey } from '../domain/read-address-row.ts'
import { peopleQuestions } from './where.ts'

export const loadAnswer: Load<AnswerWhere, WhereState> = async (tx, input, { actor }) => {
  const { council } = actor
  await sql`select pg_advisory_xact_lock(hashtextextended(${`${council}/geography`}, 11))`.execute(
    tx,
  )
  const target = input.place === null ? null : await targetAt(tx, council, input.place)
  if (input.place !== null && target === null) return refuse('not-found')
  const rows = await waitingRows(tx, council, input.question)
  if (rows.length > 0) {
    const near = rows[0]?.near ? await targetAt(tx, council, rows[0].near) : null
    return { state: { kind: 'rows', rows, target, near }, place: null }
  }
  const people = await peopleQuestions(tx, council)
  const asked = people.find(one => one.id === input.question)
  if (!asked) return refuse('not-found')
  const { postcode } = asked
  return { state: { kind: 'people', people: asked.people, postcode, target }, place: null }
}

type Row = Omit<WaitingRow, 'known'>

async function waitingRows(tx: Tx, council: string, question: Id): Promise<WaitingRow[]> {
  const found = await sql<Row>`
    select reason, near, code, edition, nullif(uprn, '') as uprn, coalesce(address, '') as address,
      coalesce(street, '') as street, coalesce(village, '') as village,
      coalesce(postcode, '') as postcode
    from geo_held where council = ${council} and question = ${question} and state = 'open'
    order by row for update`.execute(tx)
  const known = await knownHomes(tx, council, found.rows)
  return found.rows.map(row => ({
    ...row,
    known: known.get(row.uprn ?? homeKey(row.address, row.postcode)) ?? null,
  }))
}

async function knownHomes(tx: Tx, council: string, rows: readonly Row[]) {
  const numbers = rows.flatMap(row => row.uprn ?? [])
  const keys = rows.flatMap(row => (row.uprn ? [] : homeKey(row.address, row.postcode)))
  const found = await sql<{ id: Id; uprn: string | null; key: string }>`
    select id, lpad(uprn, 12, '0') as uprn, address_key as key from dwellings
    where council = ${council} and (uprn = any (${numbers}::text[])
      or address_key = any (${keys}::text[]))`.execute(tx)
  return new Map(
    found.rows.flatMap(({ id, uprn, key }) => [
      [key, id] as const,
      ...(uprn ? [[uprn, id] as const] : []),
    ]),
  )
}

type Above = { id: Id; kind: PlaceKind; name: string }

async function targetAt(tx: Tx, council: string, place: Id): Promise<Target | null> {
  const above = await sql<Above>`
    select a.id, a.kind, a.name from places p
    join places a on a.council = p.council and a.id = any (p.path)
    where p.council = ${council} and p.id = ${place} and p.ended_at is null`.execute(tx)
  const of = (kind: PlaceKind) => above.rows.find(one => one.kind === kind)
  const self = above.rows.find(one => one.id === place)
  const village = of('village')
  if (!self || !village) return null
  const inside = await sql<Above>`
    select id, kind, name from places where council = ${council}
      and path @> array[${village.id}::uuid] and kind in ('zone', 'street') and ended_at is null
    order by name, id`.execute(tx)
  return {
    id: place,
    kind: self.kind,
    village: village.id,
    zone: of('zone')?.id ?? null,
    district: of('district')?.id ?? null,
    streets: inside.rows.filter(one => one.kind === 'street'),
    zones: inside.rows.filter(one => one.kind === 'zone'),
    villageName: village.name,
  }
}
