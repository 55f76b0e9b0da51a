// The mail server is named, taken away, or tried out with a message to oneself.
import { z } from 'zod'
import { isRefusal } from '../../kernel/refusal.ts'
import type { Tx } from '../../store/open.ts'
import { refusalPage } from '../../web/error-pages.tsx'
import { pageContext } from '../../web/page-context.tsx'
import { actFor, type Ctx, formOf } from '../../web/request.ts'
import { deliver } from '../deliver.ts'
import { setSender } from '../domain/set-sender.ts'
import { isSmtpUrl } from '../senders/smtp.ts'
import { findAddress } from '../store/find-address.ts'
import { queueMessage } from '../store/queue.ts'
import { saveMailSettings } from '../store/settings.ts'
import { type Problems, showPage } from './messages.tsx'
import { messagesStrings } from './strings.ts'

export async function saveServer(c: Ctx) {
  const form = await formOf(c)
  const smtp = { url: form.text('url'), from: form.text('from') }
  const problems: Problems = {
    ...(isSmtpUrl(smtp.url) ? {} : { url: 'urlWrong' }),
    ...(z.email().max(254).safeParse(smtp.from).success ? {} : { from: 'fromWrong' }),
  }
  if (Object.keys(problems).length > 0) return showPage(c, { from: smtp.from, problems })
  return change(c, form.commandId(), smtp)
}

export async function removeServer(c: Ctx) {
  return change(c, (await formOf(c)).commandId(), null)
}

/** First the record, then the settings: nobody changes them unseen. */
async function change(c: Ctx, id: string, smtp: { url: string; from: string } | null) {
  const done = await actFor(c, setSender, { id, input: { sender: smtp ? 'smtp' : 'none' } })
  if (isRefusal(done)) return refusalPage(c, done)
  const { keys } = c.var.node.store
  const { council } = c.var.actor
  await inTx(c, tx => saveMailSettings(tx, { keys, council, smtp }))
  return c.redirect('/messages', 303)
}

export async function sendTest(c: Ctx) {
  const { node, actor } = c.var
  const { council, id: user } = actor
  const t = messagesStrings((await pageContext(c)).lang)
  await inTx(c, async tx => {
    const to = await findAddress(tx, council, user)
    if (!to) return
    const at = { council, now: node.clock.now() }
    const words = { subject: t.testSubject, body: t.testBody, language: 'en' as const }
    await queueMessage(tx, at, { ...words, to, user, kind: 'test', expiresAt: null })
  })
  await deliver(node, council)
  return c.redirect('/messages', 303)
}

function inTx<T>(c: Ctx, work: (tx: Tx) => Promise<T>): Promise<T> {
  const { node, actor } = c.var
  return node.store.transaction({ council: actor.council, actor: actor.id }, work)
}
