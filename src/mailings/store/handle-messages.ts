// Of which of these messages is nothing known yet, and whom is each for?
import { sql } from 'kysely'
import type { Load } from '../../events/index.ts'
import type { Id } from '../../kernel/ids.ts'
import { refuse } from '../../kernel/refusal.ts'
import type { HandleMessages, HandlingState } from '../domain/handle-messages.ts'
import type { StopMailing, StopState } from '../domain/stop-mailing.ts'

/** Locks them: whoever else knows what became of one waits, and then has nothing to add. */
export const loadHandling: Load<HandleMessages, HandlingState> = async (tx, input, { actor }) => {
  const { council } = actor
  const ids = input.done.map(({ message }) => message)
  const found = await sql<{ id: Id; person: Id }>`
    select id, person from mailing_messages
    where council = ${council} and mailing = ${input.mailing} and id = any (${ids}::uuid[])
      and state in ('waiting', 'stopped')
    order by id for update`.execute(tx)
  const mailing = await tx
    .selectFrom('mailings')
    .select('within')
    .where('council', '=', council)
    .where('id', '=', input.mailing)
    .executeTakeFirst()
  if (!mailing) return refuse('not-found')
  const place = mailing.within
  const open = new Map(found.rows.map(({ id, person }) => [id, person]))
  return { state: { place, open }, place }
}

export const loadStop: Load<StopMailing, StopState> = async (tx, { mailing }, { actor }) => {
  const found = await tx
    .selectFrom('mailings')
    .select(['within', 'stopped_at'])
    .where('council', '=', actor.council)
    .where('id', '=', mailing)
    .forUpdate()
    .executeTakeFirst()
  if (!found) return refuse('not-found')
  const state = { place: found.within, isOver: found.stopped_at !== null }
  return { state, place: found.within }
}
