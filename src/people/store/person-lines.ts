// What has happened to this person's record? From the log itself, latest first.
import { sql } from 'kysely'
import type { Scope } from '../../access/index.ts'
import type { Id } from '../../kernel/ids.ts'
import type { Tx } from '../../store/open.ts'

const eventsMax = 200

export type RecordEvent = {
  readonly seq: number
  readonly kind: string
  readonly at: Date
  readonly by: string
  readonly body: {
    readonly flag?: string
    readonly fields?: readonly string[]
    readonly source?: string
    readonly state?: string
    readonly from?: Id
    readonly into?: Id
    readonly answer?: string
    readonly purpose?: string
  }
  readonly note: string | null
}

export async function recordEvents(
  tx: Tx,
  scope: Scope,
  records: readonly Id[],
): Promise<readonly RecordEvent[]> {
  const found = await sql<RecordEvent>`
    select e.seq, e.kind, e.happened_at as at, coalesce(u.name, '') as by, e.body,
      r.words->>'note' as note
    from (select distinct seq from person_events
      where council = ${scope.council} and person = any (${records}::uuid[])) about
    join events e on e.council = ${scope.council} and e.seq = about.seq
    left join register r on r.council = e.council and r.seq = e.seq
    left join users u on u.council = e.council and u.id = e.actor
    order by e.happened_at desc, e.seq desc limit ${eventsMax}`.execute(tx)
  return found.rows
}
