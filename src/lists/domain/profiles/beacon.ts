// How does the sheet of 14 columns arrive whose first row nobody reads? Each column has its place.
import { type Column, column, type Profile, profileOf, unused } from '../profile.ts'
import { britishDates, yesOrNo } from './usual-columns.ts'

const columns: readonly Column[] = [
  column('Test and trace account', 'source-key'),
  column('NHS number', 'nhs-number'),
  column('Vulnerable', 'need-mark', { truth: yesOrNo, mark: 'vulnerable' }),
  column('First name', 'first-name'),
  column('Surname', 'surname'),
  column('Date of birth', 'date-of-birth', { dates: britishDates }),
  column('E-mail', 'email'),
  column('Mobile', 'mobile'),
  column('Telephone', 'landline'),
  column('Address', 'address-line'),
  column('Postcode', 'postcode'),
  column('Needs', 'note'),
  ...unused('Created'),
  column('Isolation start', 'listed-on', { dates: britishDates }),
]

export const beacon: Profile = profileOf({ id: 'beacon', columns, isByPosition: true })
