// The words of the pages about sheets of paper: printed, out, typed back.
import { defineStrings, plural } from '../../pages/strings/index.ts'

export const paperStrings = defineStrings('paper', {
  en: {
    sheets: 'Sheets of paper',
    headline: (n: number, shown: string) =>
      n === 0
        ? 'Every sheet has come back'
        : plural(n, { one: '1 sheet is out', other: `${shown} sheets are out` }),
    lead:
      'A sheet is out until each of its lines is typed back, or somebody says that it was ' +
      'destroyed.',
    print: 'Print a sheet',
    outOnly: 'Only those that are out',
    all: 'All that were printed',
    findTitle: 'Type a sheet back',
    findLabel: 'Number of the sheet, or the code of any line',
    find: 'Find the sheet',
    notFound:
      'No sheet has this number or code. Check each sign: there is no I, O, 0 or 1 in a code.',
    columns: {
      sheet: 'Sheet',
      kind: 'Kind',
      forWhom: 'For whom',
      place: 'Place',
      printed: 'Printed',
      by: 'By',
      due: 'Due back',
      destroyBy: 'Destroy by',
      lines: 'Lines back',
      state: 'State',
    },
    kinds: {
      call: 'Call sheet',
      round: 'Street round',
      shopping: 'Shopping list',
      register: 'Rest centre register',
      log: 'Log extract',
    },
    whole: 'The whole council',
    backOf: (back: string, of: string) => `${back} of ${of}`,
    states: { out: 'Out', late: 'Late', back: 'All back', destroyed: 'Destroyed', lost: 'Lost' },
    title: (n: string) => `Sheet ${n}`,
    gapTitle: (n: number, shown: string) =>
      plural(n, { one: '1 sheet of paper is out', other: `${shown} sheets of paper are out` }),
    gapLines: (n: number, shown: string) =>
      plural(n, {
        one: '1 line is not accounted for',
        other: `${shown} lines are not accounted for`,
      }),
    gapLate: (n: number, shown: string) =>
      plural(n, { one: '1 sheet is late', other: `${shown} sheets are late` }),
    gapOpen: 'Which sheets are out',
    sheet: {
      facts: 'What it is',
      reason: 'Why',
      ring: 'Number to ring',
      file: 'Open it as a PDF',
      page: 'Open it to print from here',
      type: 'Type it back',
      lines: 'Its lines',
      code: 'Code',
      who: 'Who',
      came: 'What came back',
      nothing: 'Not back yet',
      gone: 'Taken off: contact was stopped, or they are with the safeguarding desk',
      unknown: 'Name not shown',
      by: (what: string, when: string, who: string) => `${what}, ${when}, typed by ${who}`,
      again: (what: string, who: string) => `${who} typed it too: ${what}. Not counted again.`,
      notKept: (what: string) => `Kept as words, no attempt could be made of it: ${what}`,
      late: 'Late',
      lateness: {
        'after-destroy-by': 'typed after it should have been destroyed',
        'round-over': 'the round was over',
        'newer-try': 'somebody had tried later',
        stopped: 'contact had been stopped',
      },
      total: (pounds: string) => `${pounds} on the receipt`,
      end: 'Is it gone?',
      destroyed: 'I saw it destroyed',
      lost: 'It is lost',
      note: 'How do you know? (you may leave this empty)',
      save: 'Save',
      endWrong: 'Choose what became of it',
      ended: (how: string, when: string) => `${how}, ${when}`,
      lostLead: 'Tell the data protection officer now: names may be seen by others.',
    },
  },
})

export const printStrings = defineStrings('paper.print', {
  en: {
    title: 'Print a sheet',
    lead:
      'What leaves on paper is on the record. Nobody whose contact was stopped stands on it, and ' +
      'nobody who is with the safeguarding desk.',
    kindTitle: 'Which sheet?',
    campaign: 'Campaign',
    choose: 'Choose',
    noCampaign: 'All of the place',
    place: 'Place',
    caller: 'Whose share of the calls?',
    anyCaller: 'Anybody’s',
    blank: 'How many lines?',
    items: 'What to buy',
    itemsHint: 'One thing on each line. Leave out what a shopper need not know.',
    limit: 'Spend no more than, in pounds',
    limitHint: 'Like 22.00. Leave it empty if no limit was agreed.',
    forWhom: 'For whom',
    forWhomHint: 'Who takes it out of the house.',
    reason: 'Why on paper?',
    lang: 'Language of the sheet',
    langs: { en: 'English', cy: 'Cymraeg (Welsh)' },
    ring: 'Number to ring if it is lost, or if they worry',
    days: 'Due back',
    daysItem: (days: number) =>
      days === 0 ? 'Today' : plural(days, { one: 'Tomorrow', other: `In ${days} days` }),
    daysHint: 'It must be destroyed by the day after.',
    button: 'Print',
    streets: 'Streets of a village',
    show: 'Show its streets',
    needMissing: 'Open a person’s needs and choose “Print a shopping list” there.',
    shopping: (need: string) => `Print a shopping list: ${need}`,
    logOf: 'Print a log extract',
    logOne: 'The entries about one person. The sheet names nobody.',
    wrong: {
      campaign: 'Choose a campaign',
      place: 'Choose a place',
      forWhom: 'Say who takes it',
      reason: 'Say why it is on paper',
      ring: 'Give a number to ring',
      blank: 'Give a number of lines from 1 to 500',
      limit: 'Give pounds and pence, like 22.00',
      long: 'Use 200 letters or fewer in each answer',
      items: 'Use 1,000 letters or fewer for what to buy',
      nobody:
        'Nobody is left to print: they are reached, stopped, due later, on another sheet ' +
        'that is out, or the campaign is not under way today',
    },
  },
})

