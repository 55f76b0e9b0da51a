// The words of the message to whoever told of a problem, once it is answered.
import { defineStrings } from '../../pages/strings/index.ts'

export const problemMail = defineStrings('problems mail', {
  en: {
    subject: 'The problem you told of was answered',
    body: 'Open Doorstep: Problems, to read the answer.',
  },
  cy: {
    subject: 'Atebwyd y broblem y soniasoch amdani',
    body: 'Agorwch Doorstep: Problemau, i ddarllen yr ateb.',
  },
})
