// What went out, what failed, and through which mail server?
import { newId } from '../../kernel/ids.ts'
import { addStyle } from '../../pages/assets.ts'
import { format } from '../../pages/format.ts'
import { Button, ErrorSummary, Input } from '../../pages/govuk/index.ts'
import { Page } from '../../pages/layout.tsx'
import { pageContext } from '../../web/page-context.tsx'
import { type Ctx, reading } from '../../web/request.ts'
import { type Listed, listMessages } from '../store/list.ts'
import { findNotify } from '../store/notify-settings.ts'
import { isPractice, type MailSettings, mailSettings } from '../store/settings.ts'
import { NotifySection, type NotifyTried, notifyWrong } from './notify.tsx'
import { messagesStrings } from './strings.ts'

export const permission = 'messages.administer'

const style = addStyle('messages.css', 'src/messages/pages/messages.css')

type Words = ReturnType<typeof messagesStrings>
export type Problems = { readonly url?: 'urlWrong'; readonly from?: 'fromWrong' }
export type Tried = {
  readonly from: string
  readonly problems: Problems
  readonly notify?: NotifyTried
}

export async function showMessages(c: Ctx) {
  return showPage(c, { from: '', problems: {} })
}

export async function showPage(c: Ctx, tried: Tried) {
  const { keys } = c.var.node.store
  const { settings, listed, notify, practice } = await reading(
    c,
    permission,
    async (tx, scope) => ({
      settings: await mailSettings(tx, keys, scope.council),
      listed: await listMessages(tx, scope),
      notify: await findNotify(tx, keys, scope.council),
      practice: await isPractice(tx, scope.council),
    }),
  )
  const context = await pageContext(c, '/messages')
  const t = messagesStrings(context.lang)
  const wrong = [
    ...Object.entries(tried.problems).map(([id, code]) => ({ href: `#${id}`, text: t[code] })),
    ...notifyWrong(context.lang, tried.notify),
  ]
  const title = settings.by === 'kept' ? t.keptTitle : t.title
  return c.html(
    <Page context={context} title={title} styles={[style]} hasErrors={wrong.length > 0}>
      {wrong.length > 0 && <ErrorSummary errorList={wrong} />}
      <h1 class="ds-h1">{title}</h1>
      <p class="govuk-body">{leadOf(settings, t)}</p>
      {listed.length === 0 ? (
        <p class="govuk-body">{t.none}</p>
      ) : (
        <Listing listed={listed} t={t} lang={context.lang} />
      )}
      <Server settings={settings} tried={tried} t={t} />
      <NotifySection found={notify} tried={tried.notify} isPractice={practice} />
    </Page>,
    wrong.length > 0 ? 422 : 200,
  )
}

function leadOf(settings: MailSettings, t: Words): string {
  if (settings.by === 'kept') return t.keptLead
  if (settings.by === 'locked') return t.lockedLead
  return settings.by === 'nobody' ? t.nobodyLead : t.sentLead
}

type ListingProps = { listed: readonly Listed[]; t: Words; lang: Parameters<typeof format>[0] }

function Listing({ listed, t, lang }: ListingProps) {
  const at = format(lang)
  return (
    <table class="ds-table">
      <caption class="ds-hide">{t.caption}</caption>
      <thead>
        <tr>
          {[t.what, t.words].map(head => (
            <th scope="col">{head}</th>
          ))}
        </tr>
      </thead>
      <tbody>
        {listed.map(one => (
          <tr>
            <td>
              {t.kinds[one.kind]}
              <br />
              <strong>{t.states[one.state]}</strong>
              {one.problem && <div>{t.because(one.problem)}</div>}
              {one.tries > 1 && <div>{t.tries(String(one.tries))}</div>}
              <div class="ds-quiet">{at.row(one.queuedAt)}</div>
            </td>
            <td class="ds-breaks">
              {one.to && <div>{t.to(one.to)}</div>}
              <strong>{one.subject}</strong>
              {one.body?.split('\n').map(line => (
                <div>{line}</div>
              ))}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

type ServerProps = { settings: MailSettings; tried: Tried; t: Words }

function Server({ settings, tried, t }: ServerProps) {
  if (settings.by === 'machine') return <p class="govuk-body ds-section">{t.machineLead}</p>
  const own = settings.by === 'council' ? settings.smtp : null
  const { problems } = tried
  return (
    <section class="ds-section">
      <h2 class="ds-h2">{t.server}</h2>
      {own && <p class="govuk-body">{t.serverNow(new URL(own.url).hostname)}</p>}
      <form method="post" action="/messages/server" class="ds-form" novalidate>
        <input type="hidden" name="command" value={newId()} />
        <Input
          name="url"
          label={t.url}
          hint={t.urlHint}
          autocomplete="off"
          spellcheck={false}
          {...(problems.url ? { errorMessage: t[problems.url] } : {})}
        />
        <Input
          name="from"
          label={t.from}
          hint={t.fromHint}
          value={tried.from || (own?.from ?? '')}
          type="email"
          {...(problems.from ? { errorMessage: t[problems.from] } : {})}
        />
        <Button text={t.save} />
      </form>
      {own && <Second to="/messages/server/remove" button={t.remove} />}
      <Second to="/messages/test" button={t.test} />
    </section>
  )
}

function Second({ to, button }: { to: string; button: string }) {
  return (
    <form method="post" action={to}>
      <input type="hidden" name="command" value={newId()} />
      <Button text={button} classes="govuk-button--secondary" />
    </form>
  )
}
