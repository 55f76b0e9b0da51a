// What happens to a volunteer: added, checked, resting for a while, erased.
import { z } from 'zod'
import { eventKind } from '../../events/kinds.ts'
import { checkKinds, transports, vettings } from './terms.ts'

export const volunteerAdded = eventKind({
  kind: 'volunteers.VolunteerAdded',
  version: 1,
  body: z.strictObject({
    volunteer: z.uuid(),
    /** Who signs in as them; null without the app. */
    user: z.uuid().nullable(),
    vetting: z.enum(vettings),
    training: z.array(z.string()),
    skills: z.array(z.string()),
    languages: z.array(z.string()),
    transport: z.array(z.enum(transports)),
    jobsMax: z.number(),
    /** People of the register whom they are not to meet. */
    keptFrom: z.array(z.uuid()),
  }),
  words: z.strictObject({ name: z.string(), phone: z.string() }),
})

export const checkAdded = eventKind({
  kind: 'volunteers.CheckAdded',
  version: 1,
  body: z.strictObject({
    volunteer: z.uuid(),
    check: z.uuid(),
    kind: z.enum(checkKinds),
    item: z.string().nullable(),
    from: z.string(),
    until: z.string().nullable(),
  }),
})

/** It was not so: whoever entered it was mistaken. */
export const checkWithdrawn = eventKind({
  kind: 'volunteers.CheckWithdrawn',
  version: 1,
  body: z.strictObject({
    volunteer: z.uuid(),
    check: z.uuid(),
    kind: z.enum(checkKinds),
    item: z.string(),
  }),
})

/** Null: back at work. */
export const volunteerRests = eventKind({
  kind: 'volunteers.VolunteerRests',
  version: 1,
  body: z.strictObject({ volunteer: z.uuid(), until: z.number().nullable() }),
})

/** Their words are gone for good, from the register too. */
export const volunteerErased = eventKind({
  kind: 'volunteers.VolunteerErased',
  version: 1,
  body: z.strictObject({ volunteer: z.uuid() }),
})
