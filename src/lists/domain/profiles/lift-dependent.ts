// Which homes can nobody leave who cannot use the stairs, once the lift stops?
import { column, type Profile, profileOf } from '../profile.ts'
import { dwellingColumns, isTelling, notes, reference, yesOrNo } from './usual-columns.ts'

export const liftDependent: Profile = profileOf({
  id: 'lift-dependent',
  columns: [
    reference,
    ...dwellingColumns,
    column('Floor', 'category', { isTelling, alsoCalled: ['Floor number', 'Storey', 'Level'] }),
    column('Needs lift', 'need-mark', {
      isTelling,
      truth: yesOrNo,
      mark: 'needs-lift',
      alsoCalled: ['Lift dependent', 'Cannot use stairs'],
    }),
    column('Block', 'source', { alsoCalled: ['Building', 'Block name'] }),
    notes,
  ],
})
