// What is wrong in what we know about this person? The old words stay in the record.
import { recordRead } from '../../access/index.ts'
import { type Id, isId, newId } from '../../kernel/ids.ts'
import { isRefusal } from '../../kernel/refusal.ts'
import { Button } from '../../pages/govuk/index.ts'
import { Page } from '../../pages/layout.tsx'
import { LangContext } from '../../pages/strings/index.ts'
import { notFoundPage, refusalPage } from '../../web/error-pages.tsx'
import { pageContext } from '../../web/page-context.tsx'
import { actFor, type Ctx, formOf, reading } from '../../web/request.ts'
import { correctPerson } from '../domain/correct-person.ts'
import { findPerson, type Person } from '../store/queries.ts'
import {
  FirstButton,
  type Homes,
  homesFor,
  isAskingForHomes,
  withChosenHome,
} from './home-picker.tsx'
import {
  type Answers,
  answersOf,
  inputOf,
  type Problems,
  problemsOf,
  typedAnswers,
} from './person-answers.ts'
import { PersonFields, PersonProblems } from './person-fields.tsx'
import { peopleStrings } from './strings.ts'

export async function showCorrectPerson(c: Ctx) {
  const person = await readForCorrection(c)
  return person ? formPage(c, { answers: answersOf(person), problems: {} }) : notFoundPage(c)
}

export async function saveCorrectPerson(c: Ctx) {
  const person = await readForCorrection(c)
  if (!person) return notFoundPage(c)
  const form = await formOf(c)
  const typed = typedAnswers(form)
  if (isAskingForHomes(form)) {
    const homes = await homesFor(c, 'people.correct', typed)
    return formPage(c, { answers: typed, problems: {}, homes })
  }
  const { answers } = await withChosenHome(c, { may: 'people.correct', form }, typed)
  const problems = problemsOf(answers, c.var.node.clock.now())
  if (Object.keys(problems).length > 0) return formPage(c, { answers, problems })
  const input = { person: person.id, ...inputOf(answers) }
  const done = await actFor(c, correctPerson, { id: form.commandId(), input })
  if (!isRefusal(done)) return c.redirect(`/people/${person.id}`, 303)
  if (done.refused !== 'already-done') return refusalPage(c, done)
  return formPage(c, { answers, problems, isUnchanged: true })
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

type FormState = {
  readonly answers: Answers
  readonly problems: Problems
  readonly isUnchanged?: boolean
  readonly homes?: Homes
}

async function formPage(c: Ctx, { answers, problems, isUnchanged = false, homes }: FormState) {
  const context = await pageContext(c, '/find')
  const t = peopleStrings(context.lang)
  const others = isUnchanged ? [{ href: '#given', text: t.nothingChanged }] : []
  const isWrong = isUnchanged || Object.keys(problems).length > 0
  return c.html(
    <Page context={context} title={t.correctTitle} hasErrors={isWrong}>
      <LangContext.Provider value={context.lang}>
        <PersonProblems problems={problems} others={others} />
        <h1 class="ds-h1">{t.correctTitle}</h1>
        <p class="govuk-body">{t.correctBody}</p>
        <form method="post" novalidate>
          <input type="hidden" name="command" value={newId()} />
          <FirstButton />
          <PersonFields answers={answers} problems={problems} homes={homes} isMore />
          <p class="ds-acts">
            <Button text={t.save} />
            <a href={`/people/${c.req.param('id')}`}>{t.back}</a>
          </p>
        </form>
      </LangContext.Provider>
    </Page>,
    isWrong ? 422 : 200,
  )
}
