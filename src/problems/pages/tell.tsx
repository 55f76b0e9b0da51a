// Telling of a problem: where, what kind, and what is wrong, without names.
import { newId } from '../../kernel/ids.ts'
import { isRefusal } from '../../kernel/refusal.ts'
import { Button, ErrorSummary, Select, Textarea } from '../../pages/govuk/index.ts'
import { Page } from '../../pages/layout.tsx'
import { LangContext, useLang } from '../../pages/strings/index.ts'
import { refusalPage } from '../../web/error-pages.tsx'
import { pageContext } from '../../web/page-context.tsx'
import { actFor, type Ctx, formOf, reading } from '../../web/request.ts'
import { TellProblem, tellProblem } from '../domain/tell-problem.ts'
import { problemKinds } from '../domain/terms.ts'
import { placesToTell, type Where } from '../store/queries.ts'
import { problemStrings } from './strings.ts'

type Field = 'place' | 'kind' | 'words'
type Wrong = 'placeMissing' | 'kindMissing' | 'wordsMissing' | 'wordsTooLong'
type Given = Readonly<Record<Field, string>> & { readonly problems: readonly Wrong[] }

/** GET /problems/new: `place` chooses one. */
export function showTell(c: Ctx) {
  return tellPage(c, { place: c.req.query('place') ?? '', kind: '', words: '', problems: [] })
}

/** POST /problems/new */
export async function saveProblem(c: Ctx) {
  const form = await formOf(c)
  const given = { place: form.text('place'), kind: form.text('kind'), words: form.text('words') }
  const problem = form.commandId()
  const input = { problem, ...given }
  const problems = wrongIn(input)
  if (problems.length > 0) return tellPage(c, { ...given, problems })
  const done = await actFor(c, tellProblem, { id: problem, input })
  if (isRefusal(done)) return refusalPage(c, done)
  return c.redirect(`/problems/${problem}?saved=1`, 303)
}

function wrongIn(input: object): readonly Wrong[] {
  const issues = TellProblem.safeParse(input).error?.issues ?? []
  return issues.flatMap(({ path, code }) => {
    if (path[0] === 'place') return 'placeMissing'
    if (path[0] === 'kind') return 'kindMissing'
    if (path[0] !== 'words') return []
    return code === 'too_big' ? 'wordsTooLong' : 'wordsMissing'
  })
}

const fieldOf = (code: Wrong): Field =>
  code === 'placeMissing' ? 'place' : code === 'kindMissing' ? 'kind' : 'words'

async function tellPage(c: Ctx, given: Given) {
  const { problems } = given
  const places = await reading(c, 'problems.tell', placesToTell)
  const context = await pageContext(c, '/problems')
  const t = problemStrings(context.lang)
  const crumbs = [{ href: '/problems', label: t.title }, { label: t.tell }]
  const errorList = problems.map(code => ({ href: `#${fieldOf(code)}`, text: t[code] }))
  return c.html(
    <Page context={context} title={t.tell} breadcrumbs={crumbs} hasErrors={problems.length > 0}>
      <LangContext.Provider value={context.lang}>
        {problems.length > 0 && <ErrorSummary errorList={errorList} />}
        <h1 class="ds-h1">{t.tell}</h1>
        <p>{t.tellLead}</p>
        <Form given={given} places={places} />
      </LangContext.Provider>
    </Page>,
    problems.length > 0 ? 422 : 200,
  )
}

function Form({ given, places }: { given: Given; places: readonly Where[] }) {
  const t = problemStrings(useLang())
  const wrong = (field: Field) => {
    const code = given.problems.find(one => fieldOf(one) === field)
    return code ? { errorMessage: { text: t[code] } } : {}
  }
  const choose = { value: '', text: t.choose }
  const only = places.length === 1 ? (places[0]?.id ?? '') : ''
  const where = [choose, ...places.map(({ id, name }) => ({ value: id, text: name }))]
  const kinds = problemKinds.map(value => ({ value, text: t.kinds[value] }))
  return (
    <form class="ds-form" method="post" action="/problems/new" novalidate>
      <input type="hidden" name="command" value={newId()} />
      <Select
        {...{ name: 'place', label: t.place, items: where, value: given.place || only }}
        {...wrong('place')}
      />
      <Select
        {...{ name: 'kind', label: t.kindAsk, value: given.kind }}
        items={[{ value: '', text: '' }, ...kinds]}
        {...wrong('kind')}
      />
      <Textarea
        {...{ name: 'words', label: t.words, hint: t.wordsHint, rows: 3, value: given.words }}
        {...wrong('words')}
      />
      <Button text={t.send} preventDoubleClick />
    </form>
  )
}
