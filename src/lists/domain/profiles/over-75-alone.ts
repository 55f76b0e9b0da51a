// Who is over 75 and lives by themselves?
import { column, type Profile, profileOf } from '../profile.ts'
import { isTelling, notes, personColumns, reference, yesOrNo } from './usual-columns.ts'

export const over75Alone: Profile = profileOf({
  id: 'over-75-alone',
  columns: [
    reference,
    ...personColumns,
    column('Lives alone', 'need-mark', {
      isTelling,
      isRequired: true,
      truth: yesOrNo,
      mark: 'lives-alone',
      alsoCalled: ['Alone', 'Single occupancy', 'Single person discount'],
    }),
    column('Age', 'category', { alsoCalled: ['Age band'] }),
    notes,
  ],
})
