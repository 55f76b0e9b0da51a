// Who looked at whom, and why: written in the same transaction as the read.
import { sql } from 'kysely'
import { type Id, newId } from '../../kernel/ids.ts'
import type { Tx } from '../../store/open.ts'
import type { Opening } from '../actor.ts'
import type { Scope } from '../scope.ts'

/** Who reads, and what for. */
export type Reader = Pick<Scope, 'council' | 'actor' | 'purpose'> &
  Partial<Pick<Scope, 'everywhere' | 'openings'>>

export type Read = {
  readonly what: 'open' | 'search' | 'list' | 'export' | 'print' | 'sync'
  readonly route: string
  readonly subjects: readonly Id[]
  readonly at: number
}

/**
 * Records a look at personal records. A page of them is one row. It also waits for the rules that
 * may ask about it, in the same statement: none can slip past them.
 */
export async function recordRead(tx: Tx, scope: Reader, read: Read): Promise<void> {
  if (read.subjects.length === 0) return
  const opening = openingOf(scope, read.subjects)
  const purpose = opening?.purpose ?? scope.purpose
  await sql`with looked as (
      insert into reads (council, id, at, actor, what, purpose, route, subjects, opening)
      values (${scope.council}, ${newId()}, ${new Date(read.at)}, ${scope.actor}, ${read.what},
        ${purpose}, ${read.route}, ${[...read.subjects]}::uuid[], ${opening?.id ?? null})
      returning council, id)
    insert into looks_waiting (council, look) select council, id from looked`.execute(tx)
}

/** Without the opening this look would not have been possible. */
function openingOf(scope: Reader, subjects: readonly Id[]): Opening | undefined {
  if (scope.everywhere) return undefined
  return scope.openings?.find(one => one.persons.some(person => subjects.includes(person)))
}
