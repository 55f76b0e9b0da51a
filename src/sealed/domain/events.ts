// What happens to sealed lists: agreed, handed in, opened, closed; what is declared; who holds
// what.
import { z } from 'zod'
import { eventKind } from '../../events/kinds.ts'
import { occasionKinds, rules } from './rules.ts'

const count = z.number().int().min(0)
const line = z.string()

export const sealedAgreed = eventKind({
  kind: 'sealed.ListAgreed',
  version: 1,
  body: z.strictObject({
    sealed: z.uuid(),
    list: z.string(),
    rule: z.enum(rules),
    area: z.uuid().nullable(),
  }),
  words: z.strictObject({ owner: line, contact: line }),
})

export const listSealed = eventKind({
  kind: 'sealed.ListSealed',
  version: 1,
  body: z.strictObject({ sealed: z.uuid() }),
})

export const listOpened = eventKind({
  kind: 'sealed.ListOpened',
  version: 1,
  body: z.strictObject({
    sealed: z.uuid(),
    version: z.uuid(),
    occasion: z.uuid().nullable(),
    /** Milliseconds since 1970 UTC: then it closes by itself. */
    until: z.number(),
  }),
  words: z.strictObject({ why: line }),
})

export const closings = ['time-over', 'by-hand', 'nothing-declared'] as const

export const listClosed = eventKind({
  kind: 'sealed.ListClosed',
  version: 1,
  body: z.strictObject({
    sealed: z.uuid(),
    why: z.enum(closings),
    rows: count,
    erasedPeople: count,
    keptPeople: count,
    knownPeople: count,
  }),
})

/** Thrown away unopened, or at the end of the agreement: nobody can open it any more. */
export const sealedDestroyed = eventKind({
  kind: 'sealed.SealedDestroyed',
  version: 1,
  body: z.strictObject({ sealed: z.uuid() }),
})

export const occasionDeclared = eventKind({
  kind: 'sealed.OccasionDeclared',
  version: 1,
  body: z.strictObject({
    occasion: z.uuid(),
    kind: z.enum(occasionKinds),
    area: z.uuid().nullable(),
  }),
  words: z.strictObject({ name: line }),
})

export const occasionEnded = eventKind({
  kind: 'sealed.OccasionEnded',
  version: 1,
  body: z.strictObject({ occasion: z.uuid() }),
})

export const holderTold = eventKind({
  kind: 'sealed.HolderTold',
  version: 1,
  body: z.strictObject({ holder: z.uuid(), trigger: z.enum(rules) }),
  words: z.strictObject({ name: line, contact: line, holds: line, pull: line }),
})

export const holderRemoved = eventKind({
  kind: 'sealed.HolderRemoved',
  version: 1,
  body: z.strictObject({ holder: z.uuid() }),
})
