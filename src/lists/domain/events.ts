// What happens to lists: a version is loaded, its rows are read and accounted for, people drop off,
// and a person decides about a row that was held.
import { z } from 'zod'
import { eventKind } from '../../events/kinds.ts'
import { entryChanges } from './entry.ts'
import { outcomes, reasonCodes } from './reasons.ts'

const count = z.number().int().min(0)
const reason = z.enum(reasonCodes)

export const versionLoaded = eventKind({
  kind: 'lists.VersionLoaded',
  version: 2,
  body: z.strictObject({
    version: z.uuid(),
    /** Who decides about the rows that are held; null where nobody may yet. */
    decider: z.uuid().nullable(),
    list: z.string(),
    number: z.number().int().min(1),
    profileVersion: z.number().int(),
    file: z.uuid(),
    checksum: z.string(),
    receivedAt: z.number(),
    decideBy: z.number(),
    counts: z.strictObject({
      rows: count,
      accepted: count,
      changed: count,
      unchanged: count,
      needs_review: count,
      rejected: count,
    }),
    addedPeople: count,
    died: count,
    dropped: count,
    remarks: z.array(z.strictObject({ remark: z.string(), count: count.optional() })),
  }),
  words: z.strictObject({
    fileName: z.string(),
    /** Why a list that shrank by half was loaded all the same. */
    shrinkReason: z.string().optional(),
  }),
  upcast: (_version, body) => ({ decider: null, ...(body as object) }),
})

/** A file as received was kept as long as it may be, and its bytes are gone. */
export const fileDestroyed = eventKind({
  kind: 'lists.FileDestroyed',
  version: 1,
  body: z.strictObject({
    file: z.uuid(),
    list: z.string(),
    bytes: count,
    /** What it became; null where it was never loaded. */
    version: z.uuid().nullable(),
  }),
})

export const entryStates = ['loaded', 'held', 'rejected', 'left-out'] as const
export type EntryState = (typeof entryStates)[number]

/** One row that said something new. The facts and the cells are words: they can be erased. */
export const entryRead = eventKind({
  kind: 'lists.EntryRead',
  version: 1,
  body: z.strictObject({
    version: z.uuid(),
    list: z.string(),
    entry: z.uuid(),
    row: z.number().int(),
    state: z.enum(entryStates),
    reasons: z.array(reason),
    change: z.enum(entryChanges).nullable(),
    person: z.uuid().nullable(),
    candidates: z.array(z.uuid()),
  }),
  words: z.strictObject({
    key: z.string(),
    comparable: z.string(),
    facts: z.record(z.string(), z.unknown()),
    raw: z.array(z.string()),
  }),
})

/** What became of every row, the unchanged among them. A few hundred rows an event. */
export const rowsAccounted = eventKind({
  kind: 'lists.RowsAccounted',
  version: 1,
  body: z.strictObject({
    version: z.uuid(),
    rows: z.array(
      z.strictObject({
        row: z.number().int(),
        outcome: z.enum(outcomes),
        reasons: z.array(reason),
        change: z.enum(entryChanges).nullable(),
        entry: z.uuid(),
        person: z.uuid().nullable(),
      }),
    ),
  }),
})

/** On the version before, not on this one. The list gives no reason, so we give none. */
export const entriesDropped = eventKind({
  kind: 'lists.EntriesDropped',
  version: 1,
  body: z.strictObject({ version: z.uuid(), list: z.string(), entries: z.array(z.uuid()) }),
})

/** After a parting: whose the row is of which these events told under somebody else's name. */
export const entryAscribed = eventKind({
  kind: 'lists.EntryAscribed',
  version: 1,
  body: z.strictObject({
    entry: z.uuid(),
    person: z.uuid(),
    /** Positions of the events that told it. */
    told: z.array(z.number()),
  }),
})

/** What these entries said is gone, as the list may not be kept any longer. The figures stay. */
export const entriesPurged = eventKind({
  kind: 'lists.EntriesPurged',
  version: 1,
  body: z.strictObject({
    version: z.uuid(),
    list: z.string(),
    entries: z.array(z.uuid()),
    /** Positions of the events whose words went. */
    told: z.array(z.number()),
    /** Nothing of the version is left. */
    isLast: z.boolean(),
  }),
})

export const heldDecisions = ['load', 'same-person', 'leave-out'] as const
export type HeldDecision = (typeof heldDecisions)[number]

export const heldDecided = eventKind({
  kind: 'lists.HeldDecided',
  version: 1,
  body: z.strictObject({
    entry: z.uuid(),
    list: z.string(),
    decision: z.enum(heldDecisions),
    person: z.uuid().nullable(),
  }),
})
