// How does the NHS Shielded Patient List arrive? 23 columns, as the councils received it in 2020.
import type { Column, Profile } from './profile.ts'

const columns: readonly Column[] = [
  { name: 'Traced_NHSNUMBER', role: 'nhs-number', keep: true, isRequired: true },
  { name: 'PatientFirstName', role: 'first-name', keep: true, isRequired: true },
  { name: 'PatientOtherName', role: 'other-names', keep: true },
  { name: 'PatientSurname', role: 'surname', keep: true, isRequired: true },
  { name: 'DateOfBirth', role: 'date-of-birth', keep: true, isRequired: true, dates: ['YYYYMMDD'] },
  { name: 'PatientAddress_Line1', role: 'address-line', keep: true },
  { name: 'PatientAddress_Line2', role: 'address-line', keep: true },
  { name: 'PatientAddress_Line3', role: 'address-line', keep: true },
  { name: 'PatientAddress_Line4', role: 'address-line', keep: true },
  { name: 'PatientAddress_Line5', role: 'address-line', keep: true },
  { name: 'PatientAddress_PostCode', role: 'postcode', keep: true, isRequired: true },
  { name: 'PatientEmailAddress', role: 'email', keep: true },
  { name: 'mobile', role: 'mobile', keep: true, isRequired: true },
  {
    name: 'landline',
    role: 'landline',
    keep: true,
    isRequired: true,
    alsoCalled: ['telephone_home', 'telephone', 'home_phone'],
  },
  // Without the death columns a load would ring the bereaved: they may not be missing.
  {
    name: 'DateOfDeath',
    role: 'date-of-death',
    keep: true,
    isRequired: true,
    dates: ['DD-MM-YYYY'],
  },
  {
    name: 'Flag_PDSInformallyDeceased',
    role: 'died-flag',
    keep: true,
    isRequired: true,
    truth: { yes: ['1'], no: ['0'] },
  },
  { name: 'oslaua', role: 'district-code', keep: true },
  { name: 'oscty', role: 'county-code', keep: false },
  { name: 'Data_Source', role: 'source', keep: true },
  { name: 'category', role: 'category', keep: true, diedWords: ['deceased'] },
  { name: 'InceptionDate', role: 'listed-on', keep: true, dates: ['YYYY-MM-DD', 'excel-day'] },
  { name: 'SPL_Version', role: 'list-version', keep: true, isIgnoredInComparison: true },
  { name: 'uprn', role: 'uprn', keep: true },
]

export const spl: Profile = {
  id: 'spl',
  version: 1,
  columns,
  sourceKey: 'nhs-number',
  purpose: 'shielding-support',
  legalBasis: 'public-health-task',
  rawKeptDays: 92,
}

export const profiles: readonly Profile[] = [spl]
