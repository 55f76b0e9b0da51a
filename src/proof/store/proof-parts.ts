// What is in the file of a proof? Itself, then who of the village has looked at it since.
import type { Tx } from '../../store/open.ts'
import type { CoveragePart, ProofFile } from '../domain/proof-form.ts'
import { countersignParts, countersignsOf } from './countersign.ts'
import { coverageOf, type Proof } from './proofs.ts'

export async function proofParts(tx: Tx, council: string, proof: Proof): Promise<ProofFile> {
  const { head, lines } = await coverageOf(tx, council, proof)
  const first: CoveragePart = { head, lines: [...lines], signature: proof.signature }
  const all = await countersignsOf(tx, council, proof.id)
  return [first, ...countersignParts(council, proof, all)]
}
