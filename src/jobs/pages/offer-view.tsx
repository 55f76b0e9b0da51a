// Can you do this? What, by when, where about, how much: neither a name nor a street.
import { newId } from '../../kernel/ids.ts'
import { format } from '../../pages/format.ts'
import { Page, type PageContext } from '../../pages/layout.tsx'
import { LangContext, useLang } from '../../pages/strings/index.ts'
import { getJobKind } from '../domain/kinds.ts'
import type { Offer } from '../store/own-jobs.ts'
import { myJobStrings } from './my-strings.ts'

type Shown = { readonly offer: Offer; readonly now: number }

export function OfferPage({ context, offer, now }: Shown & { context: PageContext }) {
  const t = myJobStrings(context.lang)
  const kind = getJobKind(offer.kind)
  const crumbs = [{ href: '/my/jobs', label: t.title }, { label: kind.label }]
  return (
    <Page context={context} title={kind.ask} breadcrumbs={crumbs}>
      <LangContext.Provider value={context.lang}>
        <h1 class="ds-h1 ds-headline">
          <span class="ds-headline__first">{kind.ask}</span>
        </h1>
        {offer.ask && <p class="ds-next">{t.askedOfYou}</p>}
        <OfferFacts offer={offer} now={now} />
        <p class="ds-section">{offer.people === 2 ? t.beforeTwo : t.before}</p>
        <form method="post" action={`/my/jobs/${offer.id}/claim`} class="ds-acts ds-section">
          <input type="hidden" name="command" value={newId()} />
          <button type="submit" class="ds-button">
            {t.yes}
          </button>{' '}
          {!offer.ask && (
            <a class="ds-button ds-button--second" href="/my/jobs">
              {t.no}
            </a>
          )}
        </form>
        {offer.ask && (
          <form method="post" action={`/my/jobs/${offer.id}/decline`} class="ds-acts">
            <input type="hidden" name="command" value={newId()} />
            <input type="hidden" name="ask" value={offer.ask} />
            <button type="submit" class="ds-button ds-button--second">
              {t.no}
            </button>
          </form>
        )}
      </LangContext.Provider>
    </Page>
  )
}

export function OfferFacts({ offer, now }: Shown) {
  const lang = useLang()
  const t = myJobStrings(lang)
  const { minutes, safely } = getJobKind(offer.kind)
  const { vehicle } = safely
  const needs = [
    ...(vehicle === 'none' ? [] : [t.vehicles[vehicle]]),
    ...(safely.light === 'day' ? [t.daylight] : []),
  ]
  return (
    <dl class="ds-facts">
      <dt>{t.byWhen}</dt>
      <dd>
        <b>{format(lang).near(offer.dueAt, now)}</b>
      </dd>
      <dt>{t.where}</dt>
      <dd>{[offer.zone, offer.village].filter(Boolean).join(', ')}</dd>
      <dt>{t.size}</dt>
      <dd>{t.sizes[offer.size]}</dd>
      <dt>{t.time}</dt>
      <dd>{t.takes(minutes)}</dd>
      {(needs.length > 0 || offer.people === 2) && (
        <>
          <dt>{t.needs}</dt>
          <dd>
            {[...needs, ...(offer.people === 2 ? [t.takesTwo] : [])].join('. ')}
            {offer.isHalf && <span class="ds-under">{t.waitsForSecond}</span>}
          </dd>
        </>
      )}
    </dl>
  )
}
