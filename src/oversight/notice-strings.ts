// What data protection officers are told when a record is opened in an emergency.
import { defineStrings } from '../pages/strings/index.ts'

export const noticeStrings = defineStrings('oversight-notice', {
  en: {
    subject: 'Doorstep: a record was opened in an emergency',
    body: [
      'Somebody opened a record outside their work, for 60 minutes.',
      '',
      'Sign in and open “Opened in an emergency” to read the reason and what was seen,',
      'and to say whether it was in order. It must be reviewed within 2 working days.',
    ].join('\n'),
  },
  cy: {
    subject: 'Doorstep: agorwyd cofnod mewn argyfwng',
    body: [
      'Agorodd rhywun gofnod y tu allan i’w waith, am 60 munud.',
      '',
      'Mewngofnodwch ac agorwch “Agorwyd mewn argyfwng” i ddarllen y rheswm a’r hyn a welwyd,',
      'ac i ddweud a oedd mewn trefn. Rhaid ei adolygu o fewn 2 ddiwrnod gwaith.',
    ].join('\n'),
  },
})
