// Whose care visit did not happen today?
import { column, type Profile, profileOf } from '../profile.ts'
import { britishDates, isTelling, notes, personColumns, reference } from './usual-columns.ts'

export const careRoundsFailed: Profile = profileOf({
  id: 'care-rounds-failed',
  columns: [
    reference,
    ...personColumns,
    column('Missed visit', 'listed-on', {
      isTelling,
      isRequired: true,
      dates: ['DD/MM/YYYY H:MM', 'DD/MM/YYYY HH:MM:SS', ...britishDates],
      alsoCalled: ['Visit missed', 'Missed call', 'Visit due'],
    }),
    column('Care provider', 'source', { alsoCalled: ['Agency', 'Provider'] }),
    column('Next visit', 'note', { alsoCalled: ['Next visit due', 'Covered until'] }),
    notes,
  ],
})
