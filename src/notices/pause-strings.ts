// What administrators are told when notices to another system have stopped.
import { defineStrings } from '../pages/strings/index.ts'

export const pauseStrings = defineStrings('notices-pause', {
  en: {
    subject: (name: string) => `Doorstep: notices to ${name} have stopped`,
    body: [
      'Doorstep has stopped telling another system what happens.',
      '',
      'Sign in as an administrator and open “Other systems”, then “Notices”, to read why.',
      'When it is mended, press “Go on”: nothing is lost, it goes on where it stopped.',
    ].join('\n'),
  },
})
