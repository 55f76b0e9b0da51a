// The words of the data protection officer's own pages.
import { defineStrings, plural } from '../../pages/strings/index.ts'

export const oversightStrings = defineStrings('oversight', {
  en: {
    reads: 'Who looked',
    readsHeadline: 'Who looked at whom',
    readsLead: 'People are named by a reference, never by name.',
    readsNone: 'Nobody looked at anything that fits.',
    readsCaption: 'Looks at personal records, newest first',
    latest: 'All looks, newest first',
    when: 'When',
    who: 'Who looked',
    what: 'What they did',
    why: 'What for',
    whom: 'At whom',
    noName: 'Name erased',
    howMany: (shown: string, n: number) =>
      `${shown} ${plural(n, { one: 'person', other: 'people' })}`,
    withOthers: (shown: string, n: number) =>
      `with ${shown} ${plural(n, { one: 'other', other: 'others' })}`,
    anyone: 'Anyone',
    subject: 'Reference of the person looked at',
    subjectHint: 'Like P-9F3A20C1',
    day: 'Day',
    dayHint: 'Like 6 4 2026',
    filter: 'Show these',
    clearFilter: 'Show all',
    subjectWrong: 'Enter a reference like P-9F3A20C1',
    dayWrong: 'Enter a real date, like 6 4 2026',

    findTitle: 'Whose record?',
    findLead:
      'Enter a reference, or the exact name with the date of birth or the address. ' +
      'That you looked goes on the record too.',
    reference: 'Reference or record number',
    referenceHint: 'Like P-9F3A20C1 or 1204',
    name: 'Full name',
    nameHint: 'Given name and family name, as on the record',
    born: 'Date of birth',
    address: 'Postcode or first line of the address',
    reason: 'Why do you look this person up?',
    reasonMissing: 'Choose why you look this person up',
    caseNumber: 'Number of the case',
    caseHint: 'If it has one, like SAR-14. No names.',
    caseWrong: 'Enter a number like SAR-14, without names',
    find: 'Find this record',
    askedMissing: 'Enter a reference, or a name with a date of birth or an address',
    foundNone: 'No record fits, or more than one. Check what you entered.',
    bornWrong: 'Enter a real date of birth, like 17 9 1948',

    record: 'One record',
    recordHeadline: (reference: string) => `Who looked at ${reference}`,
    recordNumber: (number: string) => `Record ${number}`,
    recordsJoined: (shown: string) => `${shown} records were joined into this one.`,
    bornOn: (day: string) => `born ${day}`,
    nameErased: 'The name was erased',
    months: 'Choose a month',
    monthLine: (month: string, shown: string, n: number) =>
      `${month}: ${shown} ${plural(n, { one: 'look', other: 'looks' })}`,
    monthsNone: 'Nobody has looked at this record.',
    inMonth: (month: string) => `Looks in ${month}`,

    makeReport: 'Make the resident’s own report',
    makeReportLead:
      'Who looked, when and what for, in plain words, for the resident. That you made it goes ' +
      'on the record.',
    from: 'From',
    until: 'To',
    reportLanguage: 'Language',
    languages: { en: 'English', cy: 'Welsh' },
    showReport: 'Show it to print',
    reportFile: 'Take it as a file (CSV)',
    periodWrong: 'Enter two real dates, the first one first',
    print: 'Print this page with your browser.',
    tooMany: (shown: string) => `Only the newest ${shown} lines. Choose a shorter time.`,

    settings: 'Settings of oversight',
    settingsLink: 'Settings',
    namesStaff: 'In a resident’s report, staff are named by',
    namesRole: 'their role and place',
    namesName: 'their name, role and place',
    saveNames: 'Save',
    homes: 'Where staff live',
    homesLead:
      'Optional. A look at somebody at the same postcode then raises a question. ' +
      'Nobody else sees it.',
    home: (name: string) => `Home postcode of ${name}`,
    saveHome: 'Save',
    homeWrong: 'Enter a full postcode, or nothing',
    saved: 'Saved',
  },
})
