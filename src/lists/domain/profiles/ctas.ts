// How does the case line list of contact tracing arrive? Junk above the header, some 60 columns,
// dates of two orders, and cases too old to ring among the new ones.
import { type Column, column, type Profile, profileOf, unused } from '../profile.ts'

const isRequired = true

const columns: readonly Column[] = [
  ...unused('Category', 'ID'),
  column('Account ID', 'source-key', { isRequired }),
  ...unused('CDR Specimen Request sk', 'Exposer ID', 'Exposure Group', 'Matched Person ID'),
  ...unused('Matched Exposer ID', 'Date Created'),
  column('NHS Number', 'nhs-number'),
  column('Forename', 'first-name', { isRequired }),
  column('Surname', 'surname', { isRequired }),
  ...unused('Gender'),
  column('Date of Birth', 'date-of-birth', { dates: ['DD/MM/YYYY'], isRequired }),
  ...unused('Ethnicity'),
  column('House Number', 'house-number'),
  column('Postcode', 'postcode', { isRequired }),
  ...unused('Postcode Area ID'),
  column('Email', 'email'),
  column('Phone', 'phone', { isRequired }),
  column('Phone2', 'phone'),
  ...unused('UTLA', 'UTLA Index', 'UTLA from Index'),
  column('LTLA', 'authority', { isRequired }),
  ...unused('LTLA Index', 'LTLA from Index', 'PHE Centre', 'PHE Centre Index'),
  ...unused('First Symptomatic At'),
  column('Date Tested', 'listed-on', { dates: ['DD/MM/YYYY', 'DD/MM/YYYY H:MM'], isRequired }),
  ...unused('Number of Contacts', 'Number of Occupations', 'Occupation', 'Occupation Type'),
  ...unused('Job Title', 'Job Postcode', 'Job Description', 'Activity Details', 'Care Home'),
  ...unused('Residence Type', 'HPT Code'),
  column('Status', 'category'),
  ...unused('Status Report', 'Initial Tier', 'Final Tier', 'Call Centre Outcome'),
  ...unused('LA Support Required', 'LA Support Received', 'LA Support Letter Received'),
  ...unused('LA Support Filter'),
  column('Comments', 'note'),
  ...unused('Day 4 Outcome', 'Day 7 Outcome', 'Day 10 Outcome', 'Day 13 Outcome'),
  ...unused('Isolation Follow Up', 'Isolation Start Date', 'Combined Date Completed'),
  ...unused('Delay Creation Completion Days', 'Date Failed Uncontactable', 'Date Updated'),
  // In the American order with a year of two digits: nothing needs it, so it is never read.
  ...unused('Date Time Extracted'),
]

export const ctas: Profile = profileOf({
  id: 'ctas',
  columns,
  rows: [
    {
      columns: ['Date Tested'],
      takes: { daysMax: 13 },
      otherwise: 'tested-too-long-ago',
    },
  ],
})
