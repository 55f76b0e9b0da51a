// Proofs of coverage of villages and of whole councils, each with a form that was redacted.
import { systemActor } from '../../src/access/index.ts'
import { type Id, newId } from '../../src/kernel/ids.ts'
import { isRefusal } from '../../src/kernel/refusal.ts'
import { issueProof } from '../../src/proof/index.ts'
import { redactProof } from '../../src/proof/store/redact-proof.ts'
import { council, type TestNode } from '../../src/testing/make-node.ts'
import { campaignOf } from './marked-round.ts'
import { otherCouncil } from './world.ts'

type Made = { readonly proof: Id; readonly redaction: Id }
type Where = Readonly<Record<'own' | 'next' | 'far', { readonly village: Id }>>

/** Who may see what, by where the proof lies. */
export async function addMarkedProofs(t: TestNode, { own, next, far }: Where) {
  const made = {
    'own place': await addProof(t, council, own.village),
    'other place': await addProof(t, council, next.village),
    'whole council': await addProof(t, council, null),
    'other council': await addProof(t, otherCouncil, far.village),
  }
  const each = (pick: (one: Made) => Id) =>
    Object.fromEntries(Object.entries(made).map(([relation, one]) => [relation, pick(one)]))
  return { proof: each(one => one.proof), redaction: each(one => one.redaction) }
}

async function addProof(t: TestNode, inCouncil: string, place: Id | null): Promise<Made> {
  const actor = systemActor(inCouncil)
  const proof = newId()
  const campaign = campaignOf(inCouncil)
  const issued = await issueProof(t.node, actor, { id: proof, campaign, place, at: null })
  const redaction = newId()
  const asked = { law: 'freedom-of-information', line: null, reason: 'Letter 12' } as const
  const redacted = await redactProof(t.node, actor, { id: redaction, proof, ...asked })
  for (const one of [issued, redacted]) {
    if (isRefusal(one)) throw new Error(`The proof was refused: ${one.refused}`)
  }
  return { proof, redaction }
}
