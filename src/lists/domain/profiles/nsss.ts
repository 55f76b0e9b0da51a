// How do the registrations of the National Shielding Service arrive? A file a day, of who is new.
import { type Column, column, type Profile, profileOf, type Truth, unused } from '../profile.ts'
import { usualWithdrawn } from '../read-withdrawal.ts'
import { nsssPerson } from './nsss-person.ts'

const isRequired = true
const truth: Truth = { yes: ['yes', '1'], no: ['no', '0'] }

const columns: readonly Column[] = [
  ...nsssPerson,
  column('contact_number_calls', 'phone', { isRequired }),
  column('contact_number_texts', 'mobile'),
  column('contact_email', 'email'),
  ...unused('uid_submission'),
  column('submission_datetime', 'listed-on', {
    dates: ['YYYY-MM-DDTHH:MM:SSZ', 'DD/MM/YYYY HH:MM:SS'],
  }),
  ...unused(
    'are_you_applying_on_behalf_of_someone_else',
    'have_you_received_an_nhs_letter',
    'do_you_want_supermarket_deliveries',
  ),
  column('do_you_need_someone_to_contact_you_about_local_support', 'need-mark', {
    truth,
    mark: 'asked-for-contact',
    alsoCalled: ['do_you_need_help_meeting_your_basic_care_needs'],
  }),
  ...unused('do_you_have_one_of_the_listed_medical_conditions'),
  column('do_you_have_someone_to_go_shopping_for_you', 'need-mark', {
    truth: { yes: truth.no, no: truth.yes },
    mark: 'nobody-shops-for-them',
  }),
  column('ladcode', 'district-code'),
  column('active_status', 'category', {
    withdrawnWords: [...usualWithdrawn, 'no', 'false', '0'],
    diedWords: ['deceased', 'died'],
  }),
  ...unused(
    'spl_category',
    'spl_address_line1',
    'spl_address_line2',
    'spl_address_line3',
    'spl_address_line4',
    'spl_address_line5',
    'spl_address_postcode',
    'spl_address_uprn',
  ),
]

/** The address that the person gave counts; the one on the patient list is that list's to say. */
export const nsss: Profile = profileOf({ id: 'nsss', columns })
