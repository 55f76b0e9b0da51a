// Who came home from hospital, and needs a call in the days after?
import { column, type Profile, profileOf } from '../profile.ts'
import { britishDates, isTelling, notes, personColumns, reference } from './usual-columns.ts'

export const hospitalDischarge: Profile = profileOf({
  id: 'hospital-discharge',
  columns: [
    reference,
    ...personColumns,
    column('Discharged on', 'listed-on', {
      isTelling,
      isRequired: true,
      dates: britishDates,
      alsoCalled: ['Discharge date', 'Date of discharge'],
    }),
    column('Ward', 'source', { alsoCalled: ['Hospital', 'Discharged from'] }),
    column('Pathway', 'category', { alsoCalled: ['Discharge pathway'] }),
    notes,
  ],
})
