// What happens when a council writes to residents: templates, mailings, their fate, replies.
import { z } from 'zod'
import { eventKind } from '../../events/kinds.ts'
import { coreOutcomes } from '../../hazards/domain/index.ts'
import { languages, leftOutReasons, mailingChannels, outcomes, whoms } from './terms.ts'

export const Wording = z.strictObject({ subject: z.string(), body: z.string() })
export type Wording = z.infer<typeof Wording>

export const templateSaved = eventKind({
  kind: 'mailings.TemplateSaved',
  version: 1,
  body: z.strictObject({
    template: z.uuid(),
    templateVersion: z.number(),
    channel: z.enum(mailingChannels),
  }),
  words: z.strictObject({
    name: z.string(),
    wordings: z.partialRecord(z.enum(languages), Wording),
  }),
})

export const mailingQueued = eventKind({
  kind: 'mailings.MailingQueued',
  version: 1,
  body: z.strictObject({
    mailing: z.uuid(),
    campaign: z.uuid(),
    round: z.uuid(),
    channel: z.enum(mailingChannels),
    whom: z.enum(whoms),
    /** A place; null for the whole campaign. */
    within: z.uuid().nullable(),
    template: z.uuid(),
    templateVersion: z.number(),
    queued: z.number(),
    leftOut: z.partialRecord(z.enum(leftOutReasons), z.number()),
  }),
})

export const Recipient = z.strictObject({
  member: z.uuid(),
  person: z.uuid(),
  contactPoint: z.uuid().nullable(),
  language: z.enum(languages),
})
export type Recipient = z.infer<typeof Recipient>

/** Follows MailingQueued, part by part. `first` is the number of the first one in the mailing. */
export const mailingFilled = eventKind({
  kind: 'mailings.MailingFilled',
  version: 1,
  body: z.strictObject({ mailing: z.uuid(), first: z.number(), to: z.array(Recipient) }),
})

export const mailingStopped = eventKind({
  kind: 'mailings.MailingStopped',
  version: 1,
  body: z.strictObject({ mailing: z.uuid() }),
})

/** What became of some messages of a mailing. Codes only: a server may quote the address. */
export const messagesHandled = eventKind({
  kind: 'mailings.MessagesHandled',
  version: 1,
  body: z.strictObject({
    mailing: z.uuid(),
    via: z.enum(['notify', 'smtp', 'print', 'nobody']),
    handed: z.array(z.uuid()),
    kept: z.array(z.uuid()),
    unsure: z.array(z.uuid()),
    leftOut: z.array(z.strictObject({ message: z.uuid(), reason: z.enum(leftOutReasons) })),
    failed: z.array(z.strictObject({ message: z.uuid(), code: z.string() })),
  }),
})

export const outcomeLearned = eventKind({
  kind: 'mailings.OutcomeLearned',
  version: 1,
  body: z.strictObject({ messages: z.array(z.uuid()), outcome: z.enum(outcomes) }),
})

/** The attempts of these messages are on the record of reach. */
export const outcomesTold = eventKind({
  kind: 'mailings.OutcomesTold',
  version: 1,
  body: z.strictObject({ messages: z.array(z.uuid()) }),
})

/** Nobody is named when the number belongs to nobody whom we wrote to. */
export const replyCame = eventKind({
  kind: 'mailings.ReplyCame',
  version: 1,
  body: z.strictObject({
    reply: z.uuid(),
    message: z.uuid().nullable(),
    member: z.uuid().nullable(),
    person: z.uuid().nullable(),
    isStop: z.boolean(),
  }),
  words: z.strictObject({ from: z.string(), text: z.string() }),
})

export const replyAnswered = eventKind({
  kind: 'mailings.ReplyAnswered',
  version: 1,
  body: z.strictObject({
    reply: z.uuid(),
    /** Null: there was nothing to record about anybody. */
    outcome: z.enum(coreOutcomes).nullable(),
  }),
})
