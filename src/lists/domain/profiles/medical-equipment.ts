// Whose oxygen, ventilator or dialysis at home stops when the power does?
import type { NeedMark } from '../need-marks.ts'
import { column, type Profile, profileOf } from '../profile.ts'
import { isTelling, notes, personColumns, reference } from './usual-columns.ts'

const equipment: Readonly<Record<string, NeedMark>> = {
  oxygen: 'oxygen',
  'oxygen concentrator': 'oxygen',
  'home oxygen': 'oxygen',
  ventilator: 'ventilator',
  'non-invasive ventilator': 'ventilator',
  niv: 'ventilator',
  dialysis: 'dialysis',
  'home dialysis': 'dialysis',
  haemodialysis: 'dialysis',
  'peritoneal dialysis': 'dialysis',
  nebuliser: 'nebuliser',
  'feeding pump': 'feeding-pump',
  suction: 'suction',
}

export const medicalEquipment: Profile = profileOf({
  id: 'medical-equipment',
  columns: [
    reference,
    ...personColumns,
    column('Equipment', 'need-codes', {
      isTelling,
      isRequired: true,
      codes: equipment,
      alsoCalled: ['Device', 'Medical equipment', 'Therapy'],
    }),
    column('Backup hours', 'note', { alsoCalled: ['Battery hours', 'Back-up hours'] }),
    notes,
  ],
})
