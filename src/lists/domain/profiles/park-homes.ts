// Who lives on which pitch of a park home site?
import { column, type Profile, profileOf } from '../profile.ts'
import { dwellingColumns, isTelling, notes, reference, yesOrNo } from './usual-columns.ts'

export const parkHomes: Profile = profileOf({
  id: 'park-homes',
  columns: [
    reference,
    column('Site', 'source', { alsoCalled: ['Park', 'Site name', 'Park name'] }),
    column('Pitch', 'house-number', {
      isTelling,
      alsoCalled: ['Plot', 'Pitch number', 'Unit number'],
    }),
    ...dwellingColumns,
    column('Gas bottles', 'need-mark', { truth: yesOrNo, mark: 'no-mains-supply' }),
    notes,
  ],
})
