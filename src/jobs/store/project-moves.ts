// A job, or a standing help, turned out to be another person's: theirs from now on. Who had said
// yes said it to another door, so an unbegun one is offered again.
import { sql } from 'kysely'
import type { Apply } from '../../events/index.ts'
import type { jobMoved, standingMoved } from '../domain/events.ts'
import { keepStep } from './steps.ts'

export const projectMoves: Readonly<Record<string, Apply>> = {
  async 'jobs.JobMoved'(tx, events: readonly (typeof jobMoved.recorded)[]) {
    for (const event of events) {
      const { council, body, recordedAt } = event
      const isOf = sql`council = ${council} and id = ${body.job}`
      const held = await sql`select 1 from jobs
        where ${isOf} and state in ('offered', 'claimed') and volunteer is not null`.execute(tx)
      if (held.rows.length > 0) {
        await keepStep(tx, event, { step: 'given-back', why: 'moved-to-other' })
      }
      await sql`update jobs set person = ${body.person}, place = ${body.place},
          told_of = coalesce(told_of, person), moved_at = ${recordedAt}
        where ${isOf}`.execute(tx)
      await sql`update jobs set state = 'offered', claim = null, volunteer = null, second = null,
          claimed_at = null, claim_until = null, people = greatest(people, ${body.needsTwo ? 2 : 1})
        where ${isOf} and state in ('offered', 'claimed')`.execute(tx)
    }
  },
  async 'jobs.StandingMoved'(tx, events: readonly (typeof standingMoved.recorded)[]) {
    for (const { council, body } of events) {
      await sql`update standing_jobs set person = ${body.person}, place = ${body.place},
          told_of = coalesce(told_of, person), told_seq = ${body.told}
        where council = ${council} and id = ${body.standing}`.execute(tx)
    }
  },
}
