// A village group's coordinator has read the agreement of their council and accepts it.
import {
  type Actor,
  acceptAgreement,
  agreementTextVersion,
  beforeAgreement,
  setAgreement,
  systemActor,
} from '../access/index.ts'
import { act } from '../events/index.ts'
import { newId } from '../kernel/ids.ts'
import type { Node } from '../node.ts'

export const testTerms = {
  controller: 'South Vale Council',
  breachNumber: '01632 960199',
  returnTo: 'Civil contingencies, South Vale',
  insurance: 'The council covers volunteers who are on its list.',
  loneWorking: 'Say where you go and when you are back.',
}

export async function acceptTestAgreement(node: Node, actor: Actor): Promise<void> {
  const input = { terms: testTerms, ageMin: 18 }
  await act(node, systemActor(actor.council), setAgreement, { id: newId(), input })
  const shown = { version: 1, textVersion: agreementTextVersion }
  await act(node, beforeAgreement(actor), acceptAgreement, { id: newId(), input: shown })
}
