// What nobody answers in time goes back to who asked; then those concerned hear of it, once.
import { systemActor, systemId } from '../access/index.ts'
import { act, listCouncils, type Task } from '../events/index.ts'
import { dayMs, minuteMs } from '../kernel/clock.ts'
import { idFrom } from '../kernel/ids.ts'
import { deliverSoon, type Once, queuedAmong, queueMessage, tellOnce } from '../messages/index.ts'
import type { Node } from '../node.ts'
import { mayContact } from '../people/index.ts'
import type { Tx } from '../store/open.ts'
import { newsOf, passTime } from './domain/end-referral.ts'
import { partnerStrings } from './pages/partner-strings.ts'
import { referralStrings } from './pages/strings.ts'
import { type Answered, dueReferrals, newsSince } from './store/queries.ts'

/** How many the clock had something to say of. The command's id is of the referral and the news. */
export async function passReferrals(node: Node, council: string): Promise<number> {
  const now = node.clock.now()
  const t = referralStrings('en')
  const due = await inTx(node, council, tx => dueReferrals(tx, council, now))
  let passed = 0
  for (const one of due) {
    const { answerBy, expiresAt } = one
    const clock = { ...one, answerBy: answerBy.getTime(), expiresAt: expiresAt.getTime() }
    const news = newsOf(clock, now)
    if (news === undefined) continue
    const input = { referral: one.id, step: t.steps[news](one.partner) }
    const id = idFrom('referral', one.id, news)
    const done = await act(node, systemActor(council), passTime, { id, input })
    if ('outcome' in done && done.outcome === 'accepted') passed++
  }
  return passed
}

/** Who asked, and the resident where an e-mail reaches them: in their language, naming no need. */
export async function tellReferrals(node: Node, council: string): Promise<number> {
  const now = node.clock.now()
  const told = await inTx(node, council, async tx => {
    const news = await newsSince(tx, council, new Date(now - dayMs))
    const staff = await tellOnce(tx, { council, now }, news.flatMap(tellingsOf))
    const name = await councilName(node, council)
    let residents = 0
    for (const one of news) if (await tellResident(tx, { council, now, name }, one)) residents++
    return staff + residents
  })
  if (told > 0) deliverSoon(node, council)
  return told
}

function tellingsOf({ id, state, sentBy, isLate }: Answered): readonly Once[] {
  const news = state === 'sent' ? 'late' : state
  if (news === 'withdrawn' || (news === 'late' && !isLate)) return []
  return [{ about: id, news, user: sentBy, words: () => referralStrings('en').mails[news] }]
}

type At = { readonly council: string; readonly now: number; readonly name: string }

/** Only a yes: a no is the council's to mend, and a person asks whether what is done helped. */
async function tellResident(tx: Tx, { council, now, name }: At, one: Answered): Promise<boolean> {
  if (one.state !== 'accepted' || !one.email || !mayContact(one.flags, 'email')) return false
  const language = one.language === 'cy' ? 'cy' : 'en'
  const t = partnerStrings(language)
  const id = idFrom('referral told', one.id, one.state)
  if ((await queuedAmong(tx, council, [id])).has(id)) return false
  const words = { subject: t.toldSubject(name), body: t.toldBody(name), language } as const
  const whom = { to: one.email, user: null, kind: 'notice', expiresAt: now + 2 * dayMs } as const
  await queueMessage(tx, { council, now }, { ...words, ...whom, id })
  return true
}

async function councilName(node: Node, council: string): Promise<string> {
  return (await listCouncils(node)).find(one => one.id === council)?.name ?? ''
}

function inTx<T>(node: Node, council: string, work: (tx: Tx) => Promise<T>): Promise<T> {
  return node.store.transaction({ council, actor: systemId }, work)
}

export const passesTime: Task = {
  name: 'referrals.pass-time',
  everyMs: minuteMs,
  async run(node) {
    for (const { id } of await listCouncils(node)) {
      await passReferrals(node, id)
      await tellReferrals(node, id)
    }
  },
}
