// What may other systems ask about lists: versions, the figures of one, and the rows behind each?
// Ids and codes, no names.
import { sql } from 'kysely'
import { z } from 'zod'
import { type Api, apiRead, pageOf, pageQuery, pageSchema } from '../../events/index.ts'
import type { Id } from '../../kernel/ids.ts'
import { refuse } from '../../kernel/refusal.ts'
import { entryChanges } from '../domain/entry.ts'
import { outcomes } from '../domain/reasons.ts'
import { droppedSince } from './basis.ts'
import { droppedEntries } from './dropped.ts'
import { findVersion } from './queries.ts'
import { listRows } from './rows.ts'
import { sinceLast } from './since.ts'

const count = z.number().int()
const moment = z.iso.datetime()

const listVersions = apiRead({
  path: '/lists/versions',
  may: 'lists.read',
  summary: 'Versions of lists, with the account of their rows',
  query: pageQuery,
  answer: pageSchema(
    z.strictObject({
      id: z.uuid(),
      list: z.string(),
      number: count,
      loadedAt: moment,
      undoneAt: moment.nullable(),
      rows: count,
      accepted: count,
      changed: count,
      unchanged: count,
      needsReview: count,
      rejected: count,
    }),
  ),
  async read({ tx, scope, query }) {
    const { limit, after } = query
    if (!scope.everywhere) return pageOf([], { limit })
    const found = await sql<{ id: Id; loadedAt: Date; undoneAt: Date | null }>`
      select id, list, number, loaded_at as "loadedAt", undone_at as "undoneAt", rows, accepted,
        changed, unchanged, needs_review as "needsReview", rejected
      from list_versions where council = ${scope.council}
        and (${after ?? null}::uuid is null or id > ${after ?? null}::uuid)
      order by id limit ${limit + 1}`.execute(tx)
    const rows = found.rows.map(row => ({
      ...row,
      loadedAt: row.loadedAt.toISOString(),
      undoneAt: row.undoneAt?.toISOString() ?? null,
    }))
    return pageOf(rows, { limit })
  },
})

const readSince = apiRead({
  path: '/lists/versions/:version/since',
  may: 'lists.read',
  summary: 'What is different in a version from the one before it, and what became of the dropped',
  answer: z.strictObject({
    previous: z.strictObject({ id: z.uuid(), number: count }).nullable(),
    added: count,
    dropped: count,
    changes: z.strictObject(
      Object.fromEntries(entryChanges.map(change => [change, count])) as Record<
        (typeof entryChanges)[number],
        typeof count
      >,
    ),
    droppedPeople: z.strictObject({ open: count, kept: count, stopped: count, other: count }),
  }),
  async read({ tx, scope, ids }) {
    const version = ids.version ?? ''
    if (!(await findVersion(tx, scope, version))) return refuse('not-found')
    const since = await sinceLast(tx, scope, version)
    return { ...since, droppedPeople: await droppedSince(tx, scope, version) }
  },
})

/** Rows are asked for by their number in the file, from which the next page goes on. */
const rowQuery = z.object({
  limit: z.coerce.number().int().min(1).max(500).default(100),
  afterRow: z.coerce.number().int().min(0).default(0),
})

const listVersionRows = apiRead({
  path: '/lists/versions/:version/rows',
  may: 'lists.read',
  summary: 'What became of each row of a version: all, of one outcome, or of one change',
  query: rowQuery.extend({
    outcome: z.enum(outcomes).optional(),
    change: z.enum(entryChanges).optional(),
  }),
  answer: z.strictObject({
    items: z.array(
      z.strictObject({
        row: count,
        outcome: z.enum(outcomes),
        change: z.enum(entryChanges).nullable(),
        reasons: z.array(z.string()),
        entry: z.uuid(),
        person: z.uuid().nullable(),
      }),
    ),
    next: count.nullable(),
  }),
  async read({ tx, scope, ids, query }) {
    const version = ids.version ?? ''
    if (!(await findVersion(tx, scope, version))) return refuse('not-found')
    const { limit, afterRow, outcome, change } = query
    const filter = { ...(outcome ? { outcome } : {}), ...(change ? { change } : {}) }
    const asked = { source: { version }, filter, after: afterRow, perPage: limit + 1 }
    const rows = await listRows(tx, scope, asked)
    const items = rows.slice(0, limit).map(one => {
      const { row, outcome, change, reasons, entry, person } = one
      return { row, outcome, change, reasons, entry, person }
    })
    return { items, next: rows.length > limit ? (items.at(-1)?.row ?? null) : null }
  },
})

const listDropped = apiRead({
  path: '/lists/versions/:version/dropped',
  may: 'lists.read',
  summary: 'Entries that a version no longer has, and what was decided about each',
  query: z.object({
    limit: z.coerce.number().int().min(1).max(500).default(100),
    page: z.coerce.number().int().min(1).max(20_000).default(1),
  }),
  answer: z.strictObject({
    items: z.array(
      z.strictObject({
        entry: z.uuid(),
        person: z.uuid().nullable(),
        check: z.enum(['open', 'kept', 'stopped']).nullable(),
        basis: z.string().nullable(),
      }),
    ),
    next: count.nullable(),
  }),
  async read({ tx, scope, ids, query }) {
    const version = ids.version ?? ''
    if (!(await findVersion(tx, scope, version))) return refuse('not-found')
    const { limit: perPage, page } = query
    const rows = await droppedEntries(tx, scope, { from: { version }, page, perPage })
    const items = rows.map(({ entry, person, check, basis }) => ({ entry, person, check, basis }))
    return { items, next: rows.length === perPage ? page + 1 : null }
  },
})

export const listsApi: Api = {
  reads: [listVersions, readSince, listVersionRows, listDropped],
  commands: [],
}
