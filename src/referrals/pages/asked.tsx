// What a partner is asked, and their answer: before a yes no name; after it what it takes.
import { recordRead, systemActor, systemId } from '../../access/index.ts'
import { act } from '../../events/index.ts'
import { isRefusal } from '../../kernel/refusal.ts'
import { refusalPage } from '../../web/error-pages.tsx'
import { type Ctx, type Form, formOf } from '../../web/request.ts'
import { AnswerReferral, answerReferral } from '../domain/answer-referral.ts'
import { answers, factsFor } from '../domain/terms.ts'
import { tellReferrals } from '../late.ts'
import { factsAbout } from '../store/queries.ts'
import { AskedPage, type PartnerProblem } from './asked-view.tsx'
import { codePage, type Door, doorOf, inCouncil, overPage, partnerContext } from './door.tsx'
import { ThanksPage } from './door-view.tsx'
import { referralStrings } from './strings.ts'

/** GET /referral/:link */
export async function showDoor(c: Ctx) {
  const door = await doorOf(c)
  if (!door) return overPage(c)
  return door.isOpen ? askedPage(c, door, []) : codePage(c, door)
}

/** POST /referral/:link/answer */
export async function saveAnswer(c: Ctx) {
  const door = await doorOf(c)
  if (!door) return overPage(c)
  if (!door.isOpen) return codePage(c, door, 'codeOver')
  const form = await formOf(c)
  const input = inputOf(form, door)
  const problems = problemsOf(input)
  if (problems.length > 0) return askedPage(c, door, problems, input.reply)
  const actor = systemActor(door.council.id)
  const done = await act(c.var.node, actor, answerReferral, { id: form.commandId(), input })
  if (isRefusal(done)) return refusalPage(c, done)
  await tellReferrals(c.var.node, door.council.id)
  const { answer } = input
  if (answer === 'accepted') return c.redirect(c.req.path.replace(/\/answer$/, ''), 303)
  const context = await partnerContext(c, door.council)
  return c.html(<ThanksPage context={context} answer={answer ?? 'done'} />)
}

function inputOf(form: Form, { referral, offered }: Door) {
  const answer = answers.find(one => one === form.text('answer'))
  const step = referralStrings('en').steps[answer ?? 'done'](offered.partner)
  const reason = answer === 'declined' ? form.text('reason') || null : null
  return { referral, answer, reason, reply: form.text('reply'), by: 'partner', step } as const
}

function problemsOf(input: ReturnType<typeof inputOf>): readonly PartnerProblem[] {
  const parsed = AnswerReferral.safeParse(input)
  const wrong = parsed.error?.issues.flatMap(({ path }): readonly PartnerProblem[] => {
    if (path[0] === 'reply') return ['replyTooLong']
    return path[0] === 'reason' ? ['reasonMissing'] : []
  })
  const isBare = input.answer === 'declined' && input.reason === null
  return [...new Set([...(isBare ? (['reasonMissing'] as const) : []), ...(wrong ?? [])])]
}

async function askedPage(
  c: Ctx,
  { council, referral, offered }: Door,
  ...[problems, reply = '']: [readonly PartnerProblem[], string?]
) {
  const now = c.var.node.clock.now()
  const hasFacts = offered.state === 'accepted' && factsFor[offered.way].length > 0
  const facts = await inCouncil(c, council.id, async tx => {
    const purpose = referralStrings('en').purpose(offered.partner)
    const reader = { council: council.id, actor: systemId, purpose }
    const subjects = [offered.person]
    await recordRead(tx, reader, { what: 'open', route: '/referral/:link', subjects, at: now })
    return hasFacts ? factsAbout(tx, council.id, offered.person) : undefined
  })
  const context = await partnerContext(c, council)
  const at = c.req.path.replace(/\/answer$/, '')
  const shown = { referral, offered, facts, at, now, problems, reply, council: council.name }
  return c.html(<AskedPage context={context} shown={shown} />, problems.length > 0 ? 422 : 200)
}
