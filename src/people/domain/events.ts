// What happens to people in the register: added, corrected, flagged, joined, parted, erased.
import { z } from 'zod'
import { eventKind } from '../../events/kinds.ts'
import { agreements, factNames } from './evidence.ts'
import { thingKinds } from './parting.ts'
import {
  apartReasons,
  contactKinds,
  contactStates,
  personFlags,
  purposes,
  reviewReasons,
} from './terms.ts'

const contactPoints = z.array(z.strictObject({ id: z.uuid(), kind: z.enum(contactKinds) }))

/** A person's words. `raw` is a contact as it was received; `value` is how we use it. */
export const PersonWords = z.strictObject({
  given: z.string(),
  middle: z.string(),
  family: z.string(),
  born: z.iso.date().nullable(),
  nhs: z.string().nullable(),
  address: z.string(),
  postcode: z.string(),
  language: z.string().nullable(),
  /** In the order of the body's contact points. */
  contacts: z.array(z.strictObject({ value: z.string(), raw: z.string() })),
})
export type PersonWords = z.infer<typeof PersonWords>

/** The event's place is the person's street, null when no street was found. */
export const personAdded = eventKind({
  kind: 'people.PersonAdded',
  version: 1,
  body: z.strictObject({
    person: z.uuid(),
    dwelling: z.uuid().nullable(),
    household: z.uuid().nullable(),
    source: z.string(),
    flags: z.array(z.enum(personFlags)),
    contactPoints,
    /** Why somebody whom no list named is kept; a list has its own purpose. */
    purpose: z.enum(purposes).optional(),
  }),
  words: PersonWords,
})

/** Only what changed. What it replaces stays in the register under the event that said it. */
export const personCorrected = eventKind({
  kind: 'people.PersonCorrected',
  version: 1,
  body: z.strictObject({
    person: z.uuid(),
    fields: z.array(z.string()),
    place: z.uuid().nullable().optional(),
    dwelling: z.uuid().nullable().optional(),
    household: z.uuid().nullable().optional(),
    source: z.string().optional(),
    contactPoints: contactPoints.optional(),
    /** Contact points that a load had brought and that go with it when it is undone. */
    removed: z.array(z.uuid()).optional(),
    /** After a parting: positions of events of somebody else whose words were this person's. */
    told: z.array(z.number()).optional(),
  }),
  words: PersonWords.partial(),
})

const flagBody = z.strictObject({
  person: z.uuid(),
  flag: z.enum(personFlags),
  source: z.string(),
  /** The version of the list that said so. */
  version: z.uuid().optional(),
})
const note = z.strictObject({ note: z.string() })

export const flagRaised = eventKind({
  kind: 'people.FlagRaised',
  version: 1,
  body: flagBody,
  words: note,
})

export const flagLowered = eventKind({
  kind: 'people.FlagLowered',
  version: 1,
  body: flagBody,
  words: note,
})

export const contactPointChanged = eventKind({
  kind: 'people.ContactPointChanged',
  version: 1,
  body: z.strictObject({
    person: z.uuid(),
    contactPoint: z.uuid(),
    state: z.enum(contactStates),
    /** Milliseconds since 1970 UTC. */
    workedAt: z.number().nullable().optional(),
  }),
})

const pair = z.strictObject({ from: z.uuid(), into: z.uuid() })

export const peopleMerged = eventKind({
  kind: 'people.PeopleMerged',
  version: 1,
  body: pair,
  words: note,
})

export const peopleUnmerged = eventKind({
  kind: 'people.PeopleUnmerged',
  version: 1,
  body: pair,
  words: note,
})

/** Told in codes what the facts of the two said; asked again only when they say more. */
export const keptApart = eventKind({
  kind: 'people.KeptApart',
  version: 1,
  body: z.strictObject({
    persons: z.array(z.uuid()),
    agreements: z.partialRecord(z.enum(factNames), z.enum(agreements)),
    because: z.enum(apartReasons),
  }),
  words: note,
})

export const keepApartEnded = eventKind({
  kind: 'people.KeepApartEnded',
  version: 1,
  body: z.strictObject({ persons: z.array(z.uuid()) }),
  words: note,
})

/** After a parting: something that happened while they were joined, and nothing says whose. */
export const strayFound = eventKind({
  kind: 'people.StrayFound',
  version: 1,
  body: z.strictObject({
    stray: z.uuid(),
    kind: z.enum(thingKinds),
    thing: z.uuid(),
    code: z.string(),
    /** Milliseconds since 1970 UTC. */
    happenedAt: z.number(),
    from: z.uuid(),
    into: z.uuid(),
  }),
})

export const straySettled = eventKind({
  kind: 'people.StraySettled',
  version: 1,
  body: z.strictObject({ stray: z.uuid(), person: z.uuid() }),
  words: note,
})

/** What they want to hear before they trust a voice or open the door. No words: none any more. */
export const doorstepWordSet = eventKind({
  kind: 'people.DoorstepWordSet',
  version: 1,
  body: z.strictObject({ person: z.uuid() }),
  words: z.strictObject({ word: z.string() }),
})

/** A phone or email turns out to be another record's. */
export const contactPointMoved = eventKind({
  kind: 'people.ContactPointMoved',
  version: 1,
  body: z.strictObject({ contactPoint: z.uuid(), person: z.uuid() }),
})

/** A doubt for a person to judge: two records, or a held row (`row`) against one record. */
export const reviewOpened = eventKind({
  kind: 'people.ReviewOpened',
  version: 1,
  body: z.strictObject({
    review: z.uuid(),
    reason: z.enum(reviewReasons),
    persons: z.array(z.uuid()),
    row: z.string().optional(),
    /** How likely they are one person, as known then; absent: as its reason says. */
    probability: z.number().optional(),
  }),
  words: note,
})

export const reviewClosed = eventKind({
  kind: 'people.ReviewClosed',
  version: 1,
  body: z.strictObject({
    review: z.uuid(),
    answer: z.enum(['same', 'different']),
    persons: z.array(z.uuid()),
    row: z.string().optional(),
  }),
  words: note,
})

/** "Not sure": the doubt stays open, behind the others. */
export const reviewPutOff = eventKind({
  kind: 'people.ReviewPutOff',
  version: 1,
  body: z.strictObject({ review: z.uuid() }),
})

export const reviewReopened = eventKind({
  kind: 'people.ReviewReopened',
  version: 1,
  body: z.strictObject({ review: z.uuid() }),
})

/** The subjects' words are gone from here back. The ids and figures stay. */
export const erased = eventKind({ kind: 'people.Erased', version: 1, body: z.strictObject({}) })
