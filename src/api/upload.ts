// A file that another system hands in: checked, taken as it comes, done once under its id.
import type { Context } from 'hono'
import { type ApiFault, type ApiUpload, isFault } from '../events/index.ts'
import { isId, withSmallIds } from '../kernel/ids.ts'
import { isRefusal, refuse } from '../kernel/refusal.ts'
import { problemAnswer, problems, refusalAnswer } from '../web/problem.ts'
import { questionOf } from './ask.ts'
import { callerMay, callerOf } from './caller.ts'

/** `POST /api/v1/...` for one upload of one capability. */
export async function answerUpload(c: Context, upload: ApiUpload): Promise<Response> {
  const caller = await callerOf(c)
  if ('status' in caller) return problemAnswer(c, caller)
  const { node } = c.var
  if (!callerMay(node, caller, upload.may)) return refusalAnswer(c, refuse('not-found'))
  const id = withSmallIds(c.req.header('idempotency-key') ?? '')
  if (!isId(id)) return problemAnswer(c, problems.noCommandId)
  const query = questionOf(c, upload)
  if (isRefusal(query)) return refusalAnswer(c, query)
  const type = c.req.header('content-type')?.toLowerCase().split(';')[0]?.trim() ?? ''
  if (!(type in upload.types)) return problemAnswer(c, typeUnknown(upload))
  const chunks = c.req.raw.body ?? nothing()
  const { actor } = caller
  const given = { node, actor, id, type, chunks, query: query as never }
  const answer = await upload.receive(given).catch(cutOff)
  if (isRefusal(answer)) return refusalAnswer(c, answer)
  return isFault(answer) ? problemAnswer(c, problemOf(answer)) : c.json(answer as object)
}

function typeUnknown({ types }: ApiUpload) {
  const detail = `Send it as one of: ${Object.keys(types).join(', ')}.`
  return { status: 415, code: 'type-unknown', title: 'What is this file?', detail } as const
}

function problemOf({ fault, title, detail, fields }: ApiFault) {
  const problem = { status: 422, code: fault, title, detail } as const
  return fields ? { ...problem, fields } : problem
}

/** A body that broke off on its way is the sender's to send again; nothing of it is kept. */
function cutOff(error: unknown): ApiFault {
  const isCut = error instanceof TypeError || (error as { code?: string }).code === 'ECONNRESET'
  if (!isCut) throw error
  const detail = 'The body ended before it was whole. Send it again under the same id.'
  return { fault: 'broken-off', title: 'The file broke off', detail }
}

async function* nothing(): AsyncGenerator<Uint8Array> {}
