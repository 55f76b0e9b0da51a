// A sheet is typed back: one form for all lines. What is right is saved, what is not is asked.
import { recordRead } from '../../access/index.ts'
import { getPack } from '../../hazards/index.ts'
import { isId } from '../../kernel/ids.ts'
import { ErrorSummary } from '../../pages/govuk/index.ts'
import { Page } from '../../pages/layout.tsx'
import { LangContext } from '../../pages/strings/index.ts'
import { notFoundPage } from '../../web/error-pages.tsx'
import { pageContext } from '../../web/page-context.tsx'
import { type Ctx, formOf, reading } from '../../web/request.ts'
import { codeShown } from '../domain/line-code.ts'
import { linesOf, saidOf } from '../store/lines.ts'
import { asksOf, findPackOf } from '../store/sheet-facts.ts'
import { findSheet } from '../store/sheets.ts'
import { type TypedResult, typeTold, typeTried } from '../type-lines.ts'
import { penceOf } from './print-answers.ts'
import { SheetLines } from './sheet-lines.tsx'
import { paperStrings, typeStrings } from './strings.ts'
import { paperStyle } from './style.ts'
import {
  attemptOf,
  freshAnswers,
  readAnswers,
  type TypeAnswers,
  type TypeAsked,
  type TypedRow,
  textOf,
} from './type-answers.ts'
import { Parts, Saved, TypeForm } from './type-form.tsx'

const permission = 'paper.type'
/** Lines of one form; a longer sheet is typed back in parts. */
export const formLinesMax = 100

/** GET /sheets/:sheet/type?from=&code= */
export async function showTypeBack(c: Ctx) {
  const found = await readSheet(c)
  if (!found) return notFoundPage(c)
  return typePage(c, found, { answers: freshAnswers(found.asked), results: [] })
}

/** POST /sheets/:sheet/type */
export async function saveTypeBack(c: Ctx) {
  const form = await formOf(c)
  const found = await readSheet(c)
  if (!found) return notFoundPage(c)
  const every = { ...found.asked, lines: found.part }
  const answers = readAnswers(form, every)
  if (answers.isDayWrong) return typePage(c, found, { answers, results: [] })
  const right = answers.rows.filter(row => !row.isBlank && row.problems.length === 0)
  const results: TypedResult[] = []
  for (const row of right) results.push(await saveRow(c, found, row))
  const after = await readSheet(c)
  if (!after) return notFoundPage(c)
  const wrong = new Map(answers.rows.map(row => [row.line.id, row]))
  const rows = after.asked.lines.map(line => {
    const row = wrong.get(line.id)
    return row && row.problems.length > 0 ? { ...row, line } : rowBlank(after, line.id)
  })
  const worries = right.filter(({ read }) => read?.worry !== undefined).length
  const isRest = answers.isRest && rows.length > 0
  return typePage(c, after, { answers: { ...answers, isRest, rows }, results, worries })
}

type FoundSheet = NonNullable<Awaited<ReturnType<typeof readSheet>>>

function rowBlank({ asked }: FoundSheet, line: string): TypedRow {
  const rows = freshAnswers(asked).rows
  const row = rows.find(one => one.line.id === line)
  if (!row) throw new Error('A line that is asked for has a row.')
  return row
}

async function saveRow(c: Ctx, { asked }: FoundSheet, row: TypedRow): Promise<TypedResult> {
  const { node, actor } = c.var
  const { line, typed, total, read } = row
  const attempt = attemptOf(row)
  if (attempt) {
    const tried = { line: line.id, person: line.person, attempt, worry: read?.worry }
    return typeTried({ node, actor }, { ...tried, text: textOf(row) })
  }
  const { kind, need } = asked.sheet
  const who = [typed.who, typed.note].filter(text => text !== '').join('. ')
  const outcome = kind === 'shopping' ? typed.outcome.toUpperCase() : null
  const totalPence = penceOf(total) ?? null
  return typeTold({ node, actor }, { line: line.id, need, outcome, totalPence, text: who })
}

