// Event in, rows changed: the queue of doubts that a person has to judge.
import { sql } from 'kysely'
import type { Apply } from '../../events/index.ts'
import type { reviewClosed, reviewOpened, reviewPutOff, reviewReopened } from '../domain/events.ts'

export const projectReviews: Readonly<Record<string, Apply>> = {
  async 'people.ReviewOpened'(tx, events: readonly (typeof reviewOpened.recorded)[]) {
    const council = events[0]?.council ?? ''
    const rows = events.map(({ body, place, recordedAt, seq }) => ({
      id: body.review,
      reason: body.reason,
      persons: body.persons,
      row_id: body.row ?? null,
      place,
      opened_at: recordedAt,
      opened_seq: seq,
      probability: body.probability ?? null,
    }))
    await sql`insert into reviews
        (council, id, reason, persons, row_id, place, state, opened_at, opened_seq, probability)
      select ${council}, id, reason, persons, row_id, place, 'open', opened_at, opened_seq,
        probability
      from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as r (id uuid, reason text,
        persons uuid[], row_id text, place uuid, opened_at timestamptz, opened_seq bigint,
        probability double precision)
    `.execute(tx)
  },
  async 'people.ReviewClosed'(tx, events: readonly (typeof reviewClosed.recorded)[]) {
    for (const { council, body, actor, recordedAt } of events) {
      await sql`update reviews
        set state = ${body.answer}, decided_by = ${actor}, decided_at = ${recordedAt}
        where council = ${council} and id = ${body.review}`.execute(tx)
    }
  },
  async 'people.ReviewPutOff'(tx, events: readonly (typeof reviewPutOff.recorded)[]) {
    for (const { council, body, seq } of events) {
      await sql`update reviews set put_off_seq = ${seq}
        where council = ${council} and id = ${body.review}`.execute(tx)
    }
  },
  async 'people.ReviewReopened'(tx, events: readonly (typeof reviewReopened.recorded)[]) {
    for (const { council, body } of events) {
      await sql`update reviews set state = 'open', decided_by = null, decided_at = null
        where council = ${council} and id = ${body.review}`.execute(tx)
    }
  },
}
