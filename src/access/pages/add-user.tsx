// Whom shall we let in, to do what, where, what for, and until when?
import { newId } from '../../kernel/ids.ts'
import { isRefusal } from '../../kernel/refusal.ts'
import { Button, DateInput, ErrorSummary, Input, Radios, Select } from '../../pages/govuk/index.ts'
import { Page } from '../../pages/layout.tsx'
import { LangContext, useLang } from '../../pages/strings/index.ts'
import { type TypedDay, typedDay } from '../../pages/typed-day.ts'
import { refusalPage } from '../../web/error-pages.tsx'
import { pageContext } from '../../web/page-context.tsx'
import { actFor, type Ctx, type Form, formOf, reading } from '../../web/request.ts'
import { webStrings } from '../../web/strings.ts'
import { type RoleName, roleNames } from '../actor.ts'
import { addUser } from '../domain/add-user.ts'
import { placeProblem } from '../domain/grant-problems.ts'
import { endOfDay, type GrantPlace, placesForGrants } from '../store/users.ts'
import { accessStrings } from './strings.ts'

type Field = 'name' | 'email' | 'role' | 'place' | 'purpose' | 'until'
type Answers = Record<Exclude<Field, 'until'>, string> & { until: TypedDay; command: string }
type Problem =
  | 'nameMissing'
  | 'emailWrong'
  | 'roleMissing'
  | 'placeMissing'
  | 'placeUnknown'
  | 'placeNotForRole'
  | 'purposeMissing'
  | 'untilWrong'
  | 'untilPast'
type Problems = Partial<Record<Field, Problem>>
type FormProps = { answers: Answers; problems: Problems; places: readonly GrantPlace[] }

/** No place, said aloud: a field left alone must not give the whole council away. */
const wholeCouncil = 'council'
const lengthMax = 200

export async function showAddUser(c: Ctx) {
  return showForm(
    c,
    answersOf(() => '', newId()),
    {},
  )
}

export async function saveAddUser(c: Ctx) {
  const form = await formOf(c)
  const answers = answersOf(name => form.text(name), form.commandId())
  const until = await untilOf(c, answers)
  const problems = await problemsOf(c, answers, until)
  if (Object.keys(problems).length > 0) return showForm(c, answers, problems)
  const { name, email, purpose } = answers
  const place = answers.place === wholeCouncil ? null : answers.place
  const grant = { role: answers.role as RoleName, place, purpose, until }
  // The person's id is the command's, so that a second press is the same command.
  const input = { user: answers.command, name, email: email || null, grants: [grant] }
  const done = await actFor(c, addUser, { id: answers.command, input })
  return isRefusal(done) ? refusalPage(c, done) : c.redirect(`/users/${answers.command}`, 303)
}

function answersOf(textOf: Form['text'], command: string): Answers {
  const [name, email, role] = [textOf('name'), textOf('email'), textOf('role')]
  const [place, purpose] = [textOf('place'), textOf('purpose')]
  return { name, email, role, place, purpose, until: typedDay('until', textOf), command }
}

async function untilOf(c: Ctx, { until }: Answers): Promise<number | null> {
  const day = until.day
  if (!day) return null
  return (await reading(c, 'access.administer', tx => endOfDay(tx, day))).getTime()
}

async function problemsOf(c: Ctx, answers: Answers, until: number | null): Promise<Problems> {
  const { name, email, purpose, role, place } = answers
  const problems: Problems = {}
  const isText = (text: string) => text.length > 0 && text.length <= lengthMax
  if (!isText(name)) problems.name = 'nameMissing'
  if (email !== '' && !addUser.input.safeParse(probe(email)).success) problems.email = 'emailWrong'
  if (!isRole(role)) problems.role = 'roleMissing'
  const places = await grantPlaces(c)
  const isKnown = place === wholeCouncil || places.some(one => one.id === place)
  const misfit = isRole(role) ? placeProblem(role, place !== wholeCouncil) : undefined
  if (!isKnown) problems.place = 'placeUnknown'
  else if (misfit) problems.place = misfit
  if (!isText(purpose)) problems.purpose = 'purposeMissing'
  if (!answers.until.isEmpty && !answers.until.day) problems.until = 'untilWrong'
  else if (until !== null && until <= c.var.node.clock.now()) problems.until = 'untilPast'
  return problems
}

