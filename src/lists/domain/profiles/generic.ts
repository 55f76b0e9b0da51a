// How does the sheet arrive on which a council's teams hand people over? One row a request.
import { type Column, column, type Profile, profileOf } from '../profile.ts'
import { britishDates } from './usual-columns.ts'

const isRequired = true

const columns: readonly Column[] = [
  column('First name', 'first-name', { isRequired }),
  column('Surname', 'surname', { isRequired }),
  column('d.o.b', 'date-of-birth', { isRequired, dates: britishDates }),
  column('Help Request Type', 'category', { isRequired, isTelling: true }),
  column('Address Line 1', 'address-line'),
  column('Address Line 2', 'address-line'),
  column('City', 'address-line'),
  column('Postcode', 'postcode', { isRequired }),
  column('Email', 'email'),
  column('Phone number', 'phone', { isRequired }),
  column('Phone number 2', 'phone'),
  column('UPRN', 'uprn'),
  column('Subtype', 'source'),
  column('Case Note 1', 'note'),
  column('Case Note 2', 'note'),
  column('Case Note 3', 'note'),
  column('Case Note 4', 'note'),
]

export const generic: Profile = profileOf({
  id: 'generic',
  columns,
  rows: [
    {
      columns: ['Help Request Type'],
      takes: { words: ['euss', 'link work'] },
      otherwise: 'kind-not-taken',
    },
  ],
})
