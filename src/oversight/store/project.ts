// Event in, rows changed: openings, questions, settings.
import { sql } from 'kysely'
import type { Apply, Recorded } from '../../events/index.ts'
import type * as events from '../domain/events.ts'

type Of<Name extends keyof typeof events> = readonly (typeof events)[Name]['recorded'][]

export const project: Readonly<Record<string, Apply>> = {
  async 'oversight.RecordOpened'(tx, all: Of<'recordOpened'>) {
    for (const { council, body, words, recordedAt } of all) {
      const { opening, user, reason, extent, persons, until, reviewDue } = body
      await tx
        .insertInto('openings')
        .values({
          council,
          id: opening,
          user_id: user,
          reason,
          why: words?.why ?? null,
          extent,
          persons: [...persons],
          second_factor: body.hadSecondFactor,
          opened_at: recordedAt,
          until_at: new Date(until),
          due_at: new Date(reviewDue),
        })
        .execute()
    }
  },
  async 'oversight.OpeningTried'(tx, all: Of<'openingTried'>) {
    for (const { council, body, words, recordedAt } of all) {
      const { attempt, user, reason } = body
      await sql`insert into opening_tries (council, id, user_id, reason, why, tried_at)
        values (${council}, ${attempt}, ${user}, ${reason}, ${words?.why ?? null},
          ${recordedAt})`.execute(tx)
    }
  },
  async 'oversight.OpeningEnded'(tx, all: Of<'openingEnded'>) {
    for (const { council, body, recordedAt } of all) {
      await sql`update openings set ended_at = ${recordedAt}
        where council = ${council} and id = ${body.opening}`.execute(tx)
    }
  },
  async 'oversight.OpeningReviewed'(tx, all: Of<'openingReviewed'>) {
    for (const { council, actor, body, words, recordedAt } of all) {
      await sql`update openings set reviewed_at = ${recordedAt}, reviewed_by = ${actor},
          finding = ${body.finding}, note = ${words?.note ?? null}
        where council = ${council} and id = ${body.opening}`.execute(tx)
    }
  },
  async 'oversight.QuestionRaised'(tx, all: Of<'questionRaised'>) {
    for (const { council, body, recordedAt } of all) {
      const { question, rule, about, day, looks } = body
      await sql`insert into questions
        (council, id, rule, about, day, looks, state, raised_at, last_at)
        values (${council}, ${question}, ${rule}, ${about}, ${day}::date, ${looks.length}, 'open',
          ${recordedAt}, ${recordedAt})`.execute(tx)
      await sql`insert into question_looks (council, rule, look, question)
        select ${council}, ${rule}, l, ${question} from unnest(${looks}::uuid[]) l`.execute(tx)
    }
  },
  async 'oversight.QuestionGrew'(tx, all: Of<'questionGrew'>) {
    for (const { council, body, recordedAt } of all) {
      const { question, rule, looks } = body
      await sql`update questions set looks = looks + ${looks.length}, last_at = ${recordedAt}
        where council = ${council} and id = ${question}`.execute(tx)
      await sql`insert into question_looks (council, rule, look, question)
        select ${council}, ${rule}, l, ${question} from unnest(${looks}::uuid[]) l`.execute(tx)
    }
  },
  async 'oversight.QuestionDecided'(tx, all: Of<'questionDecided'>) {
    for (const { council, actor, body, words, recordedAt } of all) {
      await sql`update questions set state = ${body.answer}, decided_at = ${recordedAt},
          decided_by = ${actor}, note = ${words?.note ?? null}
        where council = ${council} and id = ${body.question}`.execute(tx)
    }
  },
  async 'oversight.StaffHomeSet'(tx, all: Of<'staffHomeSet'>) {
    for (const { council, body, words } of all) {
      const postcode = words?.postcode || null
      await sql`insert into staff_homes (council, user_id, postcode)
        values (${council}, ${body.user}, ${postcode})
        on conflict (council, user_id) do update set postcode = excluded.postcode`.execute(tx)
    }
  },
  async 'oversight.ReportNamesSet'(tx, all: Of<'reportNamesSet'>) {
    for (const { council, body } of all) {
      await sql`insert into report_settings (council, names_staff)
        values (${council}, ${body.namesStaff})
        on conflict (council) do update set names_staff = excluded.names_staff`.execute(tx)
    }
  },
  async 'people.Erased'(tx, all: readonly Recorded[]) {
    for (const { council, subjects } of all) {
      const gone = sql`${[...subjects]}::uuid[]`
      await sql`update openings set why = null where council = ${council}
        and (persons && ${gone} or user_id = any (${gone}))`.execute(tx)
      await sql`update opening_tries set why = null
        where council = ${council} and user_id = any (${gone})`.execute(tx)
      await sql`update staff_homes set postcode = null
        where council = ${council} and user_id = any (${gone})`.execute(tx)
    }
  },
}