/** The command itself knows what an email address is. */
function probe(email: string) {
  return { user: newId(), name: 'x', email, grants: [] }
}

function isRole(text: string): text is RoleName {
  return roleNames.some(role => role === text)
}

function grantPlaces(c: Ctx): Promise<readonly GrantPlace[]> {
  return reading(c, 'access.administer', placesForGrants)
}

async function showForm(c: Ctx, answers: Answers, problems: Problems) {
  const context = await pageContext(c, '/users')
  const t = accessStrings(context.lang)
  const wrong = Object.entries(problems) as [Field, Problem][]
  const places = await grantPlaces(c)
  const errors = wrong.map(([field, code]) => ({ href: `#${firstInput(field)}`, text: t[code] }))
  return c.html(
    <Page
      context={context}
      title={t.addUser}
      hasErrors={wrong.length > 0}
      breadcrumbs={[{ href: '/users', label: t.users }, { label: t.addUser }]}
    >
      <LangContext.Provider value={context.lang}>
        {wrong.length > 0 && <ErrorSummary errorList={errors} />}
        <h1 class="ds-h1">{t.addUser}</h1>
        <p class="govuk-body">{t.addUserLead}</p>
        <AddUserForm answers={answers} problems={problems} places={places} />
      </LangContext.Provider>
    </Page>,
    wrong.length > 0 ? 422 : 200,
  )
}

function firstInput(field: Field): string {
  return field === 'until' ? 'until-day' : field
}

function AddUserForm({ answers, problems, places }: FormProps) {
  const t = accessStrings(useLang())
  const error = (field: Field) => {
    const code = problems[field]
    return code ? { errorMessage: { text: t[code] } } : {}
  }
  return (
    <form method="post" action="/users/add" class="ds-form" novalidate>
      <input type="hidden" name="command" value={answers.command} />
      <Input name="name" label={t.name} value={answers.name} {...error('name')} />
      <Input
        name="email"
        type="email"
        label={t.email}
        hint={t.emailHint}
        value={answers.email}
        {...error('email')}
      />
      <RoleQuestion chosen={answers.role} error={error('role')} />
      <PlaceQuestion places={places} chosen={answers.place} error={error('place')} />
      <Input
        name="purpose"
        label={t.purpose}
        hint={t.purposeHint}
        value={answers.purpose}
        {...error('purpose')}
      />
      <DateInput
        id="until"
        namePrefix="until"
        fieldset={{ legend: { text: t.until, classes: 'govuk-fieldset__legend--s' } }}
        hint={t.untilHint}
        values={answers.until.parts}
        {...error('until')}
      />
      <Button text={t.addUserButton} />
    </form>
  )
}

type Question = { chosen: string; error: { errorMessage?: { text: string } } }

function RoleQuestion({ chosen, error }: Question) {
  const lang = useLang()
  const t = accessStrings(lang)
  const roles = webStrings(lang).roles
  return (
    <Radios
      name="role"
      fieldset={{ legend: { text: t.role, classes: 'govuk-fieldset__legend--s' } }}
      items={roleNames.map(role => ({ value: role, text: roles[role] }))}
      value={chosen}
      {...error}
    />
  )
}

function PlaceQuestion({ places, chosen, error }: Question & Pick<FormProps, 'places'>) {
  const t = accessStrings(useLang())
  const items = [
    { value: '', text: t.choosePlace },
    { value: wholeCouncil, text: t.wholeCouncil },
    ...places.map(({ id, name }) => ({ value: id, text: name })),
  ]
  return (
    <Select
      name="place"
      label={t.place}
      hint={t.placeHint}
      items={items}
      value={chosen}
      {...error}
    />
  )
}
