// Which files were asked for, and what became of each?
import { type RawBuilder, sql } from 'kysely'
import type { Scope } from '../../access/index.ts'
import type { Load } from '../../events/index.ts'
import type { Id } from '../../kernel/ids.ts'
import { refuse } from '../../kernel/refusal.ts'
import type { Tx } from '../../store/open.ts'
import { councilCopy } from '../domain/events.ts'
import { type FileRequest, waitingMsMax } from '../domain/file-request.ts'

const shownMax = 100

export type RequestsOf = 'lists' | 'council'

/** One's own, and everybody's for who may judge them; those that wait first. */
export async function fileRequests(
  tx: Tx,
  scope: Scope,
  { of, id = null }: { readonly of: RequestsOf; readonly id?: Id | null },
): Promise<readonly FileRequest[]> {
  const found = await sql<FileRequest>`${requestRow()}
    where f.council = ${scope.council} and ${isOf(of)}
      and (${id}::uuid is null or f.id = ${id})
      and (${scope.everywhere}::boolean or f.asked_by = ${scope.actor})
    order by f.state <> 'waiting', f.asked_at desc, f.id limit ${shownMax}`.execute(tx)
  return found.rows
}

/** How many wait for a second person. */
export async function countWaiting(
  tx: Tx,
  council: string,
  { of, now }: { readonly of: RequestsOf; readonly now: Date },
): Promise<number> {
  const from = new Date(now.getTime() - waitingMsMax)
  const found = await sql<{ n: number }>`select count(*)::int as n from file_requests f
    where f.council = ${council} and f.state = 'waiting' and f.asked_at >= ${from}
      and ${isOf(of)}`.execute(tx)
  return found.rows[0]?.n ?? 0
}

/** For a decision: the row is locked, so that two do not judge or take it at once. */
export function loadRequest(
  of: RequestsOf,
  place: null | 'anywhere',
): Load<{ readonly file: Id }, FileRequest> {
  return async (tx, { file }, { actor }) => {
    const found = await sql<FileRequest>`${requestRow()}
      where f.council = ${actor.council} and f.id = ${file} and ${isOf(of)}
      for update of f`.execute(tx)
    const [state] = found.rows
    return state ? { state, place } : refuse('not-found')
  }
}

function isOf(of: RequestsOf): RawBuilder<boolean> {
  return of === 'council'
    ? sql<boolean>`f.list = ${councilCopy}`
    : sql<boolean>`f.list <> ${councilCopy}`
}

function requestRow(): RawBuilder<unknown> {
  return sql`select f.id, f.list as "of", f.params, f.query, f.format, f.people, f.title, f.why,
      f.asked_by as "askedBy", a.name as "askedByName", f.asked_at as "askedAt", f.state,
      f.judged_by as "judgedBy", j.name as "judgedByName", f.judged_at as "judgedAt",
      f.judged_why as "judgedWhy", f.taken_at as "takenAt"
    from file_requests f
    left join users a on a.council = f.council and a.id = f.asked_by
    left join users j on j.council = f.council and j.id = f.judged_by`
}
