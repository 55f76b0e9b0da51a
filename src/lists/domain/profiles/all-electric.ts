// Which homes have no other heat and no other light than electricity?
import { column, type Profile, profileOf } from '../profile.ts'
import { dwellingColumns, isTelling, notes, reference, yesOrNo } from './usual-columns.ts'

export const allElectric: Profile = profileOf({
  id: 'all-electric',
  columns: [
    reference,
    ...dwellingColumns,
    column('All electric', 'need-mark', {
      isTelling,
      isRequired: true,
      truth: yesOrNo,
      mark: 'electric-only',
      alsoCalled: ['Electric only', 'Electric heating only', 'All-electric'],
    }),
    column('Heating', 'category', { alsoCalled: ['Heating type', 'Main fuel'] }),
    notes,
  ],
})
