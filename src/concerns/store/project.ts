// Event in, rows changed: concerns, worries, steps, the desk.
import { sql } from 'kysely'
import type { Apply, Recorded } from '../../events/index.ts'
import type {
  concernEnded,
  concernTaken,
  deskSet,
  stepRecorded,
  worryTold,
} from '../domain/events.ts'
import { keepWorry } from './keep-worry.ts'

export const project: Readonly<Record<string, Apply>> = {
  async 'concerns.WorryTold'(tx, events: readonly (typeof worryTold.recorded)[]) {
    for (const { council, seq, body, words, actor, happenedAt, recordedAt } of events) {
      const { worry: id, person, cause, isDanger } = body
      const clock = { answerBy: new Date(body.answerBy), endBy: new Date(body.endBy) }
      const told = { toldAt: happenedAt, toldBy: actor, words: words?.words ?? null }
      const at = { seq, openedAt: recordedAt }
      await keepWorry(tx, council, { id, person, cause, isDanger, ...clock, ...told, ...at })
    }
  },
  async 'concerns.ConcernTaken'(tx, events: readonly (typeof concernTaken.recorded)[]) {
    for (const { council, body, actor, recordedAt } of events) {
      await sql`update concerns set taken_by = ${actor},
          answered_at = coalesce(answered_at, ${recordedAt})
        where council = ${council} and id = ${body.concern} and ended_at is null`.execute(tx)
    }
  },
  async 'concerns.StepRecorded'(tx, events: readonly (typeof stepRecorded.recorded)[]) {
    for (const { council, seq, body, words, subjects, actor, recordedAt } of events) {
      await sql`insert into concern_steps
          (council, seq, concern, person, step, result, at, by_user, words)
        values (${council}, ${seq}, ${body.concern}, ${subjects[0]}, ${body.step}, ${body.result},
          ${recordedAt}, ${actor}, ${words?.words ?? null})`.execute(tx)
      // Whoever tries something has it in hand.
      await sql`update concerns set taken_by = coalesce(taken_by, ${actor}::uuid),
          answered_at = coalesce(answered_at, ${recordedAt})
        where council = ${council} and id = ${body.concern} and ended_at is null`.execute(tx)
    }
  },
  async 'concerns.ConcernEnded'(tx, events: readonly (typeof concernEnded.recorded)[]) {
    for (const { council, seq, body, words, actor, recordedAt } of events) {
      await sql`update concerns set ended_at = ${recordedAt}, ended_seq = ${seq},
          ended_by = ${actor}, ending = ${body.ending}, evidence_letters = ${body.evidenceLetters},
          evidence = ${words?.evidence ?? null}, confirmed_by = ${words?.confirmedBy ?? null}
        where council = ${council} and id = ${body.concern}`.execute(tx)
    }
  },
  async 'concerns.DeskSet'(tx, events: readonly (typeof deskSet.recorded)[]) {
    for (const { council, body, words, actor, recordedAt } of events) {
      const { owner, deputy, opens, closes, days } = body
      const row = { owner, deputy, opens, closes, days, number: words?.number ?? null }
      const set = { ...row, set_at: recordedAt, set_by: actor }
      await tx
        .insertInto('safeguarding_desks')
        .values({ council, ...set })
        .onConflict(on => on.column('council').doUpdateSet(set))
        .execute()
    }
  },
  async 'people.Erased'(tx, events: readonly Recorded[]) {
    for (const { council, subjects } of events) {
      const whom = sql`council = ${council} and person = any (${[...subjects]}::uuid[])`
      await sql`update worries set words = null where ${whom}`.execute(tx)
      await sql`update concern_steps set words = null where ${whom}`.execute(tx)
      await sql`update concerns set evidence = null, confirmed_by = null where ${whom}`.execute(tx)
    }
  },
}
