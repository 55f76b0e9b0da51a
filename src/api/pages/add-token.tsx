// What is asked before another system is let in?
import { isOutside, roleNames } from '../../access/index.ts'
import { newId } from '../../kernel/ids.ts'
import { Button, Checkboxes, ErrorSummary, Input, Radios, Select } from '../../pages/govuk/index.ts'
import { Page } from '../../pages/layout.tsx'
import { useLang } from '../../pages/strings/index.ts'
import { placesWithin } from '../../places/index.ts'
import { pageContext } from '../../web/page-context.tsx'
import { type Ctx, reading } from '../../web/request.ts'
import { webStrings } from '../../web/strings.ts'
import { offeredPermissions } from '../offered.ts'
import { apiStrings } from './strings.ts'

export type TokenAnswers = {
  command: string
  name: string
  role: string
  /** A place's id, or `council` for all of it. */
  place: string
  purpose: string
  days: string
  permissions: string[]
}

type Field = Exclude<keyof TokenAnswers, 'command'>
export type TokenProblems = Partial<
  Record<
    Field,
    | 'nameMissing'
    | 'roleMissing'
    | 'placeMissing'
    | 'purposeMissing'
    | 'daysWrong'
    | 'permissionsMissing'
  >
>

type Choice = { readonly id: string; readonly name: string }

const empty = { name: '', role: '', place: '', purpose: '', days: '90', permissions: [] }

export function askFor(c: Ctx) {
  return showForm(c, { command: newId(), ...empty }, {})
}

export async function showForm(c: Ctx, answers: TokenAnswers, problems: TokenProblems) {
  const places = await reading(c, 'access.administer', (tx, scope) =>
    placesWithin(tx, scope, { kind: 'village', within: null }),
  )
  const context = await pageContext(c, '/tokens')
  const t = apiStrings(context.lang)
  const wrong = Object.entries(problems)
  return c.html(
    <Page
      context={context}
      title={t.add}
      hasErrors={wrong.length > 0}
      breadcrumbs={[{ href: '/tokens', label: t.tokens }, { label: t.add }]}
    >
      {wrong.length > 0 && (
        <ErrorSummary errorList={wrong.map(([id, code]) => ({ href: `#${id}`, text: t[code] }))} />
      )}
      <h1 class="ds-h1">{t.add}</h1>
      <p class="govuk-body">{t.addLead}</p>
      <TokenForm
        answers={answers}
        problems={problems}
        places={places}
        offered={offeredPermissions(c.var.node)}
      />
    </Page>,
    wrong.length > 0 ? 422 : 200,
  )
}

type FormProps = {
  answers: TokenAnswers
  problems: TokenProblems
  places: readonly Choice[]
  offered: readonly string[]
}

function TokenForm({ answers, problems, places, offered }: FormProps) {
  const lang = useLang()
  const t = apiStrings(lang)
  const error = (field: Field) => {
    const code = problems[field]
    return code ? { errorMessage: { text: t[code] } } : {}
  }
  const legend = (text: string) => ({
    legend: { text, classes: 'govuk-fieldset__legend--s' },
  })
  return (
    <form method="post" action="/tokens/add" class="ds-form" novalidate>
      <input type="hidden" name="command" value={answers.command} />
      <Input name="name" label={t.name} hint={t.nameHint} value={answers.name} {...error('name')} />
      <Radios
        name="role"
        fieldset={legend(t.role)}
        items={roleNames
          .filter(role => !isOutside(role))
          .map(role => ({ value: role, text: webStrings(lang).roles[role] }))}
        value={answers.role}
        {...error('role')}
      />
      <Select
        name="place"
        label={t.place}
        hint={t.placeHint}
        items={[
          { value: '', text: t.choosePlace },
          { value: 'council', text: t.wholeCouncil },
          ...places.map(({ id, name }) => ({ value: id, text: name })),
        ]}
        value={answers.place}
        {...error('place')}
      />
      <Input
        name="purpose"
        label={t.purpose}
        hint={t.purposeHint}
        value={answers.purpose}
        {...error('purpose')}
      />
      <Checkboxes
        name="permissions"
        fieldset={legend(t.permissions)}
        hint={t.permissionsHint}
        items={offered.map(one => ({ value: one, text: one }))}
        values={[...answers.permissions]}
        {...error('permissions')}
      />
      <Input
        name="days"
        label={t.days}
        hint={t.daysHint}
        value={answers.days}
        inputmode="numeric"
        classes="govuk-input--width-4"
        {...error('days')}
      />
      <Button text={t.addButton} />
    </form>
  )
}
