// What does another system hear when it did not work? RFC 9457: a code, a sentence, where.
import type { Context } from 'hono'
import type { Refusal } from '../kernel/refusal.ts'
import { refusalStatus, refusalWords } from '../pages/refusals.ts'

export function isForMachines(c: Context): boolean {
  return c.req.path.startsWith('/api/')
}

export type Problem = {
  readonly status: 401 | 403 | 404 | 409 | 410 | 413 | 415 | 422 | 429 | 500 | 503
  readonly code: string
  readonly title: string
  readonly detail: string
  /** What is wrong, by the name of the field. */
  readonly fields?: Readonly<Record<string, string>>
}

export function problemAnswer(c: Context, problem: Problem): Response {
  return c.body(JSON.stringify({ type: 'about:blank', ...problem }), problem.status, {
    'content-type': 'application/problem+json',
  })
}

export function refusalAnswer(c: Context, { refused, fields }: Refusal): Response {
  const { title, body } = refusalWords('en', refused)
  const status = refusalStatus(refused)
  const problem = { status, code: refused, title, detail: body }
  return problemAnswer(c, fields ? { ...problem, fields } : problem)
}

export const problems = {
  noToken: {
    status: 401,
    code: 'no-token',
    title: 'Who is asking?',
    detail: 'Send a token that is in force as "Authorization: Bearer ...".',
  },
  tooMany: {
    status: 429,
    code: 'too-many-requests',
    title: 'Too many requests',
    detail: 'Wait as long as Retry-After says, and ask again.',
  },
  notJson: {
    status: 415,
    code: 'not-json',
    title: 'Send JSON',
    detail: 'The body must be one JSON object in UTF-8, sent as application/json.',
  },
  noCommandId: {
    status: 422,
    code: 'no-idempotency-key',
    title: 'This command has no id',
    detail: 'Send a new UUID as Idempotency-Key, and the same one when you send it again.',
  },
} as const satisfies Record<string, Problem>

export function repeatedKey(at: string): Problem {
  return {
    status: 422,
    code: 'repeated-key',
    title: 'A key stands twice',
    detail: 'Each key may stand once in its object. Nothing was saved.',
    fields: { [at]: 'repeated-key' },
  }
}
