// The words of staff files: handing one in, what it would change, and what it changed.
import { defineStrings, plural } from '../../pages/strings/index.ts'

export const staffStrings = defineStrings('staff-file', {
  en: {
    title: 'Staff file',
    lead:
      'A CSV file with a column for the work email, and any of: name, role, place, purpose, ' +
      'from, until, left. Columns of SCIM are known too. Several roles are parted by a semicolon.',
    file: 'Staff file',
    everybody: 'This file is everybody',
    everybodyHint: 'Only then is somebody shut out because the file does not name them.',
    purpose: 'What for, where the file does not say?',
    hand: 'See what it would change',
    take: 'Take the staff file out as CSV',
    preview: 'What this staff file would change',
    notYet: 'Nothing is written yet.',
    sum: (rows: string, parts: readonly [string, string, string, string]) =>
      `${rows} rows: ${parts[0]} joiners + ${parts[1]} changed + ${parts[2]} the same + ` +
      `${parts[3]} refused`,
    leavers: (shown: string, n: number) =>
      `${shown} ${plural(n, { one: 'person is', other: 'people are' })} shut out`,
    leftOut: (shown: string, n: number) =>
      `${shown} ${plural(n, { one: 'person is', other: 'people are' })} not named in the file:`,
    notRemoved: 'Nobody is shut out because the file does not name them.',
    tooMany: 'More than one in five would be shut out. Look at the names again.',
    sure: 'I have looked at the names, and it is right',
    apply: 'Do this now',
    caption: 'Rows of the file and what each does',
    row: 'Row',
    who: 'Work email',
    what: 'What it does',
    outcomes: {
      accepted: 'Joins',
      changed: 'Changed',
      unchanged: 'The same',
      refused: 'Refused',
    },
    changes: {
      joins: 'let in',
      leaves: 'shut out',
      returns: 'let in again',
      renamed: 'another name',
      given: 'a role given',
      ended: 'a role ended',
      until: 'another last day',
    },
    reasons: {
      emailWrong: 'this is no email address',
      nameMissing: 'the name is missing',
      roleUnknown: 'no role is called that',
      roleMissing: 'the role is missing',
      placeUnknown: 'no place is called that',
      placeMissing: 'this role needs a place',
      placeNotForRole: 'this role is only for the whole council',
      untilMissing: 'people from outside need a last day',
      dayWrong: 'this is no real day',
      endsBeforeBegins: 'it would end before it begins',
      toOneself: 'nobody changes their own access',
      lastAdministrator: 'nobody could let people in then',
      twoOfOneAddress: 'two people have this address',
      tooMany: 'there are too many rows',
    },
    fileMissing: 'Choose a file',
    purposeMissing: 'Say what for',
    staffUnreadable: 'This is no CSV file',
    staffNoEmail: 'No column of the file is called work email',
    staffEmpty: 'The file has no rows',
    staffTooLong: 'A staff file may have up to 2,000 rows',
    sureMissing: 'Say that you have looked at the names',
    stale: 'Something changed meanwhile: look at it again',
  },
})
