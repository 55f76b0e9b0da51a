// Who from outside the council works in the demo? A councillor, and a village group that has yet
// to accept the agreement: whoever tries the demo reads it first.
import { addUser, setAgreement } from '../access/index.ts'
import type { Draft } from '../events/index.ts'
import { dayMs } from '../kernel/clock.ts'
import type { Id } from '../kernel/ids.ts'
import { isRefusal } from '../kernel/refusal.ts'
import { demoActor, demoId } from './loading.ts'

const terms = {
  controller: 'South Vale Council',
  breachNumber: '01632 960199',
  returnTo: 'the reception of South Vale Council',
  insurance: 'Volunteers on the list of the council are covered by its insurance.',
  loneWorking: 'Say where you go and when you will be back.',
}

const outsiders = [
  ['councillor', 'Martha Ellwood', 'Following the round as ward member'],
  ['village-group', 'Owen Pryce', 'Ringing neighbours for the council'],
  ['volunteer', 'Nina Bates', 'Doing jobs for neighbours'],
] as const

/** `until` is beyond the opening of the demo: what is lent to people outside must run out. */
export function outsiderDrafts(village: Id, at: { now: number; openingMs: number }) {
  const { now, openingMs } = at
  const context = (ref: string) => {
    let nth = 0
    return { now, actor: demoActor().id, newId: () => demoId('outsider', ref, `${nth++}`) }
  }
  const set = setAgreement.decide(
    { version: 0, same: false },
    { terms, ageMin: 18 },
    context('agreement'),
  )
  const added = outsiders.map(([role, name, purpose]) => {
    const email = `${name.toLowerCase().replace(' ', '-')}@example.org`
    const until = openingMs + 90 * dayMs
    const input = {
      user: demoId(role),
      name,
      email,
      grants: [{ role, place: village, purpose, until }],
    }
    return addUser.decide(null, input, context(role))
  })
  return [set, ...added].flatMap((decision): readonly Draft[] => {
    if (isRefusal(decision)) throw new Error(`Broken: the demo was refused: ${decision.refused}`)
    return 'events' in decision ? decision.events : decision
  })
}
