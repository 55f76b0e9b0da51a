// What does one proof say? The copy of codes: to be read, printed, and counter-signed.
import type { ListAsked, ListTable } from '../../files-out/index.ts'
import { isId, newId } from '../../kernel/ids.ts'
import { isRefusal } from '../../kernel/refusal.ts'
import { format } from '../../pages/format.ts'
import { ErrorSummary } from '../../pages/govuk/index.ts'
import { Page } from '../../pages/layout.tsx'
import { LangContext, useLang } from '../../pages/strings/index.ts'
import { PrintLine } from '../../picture/index.ts'
import { notFoundPage, refusalPage } from '../../web/error-pages.tsx'
import { pageContext } from '../../web/page-context.tsx'
import { type Ctx, formOf, holds, reading } from '../../web/request.ts'
import { TakeLinks, takeAddress } from '../../web/take-links.tsx'
import { writeProofFile } from '../read-proof-file.ts'
import {
  type Countersign,
  countersign,
  countersignsOf,
  remarkLettersMax,
} from '../store/countersign.ts'
import { proofParts } from '../store/proof-parts.ts'
import { findProof } from '../store/proofs.ts'
import { type Found, type PageOf, pageAsked, withProof } from './asked.ts'
import { CountersignForm, type SignAnswers } from './countersign-form.tsx'
import { linesFile } from './lines-file.ts'
import { LinesTable, Pages } from './lines-table.tsx'
import { Countersigns, ProofSum, placeName, Rests } from './proof-parts.tsx'
import { proofStrings } from './strings.ts'
import { proofStyle } from './style.ts'

const nothing: SignAnswers = { answer: '', remark: '', wrong: [] }

/** GET /proofs/:proof */
export async function showProof(c: Ctx) {
  return proofPage(c, nothing)
}

/** POST /proofs/:proof/countersign */
export async function saveCountersign(c: Ctx) {
  const id = c.req.param('proof')
  if (!isId(id)) return notFoundPage(c)
  const form = await formOf(c)
  const seen = await reading(c, 'proof.countersign', (tx, scope) => findProof(tx, scope, id))
  if (!seen) return notFoundPage(c)
  const [answer, remark] = [form.text('answer'), form.text('remark')]
  const isSilent = remark === '' && answer === 'no'
  const wrong: SignAnswers['wrong'] = [
    ...(['yes', 'no'].includes(answer) ? [] : (['answer'] as const)),
    ...(isSilent || remark.length > remarkLettersMax ? (['remark'] as const) : []),
  ]
  if (wrong.length > 0) return proofPage(c, { answer, remark, wrong })
  const refusal = await countersign(c.var.node, c.var.actor, {
    id: form.commandId(),
    proof: id,
    digest: form.text('digest'),
    agrees: answer === 'yes',
    remark,
  })
  return isRefusal(refusal) ? refusalPage(c, refusal) : c.redirect(`/proofs/${id}`, 303)
}

type Shown = Found & { signs: readonly Countersign[]; page: PageOf<Found['coverage']['lines'][0]> }

async function proofPage(c: Ctx, answers: SignAnswers) {
  const found = await withProof(c, 'proof.read', async asked => {
    const { tx, scope, proof, coverage } = asked
    const page = pageAsked(c, coverage.lines)
    return (
      page && { proof, coverage, page, signs: await countersignsOf(tx, scope.council, proof.id) }
    )
  })
  if (!found) return notFoundPage(c)
  const context = await pageContext(c, '/campaigns')
  const t = proofStrings(context.lang)
  const { proof, signs } = found
  const number = format(context.lang).number(proof.number)
  const isWrong = answers.wrong.length > 0
  const mayCountersign =
    holds(c, 'proof.countersign') &&
    proof.issuedBy !== c.var.actor.id &&
    signs.every(({ by }) => by !== c.var.actor.id)
  const errors = { answer: t.chooseAnswer, remark: t.sayWhat }
  const crumbs = [
    { href: '/campaigns', label: t.campaigns },
    { href: '/proofs', label: t.proofs },
    { label: t.title(number) },
  ]
  return c.html(
    <Page
      context={context}
      title={t.title(number)}
      breadcrumbs={crumbs}
      styles={[proofStyle]}
      hasErrors={isWrong}
    >
      <LangContext.Provider value={context.lang}>
        <PrintLine
          context={context}
          what={`${t.name(number, placeName(context.lang, proof))}. ${t.print}`}
          at={proof.at.getTime()}
          now={c.var.node.clock.now()}
        />
        {isWrong && (
          <ErrorSummary
            errorList={answers.wrong.map(field => ({ text: errors[field], href: `#${field}` }))}
          />
        )}
        <Body c={c} shown={found} />
        {mayCountersign && (
          <CountersignForm proof={proof} answers={answers} command={newId()} errors={errors} />
        )}
      </LangContext.Provider>
    </Page>,
    isWrong ? 422 : 200,
  )
}

