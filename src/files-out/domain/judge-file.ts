// A second person looks at what would leave the house, and agrees or refuses. Nobody judges their
// own wish.
import { z } from 'zod'
import { command, type DecideContext } from '../../events/commands.ts'
import { type Refusal, refuse } from '../../kernel/refusal.ts'
import { fileJudged } from './events.ts'
import { type FileRequest, hasLapsed } from './file-request.ts'

export const JudgeFile = z
  .strictObject({ file: z.uuid(), isAgreed: z.boolean(), why: z.string().trim().max(500) })
  .refine(({ isAgreed, why }) => isAgreed || why !== '', { path: ['why'] })
export type JudgeFile = z.infer<typeof JudgeFile>

/** Of a list: whoever may agree to lists. */
export const judgeList = command<JudgeFile, FileRequest>({
  name: 'files-out.judge-list',
  input: JudgeFile,
  may: 'files-out.approve',
  decide,
})

/** Of everything: whoever may ask for everything. */
export const judgeCouncil = command<JudgeFile, FileRequest>({
  name: 'files-out.judge-council',
  input: JudgeFile,
  may: 'files-out.export',
  decide,
})

function decide(
  state: FileRequest,
  { file, isAgreed, why }: JudgeFile,
  { now, actor }: DecideContext,
): ReturnType<typeof fileJudged>[] | Refusal {
  if (state.askedBy === actor) return refuse('not-allowed')
  if (state.state !== 'waiting') return refuse('already-done')
  if (hasLapsed(state, now)) return refuse('expired')
  return [fileJudged({ subjects: [], body: { file, isAgreed }, words: { why } })]
}
