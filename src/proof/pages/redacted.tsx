// What is said of a proof to whoever may ask by law? Counts that point at nobody, and their own
// line.
import type { Scope } from '../../access/index.ts'
import { isId } from '../../kernel/ids.ts'
import { format } from '../../pages/format.ts'
import { Page } from '../../pages/layout.tsx'
import { LangContext, useLang } from '../../pages/strings/index.ts'
import { sourceName } from '../../people/index.ts'
import { channelWord, outcomeWord, PrintLine, reasonWord } from '../../picture/index.ts'
import type { Tx } from '../../store/open.ts'
import { notFoundPage } from '../../web/error-pages.tsx'
import { pageContext } from '../../web/page-context.tsx'
import { type Ctx, reading } from '../../web/request.ts'
import type { OwnLine, RedactedPart, ShownCounts } from '../domain/proof-form.ts'
import { states } from '../domain/terms.ts'
import { writeProofFile } from '../read-proof-file.ts'
import { fingerprintOf } from '../signing.ts'
import { findRedacted } from '../store/redact-proof.ts'
import { sendFile } from './proof.tsx'
import { proofStrings } from './strings.ts'
import { proofStyle } from './style.ts'

async function redactedAsked(c: Ctx) {
  const id = c.req.param('redaction')
  if (!isId(id)) return undefined
  return reading(c, 'proof.redact', (tx: Tx, scope: Scope) => findRedacted(tx, scope, id))
}

/** GET /redacted-proofs/:redaction/file.json */
export async function sendRedacted(c: Ctx) {
  const found = await redactedAsked(c)
  if (!found) return notFoundPage(c)
  const { part } = found
  return sendFile(c, `proof-${part.head.number}-redacted.json`, writeProofFile([part]))
}

/** GET /redacted-proofs/:redaction */
export async function showRedacted(c: Ctx) {
  const found = await redactedAsked(c)
  if (!found) return notFoundPage(c)
  const { part, redaction } = found
  const { head } = part
  const context = await pageContext(c, '/campaigns')
  const t = proofStrings(context.lang)
  const number = format(context.lang).number(head.number)
  const title = t.redact.formHeadline(number, head.place?.name ?? t.whole)
  const crumbs = [
    { href: '/proofs', label: t.proofs },
    { href: `/proofs/${redaction.proof}`, label: t.title(number) },
    { label: t.redact.formTitle },
  ]
  return c.html(
    <Page context={context} title={t.redact.formTitle} breadcrumbs={crumbs} styles={[proofStyle]}>
      <LangContext.Provider value={context.lang}>
        <PrintLine
          context={context}
          what={title}
          at={Date.parse(head.at)}
          now={c.var.node.clock.now()}
        />
        <h1 class="ds-h1 ds-headline">{title}</h1>
        <About part={part} />
        {head.own && <Own own={head.own} />}
        <h2 class="ds-h2">{t.redact.together}</h2>
        <Counted part={part} />
        <h2 class="ds-h2">{t.redact.because}</h2>
        <ul class="govuk-list govuk-list--bullet">
          {head.hidden.map(one => (
            <li>{t.redact.hidden[one]}</li>
          ))}
        </ul>
        <p class="ds-noprint">
          <a href={`/redacted-proofs/${redaction.id}/file.json`}>{t.redact.fileLink}</a>
        </p>
      </LangContext.Provider>
    </Page>,
  )
}

function About({ part: { head } }: { part: RedactedPart }) {
  const lang = useLang()
  const t = proofStrings(lang)
  const show = format(lang)
  return (
    <dl class="ds-facts">
      <dt>{t.campaign}</dt>
      <dd>{t.what(head.campaign.title, show.number(head.round.number))}</dd>
      <dt>{t.at}</dt>
      <dd>{show.timeAndDate(Date.parse(head.at))}</dd>
      <dt>{t.redact.asked}</dt>
      <dd>{t.redact.laws[head.law]}</dd>
      <dt>{t.redact.wholeProof}</dt>
      <dd class="ds-proof__hash">{head.of}</dd>
      <dt>{t.key}</dt>
      <dd class="ds-proof__hash">{fingerprintOf(head.key)}</dd>
    </dl>
  )
}

function Own({ own }: { own: OwnLine }) {
  const lang = useLang()
  const t = proofStrings(lang)
  const show = format(lang)
  const lists = own.lists.map(({ list, number }) =>
    t.version(sourceName(lang, list), show.number(number)),
  )
  return (
    <section class="ds-section" aria-labelledby="h-own">
      <h2 class="ds-h2" id="h-own">
        {t.redact.own}
      </h2>
      <p>
        <b>{t.states[own.state]}</b>
        {own.reason && `: ${reasonWord(lang, own.reason)}`}
        {`. ${t.since} ${show.timeAndDate(Date.parse(own.since))}`}
      </p>
      <p>
        {t.redact.onLists}: {lists.length === 0 ? t.byHand : lists.join(', ')}
      </p>
      <h3 class="ds-h3">{t.redact.tries}</h3>
      {own.tries.length === 0 ? (
        <p>{t.redact.noTries}</p>
      ) : (
        <ul class="govuk-list">
          {own.tries.map(({ at, channel, outcome }) => (
            <li>
              {show.timeAndDate(Date.parse(at))}. {channelWord(lang, channel)}:{' '}
              {outcomeWord(lang, outcome)}
            </li>
          ))}
        </ul>
      )}
    </section>
  )
}

function Counted({ part: { head, lines } }: { part: RedactedPart }) {
  const t = proofStrings(useLang())
  return (
    <section class="ds-scroll" aria-label={t.redact.together} tabindex={0}>
      <table class="ds-table">
        <caption class="ds-hide">{t.redact.villages}</caption>
        <thead>
          <tr>
            <th scope="col">{t.redact.villages}</th>
            {states.map(state => (
              <th scope="col" class="ds-number">
                {t.states[state]}
              </th>
            ))}
            <th scope="col" class="ds-number">
              {t.listed}
            </th>
          </tr>
        </thead>
        <tbody>
          {lines.map(({ villages, counts }) => (
            <CountRow
              name={villages.map(name => name || t.placeUnknown).join(', ')}
              counts={counts}
            />
          ))}
        </tbody>
        <tfoot>
          <CountRow name={head.place?.name ?? t.whole} counts={head.counts} />
        </tfoot>
      </table>
    </section>
  )
}

function CountRow({ name, counts }: { name: string; counts: ShownCounts }) {
  const lang = useLang()
  const t = proofStrings(lang)
  const said = (n: number | null) => (n === null ? t.redact.notSaid : format(lang).number(n))
  return (
    <tr>
      <th scope="row">{name}</th>
      {states.map(state => (
        <td class="ds-number">{said(counts[state])}</td>
      ))}
      <td class="ds-number">{said(counts.listed)}</td>
    </tr>
  )
}
