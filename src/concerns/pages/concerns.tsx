// Whom are we worried about, since when, by when, and who answers? The most overdue first.
import { recordRead } from '../../access/index.ts'
import { headOf, Live, liveScript, liveStyle } from '../../live/index.ts'
import { format } from '../../pages/format.ts'
import { Page } from '../../pages/layout.tsx'
import { LangContext, useLang } from '../../pages/strings/index.ts'
import { pageContext } from '../../web/page-context.tsx'
import { type Ctx, reading } from '../../web/request.ts'
import type { Standing } from '../domain/shown.ts'
import type { OpenConcern } from '../store/queries.ts'
import { type ConcernsNow, readStandings } from '../store/read-standings.ts'
import { DeskState, whoAnswers } from './concern-parts.tsx'
import { concernStrings } from './strings.ts'

export async function showConcerns(c: Ctx) {
  const context = await pageContext(c, '/concerns')
  const { since, now, ...found } = await reading(c, 'concerns.handle', async (tx, scope, now) => {
    const since = await headOf(tx, scope)
    const found = await readStandings(tx, scope, now)
    const subjects = found.standings.map(one => one.lead.person)
    await recordRead(tx, scope, { what: 'list', route: '/concerns', subjects, at: now })
    return { ...found, since, now }
  })
  const { lang } = context
  const t = concernStrings(lang)
  const { number } = format(lang)
  const count = found.standings.length
  const late = found.standings.filter(one => one.answerable.isLate).length
  const live = { may: 'concerns.handle', kinds: ['concerns', 'reach'], since, here: context.path }
  return c.html(
    <Page context={context} title={t.title} scripts={[liveScript]} styles={[liveStyle]}>
      <LangContext.Provider value={lang}>
        <h1 class="ds-h1 ds-headline">
          <span class="ds-headline__first">
            {count === 0 ? t.none : t.headline(count, number(count))}
          </span>
          {late > 0 && <span class="ds-headline__rest">{t.late(late, number(late))}</span>}
        </h1>
        <Live {...live} />
        <DeskState desk={found.desk} now={now} />
        {count > 0 && <Table found={found} now={now} />}
      </LangContext.Provider>
    </Page>,
  )
}

type Shown = { readonly found: ConcernsNow; readonly now: number }

function Table({ found, now }: Shown) {
  const t = concernStrings(useLang())
  return (
    <table class="ds-table ds-section">
      <caption class="govuk-visually-hidden">{t.caption}</caption>
      <thead>
        <tr>
          <th scope="col">{t.who}</th>
          <th scope="col" class="ds-wide">
            {t.why}
          </th>
          <th scope="col" class="ds-wide">
            {t.since}
          </th>
          <th scope="col">{t.due}</th>
          <th scope="col">{t.answers}</th>
        </tr>
      </thead>
      <tbody>
        {found.standings.map(one => (
          <Row one={one} found={found} now={now} />
        ))}
      </tbody>
    </table>
  )
}

function Row({ one, found, now }: Shown & { one: Standing<OpenConcern> }) {
  const lang = useLang()
  const t = concernStrings(lang)
  const { near } = format(lang)
  const { lead, answerable } = one
  return (
    <tr>
      <th scope="row">
        <a href={`/concerns/${lead.id}`}>{lead.name || t.erased}</a>
        {lead.street && <span class="ds-under ds-quiet">{lead.street}</span>}
        {one.isDanger && <Loud words={t.danger} />}
      </th>
      <td class="ds-wide">{t.causes[lead.cause]}</td>
      <td class="ds-wide">{near(one.since, now)}</td>
      <td>
        {near(one.dueAt, now)}
        {answerable.isLate && <Loud words={t.isLate} />}
      </td>
      <td>{whoAnswers(t, answerable, found)}</td>
    </tr>
  )
}

function Loud({ words }: { words: string }) {
  return (
    <span class="ds-under">
      <b class="ds-status--attention">{words}</b>
    </span>
  )
}
