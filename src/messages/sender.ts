// How does a message leave the house? The port that every adapter fits, and how one says no.

export type OutMessage = {
  readonly to: string
  readonly subject: string
  readonly body: string
  readonly language: 'en' | 'cy'
}

export type MessageSender = {
  /** Rejects with a `SendProblem`; anything else is a fault of ours. */
  send(message: OutMessage): Promise<void>
}

/** Codes only: what a mail server says may quote the address. */
export class SendProblem extends Error {
  readonly code: string
  /** The address or the message will never do: trying again is no use. */
  readonly isFinal: boolean

  constructor(code: string, isFinal: boolean) {
    super(`not sent: ${code}`)
    this.name = 'SendProblem'
    this.code = code
    this.isFinal = isFinal
  }
}
