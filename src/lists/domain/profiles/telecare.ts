// Who wears an alarm that needs power or a phone line?
import { column, type Profile, profileOf } from '../profile.ts'
import { isTelling, notes, personColumns, reference, yesOrNo } from './usual-columns.ts'

export const telecare: Profile = profileOf({
  id: 'telecare',
  columns: [
    reference,
    ...personColumns,
    column('Unit ID', 'category', {
      isTelling,
      alsoCalled: ['Telecare unit', 'Alarm unit', 'Pendant ID', 'Lifeline number'],
    }),
    column('Line type', 'source', { alsoCalled: ['Connection', 'Analogue or digital'] }),
    column('Key safe', 'need-mark', { truth: yesOrNo, mark: 'key-safe' }),
    notes,
  ],
})
