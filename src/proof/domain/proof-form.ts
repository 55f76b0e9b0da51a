// What is in the file of a proof? Its form, strictly: whatever is more or less is no proof.
import { z } from 'zod'
import { laws, reasons, states } from './terms.ts'

export const form = 'doorstep-proof-1'

const count = z.number().int().min(0)
const hex = (bytes: number) => z.string().regex(new RegExp(`^[0-9a-f]{${bytes * 2}}$`))
const digest = hex(32)
/** A moment in UTC, to the millisecond. */
const moment = z.string().regex(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/)
/** Stands for one person, home or member of staff in this proof alone. */
export const code = z.string().regex(/^[0-9A-HJKMNP-TV-Z]{5}-[0-9A-HJKMNP-TV-Z]{5}$/)
const entry = z.number().int().min(1)

export const Counts = z.strictObject({
  listed: count,
  reached: count,
  tried: count,
  untried: count,
  excused: count,
})

export const Line = z.strictObject({
  code,
  kind: z.enum(['person', 'dwelling', 'organisation']),
  village: z.uuid().nullable(),
  state: z.enum(states),
  reason: z.enum(reasons).nullable(),
  since: moment,
  /** The entry of the log that decides. */
  entry,
  /** When being reached runs out, or ran out. */
  until: moment.nullable(),
  /** Listed twice: the line that counts. It may be of another place. */
  countedAs: code.nullable(),
  joined: z.strictObject({ at: moment, entry, list: z.string().nullable() }),
  /** The versions that name them, as the head numbers these. */
  versions: z.array(count),
  tries: z.array(
    z.strictObject({
      entry,
      at: moment,
      channel: z.string(),
      outcome: z.string(),
      by: code,
      isDoubted: z.boolean(),
      /** Until when they are away, where it says so. */
      until: moment.optional(),
    }),
  ),
})
export type Line = z.infer<typeof Line>

const ending = {
  form: z.literal(form),
  /** The public key, Ed25519, that the signature over the head was made to fit. */
  key: hex(32),
  /** Of each line, SHA-256 of its canonical form. */
  digests: z.array(digest),
}

/** Whose, which, of what, as known when: what every part says of the proof that it is of. */
export const Subject = z.strictObject({
  council: z.strictObject({ id: z.string(), name: z.string() }),
  number: z.number().int().min(1),
  proof: z.uuid(),
  campaign: z.strictObject({ id: z.uuid(), title: z.string() }),
  round: z.strictObject({ id: z.uuid(), number: z.number().int().min(1) }),
  /** Null is the whole council. */
  place: z.strictObject({ id: z.uuid(), name: z.string(), kind: z.string() }).nullable(),
  /** As known at this moment. */
  at: moment,
  /** The last entry of the log that it rests on, and that entry's hash. */
  log: z.strictObject({ position: count, hash: digest }),
})
export type Subject = z.infer<typeof Subject>

export const CoverageHead = z.strictObject({
  ...ending,
  kind: z.literal('coverage'),
  ...Subject.shape,
  issued: z.strictObject({ at: moment, by: code }),
  memberKind: z.enum(['person', 'dwelling', 'organisation']),
  /** How long being reached holds; null: for the whole round. */
  lastsHours: z.number().int().min(1).nullable(),
  counts: Counts,
  reasons: z.partialRecord(z.enum(reasons), count),
  villages: z.array(z.strictObject({ id: z.uuid().nullable(), name: z.string(), counts: Counts })),
  versions: z.array(
    z.strictObject({
      list: z.string(),
      number: z.number().int().min(1),
      checksum: z.string(),
      entry,
      /** Rows that were held for a person, or rejected, name nobody until that changes. */
      rows: z.strictObject({ all: count, held: count, rejected: count }),
    }),
  ),
})
export type CoverageHead = z.infer<typeof CoverageHead>

/** Somebody of the place looked at the lines of codes and says whether it is so. */
export const CountersignHead = z.strictObject({
  ...ending,
  kind: z.literal('countersignature'),
  council: z.string(),
  number: z.number().int().min(1),
  /** SHA-256 of the canonical head that was looked at. */
  of: digest,
  at: moment,
  by: code,
  agrees: z.boolean(),
})
export type CountersignHead = z.infer<typeof CountersignHead>

/** Numbers from 1 to 4 could point at somebody, so they are not said. */
const shown = count.nullable()
export const ShownCounts = z.strictObject({
  listed: shown,
  reached: shown,
  tried: shown,
  untried: shown,
  excused: shown,
})
export type ShownCounts = z.infer<typeof ShownCounts>

export const RedactedLine = z.strictObject({
  /** The names of these villages, counted together. */
  villages: z.array(z.string()),
  counts: ShownCounts,
})
export type RedactedLine = z.infer<typeof RedactedLine>

/** What is said to one person of themselves. */
export const OwnLine = z.strictObject({
  code,
  state: z.enum(states),
  reason: z.enum(reasons).nullable(),
  since: moment,
  until: moment.nullable(),
  joined: moment,
  lists: z.array(z.strictObject({ list: z.string(), number: count })),
  tries: z.array(z.strictObject({ at: moment, channel: z.string(), outcome: z.string() })),
})
export type OwnLine = z.infer<typeof OwnLine>

export const RedactedHead = z.strictObject({
  ...ending,
  kind: z.literal('redacted'),
  ...Subject.shape,
  of: digest,
  law: z.enum(laws),
  madeAt: moment,
  counts: ShownCounts,
  own: OwnLine.nullable(),
  /** Smaller numbers than this are not said, apart from none. */
  smallestSaid: z.number().int().min(1),
  hidden: z.array(z.enum(['people', 'staff', 'small-numbers'])),
})
export type RedactedHead = z.infer<typeof RedactedHead>

const signature = hex(64)
const nothing = z.array(z.never()).max(0)

export const CoveragePart = z.strictObject({
  head: CoverageHead,
  lines: z.array(Line),
  signature,
})
export type CoveragePart = z.infer<typeof CoveragePart>
export const CountersignPart = z.strictObject({ head: CountersignHead, lines: nothing, signature })
export type CountersignPart = z.infer<typeof CountersignPart>
export const RedactedPart = z.strictObject({
  head: RedactedHead,
  lines: z.array(RedactedLine),
  signature,
})
export type RedactedPart = z.infer<typeof RedactedPart>

export type Part = CoveragePart | CountersignPart | RedactedPart
export type ProofFile = readonly Part[]

/** What a part is, before anything of it is believed. */
export const AnyPart = z.object({
  head: z.object({ kind: z.enum(['coverage', 'countersignature', 'redacted']) }),
})
