// How does the National Shielding Service name a person and their address in each of its files?
import { type Column, column } from '../profile.ts'

const isRequired = true

export const nsssPerson: readonly Column[] = [
  column('ID', 'source-key', { isRequired }),
  column('nhs_number', 'nhs-number', { isRequired }),
  column('first_name', 'first-name', { isRequired }),
  column('middle_name', 'other-names'),
  column('last_name', 'surname', { isRequired }),
  column('date_of_birth', 'date-of-birth', { isRequired, dates: ['DD/MM/YYYY'] }),
  column('address_line1', 'address-line'),
  column('address_line2', 'address-line'),
  column('address_town_city', 'address-line'),
  column('address_postcode', 'postcode', { isRequired }),
  column('address_uprn', 'uprn'),
]
