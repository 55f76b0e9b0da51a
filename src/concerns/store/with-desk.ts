// Is somebody's next step with the safeguarding desk? For the queries of those who ring and knock.
import { type RawBuilder, sql } from 'kysely'

/**
 * True while a concern is open for the person, whichever of their records it is of. `person` is
 * the alias of a row of people. Few are open at a time: they are read once, not for each row.
 */
export function isWithDesk(person: string): RawBuilder<boolean> {
  return sql<boolean>`((${sql.ref(`${person}.council`)}, ${sql.ref(`${person}.root`)}) in (
    select q.council, q.root from concerns k
    join people q on q.council = k.council and q.id = k.person where k.ended_at is null))`
}
