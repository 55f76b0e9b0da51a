// Event in, rows changed: keys, proofs, counter-signatures, redacted forms.
import { sql } from 'kysely'
import type { Apply } from '../../events/index.ts'
import type {
  proofCountersigned,
  proofIssued,
  proofRedacted,
  signingKeyMade,
} from '../domain/events.ts'

export const project: Readonly<Record<string, Apply>> = {
  async 'proof.SigningKeyMade'(tx, events: readonly (typeof signingKeyMade.recorded)[]) {
    for (const { council, body, recordedAt, actor } of events) {
      await sql`insert into signing_keys (council, key, made_at, made_by)
        values (${council}, ${body.key}, ${recordedAt}, ${actor})`.execute(tx)
    }
  },
  async 'proof.ProofIssued'(tx, events: readonly (typeof proofIssued.recorded)[]) {
    for (const { council, place, actor, body, words } of events) {
      const { proof, number, campaign, round, position, hash, digest, key, signature } = body
      await sql`insert into proofs (council, id, number, campaign, round, place, at, position,
          hash, counts, digest, key, signature, issued_at, issued_by, council_name,
          campaign_title, place_name)
        values (${council}, ${proof}, ${number}, ${campaign}, ${round}, ${place},
          ${new Date(body.at)}, ${position}, ${hash}, ${JSON.stringify(body.counts)}, ${digest},
          ${key}, ${signature}, ${new Date(body.issuedAt)}, ${actor}, ${words?.council ?? null},
          ${words?.campaign ?? null}, ${words?.place ?? null})`.execute(tx)
    }
  },
  async 'proof.ProofCountersigned'(tx, events: readonly (typeof proofCountersigned.recorded)[]) {
    for (const { council, actor, body, words } of events) {
      const { countersign, proof, agrees, key, signature } = body
      await sql`insert into proof_countersigns (council, id, proof, at, by_user, agrees, remark,
          key, signature)
        values (${council}, ${countersign}, ${proof}, ${new Date(body.at)}, ${actor}, ${agrees},
          ${words?.remark ?? null}, ${key}, ${signature})`.execute(tx)
    }
  },
  async 'proof.ProofRedacted'(tx, events: readonly (typeof proofRedacted.recorded)[]) {
    for (const { council, actor, body, words } of events) {
      const { redaction, proof, law, line, key, signature } = body
      await sql`insert into proof_redactions (council, id, proof, law, line, reason, at, by_user,
          key, signature)
        values (${council}, ${redaction}, ${proof}, ${law}, ${line}, ${words?.reason ?? null},
          ${new Date(body.at)}, ${actor}, ${key}, ${signature})`.execute(tx)
    }
  },
}
