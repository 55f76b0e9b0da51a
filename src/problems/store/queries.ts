// Which problems may this reader see, as they stand joined? Whoever asks names their scope first.
import { type RawBuilder, sql } from 'kysely'
import { inScope, type Scope } from '../../access/index.ts'
import type { Id } from '../../kernel/ids.ts'
import type { Tx } from '../../store/open.ts'
import { likelySame } from '../domain/alike.ts'
import type { ProblemKind } from '../domain/terms.ts'

/** One problem with all that was joined into it. */
export type Problem = {
  /** What the reader may open: the whole, or else what they told themselves. */
  readonly id: Id
  readonly root: Id
  readonly kind: ProblemKind
  readonly words: string | null
  /** By name, those that the reader may see. */
  readonly villages: readonly string[]
  /** How often it was told, everywhere. */
  readonly told: number
  readonly firstAt: Date
  readonly owner: Id | null
  readonly ownerName: string | null
  readonly dueAt: Date
  readonly answer: string | null
  readonly answeredAt: Date | null
  readonly answeredByName: string | null
  readonly endedAt: Date | null
}

const shownMax = 500

/** Within the scope, and whatever the reader told themselves. */
export const isSeen = (scope: Scope): RawBuilder<boolean> =>
  sql<boolean>`(${inScope(scope, 'e.place')} or e.told_by = ${scope.actor})`

/** What nobody has on top, then by the clock; what is answered after, what is over last. */
export async function problemsOf(
  tx: Tx,
  scope: Scope,
  place: Id | null,
): Promise<readonly Problem[]> {
  const isThere =
    place === null
      ? sql`true`
      : sql`e.place in (select id from places where council = ${scope.council}
          and path @> array[${place}::uuid])`
  const found = await sql<Problem>`${problemRows(scope, sql`${isThere}`)}
    order by r.ended_at is not null, r.answered_at is not null, r.owner is not null, r.due_at, r.id
    limit ${shownMax}`.execute(tx)
  return found.rows
}

/** By any of those that were joined, if the reader may see that one. */
export async function findProblem(tx: Tx, scope: Scope, id: Id): Promise<Problem | undefined> {
  const isOfIt = sql`e.root = (select e.root from problems e
    where e.council = ${scope.council} and e.id = ${id} and ${isSeen(scope)})`
  const found = await sql<Problem>`${problemRows(scope, isOfIt)}`.execute(tx)
  return found.rows[0]
}

function problemRows(scope: Scope, which: RawBuilder<unknown>): RawBuilder<Problem> {
  return sql<Problem>`select s.id, r.id as root, r.kind, s.words, s.villages,
      (select count(*)::integer from problems n
        where n.council = r.council and n.root = r.id) as told,
      r.told_at as "firstAt", r.owner, o.name as "ownerName", r.due_at as "dueAt", r.answer,
      r.answered_at as "answeredAt", w.name as "answeredByName", r.ended_at as "endedAt"
    from (select e.council, e.root,
        (array_agg(e.id order by e.id <> e.root, e.told_at, e.id))[1] as id,
        (array_agg(e.words order by e.id <> e.root, e.told_at, e.id))[1] as words,
        array_agg(distinct v.name order by v.name) as villages
      from problems e join places v on v.council = e.council and v.id = e.place
      where e.council = ${scope.council} and ${isSeen(scope)} and ${which}
      group by e.council, e.root) s
    join problems r on r.council = s.council and r.id = s.root
    left join users o on o.council = r.council and o.id = r.owner
    left join users w on w.council = r.council and w.id = r.answered_by`
}

export type Telling = {
  readonly id: Id
  readonly joinedInto: Id | null
  readonly words: string | null
  readonly place: Id
  readonly placeName: string
  readonly toldAt: Date
  readonly toldByName: string
}

/** Who told it and where: those that the reader may see, the first on top. */
export async function tellingsOf(tx: Tx, scope: Scope, root: Id): Promise<readonly Telling[]> {
  const found = await sql<Telling>`select e.id, e.joined_into as "joinedInto", e.words, e.place,
      v.name as "placeName", e.told_at as "toldAt", coalesce(u.name, '') as "toldByName"
    from problems e join places v on v.council = e.council and v.id = e.place
    left join users u on u.council = e.council and u.id = e.told_by
    where e.council = ${scope.council} and e.root = ${root} and ${isSeen(scope)}
    order by e.told_at, e.id`.execute(tx)
  return found.rows
}

export type StepOf = {
  readonly step: 'told' | 'joined' | 'parted' | 'taken' | 'answered' | 'ended' | 'reopened'
  readonly at: Date
  readonly by: string | null
}

/** What happened to the one that the reader was shown, the latest first. */
export async function stepsOf(tx: Tx, scope: Scope, id: Id): Promise<readonly StepOf[]> {
  const found = await sql<StepOf>`select s.step, s.at, u.name as by
    from problem_steps s left join users u on u.council = s.council and u.id = s.by_user
    where s.council = ${scope.council} and ${id} in (s.problem, s.other)
    order by s.seq desc limit 100`.execute(tx)
  return found.rows
}

export type Likely = {
  readonly id: Id
  readonly words: string
  readonly placeName: string
  readonly told: number
  readonly isSamePlace: boolean
}

const comparedMax = 500

/** Open ones of its kind, near it, with words in common. */
export async function likelyOf(tx: Tx, scope: Scope, id: Id): Promise<readonly Likely[]> {
  const found = await sql<Likely & { readonly own: string }>`
    with said as (select root, string_agg(words, ' ') as words, count(*)::integer as told
      from problems where council = ${scope.council} group by root)
    select e.id, coalesce(m.words, '') as words, p.name as "placeName", m.told,
      e.place = h.place as "isSamePlace", coalesce(o.words, '') as own
    from problems h join places b on b.council = h.council and b.id = h.place
    join said o on o.root = h.id
    join problems e on e.council = h.council and e.kind = h.kind and e.id <> h.id
      and e.root = e.id and e.ended_at is null
    join places p on p.council = e.council and p.id = e.place
    join said m on m.root = e.id
    where h.council = ${scope.council} and h.id = ${id} and h.root = h.id and h.ended_at is null
      and ${inScope(scope, 'e.place')} and ${inScope(scope, 'h.place')}
      and (p.parent = b.parent or p.path && b.path)
    order by e.told_at desc, e.id limit ${comparedMax}`.execute(tx)
  return likelySame(found.rows[0]?.own ?? '', found.rows)
}

export type Where = { readonly id: Id; readonly name: string }

/** Where the reader may tell of a problem: villages, or else what they were given. */
export async function placesToTell(tx: Tx, scope: Scope): Promise<readonly Where[]> {
  const found = await sql<Where>`select id, name from places
    where council = ${scope.council} and ended_at is null and ${inScope(scope, 'id')}
      and (kind = 'village' or id = any (${[...scope.places]}::uuid[]) and kind <> 'district')
    order by name, id`.execute(tx)
  return found.rows
}
