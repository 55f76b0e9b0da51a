// The addresses of mailings, of replies, and of what Notify tells us.
import type { RouteRule } from '../../events/index.ts'
import { takeReceipt, takeReplyText } from './callbacks.ts'

const notify = '/api/notify/:council'
const bodyBytesMax = 16 * 1024

export const routes: readonly RouteRule[] = [
  { method: 'post', path: `${notify}/receipts`, may: 'token', handler: takeReceipt, bodyBytesMax },
  { method: 'post', path: `${notify}/replies`, may: 'token', handler: takeReplyText, bodyBytesMax },
]
