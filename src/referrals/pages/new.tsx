// Asking a partner for help: a referral is sent, and its link and code are shown once.
import { recordRead } from '../../access/index.ts'
import { isId } from '../../kernel/ids.ts'
import { isRefusal } from '../../kernel/refusal.ts'
import { needsOf } from '../../needs/index.ts'
import { notFoundPage, refusalPage } from '../../web/error-pages.tsx'
import { pageContext } from '../../web/page-context.tsx'
import { actFor, type Ctx, type Form, formOf, reading } from '../../web/request.ts'
import { SendReferral, sendReferral } from '../domain/send-referral.ts'
import { urgencies } from '../domain/terms.ts'
import { findWhom } from '../store/queries.ts'
import { letOut } from './link.tsx'
import { type Answers, fields, NewReferralPage, type Problem, problemOf } from './new-view.tsx'

/** GET /referrals/new: `person` says for whom, `need` what for, `service` whom to ask. */
export function showNewReferral(c: Ctx) {
  const asked = (name: string) => c.req.query(name) ?? ''
  if (!isId(asked('person'))) return c.redirect('/referrals', 303)
  const given = Object.fromEntries(fields.map(name => [name, asked(name)])) as Answers
  const answers = { ...given, person: asked('person'), service: asked('service') }
  return newPage(c, { ...answers, days: answers.days || '14' }, [])
}

/** POST /referrals/new */
export async function saveReferral(c: Ctx) {
  const form = await formOf(c)
  const answers = answersOf(form)
  const referral = form.commandId()
  const input = inputOf(answers, referral)
  const problems = problemsOf(input)
  if (problems.length > 0) return newPage(c, answers, problems)
  const done = await actFor(c, sendReferral, { id: referral, input })
  if (isRefusal(done)) return refusalPage(c, done)
  if (done.outcome === 'repeated') return c.redirect(`/referrals/${referral}`, 303)
  return letOut(c, { referral, email: answers.email })
}

function answersOf(form: Form): Answers {
  const names = [...fields, 'person', 'service'] as const
  return Object.fromEntries(names.map(name => [name, form.text(name)])) as Answers
}

function inputOf({ need, service, days, ...answers }: Answers, referral: string) {
  const ids = { need: need || null, service: service || null }
  return { referral, ...answers, ...ids, days: Number(days) }
}

function problemsOf(input: object): readonly Problem[] {
  const issues = SendReferral.safeParse(input).error?.issues ?? []
  const found = issues.flatMap(({ path, code }): readonly Problem[] => {
    const field = Object.keys(problemOf).find(one => one === path[0]) as Problem['field']
    if (!field) return []
    const isLong = field === 'ask' && code === 'too_big'
    return [{ field, code: isLong ? 'askTooLong' : problemOf[field] }]
  })
  return found.filter(({ field }, nth) => found.findIndex(one => one.field === field) === nth)
}

async function newPage(c: Ctx, answers: Answers, problems: readonly Problem[]) {
  const { person } = answers
  if (!isId(person)) return notFoundPage(c)
  const seen = await reading(c, 'referrals.send', async (tx, scope, now) => {
    const whom = await findWhom(tx, scope, person)
    if (!whom) return undefined
    const subjects = [whom.id]
    await recordRead(tx, scope, { what: 'open', route: '/referrals/new', subjects, at: now })
    return { name: whom.name, needs: await needsOf(tx, scope, whom.id) }
  })
  if (!seen) return notFoundPage(c)
  const need = seen.needs.find(({ id }) => id === answers.need)
  const known = urgencies.find(one => one === need?.urgency) ?? ''
  const shown = { ...seen, answers: { ...answers, urgency: answers.urgency || known }, problems }
  const context = await pageContext(c, '/referrals')
  const status = problems.length > 0 ? 422 : 200
  return c.html(<NewReferralPage context={context} shown={shown} />, status)
}
