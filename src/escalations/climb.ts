// What nobody has or answers in time climbs by itself, once; then those concerned are told.
import { systemActor, systemId } from '../access/index.ts'
import { act, listCouncils, type Task } from '../events/index.ts'
import { minuteMs } from '../kernel/clock.ts'
import { type Id, idFrom } from '../kernel/ids.ts'
import { deliverSoon, type Once, tellOnce } from '../messages/index.ts'
import type { Node } from '../node.ts'
import type { Tx } from '../store/open.ts'
import { climbQuestion } from './domain/answer-question.ts'
import { climbsNow } from './domain/clock.ts'
import { escalationStrings } from './pages/strings.ts'
import { answerersAt } from './store/answerers.ts'
import { type Recent, recentOf } from './store/recent.ts'

/** How many climbed. The id of the command is of the question and its level: never twice. */
export async function climbLate(node: Node, council: string): Promise<number> {
  const now = node.clock.now()
  const open = await inTx(node, council, tx => recentOf(tx, council, now))
  let climbed = 0
  for (const one of open) {
    const clock = { ...one, since: one.since.getTime() }
    if (one.isAnswered || one.level === 'director' || !climbsNow(clock, now)) continue
    const input = { escalation: one.id, from: one.level, isByHand: false }
    const id = idFrom('climb', one.id, one.level)
    const done = await act(node, systemActor(council), climbQuestion, { id, input })
    if ('outcome' in done && done.outcome === 'accepted') climbed++
  }
  return climbed
}

/** Those of the level that it is at, and who asked once it is answered. */
export async function tellQuestions(node: Node, council: string): Promise<number> {
  const now = node.clock.now()
  const told = await inTx(node, council, async tx => {
    const tellings: Once[] = []
    for (const one of await recentOf(tx, council, now)) {
      tellings.push(...(await tellingsOf(tx, one, { council, now })))
    }
    return tellOnce(tx, { council, now }, tellings)
  })
  if (told > 0) deliverSoon(node, council)
  return told
}

type At = { readonly council: string; readonly now: number }

async function tellingsOf(tx: Tx, one: Recent, { council, now }: At): Promise<readonly Once[]> {
  const of = (user: Id, news: string): Once => ({
    about: one.id,
    news,
    user,
    words: lang => {
      const t = escalationStrings(lang)
      return news === 'answered'
        ? { subject: t.mailAnswered, body: t.mailAnsweredBody }
        : { subject: t.mailWaits, body: t.mailWaitsBody }
    },
  })
  if (one.isAnswered) return [of(one.askedBy, 'answered')]
  const { people } = await answerersAt(tx, one.level, { council, place: one.place, now })
  return people.filter(({ id }) => id !== one.askedBy).map(({ id }) => of(id, one.level))
}

function inTx<T>(node: Node, council: string, work: (tx: Tx) => Promise<T>): Promise<T> {
  return node.store.transaction({ council, actor: systemId }, work)
}

export const climbs: Task = {
  name: 'escalations.climb',
  everyMs: minuteMs,
  async run(node) {
    for (const { id } of await listCouncils(node)) {
      await climbLate(node, id)
      await tellQuestions(node, id)
    }
  },
}
