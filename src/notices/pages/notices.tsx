// Which systems are told what happens, how far is each, and where may notices go at all?
import { newId } from '../../kernel/ids.ts'
import { format } from '../../pages/format.ts'
import { Button, ErrorSummary, Textarea } from '../../pages/govuk/index.ts'
import { Page } from '../../pages/layout.tsx'
import type { Lang } from '../../pages/strings/index.ts'
import { pageContext } from '../../web/page-context.tsx'
import { type Ctx, reading } from '../../web/request.ts'
import { shownHost } from '../domain/destination.ts'
import { listHosts, listSubscriptions, type Subscription } from '../store/subscriptions.ts'
import { permission } from './permission.ts'
import { noticesStrings } from './strings.ts'
import { style } from './style.ts'

type Words = ReturnType<typeof noticesStrings>

/** `tried` is what somebody typed as the list, and the line of it that cannot be. */
export async function showNotices(c: Ctx, tried?: { hosts: string; wrong: string }) {
  const { all, hosts } = await reading(c, permission, async (tx, scope) => ({
    all: await listSubscriptions(tx, scope),
    hosts: await listHosts(tx, scope.council),
  }))
  const context = await pageContext(c, '/tokens')
  const t = noticesStrings(context.lang)
  const on = all.filter(one => one.state === 'on').length
  const error = tried ? t.hostsWrong(tried.wrong) : ''
  return c.html(
    <Page
      context={context}
      title={t.title}
      styles={[style]}
      hasErrors={Boolean(tried)}
      breadcrumbs={[{ href: '/tokens', label: t.systems }, { label: t.title }]}
    >
      {tried && <ErrorSummary errorList={[{ href: '#hosts', text: error }]} />}
      <h1 class="ds-h1">{t.headline(format(context.lang).number(on), on)}</h1>
      <p class="govuk-body">{t.lead}</p>
      {hosts.length > 0 ? (
        <p class="govuk-body">
          <a class="ds-button" href="/notices/add">
            {t.add}
          </a>
        </p>
      ) : (
        <p class="govuk-body">{t.noHosts}</p>
      )}
      {all.length > 0 && <Listing all={all} t={t} lang={context.lang} />}
      <form method="post" action="/notices/hosts" class="ds-form ds-section" novalidate>
        <input type="hidden" name="command" value={newId()} />
        <Textarea
          name="hosts"
          label={{ text: t.hosts, classes: 'govuk-label--m' }}
          hint={`${t.hostsHint}. ${t.hostsLead}`}
          value={tried?.hosts ?? hosts.map(shownHost).join('\n')}
          rows={5}
          spellcheck={false}
          {...(tried ? { errorMessage: error } : {})}
        />
        <Button text={t.hostsSave} />
      </form>
    </Page>,
    tried ? 422 : 200,
  )
}

function Listing({ all, t, lang }: { all: readonly Subscription[]; t: Words; lang: Lang }) {
  return (
    <table class="ds-table">
      <caption class="ds-hide">{t.caption}</caption>
      <thead>
        <tr>
          {[t.name, t.stands, t.behind].map(head => (
            <th scope="col">{head}</th>
          ))}
        </tr>
      </thead>
      <tbody>
        {all.map(one => (
          <tr>
            <th scope="row" class="ds-breaks-anywhere">
              <a href={`/notices/${one.id}`}>{one.name}</a>
              <div class="ds-quiet">{one.address && hostOf(one.address)}</div>
            </th>
            <td>{stateWords(one, t)}</td>
            <td>{one.state !== 'ended' && behindWords(one, t, lang)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function hostOf(address: string): string {
  return URL.canParse(address) ? new URL(address).host : address
}

export function stateWords(one: Subscription, t: Words): string {
  if (one.reason)
    return t.states[one.state === 'ended' && one.reason === 'by-hand' ? 'ended' : one.reason]
  if (one.isHeld) return t.states.held
  return one.tries > 0 ? t.states.waiting : t.states[one.state === 'on' ? 'on' : 'ended']
}

export function behindWords({ head, after }: Subscription, t: Words, lang: Lang): string {
  const by = Math.max(0, head - after)
  return by === 0 ? t.upToDate : t.behindBy(format(lang).number(by))
}
