// What was asked of partners, and what did they say? What waits longest on top.
import { recordRead } from '../../access/index.ts'
import { needLabel } from '../../needs/index.ts'
import { format } from '../../pages/format.ts'
import { Page } from '../../pages/layout.tsx'
import { LangContext, useLang } from '../../pages/strings/index.ts'
import { pageContext } from '../../web/page-context.tsx'
import { type Ctx, reading } from '../../web/request.ts'
import { TakeLinks, takeAddress } from '../../web/take-links.tsx'
import { openStates } from '../domain/terms.ts'
import { type Referral, referralsOf } from '../store/queries.ts'
import { isLate, StateShown } from './state-shown.tsx'
import { referralStrings } from './strings.ts'

/** GET /referrals */
export async function showReferrals(c: Ctx) {
  const { found, now } = await reading(c, 'referrals.read', async (tx, scope, at) => {
    const rows = await referralsOf(tx, scope)
    const subjects = [...new Set(rows.map(one => one.person))]
    await recordRead(tx, scope, { what: 'list', route: '/referrals', subjects, at })
    return { found: rows, now: at }
  })
  const context = await pageContext(c, '/referrals')
  const { lang } = context
  const t = referralStrings(lang)
  const { number } = format(lang)
  const open = found.filter(one => openStates.includes(one.state)).length
  const late = found.filter(one => isLate(one, now)).length
  return c.html(
    <Page context={context} title={t.title}>
      <LangContext.Provider value={lang}>
        <h1 class="ds-h1 ds-headline">
          <span class="ds-headline__first">
            {open === 0 ? t.none : t.headline(open, number(open))}
          </span>
          {late > 0 && <span class="ds-headline__rest">{t.late(late, number(late))}</span>}
        </h1>
        <p class="ds-quiet">{t.lead}</p>
        {found.length > 0 && <Table found={found} now={now} />}
        <TakeLinks at={takeAddress(c, 'referrals.take')} />
      </LangContext.Provider>
    </Page>,
  )
}

function Table({ found, now }: { found: readonly Referral[]; now: number }) {
  const t = referralStrings(useLang())
  return (
    <table class="ds-table ds-section">
      <caption class="govuk-visually-hidden">{t.caption}</caption>
      <thead>
        <tr>
          <th scope="col">{t.whom}</th>
          <th scope="col">{t.partner}</th>
          <th scope="col">{t.state}</th>
          <th scope="col">{t.due}</th>
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

function Row({ one, now }: { one: Referral; now: number }) {
  const lang = useLang()
  const t = referralStrings(lang)
  const { near } = format(lang)
  return (
    <tr>
      <th scope="row">
        <a href={`/referrals/${one.id}`}>{one.name || t.erased}</a>
        <span class="ds-under ds-quiet">
          {one.needKind ? needLabel({ kind: one.needKind }) : t.noNeed}
        </span>
      </th>
      <td>
        {one.partner}
        <span class="ds-under ds-quiet">{t.sentBy(one.sentByName, near(one.sentAt, now))}</span>
      </td>
      <td>
        <StateShown referral={one} now={now} />
        {one.reply && <span class="ds-under">{`“${one.reply}”`}</span>}
      </td>
      <td>{near(one.state === 'sent' ? one.answerBy : one.stateAt, now)}</td>
    </tr>
  )
}
