// A referral for each marked person: what a partner was asked is theirs alone to read.
import { systemActor } from '../../src/access/index.ts'
import { act } from '../../src/events/index.ts'
import { type Id, newId } from '../../src/kernel/ids.ts'
import { isRefusal } from '../../src/kernel/refusal.ts'
import { sendReferral } from '../../src/referrals/index.ts'
import type { TestNode } from '../../src/testing/make-node.ts'
import type { MarkedPerson } from './marked-people.ts'

export async function addMarkedReferrals(t: TestNode, people: readonly MarkedPerson[]) {
  const of = async (level: string) => {
    const person = people.find(one => one.level === level)
    return person ? addReferral(t, person) : ''
  }
  return {
    'own place': await of('own street'),
    'same zone': await of('same zone'),
    'other place': await of('other village'),
    'other council': await of('other council'),
  }
}

async function addReferral(t: TestNode, { id: person, council, words }: MarkedPerson): Promise<Id> {
  const referral = newId()
  const whom = { partner: 'Mill Road Food Bank', email: '', service: null }
  const how = { way: 'visit', basis: 'agreed', urgency: 'routine', days: 14 } as const
  const input = { referral, person, need: null, ...whom, ...how, ask: words.need }
  const done = await act(t.node, systemActor(council), sendReferral, { id: referral, input })
  if (isRefusal(done)) throw new Error(`the referral was refused: ${done.refused}`)
  return referral
}
