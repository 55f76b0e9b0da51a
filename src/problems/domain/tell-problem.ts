// Somebody tells what is wrong in a place: its kind and their words, without names.
import { z } from 'zod'
import { type Command, command } from '../../events/commands.ts'
import type { Id } from '../../kernel/ids.ts'
import { refuse } from '../../kernel/refusal.ts'
import { problemTold } from './events.ts'
import { problemKinds, problemLettersMax } from './terms.ts'

export const TellProblem = z.strictObject({
  problem: z.uuid(),
  kind: z.enum(problemKinds),
  place: z.uuid(),
  words: z.string().trim().min(1).max(problemLettersMax),
})
export type TellProblem = z.infer<typeof TellProblem>

export type Telling = { readonly place: Id; readonly isKnown: boolean }

export const tellProblem: Command<TellProblem, Telling> = command({
  name: 'problems.tell-problem',
  input: TellProblem,
  may: 'problems.tell',
  decide({ place, isKnown }, { problem, kind, words }) {
    if (isKnown) return refuse('already-done')
    return [problemTold({ subjects: [], place, body: { problem, kind }, words: { words } })]
  },
})
