// What may other systems ask about campaigns and their figures, and tell us about attempts?
import { sql } from 'kysely'
import { z } from 'zod'
import { inScope } from '../../access/index.ts'
import { type Api, apiRead, pageOf, pageQuery, pageSchema } from '../../events/index.ts'
import type { Id } from '../../kernel/ids.ts'
import { refuse } from '../../kernel/refusal.ts'
import type { Tx } from '../../store/open.ts'
import { recordAttempt } from '../domain/record-attempt.ts'
import { buckets } from '../domain/terms.ts'
import { coverageOfRound, standings } from './coverage.ts'
import { scriptsOf } from './scripts.ts'

const listRounds = apiRead({
  path: '/rounds',
  may: 'reach.read',
  summary: 'Rounds of campaigns',
  query: pageQuery,
  answer: pageSchema(
    z.strictObject({
      id: z.uuid(),
      campaign: z.uuid(),
      title: z.string(),
      number: z.number().int(),
      pack: z.string(),
    }),
  ),
  async read({ tx, scope, query }) {
    const { limit, after } = query
    const found = await sql<{ id: Id }>`
      select r.id, r.campaign, coalesce(c.title, '') as title, r.number, c.pack
      from rounds r join campaigns c on c.council = r.council and c.id = r.campaign
      where r.council = ${scope.council}
        and (${after ?? null}::uuid is null or r.id > ${after ?? null}::uuid)
      order by r.id limit ${limit + 1}`.execute(tx)
    return pageOf(found.rows, { limit })
  },
})

const count = z.number().int()

const readCoverage = apiRead({
  path: '/rounds/:round/coverage',
  may: 'reach.read',
  summary: 'How far a round is, now or as known at a moment: the four parts add up to listed',
  query: z.object({ within: z.uuid().optional(), at: z.iso.datetime().optional() }),
  answer: z.strictObject({
    listed: count,
    reached: count,
    tried: count,
    untried: count,
    excused: count,
  }),
  async read({ tx, scope, now, ids, query }) {
    const round = ids.round ?? ''
    if (!(await isRound(tx, scope.council, round))) return refuse('not-found')
    const { within, at } = query
    const moment = { now: new Date(now), at: at === undefined ? undefined : new Date(at) }
    return coverageOfRound(tx, scope, { round, within, moment })
  },
})

const listMembers = apiRead({
  path: '/rounds/:round/members',
  may: 'reach.read',
  summary: 'Who is listed in a round and where each stands: ids and states, no names',
  query: pageQuery.extend({ state: z.enum(buckets).optional() }),
  answer: pageSchema(
    z.strictObject({
      id: z.uuid(),
      kind: z.string(),
      subject: z.uuid(),
      place: z.uuid().nullable(),
      state: z.enum(buckets),
      reason: z.string().nullable(),
    }),
  ),
  async read({ tx, scope, now, ids, query }) {
    const { limit, after, state } = query
    const known = standings(scope.council, ids.round ?? '', { now: new Date(now) })
    const found = await sql<{ id: Id }>`
      select m.id, m.kind, m.subject, s.place, s.state, s.reason
      from (${known}) s join members m on m.council = ${scope.council} and m.id = s.member
      where ${inScope(scope, 's.place')}
        and (${after ?? null}::uuid is null or m.id > ${after ?? null}::uuid)
        and (${state ?? null}::text is null or s.state = ${state ?? null}::text)
      order by m.id limit ${limit + 1}`.execute(tx)
    return pageOf(found.rows, { limit })
  },
})

const listScripts = apiRead({
  path: '/campaigns/:campaign/scripts',
  may: 'reach.read',
  summary: 'What callers say in a campaign: every version, the newest first',
  query: z.object({}),
  answer: z.strictObject({
    versions: z.array(
      z.strictObject({
        version: z.number().int(),
        lines: z.array(z.string()),
        welsh: z.array(z.string()),
        writtenAt: z.iso.datetime().nullable(),
      }),
    ),
  }),
  async read({ tx, scope, ids }) {
    const found = await scriptsOf(tx, scope, ids.campaign ?? '')
    if (!found) return refuse('not-found')
    const versions = found.versions.map(({ by: _by, writtenAt, lines, welsh, version }) => {
      return { version, lines, welsh, writtenAt: writtenAt?.toISOString() ?? null }
    })
    return { versions }
  },
})

async function isRound(tx: Tx, council: string, round: Id): Promise<boolean> {
  const found = await tx
    .selectFrom('rounds')
    .select('id')
    .where('council', '=', council)
    .where('id', '=', round)
    .executeTakeFirst()
  return found !== undefined
}

export const reachApi: Api = {
  reads: [listRounds, readCoverage, listMembers, listScripts],
  commands: [recordAttempt],
}
