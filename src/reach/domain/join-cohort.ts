// Whoever the rule of a campaign names by now, and who is not in its round yet, joins it.
import { z } from 'zod'
import { type Command, command, decided } from '../../events/commands.ts'
import { getPack } from '../../hazards/domain/index.ts'
import type { Id } from '../../kernel/ids.ts'
import { refuse } from '../../kernel/refusal.ts'
import { type Candidate, excusedAtOnce, joined } from './join.ts'

export const JoinCohort = z.strictObject({ campaign: z.uuid() })
export type JoinCohort = z.infer<typeof JoinCohort>

export type NewcomersState = {
  readonly pack: string
  readonly packVersion: number
  readonly round: Id
  readonly newcomers: readonly Candidate[]
}

export const joinCohort: Command<JoinCohort, NewcomersState> = command({
  name: 'reach.join-cohort',
  input: JoinCohort,
  may: 'reach.run',
  decide(state, { campaign }, { now }) {
    const { round, newcomers } = state
    if (newcomers.length === 0) return refuse('already-done')
    const pack = getPack(state.pack, state.packVersion)
    const joining = { campaign, round, pack, list: null, now }
    const drafts = newcomers.map(one => joined(one, joining))
    const excused = newcomers.flatMap(one => excusedAtOnce(one, joining))
    return decided([...drafts, ...excused], { joined: newcomers.length })
  },
})
