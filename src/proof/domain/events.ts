// What happens to proofs: a key is made, a proof is issued, looked at by the village, redacted.
import { z } from 'zod'
import { eventKind } from '../../events/kinds.ts'
import { Counts } from './proof-form.ts'
import { laws } from './terms.ts'

const hex = (bytes: number) => z.string().regex(new RegExp(`^[0-9a-f]{${bytes * 2}}$`))
const count = z.number().int().min(0)
/** Milliseconds since 1970 UTC. */
const moment = z.number().int()

/** The public half of the council's key; the other half is in no event and in no copy. */
export const signingKeyMade = eventKind({
  kind: 'proof.SigningKeyMade',
  version: 1,
  body: z.strictObject({ key: hex(32) }),
})

/** The lines are not here: they follow from the log up to the position, whenever they are asked. */
export const proofIssued = eventKind({
  kind: 'proof.ProofIssued',
  version: 1,
  body: z.strictObject({
    proof: z.uuid(),
    number: z.number().int().min(1),
    campaign: z.uuid(),
    round: z.uuid(),
    at: moment,
    issuedAt: moment,
    position: count,
    hash: hex(32),
    counts: Counts,
    /** Of the head that was signed. */
    digest: hex(32),
    key: hex(32),
    signature: hex(64),
  }),
  /** As they were called then. */
  words: z.strictObject({ council: z.string(), campaign: z.string(), place: z.string() }),
})

export const proofCountersigned = eventKind({
  kind: 'proof.ProofCountersigned',
  version: 1,
  body: z.strictObject({
    countersign: z.uuid(),
    proof: z.uuid(),
    at: moment,
    agrees: z.boolean(),
    key: hex(32),
    signature: hex(64),
  }),
  words: z.strictObject({ remark: z.string() }),
})

/** A form of it was made for somebody whom the law entitles to ask. */
export const proofRedacted = eventKind({
  kind: 'proof.ProofRedacted',
  version: 1,
  body: z.strictObject({
    redaction: z.uuid(),
    proof: z.uuid(),
    law: z.enum(laws),
    /** The line of whoever asks about themselves. */
    line: z.string().nullable(),
    at: moment,
    key: hex(32),
    signature: hex(64),
  }),
  words: z.strictObject({ reason: z.string() }),
})
