// Who wrote back, to which message, and which of it still waits for a person?
import { sql } from 'kysely'
import type { Load } from '../../events/index.ts'
import { refuse } from '../../kernel/refusal.ts'
import type { AnswerReply, AnswerState, ReplyState, TakeReply } from '../domain/take-reply.ts'

/** The last message that went to this number; the number may be of several people. */
export const loadReply: Load<TakeReply, ReplyState> = async (tx, { reply, from }, { actor }) => {
  const { council } = actor
  const known = await tx
    .selectFrom('mailing_replies')
    .select('id')
    .where('council', '=', council)
    .where('id', '=', reply)
    .executeTakeFirst()
  const found = await sql<NonNullable<ReplyState['to']>>`
    select b.id as message, b.member, b.person, m.place from contact_points k
    join mailing_messages b on b.council = k.council and b.contact_point = k.id
    join members m on m.council = b.council and m.id = b.member
    where k.council = ${council} and k.value = ${from} and k.kind = 'mobile'
      and b.state in ('handed', 'unsure')
    order by b.handled_at desc, b.id limit 1`.execute(tx)
  return { state: { isKnown: known !== undefined, to: found.rows[0] ?? null }, place: null }
}

export const loadAnswer: Load<AnswerReply, AnswerState> = async (tx, { reply }, { actor }) => {
  const found = await sql<AnswerState>`
    select r.person, m.place, r.answered_at is not null as "isAnswered" from mailing_replies r
    left join members m on m.council = r.council and m.id = r.member
    where r.council = ${actor.council} and r.id = ${reply} for update of r`.execute(tx)
  const state = found.rows[0]
  return state ? { state, place: state.place } : refuse('not-found')
}
