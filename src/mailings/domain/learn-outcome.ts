// What is heard of messages after they were handed over; and that reach was told of it.
import { z } from 'zod'
import { type Command, command } from '../../events/commands.ts'
import type { CoreOutcome } from '../../hazards/domain/index.ts'
import type { Id } from '../../kernel/ids.ts'
import { outcomeLearned, outcomesTold } from './events.ts'
import { type Outcome, outcomes, partMax } from './terms.ts'

/** A message that arrived is a message left: nobody has been spoken to. */
export const meansInReach: Readonly<Record<Outcome, CoreOutcome>> = {
  sent: 'voicemail_left',
  posted: 'voicemail_left',
  delivered: 'voicemail_left',
  'permanent-failure': 'wrong_number',
  'bad-address': 'wrong_number',
  'temporary-failure': 'no_answer',
  'technical-failure': 'technical_fault',
}

export const LearnOutcome = z.strictObject({
  messages: z.array(z.uuid()).min(1).max(partMax),
  outcome: z.enum(outcomes),
})
export type LearnOutcome = z.infer<typeof LearnOutcome>

export type HeardMessage = {
  readonly message: Id
  readonly person: Id
  readonly outcome: Outcome | null
}
export type LearningState = { readonly of: readonly HeardMessage[] }

/** The first answer stands: reach was told of it, and a receipt may come twice. */
export const learnOutcome: Command<LearnOutcome, LearningState> = command({
  name: 'mailings.learn-outcome',
  input: LearnOutcome,
  may: 'mailings.send',
  decide({ of }, { outcome }) {
    const heard = of.filter(one => one.outcome === null || one.outcome === 'sent')
    if (heard.length === 0) return []
    const subjects = heard.map(({ person }) => person)
    const messages = heard.map(({ message }) => message)
    return [outcomeLearned({ subjects, body: { messages, outcome } })]
  },
})

export const TellOutcomes = z.strictObject({ messages: z.array(z.uuid()).min(1).max(partMax) })
export type TellOutcomes = z.infer<typeof TellOutcomes>

export const tellOutcomes: Command<TellOutcomes, LearningState> = command({
  name: 'mailings.tell-outcomes',
  input: TellOutcomes,
  may: 'mailings.send',
  decide: ({ of }, { messages }) =>
    of.length === 0
      ? []
      : [outcomesTold({ subjects: of.map(({ person }) => person), body: { messages } })],
})
