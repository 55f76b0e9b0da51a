// What may other systems ask about proofs? Which there are, and the file that anybody can check.
import { z } from 'zod'
import { type Api, apiRead, pageOf, pageQuery, pageSchema } from '../../events/index.ts'
import { refuse } from '../../kernel/refusal.ts'
import { Counts } from '../domain/proof-form.ts'
import { writeProofFile } from '../read-proof-file.ts'
import { proofParts } from './proof-parts.ts'
import { findProof, type Proof, proofsAfter } from './proofs.ts'

const moment = z.iso.datetime()

const ProofSaid = z.strictObject({
  id: z.uuid(),
  number: z.number().int(),
  campaign: z.uuid(),
  round: z.uuid(),
  /** Null is the whole council. */
  place: z.uuid().nullable(),
  asKnownAt: moment,
  issuedAt: moment,
  /** The last entry of the log that it rests on, and that entry's hash. */
  position: z.number().int(),
  hash: z.string(),
  counts: Counts,
  digest: z.string(),
  key: z.string(),
  countersigns: z.number().int(),
})

const listProofs = apiRead({
  path: '/proofs',
  may: 'proof.read',
  summary: 'Proofs that the council has signed: figures and digests, no names',
  query: pageQuery.extend({ campaign: z.uuid().optional() }),
  answer: pageSchema(ProofSaid),
  async read({ tx, scope, query }) {
    const found = await proofsAfter(tx, scope, query)
    return pageOf(found.map(said), query)
  },
})

function said(proof: Proof): z.infer<typeof ProofSaid> {
  const { id, number, campaign, round, place, position, hash, counts, digest, key } = proof
  return {
    ...{ id, number, campaign, round, place, position, hash, counts, digest, key },
    asKnownAt: proof.at.toISOString(),
    issuedAt: proof.issuedAt.toISOString(),
    countersigns: proof.countersigns,
  }
}

const readFile = apiRead({
  path: '/proofs/:proof/file',
  may: 'proof.take',
  summary:
    'The signed file of one proof, as text: written to a file as it is, verify-proof reads it',
  answer: z.strictObject({ name: z.string(), text: z.string() }),
  async read({ tx, scope, ids }) {
    const proof = await findProof(tx, scope, ids.proof ?? '')
    if (!proof) return refuse('not-found')
    const text = writeProofFile(await proofParts(tx, scope.council, proof))
    return { name: `proof-${proof.number}.json`, text }
  },
})

export const proofApi: Api = { reads: [listProofs, readFile], commands: [] }
