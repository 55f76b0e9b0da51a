// Whose registration changed its status? The churn report beside the daily registrations.
import { type Column, column, type Profile, profileOf, unused } from '../profile.ts'
import { usualWithdrawn } from '../read-withdrawal.ts'
import { nsssPerson } from './nsss-person.ts'

const isRequired = true

const columns: readonly Column[] = [
  ...nsssPerson,
  column('ladcode', 'district-code'),
  column('previous_status', 'source', {
    isTelling: true,
    alsoCalled: ['old_status', 'previous_active_status'],
  }),
  column('active_status', 'category', {
    isRequired,
    alsoCalled: ['new_status'],
    withdrawnWords: [...usualWithdrawn, 'no', 'false', '0'],
    activeWords: ['active', 'registered', 'reactivated', 'yes', 'true', '1'],
    diedWords: ['deceased', 'died'],
  }),
  column('status_changed', 'listed-on', {
    dates: ['YYYY-MM-DDTHH:MM:SSZ', 'DD/MM/YYYY HH:MM:SS', 'DD/MM/YYYY', 'YYYY-MM-DD'],
    isTelling: true,
    alsoCalled: ['status_change_date', 'change_date', 'churn_date'],
  }),
  ...unused('uid_submission'),
]

export const nsssChurn: Profile = profileOf({ id: 'nsss-churn', columns })
