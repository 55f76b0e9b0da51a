// What happens to needs and plans: found, changed, planned, taken, finished.
import { z } from 'zod'
import { eventKind } from '../../events/kinds.ts'

export const urgencies = ['today', '48h', 'routine'] as const
export type Urgency = (typeof urgencies)[number]
export const needStates = ['open', 'in-progress', 'blocked', 'met', 'cancelled'] as const
export type NeedState = (typeof needStates)[number]
export const howFound = ['call', 'doorstep', 'inbound', 'list'] as const
export const actionResults = ['done', 'not-needed', 'failed'] as const

export const needFound = eventKind({
  kind: 'needs.NeedFound',
  version: 1,
  body: z.strictObject({
    need: z.uuid(),
    person: z.uuid(),
    campaign: z.uuid().nullable(),
    attempt: z.uuid().nullable(),
    kind: z.string(),
    urgency: z.enum(urgencies),
    how: z.enum(howFound),
  }),
  /** In the person's own words. */
  words: z.strictObject({ words: z.string() }),
})

export const needChanged = eventKind({
  kind: 'needs.NeedChanged',
  version: 1,
  body: z.strictObject({ need: z.uuid(), state: z.enum(needStates) }),
})

export const actionPlanned = eventKind({
  kind: 'needs.ActionPlanned',
  version: 1,
  body: z.strictObject({
    action: z.uuid(),
    person: z.uuid(),
    need: z.uuid().nullable(),
    owner: z.uuid().nullable(),
    /** Milliseconds since 1970 UTC. */
    dueAt: z.number(),
  }),
  words: z.strictObject({ what: z.string() }),
})

export const actionTaken = eventKind({
  kind: 'needs.ActionTaken',
  version: 1,
  body: z.strictObject({ action: z.uuid(), owner: z.uuid().nullable() }),
})

export const actionFinished = eventKind({
  kind: 'needs.ActionFinished',
  version: 1,
  body: z.strictObject({ action: z.uuid(), result: z.enum(actionResults) }),
})

/** After two records were parted: whose it is, and which event's words went along. */
export const needMoved = eventKind({
  kind: 'needs.NeedMoved',
  version: 1,
  body: z.strictObject({ need: z.uuid(), person: z.uuid(), told: z.number() }),
})

export const actionMoved = eventKind({
  kind: 'needs.ActionMoved',
  version: 1,
  body: z.strictObject({ action: z.uuid(), person: z.uuid(), told: z.number() }),
})

/** What the plan is for and when it is looked at again: the whole of it as it is from now on. */
export const goalsSet = eventKind({
  kind: 'needs.GoalsSet',
  version: 1,
  body: z.strictObject({ person: z.uuid(), reviewOn: z.string().nullable() }),
  words: z.strictObject({ goals: z.string(), network: z.string() }),
})
