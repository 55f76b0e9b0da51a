// What does one open page hear? A count when it changes, a beat when it does not, then the end.
import type { SSEStreamingApi } from 'hono/streaming'
import { grantsFor, scopeOf } from '../access/index.ts'
import type { Ctx } from '../web/request.ts'
import { type Asked, countNew } from './store/count-new.ts'
import { isSessionOpen } from './store/is-session-open.ts'

export const beatMs = 4_000

/** Lives until the page is left, the session ends or the server stops. */
export async function tellNew(c: Ctx, stream: SSEStreamingApi, asked: Asked) {
  const { node, actor } = c.var
  const bell = makeBell()
  const silence = node.store.onNotice(council => council === actor.council && bell.ring())
  stream.onAbort(() => bell.ring())
  try {
    let told = 0
    while (!stream.aborted && !stream.closed) {
      const count = await freshCount(c, asked)
      if (count === undefined) return stream.writeSSE({ event: 'over', data: '' })
      if (count !== told) await stream.writeSSE({ event: 'new', data: `${count}` })
      else await stream.write(': still here\n\n')
      told = count
      await bell.wait(beatMs)
    }
  } finally {
    silence()
  }
}

/** Undefined when the reader is no longer signed in or may no longer see the page. */
async function freshCount(c: Ctx, asked: Asked): Promise<number | undefined> {
  const { node, actor } = c.var
  const now = node.clock.now()
  if (grantsFor(node.registry.permissions, actor, { permission: asked.may, now }).length === 0)
    return
  const scope = scopeOf(node.registry.permissions, actor, { permission: asked.may, now })
  return node.store.transaction({ council: actor.council, actor: actor.id }, async tx =>
    (await isSessionOpen(tx, actor, now)) ? countNew(tx, scope, asked) : undefined,
  )
}

/** Waits for a ring, or for so long. A ring between two waits is kept. */
function makeBell() {
  let rung = false
  let wake: (() => void) | undefined
  return {
    ring() {
      rung = true
      wake?.()
    },
    async wait(ms: number) {
      if (!rung) {
        await new Promise<void>(resolve => {
          const timer = setTimeout(resolve, ms)
          wake = () => {
            clearTimeout(timer)
            resolve()
          }
        })
      }
      rung = false
      wake = undefined
    },
  }
}
