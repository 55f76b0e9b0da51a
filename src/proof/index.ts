// The door of proof: what a campaign did for everybody on its list, signed, for anyone to check.
import { capability } from '../events/index.ts'
import * as events from './domain/events.ts'
import { routes } from './pages/routes.ts'
import { proofsHold } from './store/check-against-log.ts'
import { proofApi } from './store/offer-api.ts'
import { project } from './store/project.ts'
import { signingKeyColumn } from './store/signing-keys.ts'

export type { Part, ProofFile } from './domain/proof-form.ts'
export { checkProofFile, writeProofFile } from './read-proof-file.ts'
export { fingerprintOf } from './signing.ts'
export { checkAgainstLog, unlikeTheCount } from './store/check-against-log.ts'
export { type Issuing, issueProof } from './store/issue-proof.ts'
export { proofAt } from './store/proof-at.ts'
export { proofParts } from './store/proof-parts.ts'
export { coverageOf, findProof, type Proof } from './store/proofs.ts'

export const proof = capability({
  name: 'proof',
  events: Object.values(events),
  project,
  readModels: ['signing_keys', 'proofs', 'proof_countersigns', 'proof_redactions'],
  permissions: {
    'proof.read': ['hub-manager', 'officer', 'village-coordinator', 'data-protection-officer'],
    'proof.take': ['hub-manager', 'officer'],
    'proof.issue': ['hub-manager', 'officer'],
    'proof.names': ['hub-manager', 'officer'],
    'proof.administer': ['system-administrator'],
    'proof.countersign': ['village-coordinator'],
    'proof.redact': ['officer', 'data-protection-officer'],
  },
  routes,
  api: proofApi,
  checks: [proofsHold],
  secrets: [signingKeyColumn],
})
