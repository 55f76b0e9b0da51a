// Somebody else looks into a question about somebody's looks and says what it was.
import { z } from 'zod'
import { command } from '../../events/commands.ts'
import { refuse } from '../../kernel/refusal.ts'
import { questionDecided } from './events.ts'
import { type Answer, answers } from './terms.ts'

export const noteLettersMin = 5

export const DecideQuestion = z.strictObject({
  question: z.uuid(),
  answer: z.enum(answers),
  note: z.string().trim().min(noteLettersMin).max(1_000),
})
export type DecideQuestion = z.infer<typeof DecideQuestion>

/** To be looked into may still become explained or serious; those two stand. */
export type QuestionState = {
  readonly state: 'open' | Answer
  readonly isOwn: boolean
}

export const decideQuestion = command<DecideQuestion, QuestionState>({
  name: 'oversight.decide-question',
  input: DecideQuestion,
  may: 'oversight.judge',
  decide({ state, isOwn }, { question, answer, note }) {
    if (isOwn) return refuse('not-allowed')
    if (state === 'explained' || state === 'serious') return refuse('already-done')
    return [questionDecided({ subjects: [], body: { question, answer }, words: { note } })]
  },
})
