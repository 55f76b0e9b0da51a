// Making a job from a need, for a person or for a place: one page, and it is offered.
import { recordRead } from '../../access/index.ts'
import { isId } from '../../kernel/ids.ts'
import { londonDate, londonInstant, londonMinutes } from '../../kernel/london.ts'
import { isRefusal } from '../../kernel/refusal.ts'
import { needsOf } from '../../needs/index.ts'
import { typedDay } from '../../pages/typed-day.ts'
import { notFoundPage, refusalPage } from '../../web/error-pages.tsx'
import { pageContext } from '../../web/page-context.tsx'
import { actFor, type Ctx, type Form, formOf, reading } from '../../web/request.ts'
import { kindForNeed } from '../domain/kinds.ts'
import { OfferJob, offerJob } from '../domain/offer-job.ts'
import { setStanding } from '../domain/standing.ts'
import { medicineCares } from '../domain/terms.ts'
import { makeAhead, standingJobId } from '../make-ahead.ts'
import { findWhom } from '../store/whom.ts'
import { type Answers, NewJobPage, type NewJobProblem, newJobProblems } from './new-job-view.tsx'

/** GET /jobs/new: `person` and `need`, or `place`, say for whom; else it begins at people. */
export async function showNewJob(c: Ctx) {
  const [person = '', place = '', need = ''] = ['person', 'place', 'need'].map(name =>
    c.req.query(name),
  )
  if (person === '' && place === '') return c.redirect('/jobs', 303)
  return newJobPage(c, { ...emptyAnswers(c.var.node.clock.now()), person, place, need }, [])
}

/** By this evening, or by noon of tomorrow when it is late. */
function emptyAnswers(now: number): Answers {
  const isLate = londonMinutes(now) >= 16 * 60
  const noon = londonInstant(londonDate(now), 12 * 60)
  const on = londonDate(isLate ? noon + 24 * 3_600_000 : noon)
  const [year = '', month = '', day = ''] = on.split('-')
  const due = { day: `${Number(day)}`, month: `${Number(month)}`, year }
  const time = isLate ? '12:00' : '18:00'
  const whom = { person: '', place: '', need: '' }
  const what = { kind: '', urgency: '', size: 'small', care: [], items: '', from: '', safety: '' }
  return { ...whom, ...what, often: '', due, time }
}

/** POST /jobs/new */
export async function saveJob(c: Ctx) {
  const form = await formOf(c)
  const answers = answersOf(form)
  const job = form.commandId()
  const input = inputOf(answers, job)
  const problems = problemsOf(answers, input)
  if (problems.length > 0) return newJobPage(c, answers, problems)
  const done = await makeOne(c, answers, input)
  if (!isRefusal(done)) return c.redirect(`/jobs/${done.job}?saved=1`, 303)
  const refused = newJobProblems.filter(code => Object.values(done.fields ?? {}).includes(code))
  return refused.length > 0 ? newJobPage(c, answers, refused) : refusalPage(c, done)
}

/** Once, or the first of many: those are made ahead, and this one at once. */
async function makeOne(c: Ctx, { often }: Answers, input: ReturnType<typeof inputOf>) {
  const { job } = input
  const everyWeeks = Number(often)
  if (everyWeeks !== 1 && everyWeeks !== 2) {
    const done = await actFor(c, offerJob, { id: job, input })
    return isRefusal(done) ? done : { job }
  }
  const done = await actFor(c, setStanding, {
    id: job,
    input: { ...input, standing: job, everyWeeks },
  })
  if (isRefusal(done)) return done
  await makeAhead(c.var.node, c.var.actor.council)
  return { job: standingJobId(job, input.dueAt) }
}

function answersOf(form: Form): Answers {
  const text = (name: string) => form.text(name)
  const { parts: due } = typedDay('due', text)
  const care = medicineCares.filter(one => form.all('care').includes(one))
  const whom = { person: text('person'), place: text('place'), need: text('need') }
  const what = { kind: text('kind'), urgency: text('urgency'), size: text('size') || 'small' }
  const often = text('often')
  const said = { items: text('items'), from: text('from'), safety: text('safety') }
  return { ...whom, ...what, ...said, often, care, due, time: text('time') }
}

function inputOf(answers: Answers, job: string) {
  const { due, time, person, place, need, often: _once, ...rest } = answers
  const { day } = typedDay('due', field => due[field.slice(4) as 'day'] ?? '')
  const [, hours = '', minutes = ''] = /^(\d{1,2})[:.](\d{2})$/.exec(time) ?? []
  const isTime = hours !== '' && Number(hours) < 24 && Number(minutes) < 60
  const minute = Number(hours) * 60 + Number(minutes)
  const dueAt = day && isTime ? londonInstant(day, minute) : Number.NaN
  const whom = { person: person || null, place: person ? null : place || null, need: need || null }
  return { job, ...rest, ...whom, startAt: null, dueAt }
}

const problemOf: Readonly<Record<string, NewJobProblem>> = {
  kind: 'kindMissing',
  urgency: 'urgencyMissing',
  dueAt: 'dueWrong',
  items: 'itemsTooLong',
  from: 'shortTooLong',
  safety: 'shortTooLong',
}

function problemsOf({ kind }: Answers, input: object): readonly NewJobProblem[] {
  const parsed = OfferJob.safeParse(input)
  const wrong = parsed.error?.issues.flatMap(({ path }) => problemOf[String(path[0])] ?? []) ?? []
  return [...new Set(kind === '' ? (['kindMissing', ...wrong] as const) : wrong)]
}

async function newJobPage(c: Ctx, answers: Answers, problems: readonly NewJobProblem[]) {
  const { person, place, need } = answers
  if (!isId(person) && !isId(place)) return notFoundPage(c)
  const seen = await reading(c, 'jobs.manage', async (tx, scope, now) => {
    const whom = await findWhom(tx, scope, isId(person) ? { person } : { place })
    if (!whom) return undefined
    const needs = isId(person) ? await needsOf(tx, scope, person) : []
    const subjects = isId(person) ? [person] : []
    await recordRead(tx, scope, { what: 'open', route: '/jobs/new', subjects, at: now })
    return { whom, need: needs.find(({ id }) => id === need) }
  })
  if (!seen) return notFoundPage(c)
  const kind = answers.kind || (seen.need ? kindForNeed(seen.need.kind).code : '')
  const urgency = answers.urgency || (seen.need?.urgency ?? '')
  const context = await pageContext(c, '/jobs')
  const shown = { ...seen, answers: { ...answers, kind, urgency }, problems }
  return c.html(<NewJobPage context={context} shown={shown} />, problems.length > 0 ? 422 : 200)
}
