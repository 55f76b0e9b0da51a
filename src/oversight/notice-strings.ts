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
})
