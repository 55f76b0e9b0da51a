// What administrators and data protection officers are told after a restore.
import { defineStrings } from '../pages/strings/index.ts'

export const restoreStrings = defineStrings('health-restore', {
  en: {
    subject: 'Doorstep was restored from a backup',
    body: (at: string) =>
      [
        `Doorstep was restored from a backup of ${at}. Work recorded after that is not in it.`,
        '',
        'Ended for safety: every session, every sign-in link, every token of another system.',
        'Notices to other systems are held until you say that they go on.',
        '',
        'Not known here: who was shut out, and which roles and passkeys were ended, after that',
        'moment. They are as they were then. Open “People who sign in” today, go through the',
        'list, and end again what had been ended.',
      ].join('\n'),
  },
  cy: {
    subject: 'Cafodd Doorstep ei adfer o gopi wrth gefn',
    body: (at: string) =>
      [
        `Cafodd Doorstep ei adfer o gopi wrth gefn o ${at}. Nid yw gwaith a gofnodwyd wedyn ynddo.`,
        '',
        'Daeth y rhain i ben er diogelwch: pob sesiwn, pob dolen mewngofnodi a phob tocyn',
        'system arall.',
        'Mae hysbysiadau i systemau eraill yn cael eu dal nes i chi ddweud eu bod yn mynd ymlaen.',
        '',
        'Nid yw’n hysbys yma pwy gafodd eu cau allan, na pha rolau ac allweddi a ddaeth i ben,',
        'ar ôl y foment honno. Maent fel yr oeddent bryd hynny. Agorwch “Pobl sy’n mewngofnodi”',
        'heddiw, ewch drwy’r rhestr, a rhowch derfyn eto ar yr hyn oedd wedi dod i ben.',
      ].join('\n'),
  },
})
