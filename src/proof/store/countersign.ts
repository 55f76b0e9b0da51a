// The village lead looked at the lines of codes and says whether it is so.
import { sql } from 'kysely'
import type { Actor } from '../../access/index.ts'
import type { Id } from '../../kernel/ids.ts'
import { refuse } from '../../kernel/refusal.ts'
import type { Node } from '../../node.ts'
import type { Tx } from '../../store/open.ts'
import { proofCountersigned } from '../domain/events.ts'
import { makeCountersign } from '../domain/make-beside.ts'
import type { CountersignPart } from '../domain/proof-form.ts'
import { codeIn, signHead } from '../signing.ts'
import type { Proof } from './proofs.ts'
import { signBeside } from './sign-beside.ts'

export const remarkLettersMax = 1_000

export type Countersigning = {
  readonly id: Id
  readonly proof: Id
  /** Of the head that was on the page: nobody signs what they did not see. */
  readonly digest: string
  readonly agrees: boolean
  /** What is not so, if it is not. */
  readonly remark: string
}

export function countersign(node: Node, actor: Actor, countersigning: Countersigning) {
  const { id, proof, digest, agrees } = countersigning
  const remark = countersigning.remark.trim()
  return signBeside(node, actor, {
    id,
    name: 'proof.countersign',
    may: 'proof.countersign',
    proof,
    asked: [digest, agrees, remark],
    async decide(tx, { proof: found, now, pair }) {
      if (found.digest !== digest) return refuse('stale-preview')
      if (remark.length > remarkLettersMax) return refuse('invalid')
      if (!agrees && remark === '') return refuse('reason-needed')
      if (found.issuedBy === actor.id) return refuse('to-oneself')
      const before = await countersignsOf(tx, actor.council, proof)
      if (before.some(one => one.by === actor.id)) return refuse('already-done')
      const by = codeIn(proof)(actor.id)
      const { number } = found
      const said = { council: actor.council, number, digest, agrees, at: now, by }
      const head = makeCountersign({ ...said, key: pair.publicKey })
      return proofCountersigned({
        subjects: [],
        place: found.place,
        body: {
          countersign: id,
          proof,
          at: now,
          agrees,
          key: pair.publicKey,
          signature: signHead(head, pair),
        },
        ...(remark === '' ? {} : { words: { remark } }),
      })
    },
  })
}

export type Countersign = {
  readonly id: Id
  readonly by: Id
  readonly name: string | null
  readonly at: Date
  readonly agrees: boolean
  readonly remark: string | null
  readonly key: string
  readonly signature: string
}

/** Oldest first. */
export async function countersignsOf(
  tx: Tx,
  council: string,
  proof: Id,
): Promise<readonly Countersign[]> {
  const found = await sql<Countersign>`select s.id, s.by_user as by, u.name, s.at, s.agrees,
      s.remark, s.key, s.signature
    from proof_countersigns s left join users u on u.council = s.council and u.id = s.by_user
    where s.council = ${council} and s.proof = ${proof} order by s.at, s.id`.execute(tx)
  return found.rows
}

/** As parts of the file: exactly what was signed. */
export function countersignParts(
  council: string,
  { id, number, digest }: Proof,
  all: readonly Countersign[],
): readonly CountersignPart[] {
  return all.map(({ by, at, agrees, key, signature }) => {
    const said = { council, number, digest, agrees, key, at: at.getTime(), by: codeIn(id)(by) }
    return { head: makeCountersign(said), lines: [], signature }
  })
}
