// What will saving do? The sentences of the call page, in both languages.
import { defineStrings } from '../../pages/strings/index.ts'

/** What saving will do, in one sentence, before it is done. */
export const thenStrings = defineStrings('reach.then', {
  en: {
    tryAndRing: (n: number, max: number, when: string) =>
      `This is try ${n} of ${max}. We ring again ${when}.`,
    tryAndDoor: (n: number, name: string, when: string) =>
      `This is try ${n}. ${name} goes to the door round, from ${when}.`,
    lineFailed: (when: string) => `Not counted as a try. We ring again ${when}.`,
    elseRing: (name: string, when: string) =>
      `${name} still counts as tried, not reached. We ring again ${when}.`,
    elseDoor: (name: string) =>
      `${name} still counts as tried, not reached, and goes to the door round.`,
    wrongNext: 'This number is marked wrong. Next: try the other number now.',
    wrongDoor: (name: string) => `This number is marked wrong. ${name} goes to the door round.`,
    refused: 'Not rung again. One letter goes with our number, then we stop.',
    moved: 'An officer checks today. Until then nobody rings.',
    away: 'Out of the count until they are back. Then they are asked again by themselves.',
    died: 'All calls, visits and letters stop now. An officer checks today.',
    promised: 'We ring again {day}, {part}.',
    reachedAsk: 'Reached. Now say what they need, or 0 for nothing.',
    reachedNothing: 'Reached, asked, needs nothing. Nobody rings again in this round.',
    reachedOne: (village: string) => `Reached, and 1 need goes to ${village}.`,
    reachedMany: (village: string) => `Reached, and {n} needs go to ${village}.`,
    todayOne: '1 is for today.',
    todayMany: '{n} are for today.',
    ourTeam: 'our team',
    which: 'Moved, or died? Space chooses moved, the right arrow chooses died.',
  },
  cy: {
    tryAndRing: (n: number, max: number, when: string) =>
      `Dyma gynnig ${n} o ${max}. Byddwn yn ffonio eto ${when}.`,
    tryAndDoor: (n: number, name: string, when: string) =>
      `Dyma gynnig ${n}. Bydd ${name} yn mynd i’r rownd drysau, o ${when}.`,
    lineFailed: (when: string) => `Nid yw’n cyfrif fel cynnig. Byddwn yn ffonio eto ${when}.`,
    elseRing: (name: string, when: string) =>
      `Mae ${name} yn dal i gyfrif fel wedi rhoi cynnig, heb gael gafael. ` +
      `Byddwn yn ffonio eto ${when}.`,
    elseDoor: (name: string) =>
      `Mae ${name} yn dal i gyfrif fel wedi rhoi cynnig, heb gael gafael, ` +
      'ac yn mynd i’r rownd drysau.',
    wrongNext: 'Caiff y rhif hwn ei nodi’n anghywir. Nesaf: rhowch gynnig ar y rhif arall nawr.',
    wrongDoor: (name: string) =>
      `Caiff y rhif hwn ei nodi’n anghywir. Bydd ${name} yn mynd i’r rownd drysau.`,
    refused: 'Ni ffonnir eto. Aiff un llythyr gyda’n rhif, yna rydym yn stopio.',
    moved: 'Bydd swyddog yn gwirio heddiw. Tan hynny nid oes neb yn ffonio.',
    away: 'Allan o’r cyfrif nes iddynt ddychwelyd. Yna gofynnir iddynt eto heb i neb wneud dim.',
    died: 'Mae pob galwad, ymweliad a llythyr yn stopio nawr. Bydd swyddog yn gwirio heddiw.',
    promised: 'Byddwn yn ffonio eto {day}, {part}.',
    reachedAsk: 'Wedi cael gafael. Nawr dywedwch beth sydd ei angen, neu 0 am ddim byd.',
    reachedNothing:
      'Wedi cael gafael, gofynnwyd, dim angen dim. Ni fydd neb yn ffonio eto yn y rownd hon.',
    reachedOne: (village: string) => `Wedi cael gafael, ac aiff 1 angen i ${village}.`,
    reachedMany: (village: string) => `Wedi cael gafael, ac aiff {n} angen i ${village}.`,
    todayOne: 'Mae 1 ar gyfer heddiw.',
    todayMany: 'Mae {n} ar gyfer heddiw.',
    ourTeam: 'ein tîm',
    which: 'Wedi symud, neu wedi marw? Mae bylchwr yn dewis symud, a’r saeth dde yn dewis marw.',
  },
})
