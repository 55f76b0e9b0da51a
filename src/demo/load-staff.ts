// How do the people who work on the round enter the record, each with the grants of their role?
import { addUser, type RoleName } from '../access/index.ts'
import type { Draft } from '../events/index.ts'
import type { Staff } from './generate/index.ts'
import { demoActor, demoId } from './loading.ts'

const purpose = 'Reaching people at higher risk'

/** Street leads are known by name and do not sign in: they hold no grant. */
export function staffDrafts(staff: readonly Staff[], now: number): readonly Draft[] {
  const all = staff.map(one => draftsOf(one, now))
  // Everybody first, then every grant: long runs of one kind are quick to project.
  return [...all.flatMap(one => one.slice(0, 1)), ...all.flatMap(one => one.slice(1))]
}

function draftsOf({ ref, name, email, role, villageRefs }: Staff, now: number): readonly Draft[] {
  const places = villageRefs.length > 0 ? villageRefs.map(village => demoId(village)) : [null]
  const grants =
    role === 'street-lead'
      ? []
      : places.map(place => ({ role: role as RoleName, place, purpose, until: null }))
  let nth = 0
  const newId = () => demoId('grant', ref, `${nth++}`)
  const input = { user: demoId(ref), name, email, grants }
  const decision = addUser.decide(null, input, { now, actor: demoActor().id, newId })
  if ('refused' in decision) throw new Error(`Broken: the demo was refused: ${decision.refused}`)
  return 'events' in decision ? decision.events : decision
}
