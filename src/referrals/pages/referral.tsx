// One referral: what was asked, who opened it, what they said; and what may be done about it.
import { recordRead } from '../../access/index.ts'
import { isId } from '../../kernel/ids.ts'
import { isRefusal } from '../../kernel/refusal.ts'
import { notFoundPage, refusalPage } from '../../web/error-pages.tsx'
import { pageContext } from '../../web/page-context.tsx'
import { actFor, type Ctx, formOf, holds, reading } from '../../web/request.ts'
import { AnswerReferral, answerReferral } from '../domain/answer-referral.ts'
import { withdrawReferral } from '../domain/end-referral.ts'
import { answers } from '../domain/terms.ts'
import { tellReferrals } from '../late.ts'
import { findReferral } from '../store/queries.ts'
import { ReferralPage, type ToldProblem } from './referral-view.tsx'
import { referralStrings } from './strings.ts'

/** GET /referrals/:referral */
export function showReferral(c: Ctx) {
  return referralPage(c, [])
}

/** POST /referrals/:referral/withdraw */
export async function withdrawHere(c: Ctx) {
  const referral = c.req.param('referral') ?? ''
  const id = (await formOf(c)).commandId()
  const done = await actFor(c, withdrawReferral, { id, input: { referral } })
  return isRefusal(done) ? refusalPage(c, done) : c.redirect(`/referrals/${referral}?saved=1`, 303)
}

/** POST /referrals/:referral/answer: they rang, or wrote. */
export async function answerHere(c: Ctx) {
  const referral = c.req.param('referral') ?? ''
  const form = await formOf(c)
  const found = isId(referral)
    ? await reading(c, 'referrals.send', (tx, scope) => findReferral(tx, scope, referral))
    : undefined
  if (!found) return notFoundPage(c)
  const answer = answers.find(one => one === form.text('answer'))
  const reason = answer === 'declined' ? form.text('reason') || null : null
  const step = referralStrings('en').steps[answer ?? 'done'](found.partner)
  const input = { referral, answer, reason, reply: form.text('reply'), by: 'staff', step }
  const problems: ToldProblem[] = []
  if (!answer) problems.push('answerMissing')
  else if (answer === 'declined' && !reason) problems.push('reasonMissing')
  else if (!AnswerReferral.safeParse(input).success) problems.push('askTooLong')
  if (problems.length > 0) return referralPage(c, problems)
  const done = await actFor(c, answerReferral, { id: form.commandId(), input })
  if (isRefusal(done)) return refusalPage(c, done)
  await tellReferrals(c.var.node, c.var.actor.council)
  return c.redirect(`/referrals/${referral}?saved=1`, 303)
}

async function referralPage(c: Ctx, problems: readonly ToldProblem[]) {
  const id = c.req.param('referral') ?? ''
  if (!isId(id)) return notFoundPage(c)
  const seen = await reading(c, 'referrals.read', async (tx, scope, now) => {
    const referral = await findReferral(tx, scope, id)
    if (!referral) return undefined
    const subjects = [referral.person]
    const route = '/referrals/:referral'
    await recordRead(tx, scope, { what: 'open', route, subjects, at: now })
    return { referral, now }
  })
  if (!seen) return notFoundPage(c)
  const context = await pageContext(c, '/referrals')
  const isSaved = c.req.query('saved') === '1' && problems.length === 0
  const shown = { ...seen, problems, isSaved, maySend: holds(c, 'referrals.send') }
  return c.html(<ReferralPage context={context} shown={shown} />, problems.length > 0 ? 422 : 200)
}
