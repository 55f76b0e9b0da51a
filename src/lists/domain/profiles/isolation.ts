// How does the extract of people who isolate arrive? Mobile and landline stand the other way round
// than on the case line list, and only who asked for support is rung.
import { type Column, column, type Profile, profileOf } from '../profile.ts'
import { yesOrNo } from './usual-columns.ts'

const isRequired = true

const columns: readonly Column[] = [
  column('ID', 'source-key', { isRequired }),
  column('NHS Number', 'nhs-number'),
  column('Forename', 'first-name', { isRequired }),
  column('Surname', 'surname', { isRequired }),
  column('Date of Birth', 'date-of-birth', { dates: ['DD/MM/YYYY'], isRequired }),
  column('House Number', 'house-number'),
  column('Address Line 1', 'address-line'),
  column('Address Line 2', 'address-line'),
  column('Town', 'address-line'),
  column('Postcode', 'postcode', { isRequired }),
  column('UPRN', 'uprn'),
  column('Email', 'email'),
  column('Phone', 'phone', { isRequired }),
  column('Phone2', 'phone'),
  column('LA Support Required', 'need-mark', {
    isRequired,
    truth: yesOrNo,
    mark: 'asked-for-contact',
  }),
  column('LA Support Letter Received', 'need-mark', {
    isRequired,
    truth: yesOrNo,
    mark: 'has-shielding-letter',
  }),
  column('Day 4 Outcome', 'note'),
  column('Day 7 Outcome', 'note'),
  column('Day 10 Outcome', 'note'),
  column('Day 13 Outcome', 'note'),
  column('Comments', 'note'),
  column('Date Tested', 'listed-on', { dates: ['DD/MM/YYYY', 'DD/MM/YYYY H:MM'], isRequired }),
  column('Status Report', 'category', { isRequired }),
]

export const isolation: Profile = profileOf({
  id: 'isolation',
  columns,
  rows: [
    {
      columns: ['Status Report'],
      takes: { words: ['completed'] },
      otherwise: 'status-not-taken',
    },
    {
      columns: ['LA Support Required', 'LA Support Letter Received'],
      takes: { words: ['1'] },
      otherwise: 'support-not-asked',
    },
    {
      columns: ['Date Tested'],
      takes: { daysMax: 6 },
      otherwise: 'tested-too-long-ago',
    },
  ],
})
