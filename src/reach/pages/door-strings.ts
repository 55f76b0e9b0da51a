// The words of recording at a door.
import { defineStrings } from '../../pages/strings/index.ts'

export const doorStrings = defineStrings('reach.door', {
  en: {
    atDoor: {
      no_answer: 'No answer at the door',
      spoke_no_help_wanted: 'Spoke to them: needs nothing',
      voicemail_left: 'Left a card',
      wrong_number: 'Not known here',
      call_back_later: 'Asked us to come back',
      technical_fault: 'Could not get in',
    },
    needsSomething: 'They need something: write it down',
    other: 'Something else happened',
    allOf: (n: number) => (n === 2 ? 'Both of them' : 'All of them'),
    allLead: (n: number) =>
      n === 2 ? 'The same for both? One press.' : 'The same for all of them? One press.',
    title: 'What happened at the door?',
    who: 'Of whom?',
    what: 'What happened?',
    until: 'Away until',
    untilHint: 'In hospital: seven days, in care: four weeks, unless you say.',
    since: 'Supply off or on since, by the clock',
    note: 'Note',
    noteHint: 'Where they are going, or went.',
    save: 'Save',
    wrong: {
      outcome: 'Choose what happened',
      who: 'Choose of whom you say it',
      until: 'Enter the day they are back, within two months',
      where: 'Say in the note where they are going, or went',
      note: 'The note must be 2,000 letters or fewer',
    },
  },
})
