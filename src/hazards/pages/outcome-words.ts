// What is an outcome called?
import { defineStrings, type Lang } from '../../pages/strings/strings.ts'
import type { CoreOutcome } from '../domain/index.ts'

const en: Record<CoreOutcome, string> = {
  spoke_complete: 'Answered',
  spoke_no_help_wanted: 'Answered, needs nothing',
  refused: 'Refused',
  call_back_later: 'Asked us to ring back',
  interrupted: 'Cut off',
  voicemail_left: 'Voicemail left',
  no_answer: 'No answer',
  wrong_number: 'Wrong number',
  technical_fault: 'Line failed',
  skipped: 'Put back, not rung',
  deceased_reported: 'Said to have died',
  moved_reported: 'Said to have moved',
  someone_else: 'Someone else spoke',
  seen_not_spoken_to: 'Seen, not spoken to',
  carer_answered: 'Their carer answered',
  in_hospital: 'In hospital',
  in_care_home: 'In a care home',
  away_until: 'Away',
  empty_home: 'Nobody lives here',
  staying: 'Staying',
  gone_to: 'Leaving, or has left',
  refuses_to_leave: 'Refuses to leave',
  could_not_approach: 'Could not get there',
  supply_off: 'Supply is off',
  supply_on: 'Supply is on',
  leaflet_only: 'Left a leaflet',
  interpreter_needed: 'Interpreter needed',
}

const cy: Record<CoreOutcome, string> = {
  spoke_complete: 'Wedi ateb',
  spoke_no_help_wanted: 'Wedi ateb, dim angen dim',
  refused: 'Wedi gwrthod',
  call_back_later: 'Wedi gofyn i ni ffonio’n ôl',
  interrupted: 'Wedi’i dorri i ffwrdd',
  voicemail_left: 'Neges llais wedi’i gadael',
  no_answer: 'Dim ateb',
  wrong_number: 'Rhif anghywir',
  technical_fault: 'Methodd y llinell',
  skipped: 'Wedi’i roi yn ôl, heb geisio',
  deceased_reported: 'Dywedwyd eu bod wedi marw',
  moved_reported: 'Dywedwyd eu bod wedi symud',
  someone_else: 'Siaradodd rhywun arall',
  seen_not_spoken_to: 'Wedi’u gweld, heb siarad',
  carer_answered: 'Atebodd eu gofalwr',
  in_hospital: 'Yn yr ysbyty',
  in_care_home: 'Mewn cartref gofal',
  away_until: 'I ffwrdd',
  empty_home: 'Does neb yn byw yma',
  staying: 'Yn aros',
  gone_to: 'Yn gadael, neu wedi gadael',
  refuses_to_leave: 'Yn gwrthod gadael',
  could_not_approach: 'Methu cyrraedd yno',
  supply_off: 'Mae’r cyflenwad i ffwrdd',
  supply_on: 'Mae’r cyflenwad ymlaen',
  leaflet_only: 'Gadawyd taflen',
  interpreter_needed: 'Angen cyfieithydd',
}

const words = defineStrings('hazards.outcomes', { en, cy })

export function outcomeWord(lang: Lang, outcome: string): string {
  return words(lang)[outcome as CoreOutcome] ?? outcome.replaceAll('_', ' ')
}
