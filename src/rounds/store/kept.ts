// Which times did a volunteer keep? Event in, rows changed; and what the decision needs to know.
import { sql } from 'kysely'
import type { Apply, Load } from '../../events/index.ts'
import { ownJobs } from '../../jobs/index.ts'
import type { Id } from '../../kernel/ids.ts'
import { refuse } from '../../kernel/refusal.ts'
import type { Tx } from '../../store/open.ts'
import { findVolunteer } from '../../volunteers/index.ts'
import type { roundKept } from '../domain/events.ts'
import type { Keeping, KeepRound } from '../domain/keep-round.ts'

export const project: Readonly<Record<string, Apply>> = {
  async 'rounds.RoundKept'(tx, events: readonly (typeof roundKept.recorded)[]) {
    for (const { council, body } of events) {
      const { volunteer, stops } = body
      await sql`delete from kept_rounds
        where council = ${council} and volunteer = ${volunteer}`.execute(tx)
      const rows = stops.map(({ job, at }) => ({ council, volunteer, job, at: new Date(at) }))
      if (rows.length > 0) await tx.insertInto('kept_rounds').values(rows).execute()
    }
  },
}

export async function keptTimes(
  tx: Tx,
  council: string,
  volunteer: Id,
): Promise<ReadonlyMap<Id, number>> {
  const found = await sql<{ job: Id; at: Date }>`select job, at from kept_rounds
    where council = ${council} and volunteer = ${volunteer}`.execute(tx)
  return new Map(found.rows.map(({ job, at }) => [job, at.getTime()]))
}

export const loadKeeping: Load<KeepRound, Keeping> = async (tx, input, { actor, now }) => {
  const { council } = actor
  const one = await findVolunteer(tx, council, { volunteer: input.volunteer, now })
  if (!one) return refuse('not-found')
  const own = await ownJobs(tx, { council, volunteer: one.id, now })
  const held = own.filter(({ endedAt }) => endedAt === null).map(({ id }) => id)
  return { state: { place: one.place, held, isOwn: one.user === actor.id }, place: one.place }
}
