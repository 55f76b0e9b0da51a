// Whom does the council know from its own work? The usual columns, and nothing that tells more.
import { column, type Profile, profileOf } from '../profile.ts'
import { notes, personColumns, reference } from './usual-columns.ts'

export const councilKnown: Profile = profileOf({
  id: 'council-known',
  columns: [
    reference,
    ...personColumns,
    column('Reason', 'category', { alsoCalled: ['Category', 'Service', 'Why known'] }),
    notes,
  ],
})
