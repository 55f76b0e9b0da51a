// How does a message to a resident leave the house? The port, and what can become of it.

/** What a batch hands over: `reference` is the message's own id, and says nothing of anybody. */
export type ResidentMessage = {
  readonly channel: 'text' | 'email'
  readonly to: string
  readonly subject: string
  readonly body: string
  readonly language: 'en' | 'cy'
  readonly reference: string
}

export type Handing =
  | { readonly result: 'handed' }
  /** The number or the address will never do. */
  | { readonly result: 'bad-address'; readonly code: string }
  /** Not taken, and nothing is wrong with it: later, and nothing else meanwhile. */
  | { readonly result: 'later'; readonly code: string; readonly waitMs: number }
  /** It may have been taken: nobody sends it again before the other side was asked. */
  | { readonly result: 'unknown'; readonly code: string }

/** What became of a message in the end; before that there is nothing to tell. */
export const fates = [
  'delivered',
  'permanent-failure',
  'temporary-failure',
  'technical-failure',
] as const
export type Fate = (typeof fates)[number]

/** What a resident wrote back. */
export type ResidentReply = {
  /** The other side's own id of it: told twice, it is one. */
  readonly id: string
  /** As the other side has it: `447700900123`. */
  readonly from: string
  readonly text: string
  /** Milliseconds since 1970 UTC; not a number where it cannot be read. */
  readonly cameAt: number
}

export type ResidentSender = {
  readonly name: 'notify' | 'smtp'
  /** Never rejects, and answers within `answerMsMax`. */
  hand(message: ResidentMessage): Promise<Handing>
  /** Has the other side got it? `unknown` where it cannot say now; absent where it never can. */
  find?(reference: string): Promise<'there' | 'not-there' | 'unknown'>
  /** What became of it; absent where nobody can say. */
  fateOf?(reference: string): Promise<Fate | undefined>
  /** The latest that came in, the newest first; absent where none can. */
  replies?(): Promise<readonly ResidentReply[]>
  close(): void
}

/** After so long without an answer nothing that was sent may still be on its way in. */
export const answerMsMax = 8_000
