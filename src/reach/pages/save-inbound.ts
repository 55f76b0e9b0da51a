// Whoever rang is not in the register: added, and what they need written down, in one press.
import { getPack } from '../../hazards/index.ts'
import { type Id, idFrom, isId, newId } from '../../kernel/ids.ts'
import { isRefusal, type Refusal } from '../../kernel/refusal.ts'
import {
  addPerson,
  describedIn,
  findPerson,
  readLikely,
  setDoorstepWord,
  typedPerson,
  wrongWith,
} from '../../people/index.ts'
import { notFoundPage, refusalPage } from '../../web/error-pages.tsx'
import { actFor, type Ctx, type Form, formOf, reading } from '../../web/request.ts'
import { recordAttempt } from '../domain/record-attempt.ts'
import { findRung } from '../store/find-rung.ts'
import { packFor } from '../store/take-inbound.ts'
import { type Answers, inputOf, problemsOf, readAnswers } from './call-answers.ts'
import { inboundPage, memberFor } from './inbound.tsx'
import { planNeeds } from './plan-needs.ts'

const wordLettersMax = 40

/** POST /calls/inbound. Each part has an id from the form's: pressed twice, it is done once. */
export async function saveInbound(c: Ctx) {
  const form = await formOf(c)
  const typed = await readTyped(c, form)
  if (typed.wrong.length + Object.keys(typed.problems).length > 0) return inboundPage(c, typed)
  const used = form.text('use')
  if (isId(used)) return goOnWith(c, { ...typed, who: used })
  const described = { ...describedIn(typed.person), uprn: null }
  const asked = { may: 'reach.answer', route: '/calls/inbound' }
  const isAdded = await isThere(c, typed.ids.person)
  const likely = isAdded ? [] : await readLikely(c, asked, described)
  const seen = form.all('seen')
  if (!likely.every(one => seen.includes(one.person.id))) {
    return inboundPage(c, { ...typed, likely })
  }
  const from = { source: 'own-call', purpose: 'asked-for-help' }
  const input = { person: typed.ids.person, ...described, ...from }
  const done = await actFor(c, addPerson, { id: typed.ids.command, input })
  if (isRefusal(done)) return refusalPage(c, done)
  return goOnWith(c, { ...typed, who: typed.ids.person })
}

type Typed = Awaited<ReturnType<typeof readTyped>>

async function readTyped(c: Ctx, form: Form) {
  const now = c.var.node.clock.now()
  const chosen = await reading(c, 'reach.answer', (tx, scope) => packFor(tx, scope.council))
  const pack = getPack(chosen.pack, chosen.packVersion)
  const answers: Answers = { ...readAnswers(form, pack), outcome: 'answered', isInbound: true }
  const person = typedPerson(form)
  const word = form.text('word')
  const nobody = { member: '', phones: [] }
  const wrong = [
    ...problemsOf(answers, nobody, now),
    ...(word.length > wordLettersMax ? (['wordLong'] as const) : []),
  ]
  const id = form.text('person')
  const ids = { command: form.commandId(), person: isId(id) ? id : newId() }
  const nothingFound = { asked: '', hits: [], likely: [] }
  return {
    ...nothingFound,
    now,
    person,
    word,
    answers,
    ids,
    wrong,
    problems: wrongWith(person, now),
  }
}

function isThere(c: Ctx, id: Id): Promise<boolean> {
  return reading(c, 'reach.answer', async (tx, scope) => Boolean(await findPerson(tx, scope, id)))
}

/** The word, the membership, the call with its needs, and a dated step for each need. */
async function goOnWith(c: Ctx, typed: Typed & { who: Id }) {
  const { command } = typed.ids
  const { who, word } = typed
  const partId = (name: string) => idFrom('inbound', command, who, name)
  if (word !== '') {
    const input = { person: who, word }
    const set = await actFor(c, setDoorstepWord, { id: partId('word'), input })
    if (isFault(set)) return refusalPage(c, set)
  }
  const member = await memberFor(c, { person: who, commandId: partId('member') })
  if (isRefusal(member)) return refusalPage(c, member)
  const rung = await reading(c, 'reach.answer', (tx, scope) => findRung(tx, scope, member))
  if (!rung) return notFoundPage(c)
  const pack = getPack(rung.packId, rung.packVersion)
  const attempt = partId('attempt')
  const sent = { attempt, call: { member, phones: [] }, pack, now: typed.now }
  const input = inputOf(typed.answers, sent)
  const done = await actFor(c, recordAttempt, { id: partId('call'), input })
  if (isFault(done)) return refusalPage(c, done)
  await planNeeds(c, { person: who, attempt })
  return c.redirect(`/calls/inbound?saved=${attempt}`, 303)
}

/** That it was done already is no fault: the press came twice. */
function isFault(done: unknown): done is Refusal {
  return isRefusal(done) && done.refused !== 'already-done'
}
