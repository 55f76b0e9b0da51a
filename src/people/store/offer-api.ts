// What may other systems ask about people, and tell us? Every person read is on the record.
import { sql } from 'kysely'
import { z } from 'zod'
import { inScope, recordRead } from '../../access/index.ts'
import { type Api, apiRead, pageOf, pageQuery, pageSchema } from '../../events/index.ts'
import type { Id } from '../../kernel/ids.ts'
import { refuse } from '../../kernel/refusal.ts'
import { addPerson } from '../domain/add-person.ts'
import { changeContactPoint } from '../domain/change-contact-point.ts'
import { correctPerson } from '../domain/correct-person.ts'
import { raiseFlag } from '../domain/flags.ts'
import { contactPointsOf, findPerson } from './queries.ts'

const person = z.strictObject({
  id: z.uuid(),
  number: z.number().int(),
  name: z.string(),
  born: z.string().nullable(),
  address: z.string(),
  postcode: z.string(),
  place: z.uuid().nullable(),
  dwelling: z.uuid().nullable(),
  household: z.uuid().nullable(),
  language: z.string().nullable(),
  flags: z.array(z.string()),
})

const listPeople = apiRead({
  path: '/people',
  may: 'people.read',
  summary: 'People in the scope of the token, each real person once; every one read is recorded',
  query: pageQuery,
  answer: pageSchema(person),
  async read({ tx, scope, now, query }) {
    const { limit, after } = query
    const found = await sql<{ id: Id }>`
      select id, number, name, to_char(born, 'YYYY-MM-DD') as born, address, postcode, place,
        dwelling, household, language, flags
      from people
      where council = ${scope.council} and erased_at is null and id = root
        and ${inScope(scope, 'place')}
        and (${after ?? null}::uuid is null or id > ${after ?? null}::uuid)
      order by id limit ${limit + 1}`.execute(tx)
    const page = pageOf(found.rows, { limit })
    const subjects = page.items.map(({ id }) => id)
    await recordRead(tx, scope, { what: 'export', route: '/api/v1/people', subjects, at: now })
    return page
  },
})

const contactPoint = z.strictObject({
  id: z.uuid(),
  kind: z.string(),
  value: z.string(),
  state: z.string(),
  lastWorkedAt: z.iso.datetime().nullable(),
})

const readPerson = apiRead({
  path: '/people/:person',
  may: 'people.read',
  summary: 'One person with their contact points; the reading is recorded',
  answer: person.extend({ contactPoints: z.array(contactPoint) }),
  async read({ tx, scope, now, ids }) {
    const found = await findPerson(tx, scope, ids.person ?? '')
    if (!found) return refuse('not-found')
    const subjects = [found.id]
    await recordRead(tx, scope, { what: 'export', route: '/api/v1/people/:id', subjects, at: now })
    const points = await contactPointsOf(tx, scope, found.id)
    const { id, number, name, born, address, postcode, place, dwelling, household } = found
    const { language, flags } = found
    return {
      ...{ id, number, name, born, address, postcode, place, dwelling, household, language, flags },
      contactPoints: points.map(({ lastWorkedAt, source: _source, ...point }) => ({
        ...point,
        lastWorkedAt: lastWorkedAt?.toISOString() ?? null,
      })),
    }
  },
})

export const peopleApi: Api = {
  reads: [listPeople, readPerson],
  commands: [addPerson, correctPerson, raiseFlag, changeContactPoint],
}
