// Somebody offered to help on paper or by phone: who is it, where, and what can they do?
import { newId } from '../../kernel/ids.ts'
import { isRefusal } from '../../kernel/refusal.ts'
import { ErrorSummary } from '../../pages/govuk/index.ts'
import { Page } from '../../pages/layout.tsx'
import { LangContext } from '../../pages/strings/index.ts'
import { refusalPage } from '../../web/error-pages.tsx'
import { pageContext } from '../../web/page-context.tsx'
import { actFor, type Ctx, type Form, formOf, reading } from '../../web/request.ts'
import { AddVolunteer, addVolunteer } from '../domain/add-volunteer.ts'
import { villageChoices } from '../store/listed.ts'
import { type Answers, type Problem, problemOf, VolunteerForm } from './new-volunteer-form.tsx'
import { volunteerStrings } from './strings.ts'

const nothing: Answers = {
  volunteer: '',
  name: '',
  phone: '',
  place: '',
  vetting: 'none',
  transport: ['foot'],
  languages: '',
  jobsMax: '2',
}

/** GET /volunteers/new */
export function showNewVolunteer(c: Ctx) {
  return newPage(c, { ...nothing, volunteer: newId() }, [])
}

/** POST /volunteers/new */
export async function saveVolunteer(c: Ctx) {
  const form = await formOf(c)
  const answers = answersOf(form)
  const parsed = AddVolunteer.safeParse(inputOf(answers))
  const wrong = parsed.error?.issues.flatMap(({ path }) => problemOf[String(path[0])] ?? []) ?? []
  if (wrong.length > 0) return newPage(c, answers, [...new Set(wrong)])
  const id = form.commandId()
  const done = await actFor(c, addVolunteer, { id, input: inputOf(answers) })
  if (isRefusal(done)) return refusalPage(c, done)
  return c.redirect(`/volunteers/${answers.volunteer}?saved=1`, 303)
}

/** The form carries the new id, so that a second press of it adds nobody twice. */
function answersOf(form: Form): Answers {
  const text = (name: string) => form.text(name)
  return {
    volunteer: text('volunteer') || newId(),
    name: text('name'),
    phone: text('phone'),
    place: text('place'),
    vetting: text('vetting'),
    transport: form.all('transport'),
    languages: text('languages'),
    jobsMax: text('jobsMax'),
  }
}

function inputOf({ languages, jobsMax, ...said }: Answers) {
  const words = languages.split(',').map(one => one.trim())
  return {
    ...said,
    jobsMax: Number(jobsMax),
    languages: words.filter(one => one !== ''),
    user: null,
    training: [],
    skills: [],
    keptFrom: [],
  }
}

async function newPage(c: Ctx, answers: Answers, problems: readonly Problem[]) {
  const villages = await reading(c, 'volunteers.manage', (tx, scope) => villageChoices(tx, scope))
  const context = await pageContext(c, '/volunteers')
  const t = volunteerStrings(context.lang)
  const crumbs = [{ href: '/volunteers', label: t.title }, { label: t.add }]
  const hasErrors = problems.length > 0
  const errorList = problems.map(({ field, code }) => ({ href: `#${field}`, text: t[code] }))
  return c.html(
    <Page {...{ context, title: t.add, breadcrumbs: crumbs, hasErrors }}>
      <LangContext.Provider value={context.lang}>
        {hasErrors && <ErrorSummary errorList={errorList} />}
        <h1 class="ds-h1">{t.add}</h1>
        <p>{t.addLead}</p>
        <VolunteerForm {...{ answers, villages, problems }} />
      </LangContext.Provider>
    </Page>,
    hasErrors ? 422 : 200,
  )
}
