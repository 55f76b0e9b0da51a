// What is wrong in what we know about this person? The old words stay in the record.
import { recordRead } from '../../access/index.ts'
import { type Id, isId, newId } from '../../kernel/ids.ts'
import { isRefusal } from '../../kernel/refusal.ts'
import { Button, ErrorSummary, Input } from '../../pages/govuk/index.ts'
import { Page } from '../../pages/layout.tsx'
import { notFoundPage, refusalPage } from '../../web/error-pages.tsx'
import { pageContext } from '../../web/page-context.tsx'
import { actFor, type Ctx, type Form, formOf, reading } from '../../web/request.ts'
import { correctPerson } from '../domain/correct-person.ts'
import { readNhsNumber } from '../domain/nhs-number.ts'
import { findPerson, type Person } from '../store/queries.ts'
import { peopleStrings } from './strings.ts'

const words = ['given', 'middle', 'family', 'address', 'postcode'] as const
const optional = ['born', 'nhs', 'language'] as const
const fields = [
  'given',
  'middle',
  'family',
  'born',
  'nhs',
  'address',
  'postcode',
  'language',
  'phone',
  'email',
] as const
type Field = (typeof fields)[number]
type Answers = Record<Field, string>
type Problem = 'familyMissing' | 'bornWrong' | 'nhsWrong' | 'nothingChanged'
type Problems = Partial<Record<Field, Problem>>

export async function showCorrectPerson(c: Ctx) {
  const person = await readForCorrection(c)
  return person ? formPage(c, { answers: answersOf(person), problems: {} }) : notFoundPage(c)
}

export async function saveCorrectPerson(c: Ctx) {
  const person = await readForCorrection(c)
  if (!person) return notFoundPage(c)
  const form = await formOf(c)
  const answers = typedAnswers(form)
  const problems = problemsOf(answers)
  if (Object.keys(problems).length > 0) return formPage(c, { answers, problems })
  const input = { person: person.id, ...inputOf(answers) }
  const done = await actFor(c, correctPerson, { id: form.commandId(), input })
  if (!isRefusal(done)) return c.redirect(`/people/${person.id}`, 303)
  if (done.refused !== 'already-done') return refusalPage(c, done)
  return formPage(c, { answers, problems: { given: 'nothingChanged' } })
}

function readForCorrection(c: Ctx): Promise<Person | undefined> {
  const id: Id = c.req.param('id') ?? ''
  return reading(c, 'people.correct', async (tx, scope, now) => {
    const person = isId(id) ? await findPerson(tx, scope, id) : undefined
    const route = '/people/:id/correct'
    if (person) await recordRead(tx, scope, { what: 'open', route, subjects: [id], at: now })
    return person
  })
}

function answersOf(person: Person): Answers {
  const { given, middle, family, address, postcode } = person
  const [born, nhs, language] = [person.born ?? '', person.nhs ?? '', person.language ?? '']
  return { given, middle, family, address, postcode, born, nhs, language, phone: '', email: '' }
}

function typedAnswers(form: Form): Answers {
  return Object.fromEntries(fields.map(name => [name, form.text(name)])) as Answers
}

function problemsOf(answers: Answers): Problems {
  const problems: Problems = {}
  const born = correctPerson.input.safeParse({ person: newId(), born: answers.born })
  if (answers.family === '') problems.family = 'familyMissing'
  if (answers.born !== '' && !born.success) problems.born = 'bornWrong'
  if (answers.nhs !== '' && !readNhsNumber(answers.nhs)) problems.nhs = 'nhsWrong'
  return problems
}

function inputOf(answers: Answers) {
  const contacts = [
    { kind: answers.phone.startsWith('07') ? 'mobile' : 'landline', value: answers.phone },
    { kind: 'email', value: answers.email },
  ].filter(one => one.value !== '')
  return {
    ...Object.fromEntries(words.map(name => [name, answers[name]])),
    ...Object.fromEntries(optional.map(name => [name, answers[name] || null])),
    ...(contacts.length > 0 ? { contacts } : {}),
  }
}

type FormState = { readonly answers: Answers; readonly problems: Problems }

async function formPage(c: Ctx, { answers, problems }: FormState) {
  const context = await pageContext(c, '/find')
  const t = peopleStrings(context.lang)
  const labels = { ...t, born: t.bornField }
  const wrong = Object.entries(problems) as [Field, Problem][]
  const errorList = wrong.map(([field, problem]) => ({ href: `#${field}`, text: t[problem] }))
  return c.html(
    <Page context={context} title={t.correctTitle} hasErrors={wrong.length > 0}>
      {wrong.length > 0 && <ErrorSummary titleText={t.problem} errorList={errorList} />}
      <h1 class="ds-h1">{t.correctTitle}</h1>
      <p class="govuk-body">{t.correctBody}</p>
      <form method="post" novalidate>
        <input type="hidden" name="command" value={newId()} />
        {fields.map(field => (
          <Input
            id={field}
            name={field}
            label={labels[field]}
            value={answers[field]}
            autocomplete="off"
            {...(field === 'born' ? { hint: t.bornHint } : {})}
            {...(problems[field] ? { errorMessage: t[problems[field]] } : {})}
          />
        ))}
        <Button text={t.save} /> <a href={`/people/${c.req.param('id')}`}>{t.back}</a>
      </form>
    </Page>,
    wrong.length > 0 ? 422 : 200,
  )
}
