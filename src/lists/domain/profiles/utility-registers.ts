// How do the priority registers of power, gas and water arrive? One shape, three senders: each is
// known by the number that its meters or accounts carry.
import { registerCodes } from '../need-marks.ts'
import { type Column, column, type Profile, profileOf, unused } from '../profile.ts'
import { britishDates, isTelling, personColumns } from './usual-columns.ts'

const codes = column('Needs codes', 'need-codes', {
  isRequired: true,
  codes: registerCodes,
  alsoCalled: ['Needs code', 'PSR codes', 'PSR needs codes', 'Vulnerability codes'],
})

function columnsWith(key: Column): readonly Column[] {
  return [
    key,
    ...personColumns,
    codes,
    column('Registered on', 'listed-on', {
      dates: britishDates,
      alsoCalled: ['PSR start date', 'Date registered', 'Registration date'],
    }),
    ...unused('PSR end date', 'Supplier', 'Consent', 'Password'),
  ]
}

export const powerRegister: Profile = profileOf({
  id: 'power-register',
  columns: columnsWith(
    column('MPAN', 'source-key', { isTelling, alsoCalled: ['MPAN core', 'Supply number'] }),
  ),
})

export const gasRegister: Profile = profileOf({
  id: 'gas-register',
  columns: columnsWith(
    column('MPRN', 'source-key', { isTelling, alsoCalled: ['Meter point reference'] }),
  ),
})

export const waterRegister: Profile = profileOf({
  id: 'water-register',
  columns: columnsWith(
    column('SPID', 'source-key', {
      isTelling,
      alsoCalled: ['Water account', 'Water account number'],
    }),
  ),
})
