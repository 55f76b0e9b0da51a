// Everybody is asked again: a new round over the members who are still ours.
import { z } from 'zod'
import { type Command, command, decided } from '../../events/commands.ts'
import { getPack } from '../../hazards/domain/index.ts'
import type { Id } from '../../kernel/ids.ts'
import { refuse } from '../../kernel/refusal.ts'
import { roundStarted } from './events.ts'
import { type Candidate, joined } from './join.ts'

export const StartRound = z.strictObject({
  campaign: z.uuid(),
  round: z.uuid(),
  /** The number that the page showed as the next; another start meanwhile is noticed. */
  number: z.number().int().min(2),
  reason: z.string().trim().min(1).max(500).optional(),
  answerable: z.uuid().optional(),
})
export type StartRound = z.infer<typeof StartRound>

export type RoundState = {
  readonly pack: string
  readonly packVersion: number
  readonly lastNumber: number
  /** Members of the last round who are not excused for good. */
  readonly members: readonly (Candidate & { readonly list: string | null })[]
}

export const startRound: Command<StartRound, RoundState> = command({
  name: 'reach.start-round',
  input: StartRound,
  may: 'reach.run',
  decide(state, { campaign, round, number, reason, answerable }, { now }) {
    if (number !== state.lastNumber + 1) return refuse('already-done')
    const started = roundStarted({
      subjects: [],
      body: { campaign, round, number, ...(answerable ? { answerable } : {}) },
      ...(reason ? { words: { reason } } : {}),
    })
    const pack = getPack(state.pack, state.packVersion)
    const members = state.members.map(({ list, ...one }) =>
      joined(one, { campaign, round, pack, list, now }),
    )
    return decided([started, ...members], { round: round as Id })
  },
})
