// How is a list agreed, and something declared? Two forms of the same page.
import { listStrings, profiles } from '../../lists/index.ts'
import { Button, Input, Radios, Select } from '../../pages/govuk/index.ts'
import { useLang } from '../../pages/strings/index.ts'
import { occasionKinds, rules } from '../domain/rules.ts'
import { sealedStrings } from './strings.ts'

export type Field = keyof ReturnType<typeof sealedStrings>['errors']
export type Answers = {
  readonly values: Readonly<Record<string, string>>
  readonly wrong: readonly Field[]
  /** What is wrong with the very file that was chosen, where that can be said. */
  readonly ofFile?: string
}
type Area = { readonly id: string; readonly name: string }
type FormProps = { answers: Answers; areas: readonly Area[]; command: string }

const legend = (text: string) => ({ legend: { text, classes: 'govuk-fieldset__legend--s' } })

export function useErrors({ wrong, ofFile }: Answers) {
  const t = sealedStrings(useLang())
  const said = (field: Field) => (field === 'file' ? ofFile : undefined) ?? t.errors[field]
  return (field: Field) => (wrong.includes(field) ? { errorMessage: said(field) } : {})
}

export function AgreeForm({ answers, areas, command }: FormProps) {
  const lang = useLang()
  const t = sealedStrings(lang)
  const error = useErrors(answers)
  const { values } = answers
  const names: Readonly<Record<string, string>> = listStrings(lang).list
  const known = profiles.map(({ id }) => ({ value: id, text: names[id] ?? id }))
  return (
    <section class="ds-section" aria-labelledby="h-agree">
      <h2 class="ds-h2" id="h-agree">
        {t.add}
      </h2>
      <form method="post" action="/sealed" novalidate>
        <input type="hidden" name="command" value={command} />
        <Select
          name="list"
          label={t.list}
          value={values.list ?? ''}
          items={[{ value: '', text: t.choose }, ...known]}
          {...error('list')}
        />
        <Input name="owner" label={t.owner} value={values.owner ?? ''} {...error('owner')} />
        <Input
          name="contact"
          label={t.contact}
          value={values.contact ?? ''}
          {...error('contact')}
        />
        <Radios
          name="rule"
          value={values.rule ?? ''}
          fieldset={legend(t.rule)}
          items={rules.map(rule => ({ value: rule, text: t.rules[rule] }))}
          {...error('rule')}
        />
        <Area name="area" areas={areas} value={values.area ?? ''} answers={answers} />
        <Button text={t.addButton} preventDoubleClick />
      </form>
    </section>
  )
}

type AreaProps = { name: 'area' | 'where'; areas: readonly Area[]; value: string; answers: Answers }

function Area({ name, areas, value, answers }: AreaProps) {
  const t = sealedStrings(useLang())
  const error = useErrors(answers)
  return (
    <Select
      name={name}
      label={t.area}
      value={value}
      items={[
        { value: '', text: t.everywhere },
        ...areas.map(one => ({ value: one.id, text: one.name })),
      ]}
      {...(name === 'area' ? error('area') : {})}
    />
  )
}

export function DeclareForm({ answers, areas, command }: FormProps) {
  const t = sealedStrings(useLang())
  const error = useErrors(answers)
  const { values } = answers
  return (
    <section class="ds-section" aria-labelledby="h-declare">
      <h2 class="ds-h2" id="h-declare">
        {t.declare}
      </h2>
      <form method="post" action="/sealed/occasions" novalidate>
        <input type="hidden" name="command" value={command} />
        <Radios
          name="kind"
          value={values.kind ?? ''}
          fieldset={legend(t.declareKind)}
          items={occasionKinds.map(kind => ({ value: kind, text: t.kinds[kind] }))}
          {...error('kind')}
        />
        <Input name="name" label={t.declareName} value={values.name ?? ''} {...error('name')} />
        <Area name="where" areas={areas} value={values.where ?? ''} answers={answers} />
        <Button text={t.declareButton} preventDoubleClick />
      </form>
    </section>
  )
}