/** The lines of one part that are still to come, and what has come. */
function readSheet(c: Ctx) {
  const id = c.req.param('sheet') ?? ''
  const code = c.req.query('code') ?? ''
  return reading(c, permission, async (tx, scope, now) => {
    const sheet = isId(id) ? await findSheet(tx, scope, id) : undefined
    if (!sheet || sheet.lines === 0) return undefined
    const all = await linesOf(tx, scope, sheet.id)
    const said = await saidOf(tx, scope, sheet.id)
    const told = new Set(said.flatMap(one => (one.why === 'again' ? [] : [one.line])))
    const isBack = (line: (typeof all)[number]) => line.back !== null || told.has(line.id)
    const asked = all.findIndex(line => line.code === code)
    const from = asked < 0 ? Number(c.req.query('from') ?? 1) : asked + 1
    const first = Math.floor((Math.max(1, from || 1) - 1) / formLinesMax) * formLinesMax
    const part = all.slice(first, first + formLinesMax)
    const subjects = [
      ...new Set(part.flatMap(({ person, name }) => (person && name ? person : []))),
    ]
    await recordRead(tx, scope, { what: 'list', route: '/sheets/type', subjects, at: now })
    const chosen = await findPackOf(tx, scope.council, sheet.campaign)
    const pack = chosen && getPack(chosen.pack, chosen.version)
    const asks = asksOf(sheet, chosen?.memberKind)
    const toCome: TypeAsked = { sheet, lines: part.filter(line => !isBack(line)), pack, asks, now }
    return { asked: toCome, part, came: part.filter(isBack), said, first: first + 1 }
  })
}

type Shown = {
  readonly answers: TypeAnswers
  readonly results: readonly TypedResult[]
  readonly worries?: number
}

async function typePage(c: Ctx, found: FoundSheet, { answers, results, worries = 0 }: Shown) {
  const { asked, came, said, first } = found
  const context = await pageContext(c, '/sheets')
  const t = typeStrings(context.lang)
  const { sheet } = asked
  const at = `/sheets/${sheet.id}`
  const words = paperStrings(context.lang)
  const title = t.title(`${sheet.number}`)
  const errors = errorsOf(answers, t)
  const isWrong = errors.length > 0
  const crumbs = [
    { href: '/sheets', label: words.sheets },
    { href: at, label: words.title(`${sheet.number}`) },
    { label: title },
  ]
  return c.html(
    <Page
      context={context}
      title={title}
      breadcrumbs={crumbs}
      hasErrors={isWrong}
      styles={[paperStyle]}
    >
      <LangContext.Provider value={context.lang}>
        {isWrong && <ErrorSummary errorList={errors} />}
        <Saved results={results} worries={worries} late={lateOf(found, results)} />
        <h1 class="ds-h1">{title}</h1>
        <p>{t.lead}</p>
        <Parts sheet={sheet} size={formLinesMax} first={first} />
        {asked.lines.length > 0 ? (
          <TypeForm asked={asked} answers={answers} first={first} />
        ) : (
          <p>
            <b>{t.allBack}</b> <a href={at}>{words.title(`${sheet.number}`)}</a>
          </p>
        )}
        {came.length > 0 && (
          <section aria-labelledby="h-before">
            <h2 class="ds-h2" id="h-before">
              {t.before}
            </h2>
            <SheetLines sheet={sheet} lines={came} said={said} />
          </section>
        )}
      </LangContext.Provider>
    </Page>,
    isWrong ? 422 : 200,
  )
}

function lateOf({ came }: FoundSheet, results: readonly TypedResult[]): number {
  return results.includes('saved') ? came.filter(({ lateness }) => lateness.length > 0).length : 0
}

function errorsOf(answers: TypeAnswers, t: ReturnType<typeof typeStrings>) {
  const day = answers.isDayWrong ? [{ text: t.wrong.day, href: '#day' }] : []
  const lines = answers.rows.flatMap(({ line, problems }) =>
    problems.map(problem => {
      const text = t.problem(codeShown(line.code), t.wrong[problem])
      return { text, href: `#${fieldOf(problem)}-${line.code}` }
    }),
  )
  return [...day, ...lines]
}

function fieldOf(problem: TypedRow['problems'][number]): string {
  if (problem === 'shopping') return 'outcome'
  return problem.split('-')[0] ?? problem
}
