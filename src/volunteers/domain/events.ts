// What happens to a volunteer: added, checked, resting for a while, erased.
import { z } from 'zod'
import { eventKind } from '../../events/kinds.ts'
import { checkKinds, standDownReasons, transports, vettings } from './terms.ts'

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

/** What they can do, when, and how much: the whole of it as it is from now on. */
export const volunteerChanged = eventKind({
  kind: 'volunteers.VolunteerChanged',
  version: 1,
  body: z.strictObject({
    volunteer: z.uuid(),
    skills: z.array(z.string()),
    languages: z.array(z.string()),
    transport: z.array(z.enum(transports)),
    jobsMax: z.number(),
    jobsAWeek: z.number().nullable(),
    hours: z.array(z.strictObject({ day: z.number(), from: z.number(), to: z.number() })),
    awayFrom: z.string().nullable(),
    awayUntil: z.string().nullable(),
    streets: z.array(z.uuid()),
  }),
  words: z.strictObject({ name: z.string(), phone: z.string() }),
})

/** Null: until somebody ends it. */
export const stoodDown = eventKind({
  kind: 'volunteers.StoodDown',
  version: 1,
  body: z.strictObject({
    volunteer: z.uuid(),
    why: z.enum(standDownReasons),
    until: z.number().nullable(),
  }),
})

export const stoodUp = eventKind({
  kind: 'volunteers.StoodUp',
  version: 1,
  body: z.strictObject({ volunteer: z.uuid() }),
})

export const keptFromChanged = eventKind({
  kind: 'volunteers.KeptFromChanged',
  version: 1,
  body: z.strictObject({ volunteer: z.uuid(), person: z.uuid(), isKept: z.boolean() }),
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

/** Whether a village looks for more volunteers. */
export const recruitingSet = eventKind({
  kind: 'volunteers.RecruitingSet',
  version: 1,
  body: z.strictObject({ village: z.uuid(), isOn: z.boolean() }),
})
