// One volunteer is asked by name whether they can do a job: until a time, and no is an answer.
// Being asked keeps the job for nobody: whoever says yes first has it.
import { z } from 'zod'
import { type Command, command, decided } from '../../events/commands.ts'
import { hourMs } from '../../kernel/clock.ts'
import type { Id } from '../../kernel/ids.ts'
import { type Refusal, refuse } from '../../kernel/refusal.ts'
import { type Candidate, unfit } from './claim-job.ts'
import { askDeclined, volunteerAsked } from './events.ts'
import { about, hasExpired, isHolder, isOver, type JobNow } from './held.ts'
import type { Urgency } from './terms.ts'

export const AskVolunteer = z.strictObject({ job: z.uuid(), volunteer: z.uuid() })
export type AskVolunteer = z.infer<typeof AskVolunteer>

export type Asking = JobNow & {
  readonly urgency: Urgency
  readonly one: Candidate
  /** Open for this job and this volunteer. */
  readonly openAsk: Id | null
}

/** So long somebody has to answer. */
const answerHours: Readonly<Record<Urgency, number>> = { today: 2, '48h': 8, routine: 24 }

export const askVolunteer: Command<AskVolunteer, Asking> = command({
  name: 'jobs.ask-volunteer',
  input: AskVolunteer,
  may: 'jobs.manage',
  decide(state, { job, volunteer }, { now, newId }) {
    const problem = mayNotAsk(state, now)
    if (problem) return problem
    const ask = newId()
    const until = now + answerHours[state.urgency] * hourMs
    const body = { job, ask, volunteer, until }
    return decided([volunteerAsked({ ...about(state), body })], { ask })
  },
})

function mayNotAsk(state: Asking, now: number): Refusal | undefined {
  if (isOver(state) || state.openAsk !== null) return refuse('already-done')
  if (state.isAllStopped) return refuse('all-stopped')
  if (state.isStopped) return refuse('stopped')
  if (!isFree(state, now)) return refuse('already-taken')
  if (isHolder(state, state.one.volunteer) && !hasExpired(state, now)) return refuse('already-done')
  return unfit(state, state.one, true)
}

/** Nobody has it, or one of two. */
export function isFree(job: Pick<JobNow, 'state' | 'claimUntil'>, now: number): boolean {
  return job.state === 'offered' || (job.state === 'claimed' && hasExpired(job, now))
}

export const DeclineAsk = z.strictObject({ job: z.uuid(), ask: z.uuid() })
export type DeclineAsk = z.infer<typeof DeclineAsk>

export type Declining = JobNow & {
  /** Whom the ask is for; null when it is answered, or not of this job. */
  readonly asked: Id | null
}

/** Nobody has to say why. A late no is kept too: it is a fact. */
export const declineAsk: Command<DeclineAsk, Declining> = command({
  name: 'jobs.decline-ask',
  input: DeclineAsk,
  may: 'jobs.do',
  decide(state, input) {
    if (state.asked === null || state.asked !== state.actorVolunteer) return refuse('not-found')
    return [askDeclined({ ...about(state), body: input })]
  },
})

/** Whoever manages jobs, for a volunteer who said no by phone. */
export const declineAskFor: Command<DeclineAsk, Declining> = command({
  name: 'jobs.decline-ask-for',
  input: DeclineAsk,
  may: 'jobs.manage',
  decide(state, input) {
    if (state.asked === null) return refuse('already-done')
    return [askDeclined({ ...about(state), body: input })]
  },
})
