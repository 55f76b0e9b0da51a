// Which pairs did somebody say are two people? Remembered by record, asked by person.
import { sql } from 'kysely'
import { inScope, type Scope } from '../../access/index.ts'
import type { Apply, Load } from '../../events/index.ts'
import type { Id } from '../../kernel/ids.ts'
import { refuse } from '../../kernel/refusal.ts'
import type { Tx } from '../../store/open.ts'
import type { keepApartEnded, keptApart } from '../domain/events.ts'
import type { Agreements } from '../domain/evidence.ts'
import type { ApartState, EndKeepApart } from '../domain/keep-apart.ts'
import { lockPair } from './lock-pair.ts'

const ordered = (persons: readonly Id[]) => [...persons].sort()

export const projectApart: Readonly<Record<string, Apply>> = {
  async 'people.KeptApart'(tx, events: readonly (typeof keptApart.recorded)[]) {
    for (const { council, body, actor, recordedAt, seq } of events) {
      const [one, other] = ordered(body.persons)
      await sql`insert into kept_apart
          (council, one, other, agreements, because, decided_by, decided_at, seq)
        select ${council}, ${one}, ${other}, ${JSON.stringify(body.agreements)}, ${body.because},
          ${actor}, ${recordedAt}, ${seq}
        where not exists (select from people p where p.council = ${council}
          and p.id in (${one}, ${other}) and p.erased_at is not null)
        on conflict (council, one, other) do update set agreements = excluded.agreements,
          because = excluded.because, decided_by = excluded.decided_by,
          decided_at = excluded.decided_at, seq = excluded.seq`.execute(tx)
    }
  },
  async 'people.KeepApartEnded'(tx, events: readonly (typeof keepApartEnded.recorded)[]) {
    for (const { council, body } of events) {
      const [one, other] = ordered(body.persons)
      await sql`delete from kept_apart
        where council = ${council} and one = ${one} and other = ${other}`.execute(tx)
    }
  },
}

export type ApartPair = {
  readonly one: Id
  readonly other: Id
  readonly agreements: Agreements
  readonly decidedAt: Date
}

/** Any record of one with any record of the other: the latest decision first. */
export async function apartPairs(
  tx: Tx,
  council: string,
  [a, b]: readonly [Id, Id],
): Promise<readonly ApartPair[]> {
  const found = await sql<ApartPair>`
    select k.one, k.other, k.agreements, k.decided_at as "decidedAt"
    from people p
    join kept_apart k on k.council = p.council and (k.one = p.id or k.other = p.id)
    join people q on q.council = p.council
      and q.id = case when k.one = p.id then k.other else k.one end
    where p.council = ${council} and p.root = ${a} and q.root = ${b}
    order by k.seq desc`.execute(tx)
  return found.rows
}

/** Any record of one with any record of the other, for many people at once. */
export async function apartAmong(
  tx: Tx,
  council: string,
  roots: readonly string[],
): Promise<(one: string, other: string) => boolean> {
  const found = await sql<{ a: Id; b: Id }>`
    select distinct p.root as a, q.root as b
    from people p
    join kept_apart k on k.council = p.council and k.one = p.id
    join people q on q.council = p.council and q.id = k.other
    where p.council = ${council} and p.root = any (${[...roots]}::uuid[])`.execute(tx)
  const pairs = new Set(found.rows.flatMap(({ a, b }) => [`${a} ${b}`, `${b} ${a}`]))
  return (one, other) => pairs.has(`${one} ${other}`)
}

export const loadEndKeepApart: Load<EndKeepApart, ApartState> = async (
  tx,
  { one, other },
  { actor },
) => {
  const pair = await lockPair(tx, actor.council, [one, other])
  if (!pair) return refuse('not-found')
  const { council } = actor
  const found = await apartPairs(tx, council, [pair.one.id, pair.other.id])
  const pairs = found.map(row => [row.one, row.other] as const)
  return { state: { place: pair.place, pairs }, place: pair.place }
}

export type KeptApart = {
  readonly id: Id
  readonly name: string
  readonly number: number
  readonly because: string
  readonly by: string
  readonly decidedAt: Date
  readonly note: string | null
}

const shownMax = 50

/** Whom somebody is kept apart from, as far as the reader may see them. */
export async function keptApartFrom(tx: Tx, scope: Scope, root: Id): Promise<readonly KeptApart[]> {
  const found = await sql<KeptApart>`
    select * from (
      select distinct on (o.id) o.id, o.name, o.number, k.because, coalesce(u.name, '') as by,
        k.decided_at as "decidedAt", w.words->>'note' as note
      from people p
      join kept_apart k on k.council = p.council and (k.one = p.id or k.other = p.id)
      join people q on q.council = p.council
        and q.id = case when k.one = p.id then k.other else k.one end
      join people o on o.council = q.council and o.id = q.root and o.erased_at is null
      left join users u on u.council = k.council and u.id = k.decided_by
      left join register w on w.council = k.council and w.seq = k.seq
      where p.council = ${scope.council} and p.root = ${root}
        and ${inScope(scope, 'o.place', 'o.id')}
      order by o.id, k.seq desc) x
    order by "decidedAt" desc, id limit ${shownMax}`.execute(tx)
  return found.rows
}
