// Whose registration changed its status? The churn report beside the daily registrations.
import { type Column, column, type Profile, profileOf, unused } from '../profile.ts'

const isRequired = true

const columns: readonly Column[] = [
  column('ID', 'source-key', { isRequired }),
  column('nhs_number', 'nhs-number', { isRequired }),
  column('first_name', 'first-name', { isRequired }),
  column('middle_name', 'other-names'),
  column('last_name', 'surname', { isRequired }),
  column('date_of_birth', 'date-of-birth', { isRequired, dates: ['DD/MM/YYYY'] }),
  column('address_line1', 'address-line'),
  column('address_line2', 'address-line'),
  column('address_town_city', 'address-line'),
  column('address_postcode', 'postcode', { isRequired }),
  column('address_uprn', 'uprn'),
  column('ladcode', 'district-code'),
  column('previous_status', 'source', {
    isTelling: true,
    alsoCalled: ['old_status', 'previous_active_status'],
  }),
  column('active_status', 'category', { isRequired, alsoCalled: ['new_status'] }),
  column('status_changed', 'listed-on', {
    dates: ['YYYY-MM-DDTHH:MM:SSZ', 'DD/MM/YYYY HH:MM:SS', 'DD/MM/YYYY', 'YYYY-MM-DD'],
    isTelling: true,
    alsoCalled: ['status_change_date', 'change_date', 'churn_date'],
  }),
  ...unused('uid_submission'),
]

export const nsssChurn: Profile = profileOf({ id: 'nsss-churn', columns })
