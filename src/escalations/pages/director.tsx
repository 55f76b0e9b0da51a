// Who is director, who deputy, and which number rings out of hours?
import { newId } from '../../kernel/ids.ts'
import { isRefusal } from '../../kernel/refusal.ts'
import { Button, ErrorSummary, Input, Select } from '../../pages/govuk/index.ts'
import { Page } from '../../pages/layout.tsx'
import { LangContext, useLang } from '../../pages/strings/index.ts'
import { notFoundPage, refusalPage } from '../../web/error-pages.tsx'
import { pageContext } from '../../web/page-context.tsx'
import { actFor, type Ctx, formOf, reading } from '../../web/request.ts'
import { SetDirector, setDirector } from '../domain/set-director.ts'
import { type Answerer, findDirector, possibleDirectors } from '../store/answerers.ts'
import { TopNow } from './parts.tsx'
import { escalationStrings } from './strings.ts'

const problemOf = {
  director: 'directorWrong',
  deputy: 'deputyWrong',
  number: 'numberWrong',
} as const
type Field = keyof typeof problemOf
type Problem = (typeof problemOf)[Field] | 'deputySame'
type Answers = Readonly<Record<Field, string>>

/** GET /escalations/director */
export function showDirector(c: Ctx) {
  return directorPage(c, undefined, [])
}

/** POST /escalations/director */
export async function saveDirector(c: Ctx) {
  const form = await formOf(c)
  const input = {
    director: form.text('director'),
    deputy: form.text('deputy'),
    number: form.text('number'),
  }
  const parsed = SetDirector.safeParse(input)
  const wrong = parsed.error?.issues.map(({ path }) => problemOf[path[0] as Field]) ?? []
  if (wrong.length > 0) return directorPage(c, input, [...new Set(wrong)])
  const done = await actFor(c, setDirector, { id: form.commandId(), input })
  if (!isRefusal(done)) return c.redirect('/escalations/director?saved=1', 303)
  const refused = Object.values(done.fields ?? {}) as Problem[]
  return refused.length > 0 ? directorPage(c, input, refused) : refusalPage(c, done)
}

/** Only for those who run things in the whole council. */
async function directorPage(c: Ctx, answers: Answers | undefined, problems: readonly Problem[]) {
  const seen = await reading(c, 'escalations.set', async (tx, scope, now) => {
    if (!scope.everywhere) return undefined
    const top = await findDirector(tx, scope.council, now)
    return { top, possible: await possibleDirectors(tx, scope.council, now) }
  })
  if (!seen) return notFoundPage(c)
  const { top, possible } = seen
  const context = await pageContext(c, '/escalations')
  const t = escalationStrings(context.lang)
  const crumbs = [{ href: '/escalations', label: t.title }, { label: t.directorTitle }]
  const errorList = problems.map(code => ({ href: `#${fieldOf(code)}`, text: t[code] }))
  const known = { director: top?.director ?? '', deputy: top?.deputy ?? '' }
  const given = answers ?? { ...known, number: top?.number ?? '' }
  return c.html(
    <Page
      {...{ context, title: t.directorTitle, breadcrumbs: crumbs }}
      hasErrors={problems.length > 0}
    >
      <LangContext.Provider value={context.lang}>
        {problems.length > 0 && <ErrorSummary errorList={errorList} />}
        <h1 class="ds-h1">{t.directorTitle}</h1>
        <p>{t.directorLead}</p>
        <TopNow top={top} maySet={false} />
        <Form answers={given} possible={possible} problems={problems} />
      </LangContext.Provider>
    </Page>,
    problems.length > 0 ? 422 : 200,
  )
}

const fieldOf = (code: Problem): Field =>
  code === 'directorWrong' ? 'director' : code === 'numberWrong' ? 'number' : 'deputy'

type FormShown = {
  readonly answers: Answers
  readonly possible: readonly Answerer[]
  readonly problems: readonly Problem[]
}

function Form({ answers, possible, problems }: FormShown) {
  const t = escalationStrings(useLang())
  const wrong = (field: Field) => {
    const code = problems.find(one => fieldOf(one) === field)
    return code ? { errorMessage: { text: t[code] } } : {}
  }
  const people = possible.map(({ id, name }) => ({ value: id, text: name }))
  const items = [{ value: '', text: t.choose }, ...people]
  const { director, deputy, number } = answers
  return (
    <form class="ds-form" method="post" action="/escalations/director" novalidate>
      <input type="hidden" name="command" value={newId()} />
      <Select
        {...{ name: 'director', label: t.director, items, value: director }}
        {...wrong('director')}
      />
      <Select {...{ name: 'deputy', label: t.deputy, items, value: deputy }} {...wrong('deputy')} />
      <Input
        {...{ name: 'number', label: t.number, hint: t.numberHint, value: number }}
        {...wrong('number')}
      />
      <Button text={t.save} preventDoubleClick />
    </form>
  )
}
