// What happens to a job: offered, somebody asked, claimed, begun, given back, done, failed,
// released, safe home.
import { z } from 'zod'
import { eventKind } from '../../events/kinds.ts'
import {
  backReasons,
  failReasons,
  medicineCares,
  releaseReasons,
  sizes,
  urgencies,
  vettings,
} from './terms.ts'

export const jobOffered = eventKind({
  kind: 'jobs.JobOffered',
  version: 1,
  body: z.strictObject({
    job: z.uuid(),
    kind: z.string(),
    person: z.uuid().nullable(),
    need: z.uuid().nullable(),
    urgency: z.enum(urgencies),
    /** Milliseconds since 1970 UTC, as all times here. */
    startAt: z.number().nullable(),
    dueAt: z.number(),
    size: z.enum(sizes),
    care: z.array(z.enum(medicineCares)),
    people: z.number(),
    vetting: z.enum(vettings),
    /** The standing help that made it. */
    standing: z.uuid().nullable(),
  }),
  words: z.strictObject({ items: z.string(), from: z.string(), safety: z.string() }),
})

export const volunteerAsked = eventKind({
  kind: 'jobs.VolunteerAsked',
  version: 1,
  body: z.strictObject({
    job: z.uuid(),
    ask: z.uuid(),
    volunteer: z.uuid(),
    until: z.number(),
  }),
})

/** A yes is a claim. */
export const askDeclined = eventKind({
  kind: 'jobs.AskDeclined',
  version: 1,
  body: z.strictObject({ job: z.uuid(), ask: z.uuid() }),
})

export const jobClaimed = eventKind({
  kind: 'jobs.JobClaimed',
  version: 1,
  body: z.strictObject({
    job: z.uuid(),
    claim: z.uuid(),
    volunteer: z.uuid(),
    /** Null where two are asked for and one has said yes so far. */
    second: z.uuid().nullable(),
    isWhole: z.boolean(),
    until: z.number(),
  }),
})

export const jobBegun = eventKind({
  kind: 'jobs.JobBegun',
  version: 1,
  body: z.strictObject({ job: z.uuid(), homeBy: z.number().nullable() }),
})

export const jobGivenBack = eventKind({
  kind: 'jobs.JobGivenBack',
  version: 1,
  body: z.strictObject({ job: z.uuid(), claim: z.uuid(), reason: z.enum(backReasons) }),
})

export const jobDone = eventKind({
  kind: 'jobs.JobDone',
  version: 1,
  body: z.strictObject({ job: z.uuid() }),
  /** Who took it at the door: medicine is not done without a name. */
  words: z.strictObject({ handedTo: z.string(), note: z.string() }),
})

export const jobFailed = eventKind({
  kind: 'jobs.JobFailed',
  version: 1,
  body: z.strictObject({ job: z.uuid(), reason: z.enum(failReasons) }),
  words: z.strictObject({ note: z.string() }),
})

export const jobReleased = eventKind({
  kind: 'jobs.JobReleased',
  version: 1,
  body: z.strictObject({ job: z.uuid(), reason: z.enum(releaseReasons) }),
})

export const homeSaid = eventKind({
  kind: 'jobs.HomeSaid',
  version: 1,
  body: z.strictObject({ job: z.uuid() }),
})

/** Help that comes again: its first time says on which weekday and when. */
export const standingSet = eventKind({
  kind: 'jobs.StandingSet',
  version: 1,
  body: z.strictObject({
    standing: z.uuid(),
    person: z.uuid().nullable(),
    kind: z.string(),
    need: z.uuid().nullable(),
    size: z.enum(sizes),
    care: z.array(z.enum(medicineCares)),
    firstAt: z.number(),
    everyWeeks: z.number(),
  }),
  words: z.strictObject({ items: z.string(), from: z.string(), safety: z.string() }),
})

export const standingEnded = eventKind({
  kind: 'jobs.StandingEnded',
  version: 1,
  body: z.strictObject({ standing: z.uuid() }),
})

/** After two records were parted: whose it is, where they live, and how many go there. */
export const jobMoved = eventKind({
  kind: 'jobs.JobMoved',
  version: 1,
  body: z.strictObject({
    job: z.uuid(),
    person: z.uuid(),
    place: z.uuid().nullable(),
    needsTwo: z.boolean(),
    /** Positions of what was told of it until then. */
    told: z.array(z.number()),
  }),
})

export const standingMoved = eventKind({
  kind: 'jobs.StandingMoved',
  version: 1,
  body: z.strictObject({
    standing: z.uuid(),
    person: z.uuid(),
    place: z.uuid().nullable(),
    told: z.number(),
  }),
})

/** What its address hashes to; the one before it is over. */
export const calendarMade = eventKind({
  kind: 'jobs.CalendarMade',
  version: 1,
  body: z.strictObject({ volunteer: z.uuid(), hash: z.string() }),
})

export const calendarEnded = eventKind({
  kind: 'jobs.CalendarEnded',
  version: 1,
  body: z.strictObject({ volunteer: z.uuid() }),
})
