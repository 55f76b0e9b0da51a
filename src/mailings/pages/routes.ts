// The addresses of mailings, of replies, and of what Notify tells us.
import type { RouteRule } from '../../events/index.ts'
import { takeReceipt, takeReplyText } from './callbacks.ts'
import { makeThem, postThem, printPart } from './letters.ts'
import { permission as may, showMailings } from './list.tsx'
import { letGoOn, showMailing, stopIt } from './mailing.tsx'
import { askNew, sendNew } from './new.tsx'
import { replyPermission, saveAnswer, showReplies } from './replies.tsx'
import { editTemplate, sendTemplate, showTemplates } from './templates.tsx'

const notify = '/api/notify/:council'
const one = '/mailings/:mailing'
const bodyBytesMax = 16 * 1024

export const routes: readonly RouteRule[] = [
  { method: 'post', path: `${notify}/receipts`, may: 'token', handler: takeReceipt, bodyBytesMax },
  { method: 'post', path: `${notify}/replies`, may: 'token', handler: takeReplyText, bodyBytesMax },
  { method: 'get', path: '/mailings', may, handler: showMailings },
  { method: 'get', path: '/mailings/new', may, handler: askNew },
  { method: 'post', path: '/mailings/new', may, handler: sendNew },
  { method: 'get', path: '/mailings/templates', may, handler: showTemplates },
  { method: 'post', path: '/mailings/templates', may, handler: sendTemplate },
  { method: 'get', path: '/mailings/templates/:template', may, handler: editTemplate },
  { method: 'get', path: one, may, handler: showMailing },
  { method: 'post', path: `${one}/stop`, may, handler: stopIt },
  { method: 'post', path: `${one}/go-on`, may, handler: letGoOn },
  { method: 'post', path: `${one}/letters`, may, handler: makeThem },
  { method: 'get', path: `${one}/letters/:part`, may, handler: printPart },
  { method: 'post', path: `${one}/posted`, may, handler: postThem },
  { method: 'get', path: '/replies', may: replyPermission, handler: showReplies },
  { method: 'post', path: '/replies/:reply/answer', may: replyPermission, handler: saveAnswer },
]
