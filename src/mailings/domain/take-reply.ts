// A resident wrote back: STOP ends that way of writing at once, anything else waits for a person.
import { z } from 'zod'
import { type Command, command } from '../../events/commands.ts'
import { coreOutcomes } from '../../hazards/domain/index.ts'
import type { Id } from '../../kernel/ids.ts'
import { refuse } from '../../kernel/refusal.ts'
import { replyAnswered, replyCame } from './events.ts'

const textLettersMax = 2_000

export const TakeReply = z.strictObject({
  reply: z.uuid(),
  from: z.string().min(1).max(40),
  text: z.string().max(textLettersMax),
  /** Milliseconds since 1970 UTC. */
  happenedAt: z.number(),
})
export type TakeReply = z.infer<typeof TakeReply>

export type ReplyState = {
  readonly isKnown: boolean
  /** The last message that went to this number. */
  readonly to: {
    readonly message: Id
    readonly member: Id
    readonly person: Id
    readonly place: Id | null
  } | null
}

export const takeReply: Command<TakeReply, ReplyState> = command({
  name: 'mailings.take-reply',
  input: TakeReply,
  may: 'mailings.send',
  decide({ isKnown, to }, { reply, from, text, happenedAt }, { now }) {
    if (isKnown) return []
    const { message = null, member = null, person = null } = to ?? {}
    const body = { reply, message, member, person, isStop: isStop(text) }
    const about = { subjects: person ? [person] : [], place: to?.place ?? null }
    const when = { happenedAt: Math.min(happenedAt, now) }
    return [replyCame({ ...about, ...when, body, words: { from, text } })]
  },
})

const stopWords = ['stop', 'stopio', 'stopiwch', 'unsubscribe', 'optout', 'atal', 'dimmwy']

/** The word alone, whatever is around it: "Please stop ringing my son" is for a person to read. */
export function isStop(text: string): boolean {
  const letters = text
    .normalize('NFKD')
    .replace(/[^A-Za-z]/g, '')
    .toLowerCase()
  return stopWords.includes(letters) || /^(please)?stop(all|texts|please|thankyou)?$/.test(letters)
}

export const AnswerReply = z.strictObject({
  reply: z.uuid(),
  outcome: z.enum(coreOutcomes).nullable(),
})
export type AnswerReply = z.infer<typeof AnswerReply>

export type AnswerState = {
  readonly place: Id | null
  readonly person: Id | null
  readonly isAnswered: boolean
}

/** Somebody read it and did what was to be done. */
export const answerReply: Command<AnswerReply, AnswerState> = command({
  name: 'mailings.answer-reply',
  input: AnswerReply,
  may: 'mailings.reply',
  decide({ place, person, isAnswered }, { reply, outcome }) {
    if (isAnswered) return refuse('already-done')
    const subjects = person ? [person] : []
    return [replyAnswered({ subjects, place, body: { reply, outcome } })]
  },
})
