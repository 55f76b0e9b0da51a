// A form of a proof for somebody whom the law entitles to ask: made, signed, recorded, found again.
import { sql } from 'kysely'
import { type Actor, inScope, type Scope } from '../../access/index.ts'
import type { Id } from '../../kernel/ids.ts'
import { refuse } from '../../kernel/refusal.ts'
import type { Node } from '../../node.ts'
import type { Tx } from '../../store/open.ts'
import { proofRedacted } from '../domain/events.ts'
import { makeRedacted } from '../domain/make-beside.ts'
import type { RedactedPart } from '../domain/proof-form.ts'
import type { Law } from '../domain/terms.ts'
import { digestOf, signHead } from '../signing.ts'
import { coverageOf, findProof } from './proofs.ts'
import { signBeside } from './sign-beside.ts'

export const reasonLettersMax = 1_000

export type Redacting = {
  readonly id: Id
  readonly proof: Id
  readonly law: Law
  /** The code of whoever asks about themselves. */
  readonly line: string | null
  /** Who asked, and by which letter: kept in the council, not in the form. */
  readonly reason: string
}

export function redactProof(node: Node, actor: Actor, redacting: Redacting) {
  const { id, proof, law, line } = redacting
  const reason = redacting.reason.trim()
  return signBeside(node, actor, {
    id,
    name: 'proof.redact',
    may: 'proof.redact',
    proof,
    asked: [law, line, reason],
    async decide(tx, { proof: found, now, pair }) {
      if (reason === '' || reason.length > reasonLettersMax) return refuse('reason-needed')
      const coverage = await coverageOf(tx, actor.council, found)
      const isThere = coverage.lines.some(({ code }) => code === line)
      if (law === 'subject-access' ? !isThere : line !== null) return refuse('invalid')
      const of = { key: pair.publicKey, digest: found.digest, at: now }
      const { head } = makeRedacted({ ...of, coverage, law, line }, { digestOf })
      return proofRedacted({
        subjects: [],
        place: found.place,
        body: {
          ...{ redaction: id, proof, law, line, at: now },
          key: pair.publicKey,
          signature: signHead(head, pair),
        },
        words: { reason },
      })
    },
  })
}

export type Redaction = {
  readonly id: Id
  readonly proof: Id
  readonly law: Law
  readonly line: string | null
  readonly reason: string | null
  readonly at: Date
  readonly by: string | null
  readonly key: string
  readonly signature: string
}

const redactionRow = sql<Redaction>`select r.id, r.proof, r.law, r.line, r.reason, r.at,
    u.name as by, r.key, r.signature
  from proof_redactions r
  join proofs p on p.council = r.council and p.id = r.proof
  left join users u on u.council = r.council and u.id = r.by_user`

/** Newest first. */
export async function redactionsOf(tx: Tx, scope: Scope, proof: Id): Promise<readonly Redaction[]> {
  const found = await sql<Redaction>`${redactionRow}
    where r.council = ${scope.council} and r.proof = ${proof} and ${inScope(scope, 'p.place')}
    order by r.at desc, r.id`.execute(tx)
  return found.rows
}

/** The form as it was signed, made again. */
export async function findRedacted(
  tx: Tx,
  scope: Scope,
  id: Id,
): Promise<{ readonly redaction: Redaction; readonly part: RedactedPart } | undefined> {
  const found = await sql<Redaction>`${redactionRow}
    where r.council = ${scope.council} and r.id = ${id} and ${inScope(scope, 'p.place')}
  `.execute(tx)
  const [redaction] = found.rows
  const proof = redaction && (await findProof(tx, scope, redaction.proof))
  if (!redaction || !proof) return undefined
  const coverage = await coverageOf(tx, scope.council, proof)
  const { law, line, key, at, signature } = redaction
  const of = { key, digest: proof.digest, at: at.getTime() }
  const { head, lines } = makeRedacted({ ...of, coverage, law, line }, { digestOf })
  return { redaction, part: { head, lines: [...lines], signature } }
}
