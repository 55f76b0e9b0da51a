// How does the NHS Shielded Patient List arrive? 23 columns, as the councils received it in 2020.
import { type Column, column, type Profile, profileOf } from '../profile.ts'
import { usualWithdrawn } from '../read-withdrawal.ts'

const isRequired = true

const columns: readonly Column[] = [
  column('Traced_NHSNUMBER', 'nhs-number', { isRequired }),
  column('PatientFirstName', 'first-name', { isRequired }),
  column('PatientOtherName', 'other-names'),
  column('PatientSurname', 'surname', { isRequired }),
  column('DateOfBirth', 'date-of-birth', { isRequired, dates: ['YYYYMMDD'] }),
  column('PatientAddress_Line1', 'address-line'),
  column('PatientAddress_Line2', 'address-line'),
  column('PatientAddress_Line3', 'address-line'),
  column('PatientAddress_Line4', 'address-line'),
  column('PatientAddress_Line5', 'address-line'),
  column('PatientAddress_PostCode', 'postcode', { isRequired }),
  column('PatientEmailAddress', 'email'),
  column('mobile', 'mobile', { isRequired }),
  column('landline', 'landline', {
    isRequired,
    alsoCalled: ['telephone_home', 'telephone', 'home_phone'],
  }),
  // Without the death columns a load would ring the bereaved: they may not be missing.
  column('DateOfDeath', 'date-of-death', { isRequired, dates: ['DD-MM-YYYY'] }),
  column('Flag_PDSInformallyDeceased', 'died-flag', {
    isRequired,
    truth: { yes: ['1'], no: ['0'] },
  }),
  column('oslaua', 'district-code'),
  column('oscty', 'county-code', { keep: false }),
  column('Data_Source', 'source'),
  column('category', 'category', { diedWords: ['deceased'], withdrawnWords: usualWithdrawn }),
  column('InceptionDate', 'listed-on', { dates: ['YYYY-MM-DD', 'excel-day'] }),
  column('SPL_Version', 'list-version', { isIgnoredInComparison: true }),
  column('uprn', 'uprn'),
]

export const spl: Profile = profileOf({ id: 'spl', columns })
