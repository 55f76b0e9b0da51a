// GOV.UK Notify is set up, shown and taken away; what Notify must know of us is shown once.
import { randomBytes } from 'node:crypto'
import { isId, newId } from '../../kernel/ids.ts'
import { isRefusal } from '../../kernel/refusal.ts'
import { Button, Input, SummaryList } from '../../pages/govuk/index.ts'
import { Page } from '../../pages/layout.tsx'
import { type Lang, useLang } from '../../pages/strings/index.ts'
import { refusalPage } from '../../web/error-pages.tsx'
import { pageContext } from '../../web/page-context.tsx'
import { actFor, type Ctx, type Form, formOf } from '../../web/request.ts'
import { setNotify } from '../domain/set-notify.ts'
import { readNotifyKey } from '../senders/notify-key.ts'
import { type FoundNotify, type NotifyOwn, saveNotify } from '../store/notify-settings.ts'
import { showPage } from './messages.tsx'
import { notifyStrings } from './notify-strings.ts'
import { messagesStrings } from './strings.ts'

type Field = 'apiKey' | 'textTemplate' | 'emailTemplate'
export type NotifyProblems = Readonly<Partial<Record<Field, keyof typeof wrongWords>>>
const wrongWords = { apiKey: 0, textTemplate: 0, emailTemplate: 0, nothing: 0 } as const
export type NotifyTried = {
  readonly textTemplate: string
  readonly emailTemplate: string
  readonly problems: NotifyProblems
}

const tokenBytes = 32

/** POST /messages/notify */
export async function saveService(c: Ctx) {
  const form = await formOf(c)
  const own = readOwn(form)
  const problems = problemsOf(own)
  if (Object.keys(problems).length > 0) {
    const { textTemplate, emailTemplate } = own
    const notify = {
      textTemplate: textTemplate ?? '',
      emailTemplate: emailTemplate ?? '',
      problems,
    }
    return showPage(c, { from: '', problems: {}, notify })
  }
  const texts = own.textTemplate !== null
  const emails = own.emailTemplate !== null
  const input = { isSet: true, texts, emails }
  const done = await actFor(c, setNotify, { id: form.commandId(), input })
  if (isRefusal(done)) return refusalPage(c, done)
  const callbackToken = randomBytes(tokenBytes).toString('base64url')
  await keep(c, { ...own, callbackToken })
  return showOnce(c, callbackToken)
}

/** POST /messages/notify/remove */
export async function removeService(c: Ctx) {
  const form = await formOf(c)
  const input = { isSet: false, texts: false, emails: false }
  const done = await actFor(c, setNotify, { id: form.commandId(), input })
  if (isRefusal(done)) return refusalPage(c, done)
  await keep(c, null)
  return c.redirect('/messages', 303)
}

function readOwn(form: Form): NotifyOwn {
  const id = (name: string) => form.text(name).toLowerCase() || null
  const apiKey = form.text('apiKey')
  return { apiKey, textTemplate: id('textTemplate'), emailTemplate: id('emailTemplate') }
}

function problemsOf({ apiKey, textTemplate, emailTemplate }: NotifyOwn): NotifyProblems {
  const isTemplate = (id: string | null) => id === null || isId(id)
  const isNothing = textTemplate === null && emailTemplate === null
  return {
    ...(readNotifyKey(apiKey) ? {} : { apiKey: 'apiKey' as const }),
    ...(isNothing ? { textTemplate: 'nothing' as const } : {}),
    ...(isTemplate(textTemplate) ? {} : { textTemplate: 'textTemplate' as const }),
    ...(isTemplate(emailTemplate) ? {} : { emailTemplate: 'emailTemplate' as const }),
  }
}

function keep(c: Ctx, notify: (NotifyOwn & { callbackToken: string }) | null): Promise<void> {
  const { node, actor } = c.var
  const { council } = actor
  const { keys } = node.store
  return node.store.transaction({ council, actor: actor.id }, tx =>
    saveNotify(tx, { keys, council, notify }),
  )
}

async function showOnce(c: Ctx, token: string) {
  const context = await pageContext(c, '/messages')
  const t = notifyStrings(context.lang)
  const origin = originOf(c)
  const address = (what: string) => `${origin}/api/notify/${c.var.actor.council}/${what}`
  const crumbs = [
    { href: '/messages', label: messagesStrings(context.lang).title },
    { label: t.nowTitle },
  ]
  return c.html(
    <Page context={context} title={t.nowTitle} breadcrumbs={crumbs}>
      <h1 class="ds-h1">{t.nowTitle}</h1>
      <p class="govuk-body">{t.nowLead}</p>
      <SummaryList
        rows={[
          { key: { text: t.receipts }, value: { text: address('receipts') } },
          { key: { text: t.replies }, value: { text: address('replies') } },
          { key: { text: t.token }, value: { text: token } },
        ]}
      />
      <a href="/messages">{t.back}</a>
    </Page>,
  )
}

/** A proxy ends TLS and says so. */
function originOf(c: Ctx): string {
  const { protocol, host } = new URL(c.req.url)
  const isSafe = protocol === 'https:' || c.req.header('x-forwarded-proto') === 'https'
  return `${isSafe ? 'https' : 'http'}://${host}`
}

type SectionProps = {
  readonly found: FoundNotify
  readonly tried: NotifyTried | undefined
  readonly isPractice: boolean
}

export function NotifySection({ found, tried, isPractice }: SectionProps) {
  const t = notifyStrings(useLang())
  return (
    <section class="ds-section" aria-labelledby="h-notify">
      <h2 class="ds-h2" id="h-notify">
        {t.title}
      </h2>
      <p class="govuk-body">{t.lead}</p>
      <p class="govuk-body">{stateOf(t, found, isPractice)}</p>
      <form method="post" action="/messages/notify" class="ds-form" novalidate>
        <input type="hidden" name="command" value={newId()} />
        <Given field="apiKey" value="" tried={tried} />
        <Given field="textTemplate" value={tried?.textTemplate ?? ''} tried={tried} />
        <Given field="emailTemplate" value={tried?.emailTemplate ?? ''} tried={tried} />
        <Button text={t.save} />
      </form>
      {found && (
        <form method="post" action="/messages/notify/remove">
          <input type="hidden" name="command" value={newId()} />
          <Button text={t.remove} classes="govuk-button--secondary" />
        </form>
      )}
    </section>
  )
}

type Words = ReturnType<typeof notifyStrings>

function stateOf(t: Words, found: FoundNotify, isPractice: boolean): string {
  if (found === 'locked') return t.locked
  if (!found) return isPractice ? t.noneKept : t.none
  return t.set(found.textTemplate !== null, found.emailTemplate !== null)
}

type GivenProps = { field: Field; value: string; tried: NotifyTried | undefined }

function Given({ field, value, tried }: GivenProps) {
  const t = notifyStrings(useLang())
  const words = {
    apiKey: { label: t.key, hint: t.keyHint },
    textTemplate: { label: t.text, hint: t.textHint },
    emailTemplate: { label: t.email, hint: t.emailHint },
  }[field]
  const problem = tried?.problems[field]
  return (
    <Input
      id={field}
      name={field}
      value={value}
      {...words}
      autocomplete="off"
      spellcheck={false}
      {...(problem ? { errorMessage: t.wrong[problem] } : {})}
    />
  )
}

/** For the summary at the top of the page. */
export function notifyWrong(lang: Lang, tried: NotifyTried | undefined) {
  const t = notifyStrings(lang)
  return Object.entries(tried?.problems ?? {}).map(([field, code]) => {
    return { href: `#${field}`, text: t.wrong[code] }
  })
}
