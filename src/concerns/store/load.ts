// What the decisions about concerns need to know, with the rows they decide on locked.
import { sql } from 'kysely'
import type { Load } from '../../events/index.ts'
import type { Id } from '../../kernel/ids.ts'
import { refuse } from '../../kernel/refusal.ts'
import type { OpenConcerns } from '../domain/handle-concern.ts'
import type { DeskChoices, SetDesk } from '../domain/set-desk.ts'
import type { TellWorry, WorriedAbout } from '../domain/tell-worry.ts'
import { possibleHandlers } from './desk.ts'

export const loadWorry: Load<TellWorry, WorriedAbout> = async (tx, input, { actor }) => {
  const found = await sql<WorriedAbout>`
    select p.place, exists (select from worries w
      where w.council = p.council and w.id = ${input.worry}) as "isKnown"
    from people p
    where p.council = ${actor.council} and p.id = ${input.person} and p.erased_at is null`.execute(
    tx,
  )
  const [state] = found.rows
  return state ? { state, place: state.place } : refuse('not-found')
}

type Row = {
  readonly concern: Id
  readonly person: Id
  readonly place: Id | null
  readonly takenBy: Id | null
  readonly isAnswered: boolean
  readonly isOpen: boolean
}

export const loadConcern: Load<{ concern: string }, OpenConcerns> = async (
  tx,
  { concern },
  { actor },
) => {
  const found = await sql<Row>`
    select k.id as concern, k.person, r.place, k.taken_by as "takenBy",
      k.answered_at is not null as "isAnswered", k.ended_at is null as "isOpen"
    from concerns a
    join people p on p.council = a.council and p.id = a.person
    join people r on r.council = p.council and r.id = p.root
    join people q on q.council = p.council and q.root = p.root
    join concerns k on k.council = q.council and k.person = q.id
    where a.council = ${actor.council} and a.id = ${concern}
      and (k.id = a.id or k.ended_at is null)
    order by k.id <> a.id, k.opened_seq for update of k`.execute(tx)
  const [asked] = found.rows
  if (!asked) return refuse('not-found')
  const { person, place, takenBy, isAnswered, isOpen } = asked
  return { state: { person, place, takenBy, isAnswered, open: isOpen ? found.rows : [] }, place }
}

export const loadDesk: Load<SetDesk, DeskChoices> = async (tx, _input, { actor, now }) => {
  const handlers = await possibleHandlers(tx, actor.council, new Date(now))
  return { state: { handlers: handlers.map(({ id }) => id) }, place: null }
}
