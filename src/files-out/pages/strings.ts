// The words of files that leave the house.
import { defineStrings, plural } from '../../pages/strings/index.ts'

const many = (n: number, one: string, other: string) => plural(n, { one, other })

export const filesStrings = defineStrings('files-out', {
  en: {
    asAt: 'As known at',
    madeBy: 'Taken by',
    council: 'Council',
    rowsHere: 'Rows',
    which: 'Which rows',
    handling: 'Handling',
    handlingWords: 'Personal data: keep it safe, use it for this only, destroy it within 28 days.',
    files: 'Files to take',
    headlineNone: 'No file waits for anybody.',
    headline: (n: number, shown: string) =>
      `${shown} ${many(n, 'file waits', 'files wait')} for a second person.`,
    lead: (most: string) =>
      `A file that names more than ${most} people leaves only when a second person agrees. ` +
      'Who asked fetches it once, within 24 hours. All of it goes on the record.',
    none: 'Nobody has asked for one yet.',
    caption: 'Files that were asked for, those that wait first',
    columns: { what: 'What', people: 'People', who: 'Who asked', state: 'State', when: 'When' },
    states: {
      waiting: 'Waits for a second person',
      agreed: 'Agreed',
      refused: 'Refused',
      taken: 'Taken',
    },
    lapsed: 'Ran out',
    noName: 'Name erased',
    formats: { csv: 'CSV', xlsx: 'Workbook (XLSX)', archive: 'Everything, as open files' },
    askTitle: 'A second person must agree',
    askHeadline: (shown: string) => `This list names ${shown} people.`,
    askBody: (most: string) =>
      `Above ${most} people a second person must agree before the file leaves. Say what it is ` +
      'for: they decide by it. Then you fetch it once, within 24 hours.',
    why: 'What is it for, and who will hold it?',
    whyHint: 'Between 10 and 500 characters. No names of residents.',
    whyWrong: 'Say what it is for in 10 to 500 characters',
    ask: 'Ask for it',
    narrower: 'Or go back and take a smaller part.',
    back: 'Back to the list',
    tooLong: 'This list is too long for one file',
    tooLongBody: (rows: string) =>
      `A file of this kind holds at most ${rows} rows. Narrow the list, or take it as CSV.`,
    request: 'A file that was asked for',
    of: 'List',
    address: 'Address',
    format: 'As',
    people: 'People named',
    askedBy: 'Asked by',
    forWhat: 'What for',
    judgedBy: 'Answered by',
    answer: 'Their words',
    takenAt: 'Taken',
    until: 'To be fetched by',
    judgeTitle: 'Should this leave?',
    judgeBody:
      'If you agree, they may fetch it once within 24 hours. Your name stands beside it on the ' +
      'record.',
    judgeWhy: 'Why, or under which condition?',
    judgeWhyHint: 'Needed if you refuse.',
    judgeWhyWrong: 'Say why you refuse, in up to 500 characters',
    agree: 'Agree',
    refuse: 'Refuse',
    notYours: 'Somebody else must answer: nobody agrees to their own wish.',
    take: 'Fetch the file',
    takeNote: 'Once only. Have a safe place for it ready.',
    copyTitle: 'Everything this council holds',
    copyLead:
      'One archive of open files: the record itself, every register as CSV, places as GeoJSON, ' +
      'what each column means, and a digest of each file. It names everybody, so a second person ' +
      'must agree. Then it is made, and fetched once within 24 hours.',
    copyNot:
      'Not in it: who is signed in, secrets, messages that wait, files as received. ' +
      'Another Doorstep takes it in with the command import-council.',
    copyHeadline: (n: number, shown: string) =>
      `${shown} ${many(n, 'person is', 'people are')} on this register.`,
    copyAsk: 'Ask for the archive',
    copies: 'Archives that were asked for',
    making: (done: string, whole: string) => `Being made: ${done} of ${whole} rows`,
    makingNote: 'You may leave this page. It is made by the server.',
    failed: 'It could not be made. Ask again; if it fails again, tell who runs Doorstep.',
    gone: 'Fetched or run out: the copy is destroyed.',
    ready: (size: string) => `Ready: ${size}`,
    megabytes: (n: string) => `${n} MB`,
    look: 'Look at it',
  },
})
