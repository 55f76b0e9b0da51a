// The addresses of proofs, of their forms, and of the keys that they are signed with.
import type { RouteRule } from '../../events/index.ts'
import { takeRoutes } from '../../files-out/index.ts'
import { saveIssue, showIssue } from './issue.tsx'
import { saveKey, showKeys } from './keys.tsx'
import { namesTable, showNames } from './names.tsx'
import { proofTable, saveCountersign, sendProof, showProof } from './proof.tsx'
import { proofsTable, showProofs } from './proofs.tsx'
import { saveRedact, showRedact } from './redact.tsx'
import { sendRedacted, showRedacted } from './redacted.tsx'

const read = 'proof.read'
const take = 'proof.take'
const issue = 'proof.issue'
const names = 'proof.names'
const redact = 'proof.redact'
const proof = '/proofs/:proof'
const redacted = '/redacted-proofs/:redaction'

export const routes: readonly RouteRule[] = [
  { method: 'get', path: '/proofs', may: read, handler: showProofs },
  { method: 'get', path: '/campaigns/:campaign/prove', may: issue, handler: showIssue },
  { method: 'post', path: '/campaigns/:campaign/prove', may: issue, handler: saveIssue },
  ...takeRoutes({ of: '/proofs', may: take, find: proofsTable }),
  ...takeRoutes({ of: `${proof}/lines`, may: take, find: proofTable }),
  ...takeRoutes({ of: `${proof}/names`, may: names, find: namesTable }),
  { method: 'get', path: proof, may: read, handler: showProof },
  { method: 'get', path: `${proof}/file.json`, may: take, handler: sendProof },
  { method: 'get', path: `${proof}/names`, may: names, handler: showNames },
  {
    method: 'post',
    path: `${proof}/countersign`,
    may: 'proof.countersign',
    handler: saveCountersign,
  },
  { method: 'get', path: `${proof}/redact`, may: redact, handler: showRedact },
  { method: 'post', path: `${proof}/redact`, may: redact, handler: saveRedact },
  { method: 'get', path: redacted, may: redact, handler: showRedacted },
  { method: 'get', path: `${redacted}/file.json`, may: redact, handler: sendRedacted },
  { method: 'get', path: '/proof-keys', may: 'public', handler: showKeys, isTranslated: true },
  { method: 'post', path: '/proof-keys', may: 'proof.administer', handler: saveKey },
]
