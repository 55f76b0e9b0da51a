// The words of a version against the one before: what changed, whom it dropped, taking it back.
import { defineStrings, plural } from '../../pages/strings/index.ts'

const people = (n: number, shown: string) =>
  `${shown} ${plural(n, { one: 'person', other: 'people' })}`

export const versionStrings = defineStrings('lists.versions', {
  en: {
    sinceTitle: 'What is different',
    sinceHeading: (n: string) => `What is different from version ${n}`,
    sinceFirst: 'Nothing was loaded before: everything is new',
    what: 'What',
    rows: 'Rows',
    added: 'Added',
    dropped: 'Dropped',
    change: {
      died: 'Has died',
      withdrawn: 'Withdrew',
      'moved-out': 'Moved out of the district',
      'moved-in': 'Moved into the district',
      back: 'Back on the list',
      category: 'Changed category',
      details: 'New name, phone or address',
    },
    droppedSum: '{open} wait for a decision, {kept} kept for another reason, {stopped} stopped.',
    droppedOther: (shown: string) => `${shown} are on another list, or need no decision.`,
    sealed: 'Sealed lists, and who holds what',
    basis: 'People to decide about',
    basisHeadline: (n: number, shown: string) =>
      `${people(n, shown)} withdrew, or ${plural(n, { one: 'is', other: 'are' })} on no list ` +
      'any more.',
    basisNone: 'Nobody waits. Everyone who withdrew, or whom a list dropped, has been decided.',
    basisLead:
      'Whoever was dropped is rung as before until somebody decides. Whoever withdrew is rung by ' +
      'nobody until then. Say what else allows contact, or stop it. Nobody is deleted.',
    basisWhy: {
      dropped: 'Dropped from',
      undone: 'The load was undone, and somebody had acted:',
      closed: 'The list is closed again:',
      withdrawn: 'Withdrew, says',
      'time-over': 'No longer kept of',
    },
    who: 'Who',
    why: 'Why they are here',
    decider: 'Who decides',
    by: 'By',
    nobody: 'Nobody yet',
    choose: 'Choose',
    aboutThem: 'Look at their page',
    chooseAll: 'Who is this decision about?',
    answer: 'What allows us to contact them?',
    basisOf: {
      'they-agreed': 'They agreed to it, or asked us',
      'we-serve-them': 'A service of ours is for them',
      'in-danger': 'Their life may be in danger',
      'duty-in-law': 'The law tells us to',
    },
    stop: 'Nothing does: stop all contact',
    stopHint:
      'They leave what is still to be rung. A list that names them again brings them back; ' +
      'whoever withdrew comes back only by the sender who said so.',
    note: 'Why, in a few words',
    noteHint: 'It is kept with the decision.',
    decide: 'Save this decision',
    errors: {
      people: 'Choose at least one person',
      answer: 'Choose what allows contact, or to stop it',
      note: 'Say why, in at most 500 letters',
    },
    newer: 'Earlier people',
    older: 'More people',
    check: { open: 'Nobody has decided yet', kept: 'Kept', stopped: 'Contact stopped' },
    stays: 'Stays with us, is rung as before',
    held: 'Needs a person',
    csv: { surname: 'Surname', firstName: 'First name', state: 'What became of them' },
    list: 'List',
    asked: 'Since',
    name: 'Name',
    entryTitle: 'One entry',
    entryHeadline: (list: string) => `${list}: one entry, as it came`,
    entryPerson: 'The person it is about',
    entryUndecided: 'Nobody has had to decide about it.',
    entryDecisions: 'What people decided',
    entryRow: (version: string, row: string) => `${version}, row ${row}`,
    entryUndone: 'That load was undone',
    entrySame: 'It said what it had said before.',
    openEntry: (row: string) => `Row ${row} as it came`,
    decided: {
      load: 'Loaded',
      'same-person': 'Joined to somebody we know',
      'leave-out': 'Left out',
    },
    report: {
      key: 'Key in the list',
      change: 'What changed',
      decision: 'Decision',
      decidedBy: 'Who decided',
      decidedAt: 'When',
    },
    shrinkTitle: 'Half of the list would be dropped.',
    shrinkBody: (dropped: string, before: string) =>
      `${dropped} of ${before} entries of the version before are not in this file. It may be cut ` +
      'off, or another list. Ask the sender. If it is right, say why.',
    shrinkReason: 'Why is this file right?',
    shrinkError: 'Say why this file is right',
    shrinkButton: 'Load it all the same',
    shrunk: 'Half of the list was dropped all the same. Why:',
    undoHeading: 'You can undo this until midnight',
    undoLink: 'Undo this load',
    undone: (when: string, who: string) => `Undone ${when} by ${who}.`,
    purged: (when: string) =>
      `This list was sealed, and was closed again ${when}. What it brought is purged.`,
    undoneWhy: 'Why:',
    undoneKept: 'Its account of every row stays below.',
    undoTitle: 'Undo this load',
    undoWould: 'What undoing does',
    undoErase: '{n} people are taken off again, their words with them.',
    undoPutBack: (shown: string) => `${shown} records are put back as they were.`,
    undoHeld: (shown: string) => `${shown} rows that wait go too.`,
    undoKeeps: 'What it keeps',
    undoActed: (n: number, shown: string) =>
      `${people(n, shown)} with whom something has happened since. They go to`,
    undoDeaths: (shown: string) => `${shown} deaths that it reported.`,
    undoLeave: (shown: string) => `${shown} members leave open campaigns, as nobody tried them.`,
    deathsQuestion: 'Was the file wrong about who has died, too?',
    deathsKeep: 'No, or I do not know: keep what it said',
    deathsHint: 'Ringing the bereaved cannot be undone.',
    deathsBack: 'Yes: take the reports of deaths back',
    undoReason: 'Why is this load wrong?',
    undoReasonError: 'Say why this load is wrong, in at most 500 letters',
    undoButton: 'Undo this load',
    undoAskButton: 'Ask a second person to agree',
    undoSecond: (n: number, shown: string) =>
      `Others have acted on ${people(n, shown)} of this load. A second person who may load lists ` +
      'has to agree.',
    undoAsked: (who: string) =>
      `${who} asked for this load to be undone. It waits for a second person.`,
    undoAskedAgain: 'Somebody else who may load lists has to open this page and agree.',
    undoAgree: 'I agree: undo this load',
  },
})
