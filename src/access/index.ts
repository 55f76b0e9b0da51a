// The door of access: grants, the rule, its SQL, sessions, and who looked.
import { bind, capability } from '../events/capability.ts'
import { addUser } from './domain/add-user.ts'
import { disableUser } from './domain/disable-user.ts'
import { grantEnded, grantGiven, linkMade, userAdded, userDisabled } from './domain/events.ts'
import { makeLink } from './domain/make-link.ts'
import { routes } from './pages/routes.ts'
import { closeDoors } from './store/close-doors.ts'
import { loadUser } from './store/disable-user.ts'
import { project } from './store/project.ts'

export {
  type Actor,
  type Grant,
  type Opening,
  type RoleName,
  roleNames,
  systemActor,
  systemId,
} from './actor.ts'
export { addressOf } from './address-of.ts'
export { decide, grantsFor, mayOpenInEmergency, type Permissions } from './decide.ts'
export { addUser } from './domain/add-user.ts'
export { disableUser } from './domain/disable-user.ts'
export { readReference, referenceDigits, referenceOf } from './domain/reference.ts'
export { leftCookie } from './pages/sign-out.ts'
export { inScope, type Scope, scopeOf } from './scope.ts'
export { makeSetUpToken } from './set-up.ts'
export { type Read, recordRead } from './store/reads.ts'
export * from './store/sessions.ts'

export const access = capability({
  name: 'access',
  events: [userAdded, grantGiven, grantEnded, userDisabled, linkMade],
  commands: [
    bind(addUser, async () => ({ state: null, place: null })),
    bind(disableUser, loadUser),
    bind(makeLink, loadUser),
  ],
  project,
  readModels: ['users', 'grants'],
  permissions: {
    'access.administer': ['system-administrator'],
  },
  routes,
  afterRestore: closeDoors,
})
