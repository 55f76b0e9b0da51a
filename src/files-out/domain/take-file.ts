// What a second person agreed to is taken: by who asked, once, within a day.
import { z } from 'zod'
import { command } from '../../events/commands.ts'
import { refuse } from '../../kernel/refusal.ts'
import { fileTaken } from './events.ts'
import { type FileRequest, hasLapsed, peopleAgreed } from './file-request.ts'

export const TakeFile = z.strictObject({ file: z.uuid(), people: z.int().min(0) })
export type TakeFile = z.infer<typeof TakeFile>

/** The same rule for both; who may at all differs. */
function takeAs(name: string, may: string) {
  return command<TakeFile, FileRequest>({
    name,
    input: TakeFile,
    may,
    decide(state, { file, people }, { now, actor }) {
      if (state.askedBy !== actor) return refuse('not-found')
      if (state.state === 'taken') return refuse('already-done')
      if (state.state !== 'agreed') return refuse('not-allowed')
      if (hasLapsed(state, now)) return refuse('expired')
      if (people > peopleAgreed(state.people)) return refuse('stale-preview')
      return [fileTaken({ subjects: [], body: { file, people } })]
    },
  })
}

export const takeList = takeAs('files-out.take-list', 'files-out.take')
export const takeCouncil = takeAs('files-out.take-council', 'files-out.export')
