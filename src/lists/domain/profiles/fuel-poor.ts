// Who pays for warmth before using it, or goes without?
import { column, type Profile, profileOf } from '../profile.ts'
import { isTelling, notes, personColumns, reference, yesOrNo } from './usual-columns.ts'

export const fuelPoor: Profile = profileOf({
  id: 'fuel-poor',
  columns: [
    reference,
    ...personColumns,
    column('Prepayment meter', 'need-mark', {
      isTelling,
      truth: yesOrNo,
      mark: 'prepayment',
      alsoCalled: ['Prepayment', 'PPM', 'Pay as you go meter'],
    }),
    column('Fuel poor', 'need-mark', {
      isTelling,
      truth: yesOrNo,
      mark: 'fuel-poor',
      alsoCalled: ['Fuel poverty', 'LILEE'],
    }),
    notes,
  ],
})
