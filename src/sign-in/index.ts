// The door of signing in: council accounts, passkeys, codes, sessions, emergencies.
import { roleNames, systemId } from '../access/index.ts'
import { bind, capability, listCouncils } from '../events/index.ts'
import { dayMs } from '../kernel/clock.ts'
import type { Node } from '../node.ts'
import { addMenuCount } from '../web/menu-counts.ts'
import { openEmergency, reviewEmergency } from './domain/emergency.ts'
import { endSessions } from './domain/end-sessions.ts'
import * as events from './domain/events.ts'
import { addGroupRole, removeGroupRole } from './domain/group-roles.ts'
import { letIn } from './domain/let-in.ts'
import { addPasskey, removePasskey, renamePasskey } from './domain/passkeys.ts'
import { setProvider } from './domain/set-provider.ts'
import { routes } from './pages/routes.ts'
import { endAttempts } from './store/attempts.ts'
import { countUnreviewed, loadReview } from './store/emergencies.ts'
import { loadGroupRole, loadLetIn, loadRemoval } from './store/let-in.ts'
import { pruneLog } from './store/log.ts'
import { loadOwnPasskey, loadPasskeys } from './store/passkeys.ts'
import { project } from './store/project.ts'
import { clientSecretColumn } from './store/provider.ts'
import { loadEnding } from './store/sessions.ts'

export { reasonLettersMin } from './domain/emergency.ts'
export { makeEmergencyLink } from './make-emergency-link.ts'
export { passkeyScripts } from './pages/passkey-door.tsx'
export { isProven, proofAddress } from './pages/prove-passkey.ts'
export { endSessionsOf } from './store/sessions.ts'

const nothing = async () => ({ state: null, place: null })

const may = 'sign-in.review'
for (const href of ['/emergencies', '/sign-in-settings']) {
  addMenuCount({ href, may, isWaiting: true, count: countUnreviewed })
}

export const signIn = capability({
  name: 'sign-in',
  events: Object.values(events),
  commands: [
    bind(setProvider, nothing),
    bind(addGroupRole, loadGroupRole),
    bind(removeGroupRole, loadRemoval),
    bind(letIn, loadLetIn),
    bind(addPasskey, loadPasskeys),
    bind(renamePasskey, loadOwnPasskey),
    bind(removePasskey, loadOwnPasskey),
    bind(endSessions, loadEnding),
    bind(openEmergency, nothing),
    bind(reviewEmergency, loadReview),
  ],
  project,
  readModels: [
    'providers',
    'group_roles',
    'group_grants',
    'linked_accounts',
    'passkeys',
    'emergencies',
  ],
  permissions: {
    'sign-in.administer': ['system-administrator'],
    'sign-in.review': ['data-protection-officer', 'system-administrator'],
    'sign-in.take': ['system-administrator'],
    'sign-in.own': roleNames,
  },
  routes,
  tasks: [{ name: 'sign-in.prune', everyMs: dayMs, run: pruneEverywhere }],
  secrets: [clientSecretColumn],
  afterRestore: endAttempts,
})

async function pruneEverywhere(node: Node): Promise<void> {
  for (const { id: council } of await listCouncils(node)) {
    const now = node.clock.now()
    await node.store.transaction({ council, actor: systemId }, tx => pruneLog(tx, council, now))
  }
}
