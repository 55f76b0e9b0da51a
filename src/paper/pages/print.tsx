// Somebody prints a sheet: which, of whom, for whom and why. It is recorded before it is drawn.
import { recordRead } from '../../access/index.ts'
import { isId, newId } from '../../kernel/ids.ts'
import { isRefusal } from '../../kernel/refusal.ts'
import { ErrorSummary } from '../../pages/govuk/index.ts'
import { Page } from '../../pages/layout.tsx'
import { LangContext, useLang } from '../../pages/strings/index.ts'
import { notFoundPage, refusalPage } from '../../web/error-pages.tsx'
import { pageContext } from '../../web/page-context.tsx'
import { actFor, type Ctx, formOf, reading } from '../../web/request.ts'
import { printSheet } from '../domain/print-sheet.ts'
import { sheetKinds } from '../domain/terms.ts'
import { choicesFor, findNeed, isTheirs } from '../store/choices.ts'
import {
  answerFields,
  kindOf,
  type PrintAnswers,
  type PrintWrong,
  printInput,
  printProblems,
  readPrint,
} from './print-answers.ts'
import { PrintForm, type Shown, StreetsOf } from './print-form.tsx'
import { paperStrings, printStrings } from './strings.ts'
import { paperStyle } from './style.ts'

const permission = 'paper.print'

/** GET /sheets/print?kind=&campaign=&place= */
export async function showPrint(c: Ctx) {
  const asked = answerFields.map(name => [name, c.req.query(name) ?? ''] as const)
  const given = Object.fromEntries(asked) as Omit<PrintAnswers, 'kind'>
  const kind = kindOf(c.req.query('kind'))
  const { lang } = await pageContext(c, '/sheets')
  const rest = { blank: '20', days: '0', lang: lang === 'cy' ? 'cy' : 'en' }
  return printPage(c, { ...given, ...rest, kind }, [])
}

/** POST /sheets/print */
export async function savePrint(c: Ctx) {
  const form = await formOf(c)
  const answers = readPrint(form)
  const problems = printProblems(answers)
  if (problems.length > 0) return printPage(c, answers, problems)
  const id = form.commandId()
  const done = await actFor(c, printSheet, { id, input: printInput(answers, id) })
  if (!isRefusal(done)) return c.redirect(`/sheets/${id}`, 303)
  if (done.refused === 'nobody-left') return printPage(c, answers, ['nobody'])
  return refusalPage(c, done)
}

/** What is on the form besides the answers; undefined where somebody may not ask about it. */
function shownFor(c: Ctx, answers: PrintAnswers): Promise<Shown | undefined> {
  const within = c.req.query('within')
  return reading(c, permission, async (tx, scope, now) => {
    const { kind, need, person } = answers
    const found = kind === 'shopping' && isId(need) ? await findNeed(tx, scope, need) : undefined
    if (need !== '' && !found) return undefined
    if (person !== '' && !(isId(person) && (await isTheirs(tx, scope, person)))) return undefined
    if (found) {
      const subjects = [found.person]
      await recordRead(tx, scope, { what: 'open', route: '/sheets/print', subjects, at: now })
    }
    const asked = { within: isId(within) ? within : null, kind, now }
    const choices = await choicesFor(tx, scope, asked)
    return { choices, need: found, within: isId(within) ? within : '' }
  })
}

async function printPage(c: Ctx, answers: PrintAnswers, problems: readonly PrintWrong[]) {
  const shown = await shownFor(c, answers)
  if (!shown) return notFoundPage(c)
  const context = await pageContext(c, '/sheets')
  const t = printStrings(context.lang)
  const isWrong = problems.length > 0
  const crumbs = [{ href: '/sheets', label: paperStrings(context.lang).sheets }, { label: t.title }]
  const errors = problems.map(one => ({ text: t.wrong[one], href: `#${fieldOf(one)}` }))
  return c.html(
    <Page
      context={context}
      title={t.title}
      breadcrumbs={crumbs}
      hasErrors={isWrong}
      styles={[paperStyle]}
    >
      <LangContext.Provider value={context.lang}>
        {isWrong && <ErrorSummary errorList={errors} />}
        <h1 class="ds-h1">{t.title}</h1>
        <p>{t.lead}</p>
        <Kinds kind={answers.kind} />
        <StreetsOf answers={answers} shown={shown} />
        <PrintForm answers={answers} problems={problems} shown={shown} command={newId()} />
      </LangContext.Provider>
    </Page>,
    isWrong ? 422 : 200,
  )
}

function fieldOf(wrong: PrintWrong): string {
  if (wrong === 'nobody') return 'campaign'
  return wrong === 'long' ? 'forWhom' : wrong
}

function Kinds({ kind }: { kind: PrintAnswers['kind'] }) {
  const lang = useLang()
  const t = paperStrings(lang)
  return (
    <nav aria-label={printStrings(lang).kindTitle}>
      <ul class="ds-paper-kinds">
        {sheetKinds.map(one => (
          <li>
            {one === kind ? (
              <b aria-current="page">{t.kinds[one]}</b>
            ) : (
              <a href={`/sheets/print?kind=${one}`}>{t.kinds[one]}</a>
            )}
          </li>
        ))}
      </ul>
    </nav>
  )
}
