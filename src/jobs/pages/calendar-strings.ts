// The words of a volunteer's own calendar.
import { defineStrings } from '../../pages/strings/index.ts'

export const calendarStrings = defineStrings('own calendar', {
  en: {
    title: 'Your jobs in your own calendar',
    lead:
      'A secret address brings your jobs into the calendar of your phone. It shows the kind of ' +
      'job and the village, never a name or a street.',
    madeOn: (day: string) => `You made an address on ${day}.`,
    make: 'Make the address',
    makeNew: 'Make a new one; the old one stops',
    end: 'Stop it',
    back: 'My jobs',
    made: 'The address of your calendar',
    once: 'It is shown only now. Copy it.',
    how: 'In the calendar of your phone choose “Add calendar by address” and paste it there.',
    address: 'Address',
  },
  cy: {
    title: 'Eich tasgau yn eich calendr eich hun',
    lead:
      'Mae cyfeiriad cudd yn dod â’ch tasgau i galendr eich ffôn. Mae’n dangos y math o dasg a’r ' +
      'pentref, byth enw na stryd.',
    madeOn: (day: string) => `Gwnaethoch gyfeiriad ar ${day}.`,
    make: 'Gwneud y cyfeiriad',
    makeNew: 'Gwneud un newydd; mae’r hen un yn peidio',
    end: 'Ei atal',
    back: 'Fy nhasgau',
    made: 'Cyfeiriad eich calendr',
    once: 'Dim ond nawr y mae i’w weld. Copïwch ef.',
    how: 'Yng nghalendr eich ffôn dewiswch ychwanegu calendr trwy gyfeiriad, a’i ludo yno.',
    address: 'Cyfeiriad',
  },
})
