// Which proofs has the council issued, of which places?
import type { ListAsked, ListTable } from '../../files-out/index.ts'
import { wholeTable } from '../../files-out/index.ts'
import { isId } from '../../kernel/ids.ts'
import { format } from '../../pages/format.ts'
import { Page } from '../../pages/layout.tsx'
import { LangContext, useLang } from '../../pages/strings/index.ts'
import { pageContext } from '../../web/page-context.tsx'
import { type Ctx, holds, reading } from '../../web/request.ts'
import { TakeLinks, takeAddress } from '../../web/take-links.tsx'
import { type Proof, proofsOf } from '../store/proofs.ts'
import { placeName } from './proof-parts.tsx'
import { proofStrings } from './strings.ts'
import { proofStyle } from './style.ts'

/** GET /proofs */
export async function showProofs(c: Ctx) {
  const asked = c.req.query('campaign')
  const campaign = isId(asked) ? asked : null
  const all = await reading(c, 'proof.read', (tx, scope) => proofsOf(tx, scope, campaign))
  const context = await pageContext(c, '/campaigns')
  const t = proofStrings(context.lang)
  const crumbs = [{ href: '/campaigns', label: t.campaigns }, { label: t.proofs }]
  const mayIssue = campaign !== null && holds(c, 'proof.issue')
  return c.html(
    <Page context={context} title={t.proofs} breadcrumbs={crumbs} styles={[proofStyle]}>
      <LangContext.Provider value={context.lang}>
        <h1 class="ds-h1 ds-headline">
          {all.length === 0 ? t.none : t.headline(all.length, `${all.length}`)}
        </h1>
        <p>{t.lead}</p>
        <p>
          <a href="/proof-keys">{t.keys}</a>
        </p>
        {mayIssue && (
          <p>
            <a class="ds-button" href={`/campaigns/${campaign}/prove`}>
              {t.issue.button}
            </a>
          </p>
        )}
        {all.length > 0 && <Table all={all} />}
        <TakeLinks at={takeAddress(c, 'proof.take')} />
      </LangContext.Provider>
    </Page>,
  )
}

function Table({ all }: { all: readonly Proof[] }) {
  const lang = useLang()
  const t = proofStrings(lang)
  const show = format(lang)
  return (
    <section class="ds-scroll" aria-label={t.proofs} tabindex={0}>
      <table class="ds-table">
        <caption class="ds-hide">{t.proofs}</caption>
        <thead>
          <tr>
            <th scope="col">{t.number}</th>
            <th scope="col">{t.place}</th>
            <th scope="col">{t.campaign}</th>
            <th scope="col">{t.at}</th>
            <th scope="col" class="ds-number">
              {t.states.reached}
            </th>
            <th scope="col" class="ds-number">
              {t.listed}
            </th>
            <th scope="col" class="ds-number">
              {t.signs}
            </th>
          </tr>
        </thead>
        <tbody>
          {all.map(proof => (
            <tr>
              <th scope="row">
                <a href={`/proofs/${proof.id}`}>{t.title(show.number(proof.number))}</a>
              </th>
              <td>{placeName(lang, proof)}</td>
              <td>{proof.campaignTitle}</td>
              <td>{show.row(proof.at)}</td>
              <td class="ds-number">{show.number(proof.counts.reached)}</td>
              <td class="ds-number">{show.number(proof.counts.listed)}</td>
              <td class="ds-number">{show.number(proof.countersigns)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}

export async function proofsTable(asked: ListAsked): Promise<ListTable> {
  const { tx, scope, now, lang, query } = asked
  const t = proofStrings(lang)
  const campaign = isId(query.campaign) ? query.campaign : null
  const all = await proofsOf(tx, scope, campaign)
  return wholeTable({
    name: 'proofs',
    title: t.proofs,
    filter: t.headline(all.length, `${all.length}`),
    asAt: now,
    columns: [
      [t.number, 'number'],
      [t.place, 'text'],
      [t.campaign, 'text'],
      [t.at, 'moment'],
      [t.issued, 'moment'],
      [t.states.reached, 'number'],
      [t.states.tried, 'number'],
      [t.states.untried, 'number'],
      [t.states.excused, 'number'],
      [t.listed, 'number'],
      [t.signs, 'number'],
    ],
    rows: all.map(proof => ({ cells: cellsOf(lang, proof), people: [] })),
  })
}

function cellsOf(lang: ListAsked['lang'], proof: Proof) {
  const { counts, number, campaignTitle, at, issuedAt, countersigns } = proof
  const { reached, tried, untried, excused, listed } = counts
  const about = [number, placeName(lang, proof), campaignTitle, at, issuedAt]
  return [...about, reached, tried, untried, excused, listed, countersigns]
}
