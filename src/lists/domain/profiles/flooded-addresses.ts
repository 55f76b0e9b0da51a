// Which addresses were under water, as reported so far?
import { column, type Profile, profileOf } from '../profile.ts'
import {
  britishDates,
  dwellingColumns,
  isTelling,
  notes,
  reference,
  yesOrNo,
} from './usual-columns.ts'

export const floodedAddresses: Profile = profileOf({
  id: 'flooded-addresses',
  columns: [
    reference,
    ...dwellingColumns,
    column('Flooded on', 'listed-on', {
      isTelling,
      dates: britishDates,
      alsoCalled: ['Date flooded', 'Date of flooding', 'Reported on'],
    }),
    column('Flooded inside', 'need-mark', {
      isTelling,
      truth: yesOrNo,
      mark: 'home-flooded',
      alsoCalled: ['Internal flooding', 'Water inside'],
    }),
    column('Depth', 'category', { alsoCalled: ['Depth cm', 'Depth (cm)'] }),
    notes,
  ],
})
