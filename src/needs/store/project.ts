// Event in, rows changed: needs and plan actions.
import { sql } from 'kysely'
import type { Apply } from '../../events/index.ts'
import type {
  actionFinished,
  actionMoved,
  actionPlanned,
  actionTaken,
  needChanged,
  needFound,
  needMoved,
} from '../domain/events.ts'
import { forgetWords } from './forget-words.ts'
import { projectGoals } from './goals.ts'

export const project: Readonly<Record<string, Apply>> = {
  async 'needs.NeedFound'(tx, events: readonly (typeof needFound.recorded)[]) {
    const rows = events.map(({ council, place, body, words, happenedAt, actor }) => ({
      council,
      id: body.need,
      person: body.person,
      place,
      campaign: body.campaign,
      attempt: body.attempt,
      kind: body.kind,
      urgency: body.urgency,
      state: 'open',
      how: body.how,
      words: words?.words ?? null,
      found_at: happenedAt,
      found_by: actor,
    }))
    await tx.insertInto('needs').values(rows).execute()
  },
  async 'needs.NeedChanged'(tx, events: readonly (typeof needChanged.recorded)[]) {
    for (const { council, body, happenedAt } of events) {
      await tx
        .updateTable('needs')
        .set({ state: body.state, met_at: body.state === 'met' ? happenedAt : null })
        .where('council', '=', council)
        .where('id', '=', body.need)
        .execute()
    }
  },
  async 'needs.ActionPlanned'(tx, events: readonly (typeof actionPlanned.recorded)[]) {
    const rows = events.map(({ council, place, body, words, actor }) => ({
      council,
      id: body.action,
      person: body.person,
      need: body.need,
      place,
      what: words?.what ?? null,
      owner: body.owner,
      due_at: new Date(body.dueAt),
      state: 'open',
      planned_by: actor,
    }))
    await tx.insertInto('plan_actions').values(rows).execute()
  },
  async 'needs.ActionTaken'(tx, events: readonly (typeof actionTaken.recorded)[]) {
    for (const { council, body } of events) {
      await tx
        .updateTable('plan_actions')
        .set({ owner: body.owner })
        .where('council', '=', council)
        .where('id', '=', body.action)
        .execute()
    }
  },
  async 'needs.ActionFinished'(tx, events: readonly (typeof actionFinished.recorded)[]) {
    for (const { council, body, happenedAt } of events) {
      await tx
        .updateTable('plan_actions')
        .set({ state: body.result, done_at: happenedAt })
        .where('council', '=', council)
        .where('id', '=', body.action)
        .execute()
    }
  },
  async 'needs.NeedMoved'(tx, events: readonly (typeof needMoved.recorded)[]) {
    for (const { council, body } of events) {
      await tx
        .updateTable('needs')
        .set({ person: body.person, told_of: sql`coalesce(told_of, person)`, told_seq: body.told })
        .where('council', '=', council)
        .where('id', '=', body.need)
        .execute()
    }
  },
  async 'needs.ActionMoved'(tx, events: readonly (typeof actionMoved.recorded)[]) {
    for (const { council, body } of events) {
      await tx
        .updateTable('plan_actions')
        .set({ person: body.person, told_of: sql`coalesce(told_of, person)`, told_seq: body.told })
        .where('council', '=', council)
        .where('id', '=', body.action)
        .execute()
    }
  },
  ...projectGoals,
  'people.Erased': forgetWords,
}
