// What must an open page show at once? The banners that hold now, whenever they are others.
import type { SSEStreamingApi } from 'hono/streaming'
import { bannersFor } from '../web/banners.tsx'
import type { Ctx } from '../web/request.ts'
import { isSessionOpen } from './store/is-session-open.ts'
import { beatMs } from './stream.ts'

/** Asks by itself once a beat and is not woken by every event: every open page has one. */
export async function tellBanners(c: Ctx, stream: SSEStreamingApi, { shown }: { shown: string }) {
  let told = shown
  while (!stream.aborted && !stream.closed) {
    const now = (await isOpen(c)) ? await bannersFor(c) : undefined
    if (!now) return void (await stream.writeSSE({ event: 'over', data: '' }))
    const ids = now.ids.join(',')
    if (ids === told) await stream.write(': still here\n\n')
    else await stream.writeSSE({ event: 'banners', data: await packed(ids, now.content) })
    told = ids
    await stream.sleep(beatMs)
  }
}

function isOpen({ var: { node, actor } }: Ctx): Promise<boolean> {
  const who = { council: actor.council, actor: actor.id }
  return node.store.transaction(who, tx => isSessionOpen(tx, actor, node.clock.now()))
}

async function packed(shown: string, content: unknown): Promise<string> {
  const parts = await Promise.all([content].flat().map(one => one?.toString() ?? ''))
  return JSON.stringify({ shown, html: parts.join('') })
}
