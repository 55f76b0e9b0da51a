// Which key stands for an outcome on the call page and on paper?
import type { CoreOutcome } from './terms.ts'

type Keys = {
  /** Empty: not chosen by one key there, or not of that way at all. */
  readonly call: string
  readonly paper: string
}
const both = (key: string): Keys => ({ call: key, paper: key })
const paper = (key: string): Keys => ({ call: '', paper: key })

/**
 * One letter each, the same on the call page and on paper where both have it. M on the call page
 * asks whether they moved or died; paper has a key for each. A is answered, with or without a need.
 */
export const outcomeKeys: Readonly<Record<CoreOutcome, Keys>> = {
  spoke_complete: both('A'),
  spoke_no_help_wanted: both('A'),
  refused: both('R'),
  call_back_later: both('B'),
  interrupted: paper('P'),
  voicemail_left: both('V'),
  no_answer: both('N'),
  wrong_number: both('W'),
  technical_fault: both('L'),
  skipped: paper('S'),
  deceased_reported: { call: 'M', paper: 'X' },
  moved_reported: both('M'),
  someone_else: both('D'),
  seen_not_spoken_to: paper('Q'),
  carer_answered: both('C'),
  in_hospital: both('H'),
  in_care_home: both('K'),
  away_until: both('F'),
  empty_home: paper('E'),
  staying: both('Y'),
  gone_to: both('G'),
  refuses_to_leave: both('Z'),
  could_not_approach: paper('U'),
  supply_off: both('O'),
  supply_on: both('J'),
  leaflet_only: paper('T'),
  interpreter_needed: both('I'),
}
