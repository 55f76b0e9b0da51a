// What happens when something leaves the house: it is asked for, judged by a second person, taken.
import { z } from 'zod'
import { eventKind } from '../../events/kinds.ts'
import { formats } from './table.ts'

/** `of` when somebody asks for everything that a council holds. */
export const councilCopy = 'council'

const texts = z.record(z.string(), z.string())

/** The address holds ids, codes and times, never a name: what was searched for is no file. */
export const fileAsked = eventKind({
  kind: 'files-out.FileAsked',
  version: 1,
  body: z.strictObject({
    file: z.uuid(),
    of: z.string(),
    params: texts,
    query: texts,
    format: z.enum([...formats, 'archive']),
    people: z.int(),
  }),
  words: z.strictObject({ title: z.string(), why: z.string() }),
})

export const fileJudged = eventKind({
  kind: 'files-out.FileJudged',
  version: 1,
  body: z.strictObject({ file: z.uuid(), isAgreed: z.boolean() }),
  words: z.strictObject({ why: z.string() }),
})

export const fileTaken = eventKind({
  kind: 'files-out.FileTaken',
  version: 1,
  body: z.strictObject({ file: z.uuid(), people: z.int() }),
})

/** By whoever keeps the machine, at its keyboard: they hold the database anyway. */
export const councilExported = eventKind({
  kind: 'files-out.CouncilExported',
  version: 1,
  body: z.strictObject({ events: z.int(), people: z.int(), digest: z.string() }),
})
