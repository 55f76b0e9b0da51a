// A volunteer is worried about somebody at whose door they are: it goes to the safeguarding desk.
import { z } from 'zod'
import { worryDraft } from '../../concerns/domain/index.ts'
import { type Command, command, decided } from '../../events/commands.ts'
import { refuse } from '../../kernel/refusal.ts'
import { isHolder, type JobNow } from './held.ts'
import { worryLettersMax } from './terms.ts'

export const TellWorryOnJob = z.strictObject({
  job: z.uuid(),
  worry: z.uuid(),
  isDanger: z.boolean(),
  words: z.string().trim().max(worryLettersMax),
})
export type TellWorryOnJob = z.infer<typeof TellWorryOnJob>

/** A fact: it is taken also when the job is over or all is stopped. */
export const tellWorryOnJob: Command<TellWorryOnJob, JobNow> = command({
  name: 'jobs.tell-worry',
  input: TellWorryOnJob,
  may: 'jobs.do',
  decide(state, { worry, isDanger, words }, { now }) {
    const { person, place, actorVolunteer } = state
    if (!isHolder(state, actorVolunteer) || person === null) return refuse('not-held')
    const told = { worry, person, place, cause: 'worry' as const, isDanger, words }
    return decided([worryDraft(told, { now })], { worry })
  },
})
