// Who lives aboard, and where is the boat moored?
import { column, type Profile, profileOf } from '../profile.ts'
import { dwellingColumns, isTelling, notes } from './usual-columns.ts'

export const boats: Profile = profileOf({
  id: 'boats',
  columns: [
    column('Boat registration', 'source-key', {
      isTelling,
      alsoCalled: ['Index number', 'Licence number', 'Boat number'],
    }),
    column('Boat name', 'category', { isTelling, alsoCalled: ['Vessel', 'Vessel name'] }),
    column('Mooring', 'address-line', { isTelling, alsoCalled: ['Marina', 'Moored at'] }),
    ...dwellingColumns.map(one => (one.role === 'postcode' ? { ...one, isRequired: false } : one)),
    notes,
  ],
})
