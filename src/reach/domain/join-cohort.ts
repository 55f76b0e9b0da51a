// A campaign follows its rule: who is named by now joins, who is no longer meant is excused by the
// version that says so, and who is meant again is restored.
import { z } from 'zod'
import { type Command, command, decided } from '../../events/commands.ts'
import type { Draft } from '../../events/kinds.ts'
import { getPack } from '../../hazards/domain/index.ts'
import type { Id } from '../../kernel/ids.ts'
import { refuse } from '../../kernel/refusal.ts'
import type { Spread } from './campaign-terms.ts'
import { memberDropped, memberRestored } from './events.ts'
import { type Candidate, joinAll } from './join.ts'
import type { DropReason } from './terms.ts'

export const JoinCohort = z.strictObject({ campaign: z.uuid() })
export type JoinCohort = z.infer<typeof JoinCohort>

export type NewcomersState = {
  readonly pack: string
  readonly packVersion: number
  readonly round: Id
  readonly isClosed: boolean
  readonly newcomers: readonly Candidate[]
  readonly turned: readonly Turned[]
  readonly startsAt: number | null
  readonly spread: Spread | null
  readonly reachedAt: ReadonlyMap<Id, number>
  /** Members who are still to be asked on each day of the spread. */
  readonly taken: ReadonlyMap<number, number>
}

/** A member who is no longer meant, by which version; without a reason: meant again. */
export type Turned = {
  readonly member: Id
  readonly subject: Id
  readonly place: Id | null
  readonly reason: DropReason | null
  readonly version: Id | null
  readonly number: number
}

export const joinCohort: Command<JoinCohort, NewcomersState> = command({
  name: 'reach.join-cohort',
  input: JoinCohort,
  may: 'reach.run',
  decide(state, { campaign }, { now }) {
    if (state.isClosed) return refuse('already-done')
    const drafts = followDrafts(state, { campaign, now })
    if (drafts.length === 0) return refuse('already-done')
    const left = state.turned.filter(one => one.reason !== null).length
    const counts = { joined: state.newcomers.length, left, restored: state.turned.length - left }
    return decided(drafts, counts)
  },
})

type Following = { readonly campaign: Id; readonly now: number }

/** What the campaign does to be with its rule again. */
export function followDrafts(state: NewcomersState, { campaign, now }: Following): Draft[] {
  const { round, newcomers, spread, reachedAt, taken, startsAt } = state
  const pack = getPack(state.pack, state.packVersion)
  const from = Math.max(now, startsAt ?? now)
  const joining = { campaign, round, pack, list: null, now: from }
  const spreading = spread ? { spread, from, reachedAt, taken } : undefined
  return [...state.turned.map(turn), ...joinAll(newcomers, joining, spreading)]
}

export function turn({ member, subject, place, reason, version, number }: Turned): Draft {
  const about = { subjects: [subject], place }
  if (reason === null) return memberRestored({ ...about, body: { member, version } })
  const body = { member, reason, version: version ?? member, number }
  return memberDropped({ ...about, body })
}
