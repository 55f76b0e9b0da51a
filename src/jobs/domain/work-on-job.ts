// Whoever holds a job sets out, gives it back, does it or does not manage it, and is home again.
// Each is said by the volunteer, or by whoever manages jobs for one who rang in.
import { z } from 'zod'
import { type Command, command, type Decision } from '../../events/commands.ts'
import { minuteMs } from '../../kernel/clock.ts'
import { type Refusal, refuse } from '../../kernel/refusal.ts'
import { isLight } from './daylight.ts'
import { homeSaid, jobBegun, jobDone, jobFailed, jobGivenBack } from './events.ts'
import { about, hasExpired, isHolder, isOver, type JobNow } from './held.ts'
import { getJobKind } from './kinds.ts'
import { backReasons, failReasons, itemsLettersMax, shortLettersMax } from './terms.ts'

type At = { readonly now: number }
type Work<Input> = {
  readonly name: string
  readonly input: z.ZodType<Input>
  decide(state: JobNow, input: Input, at: At): Decision | Refusal
}
type Both<Input> = { readonly own: Command<Input, JobNow>; readonly other: Command<Input, JobNow> }

/** The same decision under two permissions: of who holds it, and of who manages jobs. */
function both<Input>({ name, input, decide }: Work<Input>): Both<Input> {
  return {
    own: command({
      name: `jobs.${name}`,
      input,
      may: 'jobs.do',
      decide(state, given, at) {
        if (!isHolder(state, state.actorVolunteer)) return refuse('not-held')
        return decide(state, given, at)
      },
    }),
    other: command({ name: `jobs.${name}-for`, input, may: 'jobs.manage', decide }),
  }
}

export const BeginJob = z.strictObject({ job: z.uuid() })

export const beginJob = both({
  name: 'begin-job',
  input: BeginJob,
  decide(state, { job }, { now }) {
    if (state.isAllStopped) return refuse('all-stopped')
    if (state.isStopped) return refuse('stopped')
    if (state.state === 'under-way') return refuse('already-done')
    if (hasExpired(state, now)) return refuse('expired')
    if (state.state !== 'claimed') return refuse('not-held')
    const { light, homeMinutes } = getJobKind(state.kind).safely
    if (light === 'day' && !isLight(now)) return refuse('not-light')
    const homeBy = homeMinutes === null ? null : now + homeMinutes * minuteMs
    return [jobBegun({ ...about(state), body: { job, homeBy } })]
  },
})

export const GiveBackJob = z.strictObject({ job: z.uuid(), reason: z.enum(backReasons) })

export const giveBackJob = both({
  name: 'give-back-job',
  input: GiveBackJob,
  decide(state, { job, reason }) {
    if (isOver(state)) return refuse('already-done')
    if (state.claim === null) return refuse('not-held')
    return [jobGivenBack({ ...about(state), body: { job, claim: state.claim, reason } })]
  },
})

export const FinishJob = z.strictObject({
  job: z.uuid(),
  handedTo: z.string().trim().max(shortLettersMax),
  note: z.string().trim().max(itemsLettersMax),
})

/** A fact: it is kept also where the claim ran out meanwhile, or all was stopped. */
export const finishJob = both({
  name: 'finish-job',
  input: FinishJob,
  decide(state, { job, handedTo, note }) {
    const problem = notTheirs(state)
    if (problem) return problem
    if (getJobKind(state.kind).medicine && handedTo === '') {
      return refuse('invalid', { handedTo: 'handedToMissing' })
    }
    return [jobDone({ ...about(state), body: { job }, words: { handedTo, note } })]
  },
})

export const FailJob = z.strictObject({
  job: z.uuid(),
  reason: z.enum(failReasons),
  note: z.string().trim().max(itemsLettersMax),
})

export const failJob = both({
  name: 'fail-job',
  input: FailJob,
  decide(state, { job, reason, note }) {
    const problem = notTheirs(state)
    if (problem) return problem
    return [jobFailed({ ...about(state), body: { job, reason }, words: { note } })]
  },
})

function notTheirs(state: JobNow): Refusal | undefined {
  if (isOver(state)) return refuse('already-done')
  // A door for two was never opened to the one who waits for a second.
  const isOpen = state.state === 'claimed' || state.state === 'under-way'
  return isOpen ? undefined : refuse('not-held')
}

export const SayHome = z.strictObject({ job: z.uuid() })

export const sayHome = both({
  name: 'say-home',
  input: SayHome,
  decide(state, { job }) {
    if (state.isHome === null) return refuse('not-found')
    if (state.isHome) return refuse('already-done')
    return [homeSaid({ ...about(state), body: { job } })]
  },
})
