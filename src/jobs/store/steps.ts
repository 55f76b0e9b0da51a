// The line of each job: what was done to it, by whom, and who held it then.
import { type RawBuilder, sql } from 'kysely'
import type { Recorded } from '../../events/index.ts'
import type { Id } from '../../kernel/ids.ts'
import type { Tx } from '../../store/open.ts'

export type OfOne = Pick<Recorded, 'council' | 'seq' | 'recordedAt' | 'actor'> & {
  readonly body: { readonly job: Id }
}
type Step = {
  readonly step: string
  readonly why?: string | null
  readonly volunteer?: Id
  readonly second?: Id | null
}

export function isOf({ council, body }: OfOne): RawBuilder<boolean> {
  return sql<boolean>`council = ${council} and id = ${body.job}`
}

/** Whoever holds it at that moment stands beside it, unless the event says who. */
export async function keepStep(tx: Tx, event: OfOne, { step, why = null, ...who }: Step) {
  const { council, seq, body, recordedAt, actor } = event
  await sql`insert into job_steps (council, seq, job, step, why, volunteer, second, at, by_user)
    select ${council}, ${seq}, ${body.job}, ${step}, ${why},
      coalesce(${who.volunteer ?? null}::uuid, j.volunteer),
      coalesce(${who.second ?? null}::uuid, j.second), ${recordedAt}, ${actor}
    from jobs j where j.council = ${council} and j.id = ${body.job}`.execute(tx)
}