export const typeStrings = defineStrings('paper.type', {
  en: {
    title: (n: string) => `Type back sheet ${n}`,
    lead:
      'Copy what the paper says, line by line. Leave a line empty if nothing is ' +
      'written on it. What is right is saved at once.',
    day: 'Day of the round',
    dayHint: 'Like 2026-04-16',
    keys: 'Keys',
    shoppingKeys: 'H handed to them, E to someone else, B brought back',
    outcome: 'Key',
    tried: 'Tried at',
    triedHint: 'Like 14:05. Write ? if the paper says none.',
    phone: 'Number ticked',
    who: 'Spoke to',
    needs: 'Needs',
    needsHint: '0 for nothing, digits, T today, D two days: 1T 3',
    promise: 'Promised',
    promiseHint: 'Like fri 15:00, or 24/4 9:30',
    told: 'Until or since',
    toldHint: (until: string, since: string) =>
      `${until}: until which day, like fri or 24/4. ${since}: since when, like 06:30.`,
    whereHint: (keys: string) => `${keys}: where they go stands in the note.`,
    note: 'Note',
    worry: 'Worried',
    total: 'Total on the receipt, in pounds',
    register: 'What is written on this line',
    rest: 'Nobody tried the lines that are empty here',
    save: 'Save these lines',
    saved: (n: number) => plural(n, { one: '1 line saved.', other: `${n} lines saved.` }),
    twice: (n: number) =>
      plural(n, {
        one: '1 line had been typed back already: see below.',
        other: `${n} lines had been typed back already: see below.`,
      }),
    late: (n: number) =>
      plural(n, {
        one: '1 line came late. It is kept as what happened then.',
        other: `${n} lines came late. They are kept as what happened then.`,
      }),
    worries: 'The safeguarding desk has the worries.',
    notKept: (n: number) =>
      plural(n, {
        one: '1 line is kept as words only.',
        other: `${n} lines are kept as words only.`,
      }),
    allBack: 'All of it is back. Now destroy the paper.',
    before: 'Typed back already',
    problem: (code: string, words: string) => `${code}: ${words}`,
    parts: 'Parts of this sheet',
    part: (from: string, to: string) => `Lines ${from} to ${to}`,
    wrong: {
      day:
        'Give the day of the round, like 2026-04-16, not before it was printed and ' +
        'not ahead of today',
      outcome: 'Type one of the keys of this sheet, or S for not tried',
      tried: 'Give the time like 14:05, or ? if the paper says none',
      'tried-before': 'That is before the sheet was printed',
      'tried-ahead': 'That time has not come yet',
      phone: 'Say which number was ticked: 1, 2 or 3',
      needs: 'Type digits from the list of needs, T for today, D for two days',
      'needs-missing': 'Type what they need, or 0 for nothing',
      'needs-unheard': 'Take the needs off, or type A: nobody was asked',
      'needs-nobody':
        'Nobody is listed at this home. Add who needs something in “Find a person”, write the ' +
        'need there, and take the digits off here',
      'told-until': 'Give the day until which they are away, like fri or 24/4, at most 60 days on',
      'told-since': 'Give the time since when it is off or on, like 06:30',
      'told-unasked': 'Take the day or time off: this key speaks of none',
      'note-where': 'Write in the note where they go',
      'worry-nobody':
        'Nobody is listed at this home. Ring the safeguarding desk now. Then take the tick off ' +
        'and say in the note that you rang',
      promise: 'Give the day and time like fri 15:00',
      'promise-ended': 'Take the promise off: after this answer nobody goes back',
      note: 'Use 1,800 letters or fewer',
      shopping: 'Type one key: H, E or B',
      total: 'Give pounds and pence, like 18.40',
    },
  },
})
