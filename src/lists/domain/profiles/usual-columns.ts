// Which columns does nearly every sheet have, and under which names do they come?
import { type Column, column, type Truth } from '../profile.ts'
import type { DateForm } from '../read-date.ts'

/** Dates as people in Britain type them: the day first, or the year first, never the month. */
export const britishDates: readonly DateForm[] = [
  'DD/MM/YYYY',
  'DD-MM-YYYY',
  'DD.MM.YYYY',
  'D/M/YYYY',
  'YYYY-MM-DD',
  'D MMM YYYY',
]

export const yesOrNo: Truth = {
  yes: ['1', 'yes', 'true', 'y'],
  no: ['0', 'no', 'false', 'n'],
}

const isRequired = true

const name: readonly Column[] = [
  column('First name', 'first-name', {
    isRequired,
    alsoCalled: ['Forename', 'Given name', 'Christian name', 'first_name', 'Fname'],
  }),
  column('Surname', 'surname', {
    isRequired,
    alsoCalled: ['Last name', 'Family name', 'Second name', 'last_name', 'Lname'],
  }),
]
const birth = column('Date of birth', 'date-of-birth', {
  dates: britishDates,
  alsoCalled: ['DOB', 'D.O.B.', 'Birth date', 'Birthday', 'date_of_birth'],
})
const home: readonly Column[] = [
  column('Address line 1', 'address-line', { alsoCalled: ['Address 1', 'Address', 'Street'] }),
  column('Address line 2', 'address-line', { alsoCalled: ['Address 2', 'Locality'] }),
  column('Address line 3', 'address-line', { alsoCalled: ['Address 3'] }),
  column('Town', 'address-line', { alsoCalled: ['City', 'Village', 'Post town', 'Address 4'] }),
  column('Postcode', 'postcode', {
    isRequired,
    alsoCalled: ['Post code', 'Postal code', 'address_postcode', 'PCode'],
  }),
  column('UPRN', 'uprn', { alsoCalled: ['Unique property reference number'] }),
]
const ways: readonly Column[] = [
  column('Phone', 'phone', {
    alsoCalled: ['Telephone', 'Tel', 'Phone number', 'Home phone', 'Landline', 'Contact number'],
  }),
  column('Mobile', 'mobile', {
    alsoCalled: ['Mobile phone', 'Mobile number', 'Cell', 'Phone 2', 'Phone number 2'],
  }),
  column('Email', 'email', { alsoCalled: ['E-mail', 'Email address', 'e-mail address'] }),
]

/** A person, where they live and how to reach them. */
export const personColumns: readonly Column[] = [
  column('NHS number', 'nhs-number', { alsoCalled: ['NHS no', 'nhs_number'] }),
  ...name,
  birth,
  ...home,
  ...ways,
]

/** A dwelling, and who is known to live there if anybody is. */
export const dwellingColumns: readonly Column[] = [
  column('Occupier', 'full-name', { alsoCalled: ['Name', 'Resident', 'Tenant', 'Full name'] }),
  ...home,
  ...ways,
]

export const reference = column('Reference', 'source-key', {
  alsoCalled: ['Ref', 'Ref no', 'Reference number', 'Customer number', 'Case ID'],
})
export const notes = column('Notes', 'note', { alsoCalled: ['Comments', 'Remarks', 'Case note'] })
export const isTelling = true
