// A claim that ran out frees itself: once, by whoever looks first.
import { z } from 'zod'
import { type Command, command } from '../../events/commands.ts'
import { refuse } from '../../kernel/refusal.ts'
import { jobGivenBack } from './events.ts'
import { about, hasExpired, type JobNow } from './held.ts'

export const FreeJob = z.strictObject({ job: z.uuid(), claim: z.uuid() })
export type FreeJob = z.infer<typeof FreeJob>

export const freeJob: Command<FreeJob, JobNow> = command({
  name: 'jobs.free-job',
  input: FreeJob,
  may: 'jobs.manage',
  decide(state, { job, claim }, { now }) {
    if (state.claim !== claim || !hasExpired(state, now)) return refuse('already-done')
    return [jobGivenBack({ ...about(state), body: { job, claim, reason: 'expired' } })]
  },
})
