// What happens in a campaign: opened, a round begins, members join, attempts are made.
import { z } from 'zod'
import { eventKind } from '../../events/kinds.ts'
import { coreOutcomes, HazardPack, stepNames } from '../../hazards/domain/index.ts'
import { CampaignTerms, CohortRule } from './campaign-terms.ts'
import { buckets, channels, dropReasons, excuses, memberKinds } from './terms.ts'

const next = z.strictObject({ step: z.enum(stepNames), at: z.number().nullable() })

export const campaignOpened = eventKind({
  kind: 'reach.CampaignOpened',
  version: 1,
  body: z.strictObject({
    campaign: z.uuid(),
    round: z.uuid(),
    pack: z.string(),
    packVersion: z.number(),
    /** The whole of a council's own pack, whose file may go; absent: it comes with Doorstep. */
    ownPack: HazardPack.optional(),
    memberKind: z.enum(memberKinds),
    rule: CohortRule,
    answerable: z.uuid(),
    /** How long being reached holds. Null: the whole round. Absent: as the pack says. */
    lastsHours: z.number().nullable().optional(),
    ...CampaignTerms.shape,
  }),
  words: z.strictObject({ title: z.string(), purpose: z.string() }),
})

/** How many were not reached by then is said with it. */
export const campaignClosed = eventKind({
  kind: 'reach.CampaignClosed',
  version: 1,
  body: z.strictObject({ campaign: z.uuid(), unreached: z.number() }),
  words: z.strictObject({ reason: z.string() }),
})

export const campaignReopened = eventKind({
  kind: 'reach.CampaignReopened',
  version: 1,
  body: z.strictObject({ campaign: z.uuid() }),
  words: z.strictObject({ reason: z.string() }),
})

export const roundStarted = eventKind({
  kind: 'reach.RoundStarted',
  version: 1,
  body: z.strictObject({
    campaign: z.uuid(),
    round: z.uuid(),
    number: z.number(),
    /** Who answers for the campaign from now on; absent: as before. */
    answerable: z.uuid().optional(),
  }),
  words: z.strictObject({ reason: z.string() }),
})

/** Somebody else answers for it from now on. */
export const campaignHandedOver = eventKind({
  kind: 'reach.CampaignHandedOver',
  version: 1,
  body: z.strictObject({ campaign: z.uuid(), answerable: z.uuid() }),
})

export const memberJoined = eventKind({
  kind: 'reach.MemberJoined',
  version: 1,
  body: z.strictObject({
    member: z.uuid(),
    campaign: z.uuid(),
    round: z.uuid(),
    kind: z.enum(memberKinds),
    subject: z.uuid(),
    /** The list that brought them; null when somebody added them by hand. */
    list: z.string().nullable(),
    next,
    /** Promised in the round before, and not kept yet. */
    promisedAt: z.number().optional(),
  }),
})

/** `standing` is where the member stands after it: the rule of the day stays with the event. */
export const memberMoved = eventKind({
  kind: 'reach.MemberMoved',
  version: 1,
  body: z.strictObject({
    member: z.uuid(),
    state: z.enum(buckets),
    reason: z.enum(excuses).nullable(),
    next,
  }),
})

/** The load that brought them was taken back before anybody tried: as if they had never joined. */
export const memberLeft = eventKind({
  kind: 'reach.MemberLeft',
  version: 1,
  body: z.strictObject({ member: z.uuid() }),
})

/** The list or the area that the rule follows moved on without them: excused, by that version. */
export const memberDropped = eventKind({
  kind: 'reach.MemberDropped',
  version: 1,
  body: z.strictObject({
    member: z.uuid(),
    reason: z.enum(dropReasons),
    version: z.uuid(),
    /** The number of that version, as people say it. */
    number: z.number(),
  }),
})

/** They are meant again: what was tried before still stands. */
export const memberRestored = eventKind({
  kind: 'reach.MemberRestored',
  version: 1,
  body: z.strictObject({ member: z.uuid(), version: z.uuid().nullable() }),
})

/** Somebody said where the member lives: counted there from now on, and as before until then. */
export const memberPlaced = eventKind({
  kind: 'reach.MemberPlaced',
  version: 1,
  body: z.strictObject({ member: z.uuid() }),
})

export const attemptRecorded = eventKind({
  kind: 'reach.AttemptRecorded',
  version: 1,
  body: z.strictObject({
    attempt: z.uuid(),
    campaign: z.uuid(),
    round: z.uuid(),
    member: z.uuid(),
    channel: z.enum(channels),
    contactPoint: z.uuid().nullable(),
    outcome: z.enum(coreOutcomes),
    /** The pack's own word for it, when one was chosen. */
    word: z.string().optional(),
    /** Whether a hard stop stood when it was made: the fact is kept and flagged. */
    wasStopped: z.boolean(),
    isAttempt: z.boolean(),
    asked: z.boolean(),
    needs: z.number(),
    state: z.enum(buckets),
    reason: z.enum(excuses).nullable(),
    until: z.number().nullable(),
    promisedAt: z.number().nullable(),
    /** The time that the outcome speaks of: away until, or off or on since. */
    told: z.number().optional(),
    scriptVersion: z.number().nullable(),
    next,
  }),
  words: z.strictObject({ note: z.string() }),
})

/**
 * After two records were parted: with whom it was. Doubted while nobody knows; then only the trying
 * counts, with whomever it was recorded.
 */
export const attemptAscribed = eventKind({
  kind: 'reach.AttemptAscribed',
  version: 1,
  body: z.strictObject({
    attempt: z.uuid(),
    round: z.uuid(),
    member: z.uuid(),
    /** The member that it was of until now. */
    before: z.uuid(),
    isDoubted: z.boolean(),
    /** Position of the event whose words went along: whoever has them now may have them erased. */
    told: z.number().optional(),
  }),
})

/** Who rings today, and how the calls that were due were shared. What was given before is over. */
export const callsShared = eventKind({
  kind: 'reach.CallsShared',
  version: 1,
  body: z.strictObject({
    share: z.uuid(),
    callers: z.array(
      z.strictObject({
        user: z.uuid(),
        room: z.number(),
        languages: z.array(z.string()),
        from: z.number(),
        to: z.number(),
      }),
    ),
    given: z.number(),
    left: z.number(),
  }),
})

/** A part of a sharing: these are this caller's until their hours are over. */
export const callsGiven = eventKind({
  kind: 'reach.CallsGiven',
  version: 1,
  body: z.strictObject({
    share: z.uuid(),
    user: z.uuid(),
    members: z.array(z.uuid()),
    until: z.number(),
  }),
})

/** What callers say from now on. Version by version it stays, and each call says which it had. */
export const scriptEdited = eventKind({
  kind: 'reach.ScriptEdited',
  version: 1,
  body: z.strictObject({
    campaign: z.uuid(),
    version: z.number(),
    lines: z.array(z.string()),
    welsh: z.array(z.string()),
  }),
})
