// What happens when files of places are loaded: a version, an account of its rows, facts that now
// stand, codes that places bear, rows that wait for a person, answers, and a version undone.
import { z } from 'zod'
import { eventKind } from '../../events/kinds.ts'
import { factKinds, fileKinds, outcomes, reasons, remarkCodes } from './terms.ts'

const counts = z.strictObject({
  rows: z.number(),
  accepted: z.number(),
  changed: z.number(),
  unchanged: z.number(),
  needs_review: z.number(),
  refused: z.number(),
})

export const loadConfirmed = eventKind({
  kind: 'geography.LoadConfirmed',
  version: 1,
  body: z.strictObject({
    version: z.uuid(),
    kind: z.enum(fileKinds),
    number: z.number(),
    /** As the file's own columns state it, such as "2025"; null when they do not. */
    edition: z.string().nullable(),
    checksum: z.string(),
    takenAs: z.enum(['villages', 'map']),
    counts,
    remarks: z.array(z.strictObject({ remark: z.enum(remarkCodes), count: z.number().optional() })),
    /** Of rows that are counted and not listed one by one, such as other councils'. */
    unlisted: z.record(z.string(), z.number()),
  }),
  words: z.strictObject({ fileName: z.string() }),
})

/** `whats` in the words: what each row is about, in the order of the rows. */
export const rowsAccounted = eventKind({
  kind: 'geography.RowsAccounted',
  version: 1,
  body: z.strictObject({
    version: z.uuid(),
    rows: z.array(
      z.strictObject({
        row: z.number(),
        outcome: z.enum(outcomes),
        reasons: z.array(z.enum(reasons)),
        at: z.string().optional(),
      }),
    ),
  }),
  words: z.strictObject({ whats: z.array(z.string()) }),
})

/** From now on these are so; a null value means that the key has ended. */
export const factsSet = eventKind({
  kind: 'geography.FactsSet',
  version: 1,
  body: z.strictObject({
    version: z.uuid(),
    number: z.number(),
    kind: z.enum(factKinds),
    facts: z.array(
      z.strictObject({ key: z.string(), value: z.record(z.string(), z.unknown()).nullable() }),
    ),
  }),
})

/** `from` and `until` are editions or years as the source states them, not our clock. */
export const codesGiven = eventKind({
  kind: 'geography.CodesGiven',
  version: 1,
  body: z.strictObject({
    /** Null when a person said it, answering a question. */
    version: z.uuid().nullable(),
    codes: z.array(
      z.strictObject({ place: z.uuid(), code: z.string(), edition: z.string().nullable() }),
    ),
  }),
})

export const HeldWords = z.strictObject({
  what: z.string(),
  uprn: z.string(),
  address: z.string(),
  street: z.string(),
  village: z.string(),
  postcode: z.string(),
})
export type HeldWords = z.infer<typeof HeldWords>

/** Rows that only a person can place. `question` joins those that one answer settles. */
export const rowsHeld = eventKind({
  kind: 'geography.RowsHeld',
  version: 1,
  body: z.strictObject({
    version: z.uuid(),
    held: z.array(
      z.strictObject({
        id: z.uuid(),
        question: z.uuid(),
        row: z.number(),
        reason: z.enum(reasons),
        /** Where it seems to lie, as far as that is known. */
        near: z.uuid().nullable(),
        code: z.string().nullable(),
        edition: z.string().nullable(),
      }),
    ),
  }),
  words: z.strictObject({ rows: z.array(HeldWords) }),
})

/** The event's place is the answer; null leaves the rows out. */
export const whereAnswered = eventKind({
  kind: 'geography.WhereAnswered',
  version: 1,
  body: z.strictObject({
    question: z.uuid(),
    rows: z.number(),
    people: z.number(),
    answer: z.enum(['placed', 'left-out']),
  }),
})

/** What stood before stands again. `kept` counts streets and homes that people live in by now. */
export const loadUndone = eventKind({
  kind: 'geography.LoadUndone',
  version: 1,
  body: z.strictObject({
    version: z.uuid(),
    restored: z.number(),
    ended: z.number(),
    kept: z.number(),
  }),
})
