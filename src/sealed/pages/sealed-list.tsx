// One sealed list: what was agreed, the file that waits, opening, closing, and the receipt.
import type { Child } from 'hono/jsx'
import { csvLine } from '../../files-out/index.ts'
import { isId, newId } from '../../kernel/ids.ts'
import { isRefusal } from '../../kernel/refusal.ts'
import { type FileProblem, listStrings } from '../../lists/index.ts'
import { format } from '../../pages/format.ts'
import { Button, ErrorSummary, FileUpload, Input, Textarea } from '../../pages/govuk/index.ts'
import { Page } from '../../pages/layout.tsx'
import { Notice } from '../../pages/notice.tsx'
import { LangContext, useLang } from '../../pages/strings/index.ts'
import { notFoundPage, refusalPage } from '../../web/error-pages.tsx'
import { sentFile } from '../../web/multipart.ts'
import { pageContext } from '../../web/page-context.tsx'
import { type Ctx, formOf, reading } from '../../web/request.ts'
import { openDaysMax, openDaysUsual, opener, whyLettersMax } from '../domain/rules.ts'
import { closeSealed } from '../store/close-sealed.ts'
import { destroySealed, handInSealed } from '../store/keep-sealed.ts'
import { openSealed } from '../store/open-sealed.ts'
import { findSealed, occasionsInForce, type Receipt, type SealedList } from '../store/queries.ts'
import { mayKeep, mayOpen, read } from './sealed.tsx'
import { CheckPart, checkedFile } from './sealed-check.tsx'
import { type Answers, type Field, useErrors } from './sealed-forms.tsx'
import { sealedStrings } from './strings.ts'

const nothing: Answers = { values: {}, wrong: [] }
const addressOf = (id: string) => `/sealed/lists/${id}`

/** GET /sealed/lists/:sealed */
export async function showSealedList(c: Ctx) {
  return listPage(c, nothing)
}

/** POST /sealed/lists/:sealed/file */
export async function saveSealedFile(c: Ctx) {
  const id = c.req.param('sealed')
  if (!isId(id) || !(await mayKeep(c))) return notFoundPage(c)
  const file = await sentFile(c.req.raw, 'file').catch(() => undefined)
  if (!file || file.name === '') return listPage(c, { values: {}, wrong: ['file'] })
  const { node, actor } = c.var
  const given = { id: newId(), sealed: id, chunks: file.chunks }
  const found = await handInSealed(node, actor, given)
  if (isRefusal(found)) return refusalPage(c, found)
  if (found) return listPage(c, { values: {}, wrong: ['file'], ofFile: fileWords(found) })
  return c.redirect(addressOf(id), 303)
}

/** Names of columns are the only words of the file that are said. */
function fileWords({ problem, columns = [] }: FileProblem): string {
  const { problems } = listStrings('en')
  return [problems[problem], columns.join(', ')].filter(text => text !== '').join(' ')
}

/** POST /sealed/lists/:sealed/open */
export async function saveOpening(c: Ctx) {
  const id = c.req.param('sealed')
  if (!isId(id) || !(await mayOpen(c))) return notFoundPage(c)
  const form = await formOf(c)
  const answers = read(form, ['why', 'days'])
  const { why = '', days: text = '' } = answers.values
  const days = /^\d{1,2}$/.test(text) ? Number(text) : 0
  const wrong: Field[] = [
    ...(why === '' || why.length > whyLettersMax ? (['why'] as const) : []),
    ...(days < 1 || days > openDaysMax ? (['days'] as const) : []),
  ]
  if (wrong.length > 0) return listPage(c, { ...answers, wrong })
  const { node, actor } = c.var
  const opening = { id: form.commandId(), sealed: id, why, days }
  const refusal = await openSealed(node, actor, opening)
  return isRefusal(refusal) ? refusalPage(c, refusal) : c.redirect(addressOf(id), 303)
}

/** POST /sealed/lists/:sealed/close */
export async function saveClosing(c: Ctx) {
  const id = c.req.param('sealed')
  if (!isId(id) || !(await mayOpen(c))) return notFoundPage(c)
  const form = await formOf(c)
  const { node, actor } = c.var
  const closing = { id: form.commandId(), sealed: id, why: 'by-hand' as const }
  const refusal = await closeSealed(node, actor, closing)
  return isRefusal(refusal) ? refusalPage(c, refusal) : c.redirect(addressOf(id), 303)
}

