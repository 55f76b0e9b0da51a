// A read and a command, as another system asks for them: checked, within its scope, on the record.
import type { Context } from 'hono'
import { scopeOf } from '../access/index.ts'
import { type ApiRead, act } from '../events/index.ts'
import { isId, withSmallIds } from '../kernel/ids.ts'
import { isRefusal, refuse } from '../kernel/refusal.ts'
import type { Node } from '../node.ts'
import { problemAnswer, problems, refusalAnswer, repeatedKey } from '../web/problem.ts'
import { callerMay, callerOf } from './caller.ts'
import { readJson } from './domain/read-json.ts'
import type { Caller } from './store/tokens.ts'

/** `GET /api/v1/...` for one read of one capability. */
export async function answerRead(c: Context, read: ApiRead): Promise<Response> {
  const caller = await callerOf(c)
  if ('status' in caller) return problemAnswer(c, caller)
  const { node } = c.var
  if (!callerMay(node, caller, read.may)) return refusalAnswer(c, refuse('not-found'))
  const ids = withSmallIds(c.req.param())
  if (!Object.values(ids).every(isId)) return refusalAnswer(c, refuse('not-found'))
  const query = questionOf(c, read)
  if (isRefusal(query)) return refusalAnswer(c, query)
  const answer = await readAs(node, caller, { read, ids, query })
  return isRefusal(answer) ? refusalAnswer(c, answer) : c.json(answer as object)
}

/** Unknown and repeated questions are refused: a filter that is misspelt must not show all. */
export function questionOf(c: Context, read: Pick<ApiRead, 'query'>) {
  const asked = c.req.queries()
  const twice = Object.entries(asked).find(([, values]) => values.length > 1)
  if (twice) return refuse('invalid', { [twice[0]]: 'repeated' })
  if (!read.query) {
    const [name] = Object.keys(asked)
    return name === undefined ? {} : refuse('invalid', { [name]: 'unknown' })
  }
  const parsed = read.query.strict().safeParse(withSmallIds(c.req.query()))
  return parsed.success ? parsed.data : refuse('invalid', fieldsOf(parsed.error.issues))
}

type Reading = { read: ApiRead; ids: Record<string, string>; query: unknown }

function readAs(node: Node, { actor }: Caller, { read, ids, query }: Reading): Promise<unknown> {
  const now = node.clock.now()
  const scope = scopeOf(node.registry.permissions, actor, { permission: read.may, now })
  return node.store.transaction({ council: actor.council, actor: actor.id }, tx =>
    read.read({ tx, scope, now, ids, query: query as never }),
  )
}

/** `POST /api/v1/commands/:command`. */
export async function answerCommand(c: Context): Promise<Response> {
  const caller = await callerOf(c)
  if ('status' in caller) return problemAnswer(c, caller)
  const node: Node = c.var.node
  const offered = offeredCommands(node).find(({ name }) => name === c.req.param('command'))
  if (!offered || !callerMay(node, caller, node.registry.command(offered.name).may)) {
    return refusalAnswer(c, refuse('not-found'))
  }
  const id = withSmallIds(c.req.header('idempotency-key') ?? '')
  if (!isId(id)) return problemAnswer(c, problems.noCommandId)
  const body = await bodyOf(c)
  if ('status' in body) return problemAnswer(c, body)
  const done = await act(node, caller.actor, offered, { id, input: body.value })
  return isRefusal(done) ? refusalAnswer(c, done) : c.json(done)
}

export function offeredCommands(node: Pick<Node, 'registry'>) {
  return node.registry.capabilities.flatMap(({ api }) => api.commands)
}

const utf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true })

async function bodyOf(c: Context) {
  const type = c.req.header('content-type')?.toLowerCase().split(';')[0]?.trim()
  if (type !== 'application/json') return problems.notJson
  const bytes = await c.req.arrayBuffer()
  let text: string
  try {
    text = utf8.decode(bytes)
  } catch {
    return problems.notJson
  }
  const read = readJson(text)
  if ('value' in read) return read
  return read.problem === 'repeated-key' ? repeatedKey(read.at) : problems.notJson
}

function fieldsOf(issues: readonly { path: PropertyKey[]; code: string; keys?: string[] }[]) {
  return Object.fromEntries(
    issues.flatMap(issue =>
      issue.keys ? issue.keys.map(key => [key, 'unknown']) : [[issue.path.join('.'), issue.code]],
    ),
  )
}
