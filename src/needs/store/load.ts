// What the decisions about plans need to know, with the row they decide on locked.
import type { Load } from '../../events/index.ts'
import type { Id } from '../../kernel/ids.ts'
import { refuse } from '../../kernel/refusal.ts'
import { stoppedHere } from '../../standstill/index.ts'
import type { Tx } from '../../store/open.ts'
import type { AddNeed, NeedyPerson } from '../domain/add-need.ts'
import type { ActionState } from '../domain/change-action.ts'
import type { ChangeNeed, NeedNow } from '../domain/change-need.ts'
import type { CheckAgain } from '../domain/check-again.ts'
import type { PlanAction, PlanState } from '../domain/plan-action.ts'
import type { GoalsState, SetGoals } from '../domain/set-goals.ts'

export const loadPlan: Load<PlanAction, PlanState> = async (tx, input, { actor }) => {
  const { council } = actor
  const person = await loadPerson(tx, council, input.person)
  if (!person) return refuse('not-found')
  const need = await tx
    .selectFrom('needs')
    .select('state')
    .where('council', '=', council)
    .where('id', '=', input.need)
    .where('person', '=', input.person)
    .forUpdate()
    .executeTakeFirst()
  const owner = await tx
    .selectFrom('users')
    .select('id')
    .where('council', '=', council)
    .where('id', '=', input.owner)
    .where('disabled_at', 'is', null)
    .executeTakeFirst()
  const known = await tx
    .selectFrom('plan_actions')
    .select('id')
    .where('council', '=', council)
    .where('id', '=', input.action)
    .executeTakeFirst()
  const state = {
    place: person.place,
    isActionKnown: known !== undefined,
    need: input.need === null ? null : need?.state,
    isOwnerKnown: input.owner === null || owner !== undefined,
    isAllStopped: (await stoppedHere(tx, council, person.place)) !== undefined,
  }
  return { state, place: person.place }
}

export const loadCheckAgain: Load<CheckAgain, PlanState> = (tx, input, context) =>
  loadPlan(tx, { ...input, owner: null }, context)

export const loadNewNeed: Load<AddNeed, NeedyPerson> = async (tx, input, { actor }) => {
  const { council } = actor
  const person = await loadPerson(tx, council, input.person)
  if (!person) return refuse('not-found')
  const known = await tx
    .selectFrom('needs')
    .select('id')
    .where('council', '=', council)
    .where('id', '=', input.need)
    .executeTakeFirst()
  return { state: { place: person.place, isKnown: known !== undefined }, place: person.place }
}

export const loadGoals: Load<SetGoals, GoalsState> = async (tx, input, { actor }) => {
  const person = await loadPerson(tx, actor.council, input.person)
  return person ? { state: person, place: person.place } : refuse('not-found')
}

export const loadAction: Load<{ action: string }, ActionState> = async (tx, input, { actor }) => {
  const found = await tx
    .selectFrom('plan_actions')
    .select(['person', 'place', 'owner', 'state'])
    .where('council', '=', actor.council)
    .where('id', '=', input.action)
    .forUpdate()
    .executeTakeFirst()
  if (!found) return refuse('not-found')
  const stopped = await stoppedHere(tx, actor.council, found.place)
  return { state: { ...found, isAllStopped: stopped !== undefined }, place: found.place }
}

export const loadNeed: Load<ChangeNeed, NeedNow> = async (tx, { need }, { actor }) => {
  const found = await tx
    .selectFrom('needs')
    .select(['person', 'place', 'state'])
    .where('council', '=', actor.council)
    .where('id', '=', need)
    .forUpdate()
    .executeTakeFirst()
  return found ? { state: found, place: found.place } : refuse('not-found')
}

/** Where they live. Whoever was erased is nobody for whom anything is planned. */
function loadPerson(tx: Tx, council: string, person: Id) {
  return tx
    .selectFrom('people')
    .select('place')
    .where('council', '=', council)
    .where('id', '=', person)
    .where('erased_at', 'is', null)
    .executeTakeFirst()
}
