// Which households does a food bank feed?
import { column, type Profile, profileOf } from '../profile.ts'
import { isTelling, notes, personColumns, reference } from './usual-columns.ts'

export const foodBank: Profile = profileOf({
  id: 'food-bank',
  columns: [
    reference,
    ...personColumns,
    column('Voucher', 'category', {
      isTelling,
      alsoCalled: ['Voucher number', 'Parcel', 'Parcel size'],
    }),
    column('Household size', 'note', { alsoCalled: ['In household', 'People in household'] }),
    column('Diet', 'note', { alsoCalled: ['Dietary needs', 'Allergies'] }),
    notes,
  ],
})
