// Whom does a befriending scheme ring or visit?
import { column, type Profile, profileOf } from '../profile.ts'
import { isTelling, notes, personColumns, reference } from './usual-columns.ts'

export const befriending: Profile = profileOf({
  id: 'befriending',
  columns: [
    reference,
    ...personColumns,
    column('Befriender', 'source', {
      isTelling,
      alsoCalled: ['Volunteer', 'Befriended by', 'Match'],
    }),
    column('How often', 'category', { alsoCalled: ['Frequency', 'Visit frequency'] }),
    notes,
  ],
})