/** POST /sealed/lists/:sealed/destroy */
export async function saveDestruction(c: Ctx) {
  const id = c.req.param('sealed')
  if (!isId(id) || !(await mayKeep(c))) return notFoundPage(c)
  const refusal = await destroySealed(c.var.node, c.var.actor, id)
  return isRefusal(refusal) ? refusalPage(c, refusal) : c.redirect(addressOf(id), 303)
}

/** GET /sealed/lists/:sealed/receipt.csv */
export async function sendReceipt(c: Ctx) {
  const id = c.req.param('sealed')
  const found = isId(id) ? await sealedOf(c, id) : undefined
  if (!found?.receipt) return notFoundPage(c)
  const lines = receiptLines(sealedStrings('en'), found.receipt).map(line => csvLine(line))
  return c.body(`\ufeff${lines.join('')}`, 200, {
    'content-type': 'text/csv; charset=utf-8',
    'content-disposition': 'attachment; filename="receipt.csv"',
  })
}

function sealedOf(c: Ctx, id: string) {
  return reading(c, 'sealed.read', async (tx, scope) =>
    scope.everywhere ? findSealed(tx, scope.council, id) : undefined,
  )
}

type Words = ReturnType<typeof sealedStrings>

function receiptLines(t: Words, receipt: Receipt): [string, number][] {
  return [
    [t.receiptRows, receipt.rows],
    [t.receiptErased, receipt.erasedPeople],
    [t.receiptKept, receipt.keptPeople],
    [t.receiptKnown, receipt.knownPeople],
  ]
}

async function listPage(c: Ctx, answers: Answers) {
  const id = c.req.param('sealed')
  const found = isId(id) ? await sealedOf(c, id) : undefined
  if (!found) return notFoundPage(c)
  const declared = await reading(c, 'sealed.read', (tx, scope) =>
    occasionsInForce(tx, scope.council),
  )
  const context = await pageContext(c, '/lists')
  const t = sealedStrings(context.lang)
  const names: Readonly<Record<string, string>> = listStrings(context.lang).list
  const name = names[found.list] ?? found.list
  const isWrong = answers.wrong.length > 0
  const textOf = (field: Field) => (field === 'file' && answers.ofFile) || t.errors[field]
  const errors = answers.wrong.map(field => ({ text: textOf(field), href: `#${field}` }))
  const crumbs = [{ href: '/sealed', label: t.title }, { label: name }]
  const isItsDay = opener(found, declared) !== undefined
  const may = { keep: await mayKeep(c), open: await mayOpen(c) }
  const checked = may.keep ? await checkedFile(c, found) : undefined
  return c.html(
    <Page context={context} title={name} breadcrumbs={crumbs} hasErrors={isWrong}>
      <LangContext.Provider value={context.lang}>
        {isWrong && <ErrorSummary errorList={errors} />}
        <h1 class="ds-h1 ds-headline">{name}</h1>
        <About found={found} />
        {found.state === 'open' && <IsOpen found={found} mayClose={may.open} />}
        {found.state === 'sealed' && may.open && (
          <OpenForm id={found.id} answers={answers} isItsDay={isItsDay} />
        )}
        {checked && <CheckPart id={found.id} checked={checked} />}
        {found.receipt && <ReceiptPart found={found} receipt={found.receipt} />}
        {may.keep && found.state !== 'open' && found.state !== 'destroyed' && (
          <HandIn found={found} answers={answers} />
        )}
      </LangContext.Provider>
    </Page>,
    isWrong ? 422 : 200,
  )
}

function About({ found }: { found: SealedList }) {
  const t = sealedStrings(useLang())
  return (
    <dl class="ds-facts">
      <dt>{t.state}</dt>
      <dd>{t.states[found.state]}</dd>
      <dt>{t.owner}</dt>
      <dd>{found.owner}</dd>
      <dt>{t.contact}</dt>
      <dd>{found.contact}</dd>
      <dt>{t.rule}</dt>
      <dd>{t.rules[found.rule]}</dd>
      <dt>{t.area}</dt>
      <dd>{found.areaName ?? t.everywhere}</dd>
    </dl>
  )
}

