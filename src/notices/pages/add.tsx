// What is asked before another system is told what happens?
import { roleNames } from '../../access/index.ts'
import { newId } from '../../kernel/ids.ts'
import { isRefusal } from '../../kernel/refusal.ts'
import {
  Button,
  Details,
  ErrorSummary,
  Input,
  Radios,
  Select,
  Textarea,
} from '../../pages/govuk/index.ts'
import { Page } from '../../pages/layout.tsx'
import { useLang } from '../../pages/strings/index.ts'
import { placesWithin } from '../../places/index.ts'
import { refusalPage } from '../../web/error-pages.tsx'
import { pageContext } from '../../web/page-context.tsx'
import { type Ctx, formOf, reading } from '../../web/request.ts'
import { webStrings } from '../../web/strings.ts'
import { AddSubscription, readPermission } from '../domain/add-subscription.ts'
import { subscribe } from '../subscribe.ts'
import { permission } from './permission.ts'
import { showSecret } from './secret.tsx'
import { noticesStrings } from './strings.ts'

type Field = 'name' | 'address' | 'kinds' | 'role' | 'place' | 'purpose'
type Answers = Record<Field | 'command', string>
type Problems = Partial<Record<Field, string>>

const empty = { name: '', address: '', kinds: '', role: '', place: '', purpose: '' }

export function askForSubscription(c: Ctx) {
  return showForm(c, { command: newId(), ...empty }, {})
}

export async function saveSubscription(c: Ctx) {
  const form = await formOf(c)
  const command = form.commandId()
  const fields = ['name', 'address', 'kinds', 'role', 'place', 'purpose'] as const
  const typed = Object.fromEntries(fields.map(name => [name, form.text(name)]))
  const answers: Answers = { command, ...empty, ...typed }
  const kinds = answers.kinds.split(/[\s,]+/).filter(kind => kind !== '')
  const place = answers.place === 'council' ? null : answers.place
  const input = { ...answers, kinds, place, subscription: command }
  const { command: _, ...asked } = input
  const parsed = AddSubscription.safeParse(asked)
  if (!parsed.success) {
    const wrong = parsed.error.issues.map(({ path }) => [String(path[0]), ''])
    return showForm(c, answers, Object.fromEntries(wrong))
  }
  const { subscription: _id, ...ask } = parsed.data
  const done = await subscribe(c.var.node, c.var.actor, { ...ask, command })
  if (!isRefusal(done)) return showSecret(c, done)
  if (done.refused !== 'invalid' || !done.fields) return refusalPage(c, done)
  return showForm(c, answers, done.fields)
}

/** A problem is a code, or for kinds the one that does not exist. */
async function showForm(c: Ctx, answers: Answers, problems: Problems) {
  const places = await reading(c, permission, (tx, scope) =>
    placesWithin(tx, scope, { kind: 'village', within: null }),
  )
  const context = await pageContext(c, '/tokens')
  const t = noticesStrings(context.lang)
  const said = sentencesOf(problems, t)
  const wrong = Object.entries(said)
  const crumbs = [
    { href: '/tokens', label: t.systems },
    { href: '/notices', label: t.title },
  ]
  return c.html(
    <Page
      context={context}
      title={t.add}
      hasErrors={wrong.length > 0}
      breadcrumbs={[...crumbs, { label: t.add }]}
    >
      {wrong.length > 0 && (
        <ErrorSummary errorList={wrong.map(([id, text]) => ({ href: `#${id}`, text }))} />
      )}
      <h1 class="ds-h1">{t.add}</h1>
      <p class="govuk-body">{t.addLead}</p>
      <SubscriptionForm answers={answers} said={said} places={places} {...offered(c)} />
    </Page>,
    wrong.length > 0 ? 422 : 200,
  )
}

type Words = ReturnType<typeof noticesStrings>

function sentencesOf(problems: Problems, t: Words): Problems {
  const { kinds } = problems
  const all: Problems = {
    name: t.nameMissing,
    address: t.addressWrong,
    kinds: kinds ? t.kindsWrong(kinds) : t.kindsMissing,
    role: t.roleMissing,
    place: t.placeMissing,
    purpose: t.purposeMissing,
  }
  const fields = Object.keys(all) as Field[]
  return Object.fromEntries(
    fields.filter(one => one in problems).map(one => [one, addressSays(one)]),
  )
  function addressSays(field: Field) {
    const code = problems[field] ?? ''
    return field === 'address' && t.problems[code] ? t.problems[code] : all[field]
  }
}

function offered({ var: { node } }: Ctx) {
  const { capabilities, permissions } = node.registry
  const kinds = capabilities.flatMap(one => one.events.map(({ kind }) => kind)).sort()
  return { kinds, roles: roleNames.filter(role => permissions[readPermission]?.includes(role)) }
}

type FormProps = {
  answers: Answers
  said: Problems
  places: readonly { readonly id: string; readonly name: string }[]
  kinds: readonly string[]
  roles: readonly (typeof roleNames)[number][]
}

function SubscriptionForm({ answers, said, places, kinds, roles }: FormProps) {
  const lang = useLang()
  const t = noticesStrings(lang)
  const of = (name: Field) => {
    const errorMessage = said[name]
    return { name, value: answers[name], ...(errorMessage ? { errorMessage } : {}) }
  }
  return (
    <form method="post" action="/notices/add" class="ds-form" novalidate>
      <input type="hidden" name="command" value={answers.command} />
      <Input {...of('name')} label={t.name} hint={t.nameHint} />
      <Input {...of('address')} label={t.address} hint={t.addressHint} spellcheck={false} />
      <Textarea {...of('kinds')} label={t.kinds} hint={t.kindsHint} rows={4} spellcheck={false} />
      <Details summaryText={t.kindsAll}>
        <ul class="govuk-list">
          {kinds.map(kind => (
            <li translate="no">{kind}</li>
          ))}
        </ul>
      </Details>
      <Radios
        {...of('role')}
        fieldset={{ legend: { text: t.role, classes: 'govuk-fieldset__legend--s' } }}
        items={roles.map(role => ({ value: role, text: webStrings(lang).roles[role] }))}
      />
      <Select
        {...of('place')}
        label={t.place}
        hint={t.placeHint}
        items={[
          { value: '', text: t.choosePlace },
          { value: 'council', text: t.wholeCouncil },
          ...places.map(({ id, name }) => ({ value: id, text: name })),
        ]}
      />
      <Input {...of('purpose')} label={t.purpose} hint={t.purposeHint} />
      <Button text={t.addButton} />
    </form>
  )
}
