// What data protection officers and administrators are told when emergency access is opened.
import { defineStrings } from '../pages/strings/index.ts'

export const noticeStrings = defineStrings('sign-in-notice', {
  en: {
    name: (at: string) => `Emergency administrator, ${at}`,
    subject: 'Doorstep: emergency access was opened',
    body: [
      'Somebody who keeps the machine of Doorstep opened emergency access for 2 hours.',
      '',
      'Sign in and open “Emergency access” to read the reason and what was done,',
      'and to say whether it was in order. Did nobody tell you of it? Ask at once.',
    ].join('\n'),
  },
  cy: {
    name: (at: string) => `Gweinyddwr brys, ${at}`,
    subject: 'Doorstep: agorwyd mynediad brys',
    body: [
      'Agorodd rhywun sy’n cadw peiriant Doorstep fynediad brys am 2 awr.',
      '',
      'Mewngofnodwch ac agorwch “Emergency access” i ddarllen y rheswm a’r hyn a wnaed,',
      'ac i ddweud a oedd mewn trefn. A ddywedodd neb wrthych? Gofynnwch ar unwaith.',
    ].join('\n'),
  },
})
