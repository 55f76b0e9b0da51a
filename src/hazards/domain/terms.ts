// Which outcomes can an attempt have? One closed list for every hazard and every channel.

/** Core meanings (community-response reference §5.2). Packs add words, never meanings. */
export const coreOutcomes = [
  'spoke_complete',
  'spoke_no_help_wanted',
  'refused',
  'call_back_later',
  'interrupted',
  'voicemail_left',
  'no_answer',
  'wrong_number',
  'technical_fault',
  'skipped',
  'deceased_reported',
  'moved_reported',
  'someone_else',
  'seen_not_spoken_to',
  'carer_answered',
  'in_hospital',
  'in_care_home',
  'away_until',
  'empty_home',
  'staying',
  'gone_to',
  'refuses_to_leave',
  'could_not_approach',
  'supply_off',
  'supply_on',
  'leaflet_only',
  'interpreter_needed',
] as const

export type CoreOutcome = (typeof coreOutcomes)[number]

/** What happens next for a member. */
export const stepNames = [
  'ring',
  'ring-next-number',
  'text',
  'letter',
  'door',
  'radio',
  'officer',
  'none',
] as const

export type StepName = (typeof stepNames)[number]
