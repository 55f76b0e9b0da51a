// Who lives in which care home, as the homes say themselves?
import { column, type Profile, profileOf } from '../profile.ts'
import { isTelling, notes, personColumns, reference } from './usual-columns.ts'

export const careHomes: Profile = profileOf({
  id: 'care-homes',
  columns: [
    reference,
    column('Care home', 'source', {
      isTelling,
      alsoCalled: ['Home', 'Home name', 'Care home name'],
    }),
    column('CQC location', 'category', { alsoCalled: ['CQC location ID', 'Location ID'] }),
    column('Room', 'note', { alsoCalled: ['Room number'] }),
    ...personColumns,
    notes,
  ],
})
