// Whose number is this, and where else does the same person have it?
import { sql } from 'kysely'
import type { Load } from '../../events/index.ts'
import type { Id } from '../../kernel/ids.ts'
import { refuse } from '../../kernel/refusal.ts'
import type { ChangeContactPoint, SamePoints } from '../domain/change-contact-point.ts'
import type { ContactState } from '../domain/terms.ts'

type Row = { id: Id; state: ContactState; person: Id; place: Id | null }

export const loadContactPoint: Load<ChangeContactPoint, SamePoints> = async (
  tx,
  { contactPoint },
  { actor },
) => {
  const { council } = actor
  const found = await sql<Row>`select c.id, c.state, c.person, p.place from contact_points c
    join contact_points named on named.council = c.council and named.id = ${contactPoint}
      and named.person = c.person and named.value = c.value
    join people p on p.council = c.council and p.id = c.person
    where c.council = ${council} order by c.id for update of c`.execute(tx)
  const first = found.rows[0]
  if (!first) return refuse('not-found')
  const points = found.rows.map(({ id, state }) => ({ id, state }))
  return { state: { place: first.place, person: first.person, points }, place: first.place }
}
