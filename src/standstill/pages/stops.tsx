// Where is all stopped, who is silent, and who is not home? Those in force first.
import { format } from '../../pages/format.ts'
import { Page } from '../../pages/layout.tsx'
import { LangContext, useLang } from '../../pages/strings/index.ts'
import { pageContext } from '../../web/page-context.tsx'
import { type Ctx, reading } from '../../web/request.ts'
import { type Standstill, standstillsOf } from '../store/queries.ts'
import { stopsStrings } from './strings.ts'

/** GET /stops */
export async function showStops(c: Ctx) {
  const { found, now } = await reading(c, 'standstill.stop', async (tx, scope, now) => ({
    found: await standstillsOf(tx, scope),
    now,
  }))
  const context = await pageContext(c, '/stops')
  const { lang } = context
  const t = stopsStrings(lang)
  const { number } = format(lang)
  const stands = found.filter(one => one.liftedAt === null).length
  const away = found.reduce((all, one) => all + one.away, 0)
  return c.html(
    <Page context={context} title={t.title}>
      <LangContext.Provider value={lang}>
        <h1 class="ds-h1 ds-headline">
          <span class="ds-headline__first">
            {stands === 0 ? t.none : t.inForce(stands, number(stands))}
          </span>
          {away > 0 && <span class="ds-headline__rest">{t.away(away, number(away))}</span>}
        </h1>
        <p>{t.startLead}</p>
        <p class="ds-acts">
          <a class="ds-button" href="/stops/new">
            {t.start}
          </a>
        </p>
        {found.length > 0 && <Table found={found} now={now} />}
      </LangContext.Provider>
    </Page>,
  )
}

function Table({ found, now }: { found: readonly Standstill[]; now: number }) {
  const t = stopsStrings(useLang())
  return (
    <table class="ds-table ds-section">
      <caption class="govuk-visually-hidden">{t.caption}</caption>
      <thead>
        <tr>
          <th scope="col">{t.where}</th>
          <th scope="col" class="ds-wide">
            {t.when}
          </th>
          <th scope="col" class="ds-wide">
            {t.who}
          </th>
          <th scope="col">{t.silent}</th>
          <th scope="col">{t.notHome}</th>
          <th scope="col">{t.state}</th>
        </tr>
      </thead>
      <tbody>
        {found.map(one => (
          <Row one={one} now={now} />
        ))}
      </tbody>
    </table>
  )
}

function Row({ one, now }: { one: Standstill; now: number }) {
  const lang = useLang()
  const t = stopsStrings(lang)
  const { near, number } = format(lang)
  return (
    <tr>
      <th scope="row">
        <a href={`/stops/${one.id}`}>{one.placeName ?? t.whole}</a>
      </th>
      <td class="ds-wide">{near(one.at, now)}</td>
      <td class="ds-wide">{one.by}</td>
      <td>{t.ofTotal(number(one.silent), number(one.told))}</td>
      <td class={one.away > 0 ? 'ds-status--attention' : ''}>
        {t.ofTotal(number(one.away), number(one.out))}
      </td>
      <td>{one.liftedAt ? t.wasLifted(near(one.liftedAt, now)) : <b>{t.stands}</b>}</td>
    </tr>
  )
}
