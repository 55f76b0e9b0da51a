// The words of writing to many residents: by which way, to whom, and what became of each message.

export const mailingChannels = ['text', 'email', 'letter'] as const
export type MailingChannel = (typeof mailingChannels)[number]

/** Who of a campaign: a step of its ladder, whoever is not reached yet, or all of them. */
export const whoms = ['ring', 'text', 'letter', 'door', 'unreached', 'everybody'] as const
export type Whom = (typeof whoms)[number]

export const languages = ['en', 'cy'] as const
export type Language = (typeof languages)[number]

/**
 * Every message is in exactly one. `kept`: nobody sends here, so it is shown and not sent.
 * `unsure`: it may have gone out, and the mail server cannot be asked; nobody is written to twice.
 */
export const messageStates = [
  'waiting',
  'handed',
  'kept',
  'left-out',
  'failed',
  'stopped',
  'unsure',
] as const
export type MessageState = (typeof messageStates)[number]

/** Why somebody gets no message. The gravest first: it is the one that is told. */
export const leftOutReasons = [
  'erased',
  'died',
  'moved',
  'no-basis',
  'withdrew',
  'said-no',
  'listed-twice',
  'off-the-list',
  'not-inside',
  'away',
  'do-not-call',
  'opted-out',
  'stopped',
  'no-contact-point',
  'being-handled',
  'all-stopped',
  'reached-since',
  'had-it',
] as const
export type LeftOutReason = (typeof leftOutReasons)[number]

/** What is known of a message after it was handed over. */
export const outcomes = [
  'sent',
  'posted',
  'delivered',
  'permanent-failure',
  'temporary-failure',
  'technical-failure',
  'bad-address',
] as const
export type Outcome = (typeof outcomes)[number]

/** Messages in one event of the record, and letters in one file. */
export const partMax = 500
