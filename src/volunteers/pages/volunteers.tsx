// Who helps, in which village, and who of them rests?
import { isId } from '../../kernel/ids.ts'
import { format } from '../../pages/format.ts'
import { NotificationBanner } from '../../pages/govuk/index.ts'
import { Page } from '../../pages/layout.tsx'
import { LangContext } from '../../pages/strings/index.ts'
import { pageContext } from '../../web/page-context.tsx'
import { type Ctx, holds, reading } from '../../web/request.ts'
import { TakeLinks, takeAddress } from '../../web/take-links.tsx'
import {
  type Asked,
  shows,
  supplyByVillage,
  type VillageSupply,
  volunteersOf,
} from '../store/listed.ts'
import { volunteerStrings } from './strings.ts'
import { Filter, SupplyTable, VolunteersTable } from './volunteers-parts.tsx'

/** What is wrong in the address is not asked for. */
export function askedOf(query: Readonly<Record<string, string>>, now: number): Asked {
  const show = shows.find(one => one === query.show) ?? 'all'
  return { now, show, village: isId(query.village) ? query.village : undefined }
}

/** GET /volunteers */
export async function showVolunteers(c: Ctx) {
  const seen = await reading(c, 'volunteers.read', async (tx, scope, now) => {
    const asked = askedOf(c.req.query(), now)
    const { total, rows } = await volunteersOf(tx, scope, asked)
    return { asked, now, total, rows, supply: await supplyByVillage(tx, scope, now) }
  })
  const context = await pageContext(c, '/volunteers')
  const { lang } = context
  const t = volunteerStrings(lang)
  const { number } = format(lang)
  const { asked, rows, total, supply, now } = seen
  return c.html(
    <Page context={context} title={t.title}>
      <LangContext.Provider value={lang}>
        {c.req.query('erased') === '1' && <NotificationBanner text={t.erased} type="success" />}
        <Headline lang={lang} supply={supply} />
        {holds(c, 'volunteers.manage') && (
          <p class="ds-noprint">
            <a href="/volunteers/new">{t.add}</a>
          </p>
        )}
        <Filter asked={asked} />
        <VolunteersTable rows={rows} now={now} />
        {rows.length < total && (
          <p class="ds-quiet">{t.more(number(rows.length), number(total))}</p>
        )}
        <TakeLinks at={takeAddress(c, 'volunteers.take')} />
        <SupplyTable rows={supply} mayChange={holds(c, 'volunteers.manage')} />
      </LangContext.Provider>
    </Page>,
  )
}

type Shown = {
  readonly lang: 'en' | 'cy' | 'pseudo'
  readonly supply: readonly VillageSupply[]
}

function Headline({ lang, supply }: Shown) {
  const t = volunteerStrings(lang)
  const { number } = format(lang)
  const ready = supply.reduce((sum, one) => sum + one.ready, 0)
  const resting = supply.reduce((sum, one) => sum + one.resting, 0)
  const isNobody = ready + resting === 0
  return (
    <h1 class="ds-h1 ds-headline">
      <span class="ds-headline__first">{isNobody ? t.none : t.headline(ready, number(ready))}</span>
      {resting > 0 && (
        <span class="ds-headline__rest">{t.restingNow(resting, number(resting))}</span>
      )}
    </h1>
  )
}
