// What happens to a version after its load: it is taken back, and people it dropped are thought
// about again.
import { z } from 'zod'
import { eventKind } from '../../events/kinds.ts'
import { bases, basisAnswers } from './basis.ts'

const count = z.number().int().min(0)
const reason = z.strictObject({ reason: z.string() })

/** Others have acted on what the load brought: a second person has to agree. */
export const undoAsked = eventKind({
  kind: 'lists.UndoAsked',
  version: 1,
  body: z.strictObject({ version: z.uuid(), list: z.string(), actedOnByOthers: count }),
  words: reason,
})

/** The load is taken back. What happened since to those in `kept` stays, and so do they. */
export const versionUndone = eventKind({
  kind: 'lists.VersionUndone',
  version: 1,
  body: z.strictObject({
    version: z.uuid(),
    list: z.string(),
    askedBy: z.uuid().nullable(),
    erased: count,
    putBack: count,
    deathsKept: count,
  }),
  words: reason,
})

/** A sealed list closed again: what this version brought is purged. */
export const versionPurged = eventKind({
  kind: 'lists.VersionPurged',
  version: 1,
  body: z.strictObject({ version: z.uuid(), list: z.string() }),
})

/** Nothing names them any more, and they are ours until somebody decides. */
export const basisAsked = eventKind({
  kind: 'lists.BasisAsked',
  version: 1,
  body: z.strictObject({
    version: z.uuid(),
    list: z.string(),
    why: z.enum(['undone', 'closed', 'withdrawn', 'time-over']),
    people: z.array(z.uuid()),
  }),
})

export const basisDecided = eventKind({
  kind: 'lists.BasisDecided',
  version: 1,
  body: z.strictObject({
    person: z.uuid(),
    answer: z.enum(basisAnswers),
    basis: z.enum(bases).nullable(),
  }),
  words: z.strictObject({ note: z.string() }),
})
