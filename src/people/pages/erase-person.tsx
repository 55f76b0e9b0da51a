// Whose words must go? The data protection officer knows the record's number, and sees no more.
import { newId } from '../../kernel/ids.ts'
import { isRefusal } from '../../kernel/refusal.ts'
import { Button, Checkboxes, ErrorSummary, Input } from '../../pages/govuk/index.ts'
import { Page } from '../../pages/layout.tsx'
import { refusalPage } from '../../web/error-pages.tsx'
import { pageContext } from '../../web/page-context.tsx'
import { actFor, type Ctx, formOf, reading } from '../../web/request.ts'
import { erasePerson } from '../domain/erase-person.ts'
import { findByNumber } from '../store/find-by-number.ts'
import { peopleStrings } from './strings.ts'

type Field = 'number' | 'sure'
type Problems = Partial<Record<Field, 'eraseNumberWrong' | 'eraseNotSure'>>

export function showErase(c: Ctx) {
  return formPage(c, '', {})
}

export async function saveErase(c: Ctx) {
  const form = await formOf(c)
  const number = form.text('number')
  const person = await reading(c, 'people.erase', (tx, scope) => findByNumber(tx, scope, number))
  const problems: Problems = {
    ...(person ? {} : { number: 'eraseNumberWrong' as const }),
    ...(form.text('sure') === 'yes' ? {} : { sure: 'eraseNotSure' as const }),
  }
  if (!person || problems.sure) return formPage(c, number, problems)
  const done = await actFor(c, erasePerson, { id: form.commandId(), input: { person } })
  const digits = number.replace(/\D/g, '')
  return isRefusal(done) ? refusalPage(c, done) : c.redirect(`/erase?done=${digits}`, 303)
}

async function formPage(c: Ctx, number: string, problems: Problems) {
  const context = await pageContext(c)
  const t = peopleStrings(context.lang)
  const done = /^\d{1,12}$/.exec(c.req.query('done') ?? '')?.[0]
  const wrong = Object.entries(problems) as [Field, 'eraseNumberWrong' | 'eraseNotSure'][]
  const errorList = wrong.map(([field, problem]) => ({ href: `#${field}`, text: t[problem] }))
  return c.html(
    <Page context={context} title={t.erase} hasErrors={wrong.length > 0}>
      {wrong.length > 0 && <ErrorSummary titleText={t.problem} errorList={errorList} />}
      {done && <p role="status">{t.eraseDone(done)}</p>}
      <h1 class="ds-h1">{t.erase}</h1>
      <p class="govuk-body">{t.eraseBody}</p>
      <form method="post" action="/erase" novalidate>
        <input type="hidden" name="command" value={newId()} />
        <Input
          id="number"
          name="number"
          label={t.eraseNumber}
          hint={t.eraseNumberHint}
          value={number}
          autocomplete="off"
          {...(problems.number ? { errorMessage: t.eraseNumberWrong } : {})}
        />
        <Checkboxes
          idPrefix="sure"
          name="sure"
          items={[{ value: 'yes', text: t.eraseSure }]}
          {...(problems.sure ? { errorMessage: t.eraseNotSure } : {})}
        />
        <Button text={t.eraseButton} />
      </form>
    </Page>,
    wrong.length > 0 ? 422 : 200,
  )
}