function Act({ action, children }: { action: string; children: Child }) {
  return (
    <form method="post" action={action} novalidate>
      <input type="hidden" name="command" value={newId()} />
      {children}
    </form>
  )
}

type OpenProps = { id: string; answers: Answers; isItsDay: boolean }

function OpenForm({ id, answers, isItsDay }: OpenProps) {
  const t = sealedStrings(useLang())
  const error = useErrors(answers)
  const { values } = answers
  if (!isItsDay) return <Notice icon="later">{t.cannotOpen}</Notice>
  return (
    <section class="ds-section" aria-labelledby="h-open">
      <h2 class="ds-h2" id="h-open">
        {t.open}
      </h2>
      <p>{t.openLead}</p>
      <Act action={`${addressOf(id)}/open`}>
        <Textarea name="why" label={t.why} rows={2} value={values.why ?? ''} {...error('why')} />
        <Input
          name="days"
          label={t.days}
          hint={t.daysHint}
          inputmode="numeric"
          value={values.days ?? openDaysUsual}
          {...error('days')}
        />
        <Button text={t.openButton} preventDoubleClick />
      </Act>
    </section>
  )
}

function IsOpen({ found, mayClose }: { found: SealedList; mayClose: boolean }) {
  const lang = useLang()
  const t = sealedStrings(lang)
  const { timeAndDate } = format(lang)
  const { openedAt, dueAt } = found
  return (
    <section class="ds-section" aria-labelledby="h-is-open">
      <h2 class="ds-h2" id="h-is-open">
        {t.states.open}
      </h2>
      <p>
        {openedAt && t.isOpen(timeAndDate(openedAt), found.openedByName ?? '')} {t.openWhy}{' '}
        {found.openedWhy}. {dueAt && t.due(timeAndDate(dueAt))}
      </p>
      <p>
        <a href={`/lists/versions/${found.version}`}>{t.version}</a>
      </p>
      {mayClose && (
        <Act action={`${addressOf(found.id)}/close`}>
          <p>{t.closeLead}</p>
          <Button text={t.close} preventDoubleClick />
        </Act>
      )}
    </section>
  )
}

function ReceiptPart({ found, receipt }: { found: SealedList; receipt: Receipt }) {
  const lang = useLang()
  const t = sealedStrings(lang)
  const { timeAndDate, number } = format(lang)
  const why: Readonly<Record<string, string>> = t.closedWhy
  return (
    <section class="ds-section" aria-labelledby="h-receipt">
      <h2 class="ds-h2" id="h-receipt">
        {t.receipt}
      </h2>
      <p>
        {found.closedAt && t.receiptLead(timeAndDate(found.closedAt))} {why[found.closedWhy ?? '']}
      </p>
      <dl class="ds-facts">
        {receiptLines(t, receipt).map(([what, n]) => (
          <>
            <dt>{what}</dt>
            <dd>{number(n)}</dd>
          </>
        ))}
      </dl>
      <p>
        <a href={`${addressOf(found.id)}/receipt.csv`}>{t.receiptTake}</a>
      </p>
    </section>
  )
}

function HandIn({ found, answers }: { found: SealedList; answers: Answers }) {
  const t = sealedStrings(useLang())
  const error = useErrors(answers)
  const isFirst = found.state === 'agreed' || found.state === 'closed'
  return (
    <section class="ds-section" aria-labelledby="h-file">
      <h2 class="ds-h2" id="h-file">
        {isFirst ? t.handIn : t.handInAgain}
      </h2>
      <form method="post" action={`${addressOf(found.id)}/file`} enctype="multipart/form-data">
        <FileUpload name="file" label={t.handIn} hint={t.handInHint} {...error('file')} />
        <Button text={t.handInButton} preventDoubleClick />
      </form>
      <Act action={`${addressOf(found.id)}/destroy`}>
        <button class="ds-link-button" type="submit">
          {t.destroy}
        </button>
      </Act>
    </section>
  )
}
