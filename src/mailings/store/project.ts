// Event in, rows changed: wordings, mailings, their messages and what became of each.
import { sql } from 'kysely'
import type { Apply } from '../../events/index.ts'
import type {
  mailingFilled,
  mailingQueued,
  mailingStopped,
  messagesHandled,
  outcomeLearned,
  outcomesTold,
  templateSaved,
} from '../domain/events.ts'
import { messageId } from '../domain/queue-mailing.ts'
import { projectAnswered, projectErased, projectReplies } from './project-replies.ts'

export const project: Readonly<Record<string, Apply>> = {
  async 'mailings.TemplateSaved'(tx, events: readonly (typeof templateSaved.recorded)[]) {
    const rows = events.map(({ council, body, words, actor, recordedAt }) => ({
      council,
      id: body.template,
      version: body.templateVersion,
      channel: body.channel,
      name: words?.name ?? '',
      wordings: JSON.stringify(words?.wordings ?? {}),
      saved_at: recordedAt,
      saved_by: actor,
    }))
    await tx.insertInto('mailing_templates').values(rows).execute()
  },
  async 'mailings.MailingQueued'(tx, events: readonly (typeof mailingQueued.recorded)[]) {
    const rows = events.map(({ council, body, actor, recordedAt }) => {
      const { mailing: id, templateVersion: template_version, leftOut, ...rest } = body
      const left_out = JSON.stringify(leftOut)
      const queued = { queued_at: recordedAt, queued_by: actor }
      return { council, id, ...rest, template_version, left_out, ...queued }
    })
    await tx.insertInto('mailings').values(rows).execute()
  },
  async 'mailings.MailingFilled'(tx, events: readonly (typeof mailingFilled.recorded)[]) {
    for (const { council, body } of events) {
      const rows = body.to.map((one, at) => ({
        ...one,
        id: messageId(body.mailing, one.member),
        nth: body.first + at,
      }))
      await sql`insert into mailing_messages (council, id, mailing, nth, member, person,
          contact_point, language, state, is_told)
        select ${council}, id, ${body.mailing}, nth, member, person, "contactPoint", language,
          'waiting', false
        from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as r (id uuid, nth integer,
          member uuid, person uuid, "contactPoint" uuid, language text)`.execute(tx)
    }
  },
  async 'mailings.MailingStopped'(tx, events: readonly (typeof mailingStopped.recorded)[]) {
    for (const { council, body, recordedAt } of events) {
      await sql`update mailings set stopped_at = ${recordedAt}
        where council = ${council} and id = ${body.mailing}`.execute(tx)
      await sql`update mailing_messages set state = 'stopped'
        where council = ${council} and mailing = ${body.mailing} and state = 'waiting'`.execute(tx)
    }
  },
  async 'mailings.MessagesHandled'(tx, events: readonly (typeof messagesHandled.recorded)[]) {
    for (const event of events) await keepHandled(tx, event)
  },
  async 'mailings.OutcomeLearned'(tx, events: readonly (typeof outcomeLearned.recorded)[]) {
    for (const { council, body, recordedAt } of events) {
      await sql`update mailing_messages set outcome = ${body.outcome}, outcome_at = ${recordedAt}
        where council = ${council} and id = any (${[...body.messages]}::uuid[])`.execute(tx)
    }
  },
  async 'mailings.OutcomesTold'(tx, events: readonly (typeof outcomesTold.recorded)[]) {
    for (const { council, body } of events) {
      await sql`update mailing_messages set is_told = true
        where council = ${council} and id = any (${[...body.messages]}::uuid[])`.execute(tx)
    }
  },
  'mailings.ReplyCame': projectReplies,
  'mailings.ReplyAnswered': projectAnswered,
  'people.Erased': projectErased,
}

/** A mail server tells nothing more, so what it took is sent; a bad address is an outcome. */
async function keepHandled(
  tx: Parameters<Apply>[0],
  { council, body, recordedAt }: typeof messagesHandled.recorded,
): Promise<void> {
  const { via, handed, kept, unsure, leftOut, failed } = body
  const plain = (state: string, ids: readonly string[]) => ids.map(id => ({ id, state }))
  const rows = [
    ...handed.map(id => ({ id, state: 'handed', outcome: via === 'smtp' ? 'sent' : null })),
    ...plain('kept', kept),
    ...plain('unsure', unsure),
    ...leftOut.map(({ message, reason }) => ({ id: message, state: 'left-out', reason })),
    ...failed.map(({ message, code }) => {
      return { id: message, state: 'failed', reason: code, outcome: 'bad-address' }
    }),
  ]
  await sql`update mailing_messages m set state = r.state, reason = r.reason, via = ${via},
      handled_at = ${recordedAt}, outcome = r.outcome,
      outcome_at = case when r.outcome is not null then ${recordedAt}::timestamptz end
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as r (id uuid, state text,
      reason text, outcome text)
    where m.council = ${council} and m.id = r.id`.execute(tx)
}
