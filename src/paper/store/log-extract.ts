// What does the log say of a campaign, a place or a person, up to an entry, and with which hash?
import { sql } from 'kysely'
import type { Scope } from '../../access/index.ts'
import type { Id } from '../../kernel/ids.ts'
import type { Tx } from '../../store/open.ts'
import { extractMax } from '../domain/terms.ts'
import type { Sheet } from './sheets.ts'

export type Entry = {
  readonly seq: number
  readonly kind: string
  readonly at: Date
  readonly by: string | null
}

export type Extract = {
  readonly entries: readonly Entry[]
  /** Of them all, when there are more than one extract holds. */
  readonly total: number
  readonly position: number
  readonly hash: string
}

type Asked = Pick<Sheet, 'campaign' | 'place' | 'person' | 'position'>

/** The newest of them, in their order: number, what, when, by whom. Names of residents: none. */
export async function extractOf(tx: Tx, scope: Scope, asked: Asked): Promise<Extract> {
  const { council } = scope
  const { position } = asked
  const about = aboutWhat(asked)
  const found = await sql<Entry & { total: number }>`
    select x.seq, x.kind, x.at, x.by, x.total from (
      select e.seq, e.kind, e.recorded_at as at, u.name as by,
        (count(*) over ())::int as total
      from events e left join users u on u.council = e.council and u.id = e.actor
      where e.council = ${council} and e.seq <= ${position} and ${about}
      order by e.seq desc limit ${extractMax}) x order by x.seq`.execute(tx)
  const last = await sql<{ hash: string }>`select encode(hash, 'hex') as hash from events
    where council = ${council} and seq = ${position}`.execute(tx)
  const total = found.rows[0]?.total ?? 0
  return { entries: found.rows, total, position, hash: last.rows[0]?.hash ?? '' }
}

function aboutWhat({ campaign, place, person }: Asked) {
  if (person !== null) return sql<boolean>`e.subjects && ${[person] as Id[]}::uuid[]`
  const within = sql<boolean>`e.place in (select id from places
    where council = e.council and path @> array[${place}::uuid])`
  const where = place === null ? sql<boolean>`true` : within
  if (campaign === null) return where
  return sql<boolean>`(${where} and e.body ->> 'campaign' = ${campaign})`
}
