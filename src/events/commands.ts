// What is a command? A name, an input, a permission, and a pure decision.
import type { z } from 'zod'
import type { Id } from '../kernel/ids.ts'
import type { Refusal } from '../kernel/refusal.ts'
import type { Draft } from './kinds.ts'

export type DecideContext = {
  /** Milliseconds since 1970 UTC, from the server's clock (or the phone's, provisionally). */
  readonly now: number
  readonly actor: Id
  newId(): Id
}

/** What the caller is told when the command is done; small and free of personal words. */
export type Answer = Readonly<Record<string, string | number | boolean | null>>

export type Decision =
  | readonly Draft[]
  | { readonly events: readonly Draft[]; readonly answer: Answer }

export type Command<Input, State> = {
  readonly name: string
  readonly input: z.ZodType<Input>
  readonly may: string
  decide(state: State, input: Input, context: DecideContext): Decision | Refusal
}

/** Names the types once, so that `decide` is checked against its input. */
export function command<Input, State>(definition: Command<Input, State>): Command<Input, State> {
  return definition
}

export function decided(events: readonly Draft[], answer: Answer): Decision {
  return { events, answer }
}
