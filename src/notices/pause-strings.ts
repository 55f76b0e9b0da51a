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
  cy: {
    subject: (name: string) => `Doorstep: mae hysbysiadau i ${name} wedi stopio`,
    body: [
      'Mae Doorstep wedi rhoi’r gorau i ddweud wrth system arall beth sy’n digwydd.',
      '',
      'Mewngofnodwch fel gweinyddwr ac agorwch “Systemau eraill”, yna “Notices”, i ddarllen pam.',
      'Pan fydd wedi’i drwsio, pwyswch “Go on”: nid oes dim yn cael ei golli, mae’n mynd ymlaen',
      'o’r man lle stopiodd.',
    ].join('\n'),
  },
})
