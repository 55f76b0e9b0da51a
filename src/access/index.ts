// The door of access: grants, the rule, its SQL, sessions, and who looked.
import { bind, capability } from '../events/capability.ts'
import { addUser } from './domain/add-user.ts'
import { acceptAgreement, setAgreement } from './domain/agreement.ts'
import { applyStaffFile } from './domain/apply-staff-file.ts'
import { changeUntil, endGrant } from './domain/change-grant.ts'
import { disableUser, enableUser } from './domain/disable-user.ts'
import * as events from './domain/events.ts'
import { giveGrant } from './domain/give-grant.ts'
import { makeLink } from './domain/make-link.ts'
import * as pauseEvents from './domain/pause-events.ts'
import { setQuietPeriod } from './domain/set-quiet-period.ts'
import { liftSuspension, suspendUser } from './domain/suspend-user.ts'
import { routes } from './pages/routes.ts'
import { loadAcceptance, loadAgreement } from './store/agreement.ts'
import { closeDoors } from './store/close-doors.ts'
import { loadGive, loadGrant, loadSuspension, loadUser } from './store/load-user.ts'
import { project } from './store/project.ts'
import { loadStaff } from './store/staff.ts'

export {
  type Actor,
  type Grant,
  isOutside,
  type Opening,
  outsideRoles,
  type Pause,
  type RoleName,
  roleNames,
  systemActor,
  systemId,
} from './actor.ts'
export { addressOf } from './address-of.ts'
export {
  beforeAgreement,
  decide,
  grantsFor,
  isInForce,
  mayOpenInEmergency,
  type Permissions,
} from './decide.ts'
export { addUser } from './domain/add-user.ts'
export { acceptAgreement, agreementTextVersion, setAgreement } from './domain/agreement.ts'
export { applyStaffFile } from './domain/apply-staff-file.ts'
export { disableUser } from './domain/disable-user.ts'
export { readReference, referenceDigits, referenceOf } from './domain/reference.ts'
export { setQuietPeriod } from './domain/set-quiet-period.ts'
export { suspendUser } from './domain/suspend-user.ts'
export { leftCookie } from './pages/sign-out.ts'
export { staffStrings } from './pages/staff-strings.ts'
export { readStaffFile } from './reading/read-staff-file.ts'
export { inScope, type Scope, scopeOf } from './scope.ts'
export { makeSetUpToken } from './set-up.ts'
export { type Read, recordRead } from './store/reads.ts'
export * from './store/sessions.ts'
export { listUsers, usersAsked } from './store/users.ts'

const nothing = async () => ({ state: null, place: null })
const { grantEnded, grantGiven, grantUntilChanged, linkMade } = events
const { userAdded, userCorrected, userDisabled, userEnabled } = events
const { agreementAccepted, agreementSet, quietPeriodSet } = pauseEvents
const { staffFileApplied, suspensionLifted, userSuspended } = pauseEvents

export const access = capability({
  name: 'access',
  events: [
    ...[userAdded, userCorrected, userDisabled, userEnabled, linkMade],
    ...[grantGiven, grantUntilChanged, grantEnded, userSuspended, suspensionLifted],
    ...[quietPeriodSet, agreementSet, agreementAccepted, staffFileApplied],
  ],
  commands: [
    bind(addUser, nothing, { of: (_state, { user }) => [user] }),
    bind(giveGrant, loadGive),
    bind(endGrant, loadGrant),
    bind(changeUntil, loadGrant),
    bind(disableUser, loadUser),
    bind(enableUser, loadUser),
    bind(suspendUser, loadUser),
    bind(liftSuspension, loadSuspension),
    bind(setQuietPeriod, nothing),
    bind(setAgreement, loadAgreement),
    bind(acceptAgreement, loadAcceptance),
    bind(makeLink, loadUser),
    bind(applyStaffFile, loadStaff),
  ],
  project,
  readModels: [
    ...['users', 'grants', 'suspensions'],
    ...['quiet_periods', 'agreements', 'agreement_acceptances'],
  ],
  permissions: {
    'access.administer': ['system-administrator'],
    'access.agree': ['village-group'],
  },
  routes,
  afterRestore: closeDoors,
})