function Body({ c, shown }: { c: Ctx; shown: Shown }) {
  const { proof, coverage, page, signs } = shown
  const { head, lines } = coverage
  const lang = useLang()
  const t = proofStrings(lang)
  const { number } = format(lang)
  const isNamed = holds(c, 'proof.names')
  return (
    <>
      <h1 class="ds-h1 ds-headline">{t.name(number(proof.number), placeName(lang, proof))}</h1>
      <ProofSum head={head} />
      <section class="ds-section">
        <div class="ds-cols ds-cols--2-1">
          <div>
            <h2 class="ds-h2">{t.rests}</h2>
            <Rests proof={proof} head={head} isNamed={isNamed} />
          </div>
          <Taking c={c} id={proof.id} />
        </div>
      </section>
      <section class="ds-section ds-proof__lines" aria-labelledby="h-lines">
        <h2 class="ds-h2" id="h-lines">
          {t.lines(lines.length, number(lines.length))}
        </h2>
        <p>{t.linesLead}</p>
        <section class="ds-scroll" aria-labelledby="h-lines" tabindex={0}>
          <LinesTable head={head} lines={page.rows} />
        </section>
        <Pages at={`/proofs/${proof.id}`} page={page} />
      </section>
      <section class="ds-section" aria-labelledby="h-signs">
        <h2 class="ds-h2" id="h-signs">
          {t.signTitle}
        </h2>
        <Countersigns proof={proof} all={signs} isNamed={isNamed} />
        <p class="ds-proof__sign">
          <span>
            {t.paperSign}. {t.paperName}
          </span>
          <span>{t.paperDay}</span>
        </p>
      </section>
    </>
  )
}

function Taking({ c, id }: { c: Ctx; id: string }) {
  const t = proofStrings(useLang())
  return (
    <div class="ds-noprint">
      <h2 class="ds-h2">{t.files}</h2>
      {holds(c, 'proof.take') && (
        <p>
          <a href={`/proofs/${id}/file.json`}>{t.file}</a>
        </p>
      )}
      <TakeLinks at={takeAddress(c, 'proof.take', `/proofs/${id}/lines`)} />
      {holds(c, 'proof.names') && (
        <p>
          <a href={`/proofs/${id}/names`}>{t.namesLink}</a>
        </p>
      )}
      {holds(c, 'proof.redact') && (
        <p>
          <a href={`/proofs/${id}/redact`}>{t.redactLink}</a>
        </p>
      )}
      <p>
        <a href="/proof-keys">{t.keys}</a>
      </p>
      <p class="ds-small ds-quiet">
        {t.check} <code>{t.command}</code>
      </p>
    </div>
  )
}

/** GET /proofs/:proof/file.json */
export async function sendProof(c: Ctx) {
  const found = await withProof(c, 'proof.take', async ({ tx, scope, proof }) => ({
    number: proof.number,
    text: writeProofFile(await proofParts(tx, scope.council, proof)),
  }))
  if (!found) return notFoundPage(c)
  return sendFile(c, `proof-${found.number}.json`, found.text)
}

export function sendFile(c: Ctx, name: string, text: string): Response {
  return c.body(text, 200, {
    'content-type': 'application/json; charset=utf-8',
    'content-disposition': `attachment; filename="${name}"`,
    'cache-control': 'no-store',
  })
}

export function proofTable(asked: ListAsked): Promise<ListTable | undefined> {
  return linesFile(asked, false)
}
