// Who is on no list and must be known all the same? Before they are added: is it one of these?

import { recordRead } from '../../access/index.ts'
import { isId, newId } from '../../kernel/ids.ts'
import { isRefusal } from '../../kernel/refusal.ts'
import { refusalPage } from '../../web/error-pages.tsx'
import { actFor, type Ctx, type Form, formOf, reading } from '../../web/request.ts'
import { addPerson } from '../domain/add-person.ts'
import { handSources, purposes } from '../domain/terms.ts'
import { findHousehold } from '../store/find-household.ts'
import { type AddState, addPage } from './add-form.tsx'
import { homesFor, isAskingForHomes, withChosenHome } from './home-picker.tsx'
import { type Answers, inputOf, noAnswers, problemsOf, typedAnswers } from './person-answers.ts'
import { readLikely } from './read-likely.ts'

const asked = { may: 'people.read', route: '/people/add' }

export async function showAddPerson(c: Ctx) {
  const home = await readHome(c)
  const answers = home && { ...noAnswers, address: home.address, postcode: home.postcode }
  const more = { ...noMore, uprn: home?.uprn ?? '' }
  return addPage(c, { person: newId(), answers, problems: {}, more, wrong: [] })
}

/** Somebody else at a door: what is known of the door is not asked again. */
async function readHome(c: Ctx) {
  const id = c.req.query('home') ?? ''
  if (!isId(id)) return undefined
  return reading(c, 'people.read', async (tx, scope, now) => {
    const found = await findHousehold(tx, scope, id)
    const [first] = found?.people ?? []
    if (!found || !first) return undefined
    const subjects = [first.id]
    await recordRead(tx, scope, { what: 'open', route: '/people/add', subjects, at: now })
    return { address: first.address, postcode: first.postcode, uprn: found.uprn }
  })
}

const noMore = { source: '', purpose: '', uprn: '' }

export async function saveAddPerson(c: Ctx) {
  const form = await formOf(c)
  const typed = readState(form, typedAnswers(form), c.var.node.clock.now())
  if (isAskingForHomes(form)) return askHome(c, typed)
  const state = await withHome(c, form, typed)
  if (Object.keys(state.problems).length + state.wrong.length > 0) return addPage(c, state)
  const input = { person: state.person, ...describedBy(state), ...chosenIn(state) }
  const likely = await readLikely(c, asked, input)
  const isSentTwice = likely.some(one => one.person.id === state.person)
  if (isSentTwice) return c.redirect(`/people/${state.person}?said=added`, 303)
  const seen = form.all('seen')
  if (!likely.every(one => seen.includes(one.person.id))) return addPage(c, { ...state, likely })
  const done = await actFor(c, addPerson, { id: form.commandId(), input })
  if (!isRefusal(done)) {
    const said = likely.some(one => one.review !== null) ? 'added-doubt' : 'added'
    return c.redirect(`/people/${state.person}?said=${said}`, 303)
  }
  // Somebody may add people only where they look after them.
  return done.refused === 'not-found'
    ? addPage(c, { ...state, wrong: ['placeMissing'] })
    : refusalPage(c, done)
}

/** Nothing is wrong yet: they are still typing. */
async function askHome(c: Ctx, state: AddState) {
  const homes = await homesFor(c, 'people.add', state.answers ?? noAnswers)
  return addPage(c, { ...state, problems: {}, wrong: [], homes })
}

async function withHome(c: Ctx, form: Form, state: AddState): Promise<AddState> {
  const chosen = await withChosenHome(c, { may: 'people.add', form }, state.answers ?? noAnswers)
  const uprn = chosen.uprn ?? state.more.uprn
  return { ...state, answers: chosen.answers, more: { ...state.more, uprn } }
}

function readState(form: Form, answers: Answers, now: number): AddState {
  const more = {
    source: form.text('source'),
    purpose: form.text('purpose'),
    uprn: form.text('uprn').replace(/\s/g, ''),
  }
  const typed = form.text('person')
  return {
    person: isId(typed) ? typed : newId(),
    answers,
    more,
    problems: problemsOf(answers, now),
    wrong: [
      ...(/^\d{0,12}$/.test(more.uprn) ? [] : ['uprnWrong' as const]),
      ...(handSources.some(one => one === more.source) ? [] : ['sourceMissing' as const]),
      ...(purposes.some(one => one === more.purpose) ? [] : ['purposeMissing' as const]),
    ],
  }
}

function describedBy({ answers, more }: AddState) {
  if (!answers) throw new Error('A form that was sent has answers.')
  return { ...inputOf(answers), uprn: more.uprn || null }
}

function chosenIn({ more }: AddState) {
  return { source: more.source, purpose: more.purpose }
}
