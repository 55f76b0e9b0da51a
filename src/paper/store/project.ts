// Event in, rows changed: sheets, their lines, what was said of them, how they ended.
import { sql } from 'kysely'
import type { Apply, Recorded } from '../../events/index.ts'
import type { lineSaid, linesPrinted, sheetEnded, sheetPrinted } from '../domain/events.ts'

export const project: Readonly<Record<string, Apply>> = {
  async 'paper.SheetPrinted'(tx, events: readonly (typeof sheetPrinted.recorded)[]) {
    for (const { council, place, actor, recordedAt, body, words } of events) {
      const { sheet: id, limitPence, dueBack, destroyBy, ...facts } = body
      const times = { due_back: new Date(dueBack), destroy_by: new Date(destroyBy) }
      const told = { reason: null, ring: null, items: null }
      const { forWhom = null, ...said } = words ?? {}
      await tx
        .insertInto('paper_sheets')
        .values({
          ...{ council, id, place, printed_at: recordedAt, printed_by: actor },
          ...{ limit_pence: limitPence, for_whom: forWhom, ...facts, ...times, ...told, ...said },
        })
        .execute()
    }
  },
  async 'paper.LinesPrinted'(tx, events: readonly (typeof linesPrinted.recorded)[]) {
    for (const { council, body } of events) {
      const { sheet, first, lines } = body
      await sql`insert into paper_lines (council, id, sheet, nth, code, member, person,
          phones)
        select ${council}, x.line, ${sheet}, ${first} + x.nth - 1, x.code, x.member, x.person,
          x.phones
        from rows from (jsonb_to_recordset(${JSON.stringify(lines)}::jsonb)
          as (line uuid, code text, member uuid, person uuid, phones uuid[]))
          with ordinality x (line, code, member, person, phones, nth)`.execute(tx)
    }
  },
  async 'paper.LineSaid'(tx, events: readonly (typeof lineSaid.recorded)[]) {
    for (const { council, actor, subjects, recordedAt, body, words } of events) {
      const { said: id, totalPence, triedAt, ...facts } = body
      await tx
        .insertInto('paper_said')
        .values({
          ...{ council, id, person: subjects[0] ?? null, ...facts, total_pence: totalPence },
          ...{ tried_at: triedAt === null ? null : new Date(triedAt), said_at: recordedAt },
          ...{ said_by: actor, words: words?.text ?? null },
        })
        .execute()
    }
  },
  async 'paper.SheetEnded'(tx, events: readonly (typeof sheetEnded.recorded)[]) {
    for (const { council, actor, recordedAt, body, words } of events) {
      await sql`update paper_sheets set ended = ${body.how}, ended_at = ${recordedAt},
          ended_by = ${actor}, ended_note = ${words?.note ?? null}
        where council = ${council} and id = ${body.sheet}`.execute(tx)
    }
  },
  async 'people.Erased'(tx, events: readonly Recorded[]) {
    for (const { council, subjects } of events) {
      const whom = sql`council = ${council} and person = any (${[...subjects]}::uuid[])`
      await sql`update paper_said set words = null where ${whom}`.execute(tx)
      await sql`update paper_sheets set items = null, for_whom = null, reason = null,
          ring = null
        where ${whom}`.execute(tx)
    }
  },
}
