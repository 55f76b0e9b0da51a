// Who answers at a level for a place now? Nobody named at the top: every hub manager, and said so.
import { sql } from 'kysely'
import type { Id } from '../../kernel/ids.ts'
import type { Tx } from '../../store/open.ts'
import { type Level, levels } from '../domain/terms.ts'

export type Answerer = { readonly id: Id; readonly name: string }
export type Where = { readonly council: string; readonly place: Id | null; readonly now: number }

const rolesOf = { councillor: ['councillor'], officer: ['officer', 'hub-manager'] } as const

export type Director = {
  readonly director: Id
  readonly deputy: Id
  readonly number: string | null
  /** Null when they can no longer answer. */
  readonly directorName: string | null
  readonly deputyName: string | null
}

/** People of these roles whose grant covers the place; a null place needs the whole council. */
async function holdersOf(
  tx: Tx,
  { council, place, now }: Where,
  roles: readonly string[],
): Promise<readonly Answerer[]> {
  const at = new Date(now)
  const found = await sql<Answerer>`select distinct u.id, coalesce(u.name, '') as name
    from users u join grants g on g.council = u.council and g.user_id = u.id
    where u.council = ${council} and u.disabled_at is null and g.role = any (${[...roles]}::text[])
      and g.starts_at <= ${at} and (g.ends_at is null or g.ends_at > ${at})
      and (g.place is null or g.place = any (array(select unnest(path) from places
        where council = ${council} and id = ${place})))
      and not exists (select from suspensions s where s.council = u.council and s.user_id = u.id
        and s.starts_at <= ${at} and (s.ends_at is null or s.ends_at > ${at}))
    order by 2, 1`.execute(tx)
  return found.rows
}

export function possibleDirectors(tx: Tx, council: string, now: number) {
  return holdersOf(tx, { council, place: null, now }, rolesOf.officer)
}

export async function findDirector(
  tx: Tx,
  council: string,
  now: number,
): Promise<Director | undefined> {
  const found = await tx
    .selectFrom('directors')
    .select(['director', 'deputy', 'number'])
    .where('council', '=', council)
    .executeTakeFirst()
  if (!found) return undefined
  const possible = await possibleDirectors(tx, council, now)
  const nameOf = (id: Id) => possible.find(one => one.id === id)?.name ?? null
  return { ...found, directorName: nameOf(found.director), deputyName: nameOf(found.deputy) }
}

export type LevelNow = { readonly isNamed: boolean; readonly people: readonly Answerer[] }

export async function answerersAt(tx: Tx, level: Level, where: Where): Promise<LevelNow> {
  if (level !== 'director') {
    const people = await holdersOf(tx, where, rolesOf[level])
    return { isNamed: people.length > 0, people }
  }
  const top = await findDirector(tx, where.council, where.now)
  const people = [
    ...(top?.directorName ? [{ id: top.director, name: top.directorName }] : []),
    ...(top?.deputyName ? [{ id: top.deputy, name: top.deputyName }] : []),
  ]
  if (people.length > 0) return { isNamed: true, people }
  const stead = await holdersOf(tx, { ...where, place: null }, rolesOf.officer)
  return { isNamed: false, people: stead }
}

/** The highest level at which this person answers for the place. */
export async function levelOf(tx: Tx, user: Id, where: Where): Promise<Level | null> {
  for (const level of levels.toReversed()) {
    const { people, isNamed } = await answerersAt(tx, level, where)
    // Whoever stands in for a director who is not named still answers there.
    if (people.some(({ id }) => id === user) && (isNamed || level === 'director')) return level
  }
  return null
}
