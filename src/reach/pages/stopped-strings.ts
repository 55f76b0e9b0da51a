// The words of a stop that a caller meets: what nobody may do, since when, and what was kept.
import { defineStrings } from '../../pages/strings/index.ts'

export const stoppedStrings = defineStrings('reach.stopped', {
  en: {
    title: 'Stop: do not ring',
    heading: (name: string) => `Do not ring ${name}`,
    next: 'Next person',
    about: (name: string) => `Everything about ${name}`,
    stops: {
      'deceased-confirmed': 'Has died.',
      'deceased-reported': 'Reported to have died.',
      'moved-confirmed': 'Has moved away.',
      'no-basis': 'No list names them any more.',
      withdrawn: 'They withdrew.',
      'do-not-call': 'Never ring or text.',
    },
    why: {
      'deceased-confirmed': 'No calls, visits or letters. Doorstep offers no number.',
      'deceased-reported':
        'No calls, visits or letters. An officer makes sure before anything else is said.',
      'moved-confirmed': 'An officer has confirmed it. Make no contact at this address.',
      'no-basis': 'Somebody decided that nothing else allows contact. No calls, visits or letters.',
      withdrawn: 'A list says so. No calls, visits or letters until somebody decides otherwise.',
      'do-not-call': 'They asked us not to. A letter or a visit may still go.',
    },
    since: (when: string, by: string) => `Since ${when}. ${by} recorded it.`,
    sinceAlone: (when: string) => `Since ${when}.`,
    kept: 'Your call is kept',
    keptBody: (what: string) =>
      `${what} The stop came while you were on the page: nobody rings them now.`,
    typed: 'This stop came while you were on the page',
    typedBody:
      'What you typed is still here. If you spoke to somebody, save what happened. Do not ring.',
    wrong: 'If you think that this is wrong, tell a hub manager. Do not ring to find out.',
  },
  cy: {
    title: 'Stopiwch: peidiwch â ffonio',
    heading: (name: string) => `Peidiwch â ffonio ${name}`,
    next: 'Y person nesaf',
    about: (name: string) => `Popeth am ${name}`,
    stops: {
      'deceased-confirmed': 'Wedi marw.',
      'deceased-reported': 'Dywedwyd eu bod wedi marw.',
      'moved-confirmed': 'Wedi symud i ffwrdd.',
      'no-basis': 'Nid oes rhestr yn eu henwi bellach.',
      withdrawn: 'Maent wedi tynnu’n ôl.',
      'do-not-call': 'Byth i’w ffonio na’i decstio.',
    },
    why: {
      'deceased-confirmed':
        'Dim galwadau, ymweliadau na llythyrau. Nid yw Doorstep yn cynnig rhif.',
      'deceased-reported':
        'Dim galwadau, ymweliadau na llythyrau. Bydd swyddog yn gwneud yn siŵr ' +
        'cyn dweud dim byd arall.',
      'moved-confirmed': 'Mae swyddog wedi cadarnhau hyn. Peidiwch â chysylltu yn y cyfeiriad hwn.',
      'no-basis':
        'Penderfynodd rhywun nad oes dim arall yn caniatáu cysylltu. ' +
        'Dim galwadau, ymweliadau na llythyrau.',
      withdrawn:
        'Mae rhestr yn dweud hynny. Dim galwadau, ymweliadau na llythyrau nes i rywun ' +
        'benderfynu fel arall.',
      'do-not-call': 'Gofynnwyd i ni beidio. Caiff llythyr neu ymweliad fynd o hyd.',
    },
    since: (when: string, by: string) => `Ers ${when}. Cofnodwyd gan ${by}.`,
    sinceAlone: (when: string) => `Ers ${when}.`,
    kept: 'Mae eich galwad wedi’i chadw',
    keptBody: (what: string) =>
      `${what} Daeth y stop tra oeddech ar y dudalen: nid oes neb yn eu ffonio nawr.`,
    typed: 'Daeth y stop hwn tra oeddech ar y dudalen',
    typedBody:
      'Mae’r hyn a deipiwyd yma o hyd. Os siaradoch â rhywun, cadwch yr hyn a ddigwyddodd. ' +
      'Peidiwch â ffonio.',
    wrong:
      'Os credwch fod hyn yn anghywir, dywedwch wrth reolwr y ganolfan. ' +
      'Peidiwch â ffonio i gael gwybod.',
  },
})
