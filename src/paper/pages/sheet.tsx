// What is this sheet, who is on it, and what has come back on each line?
import { recordRead } from '../../access/index.ts'
import { isId, newId } from '../../kernel/ids.ts'
import { isRefusal } from '../../kernel/refusal.ts'
import { format } from '../../pages/format.ts'
import { Button, ErrorSummary, Input, Radios } from '../../pages/govuk/index.ts'
import { Page } from '../../pages/layout.tsx'
import { LangContext, useLang } from '../../pages/strings/index.ts'
import { notFoundPage, refusalPage } from '../../web/error-pages.tsx'
import { pageContext } from '../../web/page-context.tsx'
import { actFor, type Ctx, formOf, holds, reading } from '../../web/request.ts'
import { endSheet } from '../domain/end-sheet.ts'
import { sheetEnds } from '../domain/terms.ts'
import { linesOf, saidOf } from '../store/lines.ts'
import { findSheet, type Sheet } from '../store/sheets.ts'
import { SheetLines } from './sheet-lines.tsx'
import { stateOf } from './sheet-state.ts'
import { paperStrings } from './strings.ts'
import { paperStyle } from './style.ts'

/** GET /sheets/:sheet */
export async function showSheet(c: Ctx) {
  return sheetPage(c, false)
}

/** POST /sheets/:sheet/end */
export async function saveEnd(c: Ctx) {
  const form = await formOf(c)
  const sheet = c.req.param('sheet') ?? ''
  const how = sheetEnds.find(one => one === form.text('how'))
  if (!isId(sheet)) return notFoundPage(c)
  if (!how) return sheetPage(c, true)
  const input = { sheet, how, note: form.text('note').slice(0, 200) }
  const done = await actFor(c, endSheet, { id: form.commandId(), input })
  return isRefusal(done) ? refusalPage(c, done) : c.redirect(`/sheets/${sheet}`, 303)
}

function readSheet(c: Ctx) {
  const id = c.req.param('sheet') ?? ''
  return reading(c, 'paper.read', async (tx, scope, now) => {
    const sheet = isId(id) ? await findSheet(tx, scope, id) : undefined
    if (!sheet) return undefined
    const lines = await linesOf(tx, scope, sheet.id)
    const subjects = [
      ...new Set(lines.flatMap(({ person, name }) => (person && name ? person : []))),
    ]
    await recordRead(tx, scope, { what: 'list', route: '/sheets/sheet', subjects, at: now })
    return { sheet, lines, said: await saidOf(tx, scope, sheet.id), now }
  })
}

async function sheetPage(c: Ctx, isWrong: boolean) {
  const found = await readSheet(c)
  if (!found) return notFoundPage(c)
  const context = await pageContext(c, '/sheets')
  const t = paperStrings(context.lang)
  const { sheet, lines, said, now } = found
  const title = t.title(`${sheet.number}`)
  const state = stateOf(sheet, now)
  const mayEnd = holds(c, 'paper.end') && state !== 'destroyed'
  return c.html(
    <Page
      context={context}
      title={title}
      breadcrumbs={[{ href: '/sheets', label: t.sheets }, { label: title }]}
      hasErrors={isWrong}
      styles={[paperStyle]}
    >
      <LangContext.Provider value={context.lang}>
        {isWrong && <ErrorSummary errorList={[{ text: t.sheet.endWrong, href: '#how' }]} />}
        <h1 class="ds-h1">
          {title}: {t.kinds[sheet.kind]}
        </h1>
        {state === 'lost' && <p class="ds-wrong">{t.sheet.lostLead}</p>}
        <Acts c={c} sheet={sheet} isGone={state === 'destroyed'} />
        <Facts sheet={sheet} now={now} />
        {lines.length > 0 && <SheetLines sheet={sheet} lines={lines} said={said} />}
        {mayEnd && <EndForm sheet={sheet} isWrong={isWrong} />}
      </LangContext.Provider>
    </Page>,
    isWrong ? 422 : 200,
  )
}

function Acts({ c, sheet, isGone }: { c: Ctx; sheet: Sheet; isGone: boolean }) {
  const t = paperStrings(useLang()).sheet
  const at = `/sheets/${sheet.id}`
  const mayDraw = holds(c, 'paper.print') && !isGone && sheet.ended === null
  return (
    <p class="ds-acts">
      {mayDraw && (
        <a class="ds-button" href={`${at}/sheet.pdf`}>
          {t.file}
        </a>
      )}{' '}
      {mayDraw && (
        <a class="ds-button ds-button--second" href={`${at}/paper`}>
          {t.page}
        </a>
      )}{' '}
      {sheet.lines > 0 && holds(c, 'paper.type') && (
        <a class="ds-button ds-button--second" href={`${at}/type`}>
          {t.type}
        </a>
      )}
    </p>
  )
}

function Facts({ sheet, now }: { sheet: Sheet; now: number }) {
  const lang = useLang()
  const t = paperStrings(lang)
  const show = format(lang)
  const { columns } = t
  const { number } = show
  const facts: readonly (readonly [string, string])[] = [
    [columns.state, t.states[stateOf(sheet, now)]],
    [columns.forWhom, sheet.forWhom ?? ''],
    [t.sheet.reason, sheet.reason ?? ''],
    [t.sheet.ring, sheet.ring ?? ''],
    [columns.place, sheet.placeName ?? t.whole],
    [columns.printed, show.timeAndDate(sheet.printedAt)],
    [columns.by, sheet.printedBy ?? ''],
    [columns.due, show.date(sheet.dueBack)],
    [columns.destroyBy, show.date(sheet.destroyBy)],
    [columns.lines, t.backOf(number(sheet.back), number(sheet.lines))],
  ]
  return (
    <section class="ds-section" aria-labelledby="h-facts">
      <h2 class="ds-h2" id="h-facts">
        {t.sheet.facts}
      </h2>
      <dl class="ds-facts">
        {facts.map(([name, value]) => (
          <>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </>
        ))}
      </dl>
    </section>
  )
}

function EndForm({ sheet, isWrong }: { sheet: Sheet; isWrong: boolean }) {
  const t = paperStrings(useLang()).sheet
  const ends = { destroyed: t.destroyed, lost: t.lost }
  const possible = sheetEnds.filter(how => how !== sheet.ended)
  return (
    <form method="post" action={`/sheets/${sheet.id}/end`} class="ds-section ds-form" novalidate>
      <input type="hidden" name="command" value={newId()} />
      <Radios
        name="how"
        fieldset={{ legend: { text: t.end, classes: 'govuk-fieldset__legend--s' } }}
        items={possible.map(how => ({ value: how, text: ends[how] }))}
        {...(isWrong ? { errorMessage: t.endWrong } : {})}
      />
      <Input name="note" label={t.note} value="" />
      <Button text={t.save} preventDoubleClick />
    </form>
  )
}
