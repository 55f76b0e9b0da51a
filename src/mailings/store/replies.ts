// Who wrote back, to which message, and which of it still waits for a person?
import { sql } from 'kysely'
import { inScope, type Scope } from '../../access/index.ts'
import type { Load } from '../../events/index.ts'
import type { Id } from '../../kernel/ids.ts'
import { refuse } from '../../kernel/refusal.ts'
import type { Tx } from '../../store/open.ts'
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

/** Which of these have not come in yet? */
export async function unknownReplies(
  tx: Tx,
  council: string,
  replies: readonly Id[],
): Promise<ReadonlySet<Id>> {
  const known = await sql<{ id: Id }>`select id from mailing_replies
    where council = ${council} and id = any (${[...replies]}::uuid[])`.execute(tx)
  const ids = new Set(known.rows.map(row => row.id))
  return new Set(replies.filter(id => !ids.has(id)))
}

/** Everybody whose mobile this is. */
export async function whoHas(tx: Tx, council: string, number: string): Promise<readonly Id[]> {
  const found = await sql<{ person: Id }>`select distinct k.person from contact_points k
    where k.council = ${council} and k.value = ${number} and k.kind = 'mobile'`.execute(tx)
  return found.rows.map(row => row.person)
}

export type ShownReply = {
  readonly id: Id
  readonly cameAt: Date
  readonly text: string | null
  readonly from: string | null
  readonly isStop: boolean
  readonly person: Id | null
  readonly name: string | null
  readonly member: Id | null
  readonly campaign: string | null
}

export const repliesMax = 200

/** Those that wait, the oldest first; of strangers only for who sees the whole council. */
export async function openReplies(tx: Tx, scope: Scope): Promise<readonly ShownReply[]> {
  const found = await sql<ShownReply>`
    select r.id, r.came_at as "cameAt", r.text, r.from_number as from, r.is_stop as "isStop",
      r.person, p.name, r.member, c.title as campaign
    from mailing_replies r
    left join people p on p.council = r.council and p.id = r.person and p.erased_at is null
    left join members m on m.council = r.council and m.id = r.member
    left join campaigns c on c.council = m.council and c.id = m.campaign
    where r.council = ${scope.council} and r.answered_at is null and not r.is_stop
      and ${inScope(scope, 'p.place')}
    order by r.came_at, r.id limit ${repliesMax}`.execute(tx)
  return found.rows
}

export async function countReplies(tx: Tx, council: string): Promise<number> {
  const found = await sql<{ n: number }>`select count(*)::int as n from mailing_replies
    where council = ${council} and answered_at is null and not is_stop`.execute(tx)
  return found.rows[0]?.n ?? 0
}

export type AnswerableReply = {
  readonly member: Id | null
  readonly contactPoint: Id | null
  readonly cameAt: Date
}

export async function findReply(
  tx: Tx,
  scope: Scope,
  reply: Id,
): Promise<AnswerableReply | undefined> {
  const found = await sql<AnswerableReply>`
    select r.member, r.came_at as "cameAt",
      case when k.person = p.root then k.id end as "contactPoint"
    from mailing_replies r
    left join people p on p.council = r.council and p.id = r.person
    left join mailing_messages b on b.council = r.council and b.id = r.message
    left join contact_points k on k.council = r.council and k.id = b.contact_point
    where r.council = ${scope.council} and r.id = ${reply} and r.answered_at is null
      and ${inScope(scope, 'p.place')}`.execute(tx)
  return found.rows[0]
}
