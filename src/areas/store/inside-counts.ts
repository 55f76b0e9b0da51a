// How many homes and people lie inside, and in how many of the homes do we know nobody?
import { sql } from 'kysely'
import type { Tx } from '../../store/open.ts'
import type { Inside } from './who-is-inside.ts'

export type InsideCounts = {
  readonly homes: number
  readonly people: number
  /** Homes in which nobody lives whom we know. */
  readonly unlisted: number
  readonly homesUnknown: number
  readonly peopleUnknown: number
}

export async function insideCounts(tx: Tx, council: string, inside: Inside): Promise<InsideCounts> {
  const { homes, people, homesUnknown, peopleUnknown } = inside
  const found = await sql<{ lived: number; known: number }>`
    select count(distinct dwelling)::int as lived, count(*)::int as known from people
    where council = ${council} and root = id and erased_at is null
      and dwelling = any (${[...homes]}::uuid[])`.execute(tx)
  const { lived, known } = found.rows[0] ?? { lived: 0, known: 0 }
  return {
    homes: homes.length,
    people: known + people.length,
    unlisted: homes.length - lived,
    homesUnknown,
    peopleUnknown,
  }
}
