// Which addresses may flood, as the flood authority maps them?
import { column, type Profile, profileOf } from '../profile.ts'
import { dwellingColumns, isTelling, notes, reference } from './usual-columns.ts'

export const atRiskAddresses: Profile = profileOf({
  id: 'at-risk-addresses',
  columns: [
    reference,
    ...dwellingColumns,
    column('Flood zone', 'category', {
      isTelling,
      alsoCalled: ['Flood risk', 'Risk band', 'Flood risk band'],
    }),
    column('Warning area', 'source', { alsoCalled: ['Flood warning area', 'Target area code'] }),
    notes,
  ],
})
