// Which questions are open, or were answered in the last day? Older news is none.
import { sql } from 'kysely'
import { dayMs } from '../../kernel/clock.ts'
import type { Id } from '../../kernel/ids.ts'
import type { Tx } from '../../store/open.ts'
import type { Level, Urgency } from '../domain/terms.ts'

export type Recent = {
  readonly id: Id
  readonly level: Level
  readonly urgency: Urgency
  readonly since: Date
  readonly isTaken: boolean
  readonly place: Id | null
  readonly askedBy: Id
  readonly isAnswered: boolean
}

export async function recentOf(tx: Tx, council: string, now: number): Promise<readonly Recent[]> {
  const found =
    await sql<Recent>`select id, level, urgency, since, taken_by is not null as "isTaken",
      place, asked_by as "askedBy", answered_at is not null as "isAnswered"
    from escalations where council = ${council}
      and (answered_at is null or answered_at > ${new Date(now - dayMs)})
    order by since, id`.execute(tx)
  return found.rows
}
