// Every list whose exact header is known, as its sender writes it: recognised on the upload page in
// any order and case, below junk, in other letters, and as a workbook.
import { afterAll, beforeAll, expect, test } from 'vitest'
import { makeTestNode, type TestNode } from '../../testing/make-node.ts'
import { type SignedIn, signedIn } from '../../testing/request.ts'
import { fileRow, uploadFile } from '../../testing/uploading-lists.ts'
import { workbookOf } from '../reading/xlsx/testing/pack.ts'

let t: TestNode
let ruth: SignedIn
beforeAll(async () => {
  t = await makeTestNode()
  ruth = await signedIn(t, await t.actorWith('hub-manager'))
})
afterAll(() => t.close())

/** Written down from the senders' own files, not from our profiles. */
const headers: Readonly<Record<string, string>> = {
  spl:
    'Traced_NHSNUMBER,PatientFirstName,PatientOtherName,PatientSurname,DateOfBirth,' +
    'PatientAddress_Line1,PatientAddress_Line2,PatientAddress_Line3,PatientAddress_Line4,' +
    'PatientAddress_Line5,PatientAddress_PostCode,PatientEmailAddress,mobile,landline,' +
    'DateOfDeath,Flag_PDSInformallyDeceased,oslaua,oscty,Data_Source,category,InceptionDate,' +
    'SPL_Version,uprn',
  nsss:
    'ID,nhs_number,first_name,middle_name,last_name,date_of_birth,address_line1,address_line2,' +
    'address_town_city,address_postcode,address_uprn,contact_number_calls,contact_number_texts,' +
    'contact_email,uid_submission,submission_datetime,' +
    'are_you_applying_on_behalf_of_someone_else,have_you_received_an_nhs_letter,' +
    'do_you_want_supermarket_deliveries,' +
    'do_you_need_someone_to_contact_you_about_local_support,' +
    'do_you_have_one_of_the_listed_medical_conditions,' +
    'do_you_have_someone_to_go_shopping_for_you,ladcode,active_status,spl_category,' +
    'spl_address_line1,spl_address_line2,spl_address_line3,spl_address_line4,' +
    'spl_address_line5,spl_address_postcode,spl_address_uprn',
  ctas:
    'Category,ID,Account ID,CDR Specimen Request sk,Exposer ID,Exposure Group,' +
    'Matched Person ID,Matched Exposer ID,Date Created,NHS Number,Forename,Surname,Gender,' +
    'Date of Birth,Ethnicity,House Number,Postcode,Postcode Area ID,Email,Phone,Phone2,UTLA,' +
    'UTLA Index,UTLA from Index,LTLA,LTLA Index,LTLA from Index,PHE Centre,PHE Centre Index,' +
    'First Symptomatic At,Date Tested,Number of Contacts,Number of Occupations,Occupation,' +
    'Occupation Type,Job Title,Job Postcode,Job Description,Activity Details,Care Home,' +
    'Residence Type,HPT Code,Status,Status Report,Initial Tier,Final Tier,' +
    'Call Centre Outcome,LA Support Required,LA Support Received,LA Support Letter Received,' +
    'LA Support Filter,Comments,Day 4 Outcome,Day 7 Outcome,Day 10 Outcome,Day 13 Outcome,' +
    'Isolation Follow Up,Isolation Start Date,Combined Date Completed,' +
    'Delay Creation Completion Days,Date Failed Uncontactable,Date Updated,' +
    'Date Time Extracted',
  isolation:
    'ID,NHS Number,Forename,Surname,Date of Birth,House Number,Address Line 1,Address Line 2,' +
    'Town,Postcode,UPRN,Email,Phone,Phone2,LA Support Required,LA Support Letter Received,' +
    'Day 4 Outcome,Day 7 Outcome,Day 10 Outcome,Day 13 Outcome,Comments,Date Tested,' +
    'Status Report',
  generic:
    'First name,Surname,d.o.b,Help Request Type,Address Line 1,Address Line 2,City,Postcode,' +
    'Email,Phone number,Phone number 2,UPRN,Subtype,Case Note 1,Case Note 2,Case Note 3,' +
    'Case Note 4',
}
const known = Object.entries(headers).map(([list, text]) => ({ list, names: text.split(',') }))

/** A row that has something in each column that every list has. */
const cellOf = (name: string) => {
  const key = name.toLowerCase()
  if (/birth|d\.o\.b/.test(key)) return key === 'dateofbirth' ? '19480917' : '17/09/1948'
  if (/first.?name|forename/.test(key)) return 'Peggy'
  if (/surname|last_name/.test(key)) return 'Ellison'
  return /^(patientaddress_|address_)?postcode$/.test(key) ? 'CB24 8RX' : ''
}
const csv = (names: readonly string[], above: readonly string[] = []) =>
  [...above, names.join(','), names.map(cellOf).join(','), ''].join('\r\n')

type Form = (names: readonly string[]) => BlobPart
const forms: Readonly<Record<string, Form>> = {
  'as it is': names => csv(names),
  'in another order and case': names =>
    csv(names.toReversed().map((name, at) => (at % 2 ? name.toUpperCase() : name.toLowerCase()))),
  'below nine rows of junk': names =>
    csv(names, ['Extract,OFFICIAL', 'Run,01/02/2026', ...Array(7).fill('a note,,')]),
  'in UTF-16': names => Buffer.from(`\ufeff${csv(names)}`, 'utf16le') as BlobPart,
  'with a blank beside each name': names => csv(names.map(name => ` ${name} `)),
  'as a workbook': names => bookOf(names, names.map(cellOf)) as BlobPart,
}

function bookOf(names: readonly string[], cells: readonly string[]): Buffer {
  const letter = (at: number): string =>
    at < 26 ? String.fromCharCode(65 + at) : letter(Math.floor(at / 26) - 1) + letter(at % 26)
  const rowOf = (row: number, texts: readonly string[]) => {
    const written = texts.map(
      (text, at) => `<c r="${letter(at)}${row}" t="inlineStr"><is><t>${text}</t></is></c>`,
    )
    return `<row r="${row}">${written.join('')}</row>`
  }
  return workbookOf({ sheets: [{ name: 'Data', rows: rowOf(1, names) + rowOf(2, cells) }] })
}

const cases = known.flatMap(one => Object.keys(forms).map(form => ({ ...one, form })))

test.each(cases)('$list is recognised $form', async ({ list, names, form }) => {
  const bytes = forms[form]?.(names)
  const path = await uploadFile(ruth, new File([bytes ?? ''], `${list}.data`))
  const { list: found, reading, state } = await fileRow(t, path)
  expect({ found, problem: reading.problem }).toEqual({ found: list, problem: undefined })
  expect(state).toBe('read')
  expect(reading.columns).toHaveLength(names.length)
  expect(reading.remarks?.map(({ remark }) => remark)).not.toContain('column-unknown')
  expect(reading.counts).toMatchObject({ rows: 1 })
})

test('fourteen columns without a name that we know are taken by their places', async () => {
  const given = '1,9990487715,true,Peggy,Ellison,17/09/1948,,7700900361,01632960118,4 Mill Lane'
  const rows = ['id,nhs,v,f,s,d,e,m,t,a,p,n,c,i', `${given},CB24 8RX,Food,16/04/2026,15/04/2026`]
  const path = await uploadFile(ruth, new File([`${rows.join('\n')}\n`], 'beacon.csv'))
  expect(await fileRow(t, path)).toMatchObject({ list: 'beacon', reading: { counts: { rows: 1 } } })
})
