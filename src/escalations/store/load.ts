// What the decisions about a question need to know, with the row they decide on locked.
import { sql } from 'kysely'
import type { Load } from '../../events/index.ts'
import type { Id } from '../../kernel/ids.ts'
import { refuse } from '../../kernel/refusal.ts'
import type { OpenQuestion } from '../domain/answer-question.ts'
import type { Asking, AskQuestion } from '../domain/ask-question.ts'
import type { DirectorChoices, SetDirector } from '../domain/set-director.ts'
import { answerersAt, findDirector, levelOf, possibleDirectors } from './answerers.ts'

export const loadAsking: Load<AskQuestion, Asking> = async (tx, input, { actor, now }) => {
  const { council } = actor
  const found = await sql<{ place: Id | null; isKnown: boolean }>`
    select a.place, exists (select from escalations
      where council = ${council} and id = ${input.escalation}) as "isKnown"
    from (select place from people where council = ${council} and id = ${input.about}
        and erased_at is null and ${input.kind} = 'person'
      union all select id from places where council = ${council} and id = ${input.about}
        and ${input.kind} = 'place') a`.execute(tx)
  const [row] = found.rows
  if (!row) return refuse('not-found')
  const where = { council, place: row.place, now }
  const councillors = await answerersAt(tx, 'councillor', where)
  const top = await findDirector(tx, council, now)
  const own = await levelOf(tx, actor.id, where)
  // Standing in for a director whom nobody named, an officer still asks the director's level.
  const askerLevel = own === 'director' && !top ? 'officer' : own
  return { state: { ...row, askerLevel, hasCouncillor: councillors.isNamed }, place: row.place }
}

type Row = Omit<OpenQuestion, 'since' | 'actorLevel'> & { readonly since: Date }

export const loadQuestion: Load<{ escalation: string }, OpenQuestion> = async (
  tx,
  { escalation },
  { actor, now },
) => {
  const found = await sql<Row>`select place, case when kind = 'person' then about end as person,
      level, urgency, since, asked_by as "askedBy", taken_by as "takenBy",
      answered_at is not null as "isAnswered"
    from escalations where council = ${actor.council} and id = ${escalation}
    for update`.execute(tx)
  const [row] = found.rows
  if (!row) return refuse('not-found')
  const where = { council: actor.council, place: row.place, now }
  const actorLevel = actor.isSystem ? null : await levelOf(tx, actor.id, where)
  return { state: { ...row, since: row.since.getTime(), actorLevel }, place: row.place }
}

export const loadDirector: Load<SetDirector, DirectorChoices> = async (tx, _input, context) => {
  const possible = await possibleDirectors(tx, context.actor.council, context.now)
  return { state: { possible: possible.map(({ id }) => id) }, place: null }
}
