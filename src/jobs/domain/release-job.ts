// A job ends although nobody did it: it is not needed, or was done in another way.
import { z } from 'zod'
import { type Command, command } from '../../events/commands.ts'
import { refuse } from '../../kernel/refusal.ts'
import { jobReleased } from './events.ts'
import { about, isOver, type JobNow } from './held.ts'
import { releaseReasons } from './terms.ts'

export const ReleaseJob = z.strictObject({ job: z.uuid(), reason: z.enum(releaseReasons) })
export type ReleaseJob = z.infer<typeof ReleaseJob>

export const releaseJob: Command<ReleaseJob, JobNow> = command({
  name: 'jobs.release-job',
  input: ReleaseJob,
  may: 'jobs.manage',
  decide(state, body) {
    if (isOver(state)) return refuse('already-done')
    // Somebody is on the way: they are rung first, and it comes back from them.
    if (state.state === 'under-way') return refuse('already-taken')
    return [jobReleased({ ...about(state), body })]
  },
})
