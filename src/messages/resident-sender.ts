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

export type ResidentSender = {
  readonly name: 'notify' | 'smtp'
  /** Never rejects, and answers within `answerMsMax`. */
  hand(message: ResidentMessage): Promise<Handing>
  /** Has the other side got it? `unknown` where it cannot say now; absent where it never can. */
  find?(reference: string): Promise<'there' | 'not-there' | 'unknown'>
  close(): void
}

/** After so long without an answer nothing that was sent may still be on its way in. */
export const answerMsMax = 8_000
