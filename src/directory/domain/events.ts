// What happens to the directory: a service is listed or changes, goes, and is given out or not.
import { z } from 'zod'
import { eventKind } from '../../events/kinds.ts'

export const serviceListed = eventKind({
  kind: 'directory.ServiceListed',
  version: 1,
  body: z.strictObject({ service: z.uuid() }),
  /** As received, in JSON. */
  words: z.strictObject({ document: z.string() }),
})

export const serviceRemoved = eventKind({
  kind: 'directory.ServiceRemoved',
  version: 1,
  body: z.strictObject({ service: z.uuid() }),
})

export const directoryPublished = eventKind({
  kind: 'directory.DirectoryPublished',
  version: 1,
  body: z.strictObject({ isPublic: z.boolean() }),
})
