// What stood still in the demo, what was passed up, and which problem did three villages tell?
import { answerQuestion, askQuestion, climbQuestion } from '../escalations/index.ts'
import { dayMs, minuteMs } from '../kernel/clock.ts'
import { londonDate } from '../kernel/london.ts'
import { answerProblem, joinProblems, takeProblem, tellProblem } from '../problems/index.ts'
import { acknowledgeStop, liftStop, saySafeHome, stopAll } from '../standstill/index.ts'
import { londonInstant } from './generate/index.ts'
import { demoCouncil, demoId, type Loading, say, turnTo } from './loading.ts'
import { toldOfStop } from './store/told-of-stop.ts'

/** The evening before, when nobody rings any more. */
const eveningMinutes = 21 * 60 + 10

export function eveningBefore({ openingMs }: Loading): number {
  return londonInstant(londonDate(openingMs - dayMs), eveningMinutes).getTime()
}

/** Coordinators with their villages, the one of the guides first. */
function coordinators({ district }: Loading) {
  const isKnown = (name: string) => Number(name === 'Priya Nair')
  return district.staff
    .filter(one => one.role === 'village-coordinator' && one.villageRefs.length === 1)
    .toSorted((a, b) => isKnown(b.name) - isKnown(a.name))
    .map(one => ({ user: demoId(one.ref), village: demoId(one.villageRefs[0] ?? '') }))
}

const roleOf = ({ district }: Loading, role: string) =>
  demoId(district.staff.find(one => one.role === role)?.ref ?? '')

/** A stop of one evening, everybody safe home; and two questions, of which one climbed. */
export async function loadEvening(loading: Loading): Promise<void> {
  const [first, second] = coordinators(loading)
  if (!first) return
  const atMs = eveningBefore(loading)
  turnTo(loading, atMs)
  const manager = roleOf(loading, 'hub-manager')
  const standstill = demoId('stop')
  const reason = 'A tree brought a power line down across the road'
  const stop = { standstill, within: first.village, reason }
  await say(loading, { name: stopAll.name, id: standstill, input: stop, by: manager })
  const ask = { urgency: 'within-the-hour', kind: 'place' }
  const climbing = demoId('question', 'climbed')
  const grit = { question: 'The road to the hall is ice. Who grits it before the morning?' }
  const climbed = { ...ask, ...grit, escalation: climbing, about: (second ?? first).village }
  const by = (second ?? first).user
  const asked = await say(loading, { name: askQuestion.name, id: climbing, input: climbed, by })
  const escalation = demoId('question', 'answered')
  const keys = { question: 'May we keep the hall open overnight for those without power?' }
  const answered = { ...ask, ...keys, escalation, about: first.village }
  await say(loading, { name: askQuestion.name, id: escalation, input: answered, by: first.user })
  turnTo(loading, atMs + 35 * minuteMs)
  const said = { escalation, decision: 'yes', answer: 'Yes. The caretaker has the keys until 8.' }
  const id = demoId('answer')
  await say(loading, {
    ...{ name: answerQuestion.name, id, input: said },
    ...{ by: manager, isByRole: true },
  })
  const up = { escalation: climbing, from: asked.level, isByHand: false }
  await say(loading, { name: climbQuestion.name, id: demoId('climb'), input: up })
  await endStop(loading, standstill, manager)
}

async function endStop(loading: Loading, standstill: string, manager: string): Promise<void> {
  const who = { council: demoCouncil.id, actor: manager }
  const found = await loading.node.store.transaction(who, tx =>
    toldOfStop(tx, demoCouncil.id, standstill),
  )
  for (const by of found.out) {
    const input = { standstill, user: by, saidBy: '' }
    await say(loading, { name: saySafeHome.name, id: demoId('home', by), input, by })
  }
  for (const by of found.told.filter(user => !found.out.includes(user))) {
    const id = demoId('knows', by)
    await say(loading, { name: acknowledgeStop.name, id, input: { standstill }, by })
  }
  turnTo(loading, eveningBefore(loading) + 95 * minuteMs)
  const input = { standstill, reason: 'The line is dead and fenced off' }
  await say(loading, { name: liftStop.name, id: demoId('lift'), input, by: manager })
}

const told = [
  'The chemist is shut all week',
  'No chemist: it is shut until Friday',
  'Nobody can collect medicine, the chemist is shut',
]

/** One problem of three villages with its answer, and a question that waits. */
export async function loadProblems(loading: Loading): Promise<void> {
  const villages = coordinators(loading).slice(0, told.length)
  const [first] = villages
  if (!first) return
  const manager = roleOf(loading, 'hub-manager')
  const idOf = (nth: number) => demoId('problem', `${nth}`)
  const problem = idOf(0)
  for (const [nth, { user, village }] of villages.entries()) {
    const input = { problem: idOf(nth), kind: 'shop', place: village, words: told[nth] }
    await say(loading, { name: tellProblem.name, id: idOf(nth), input, by: user })
    if (nth === 0) continue
    const two = { problem, other: idOf(nth) }
    await say(loading, {
      name: joinProblems.name,
      id: demoId('join', `${nth}`),
      input: two,
      by: manager,
    })
  }
  const taking = { problem, within: 'today' }
  await say(loading, { name: takeProblem.name, id: demoId('take'), input: taking, by: manager })
  const answer = 'A van brings medicine to each village hall on Tuesday and Friday at 14:00.'
  const said = { problem, answer }
  await say(loading, { name: answerProblem.name, id: demoId('answered'), input: said, by: manager })
  const escalation = demoId('question', 'waiting')
  const question = 'Can you lend a caller who speaks Polish, for one street?'
  const about = { escalation, kind: 'place', about: first.village, urgency: 'tomorrow', question }
  await say(loading, { name: askQuestion.name, id: escalation, input: about, by: first.user })
}
