// The door of live: what a page needs to say that something is new.
import { streamSSE } from 'hono/streaming'
import { z } from 'zod'
import { capability } from '../events/index.ts'
import type { Ctx } from '../web/request.ts'
import { tellBanners } from './banners.ts'
import { tellNew } from './stream.ts'

export { Live, liveScript, liveStyle } from './pages/live.tsx'
export { headOf } from './store/count-new.ts'

const question = z.strictObject({
  may: z.string().regex(/^[a-z]+\.[a-z-]+$/),
  kinds: z.string().regex(/^[a-z]+(,[a-z]+){0,9}$/),
  since: z.coerce.number().int().min(0),
  place: z.uuid().optional(),
})

/** The ids of what the page shows. */
const bannersAsked = z.strictObject({ shown: z.string().regex(/^[0-9a-f,-]{0,740}$/) })

/** What the reader may not see is not counted: the permission named is theirs or counts nothing. */
async function listen(c: Ctx) {
  const banners = bannersAsked.safeParse(c.req.query())
  if (banners.success) return streamSSE(c, stream => tellBanners(c, stream, banners.data))
  const asked = question.safeParse(c.req.query())
  if (!asked.success) return c.text('', 422)
  const { kinds, place = null, ...rest } = asked.data
  return streamSSE(c, stream => tellNew(c, stream, { ...rest, kinds: kinds.split(','), place }))
}

export const live = capability({
  name: 'live',
  hasMigrations: false,
  routes: [{ method: 'get', path: '/live', may: 'signed-in', handler: listen }],
})
