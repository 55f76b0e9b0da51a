// What does the workload generator hand over? Plain data, joined by text references.
import type { Story } from './story.ts'

export type Size = 'W0' | 'W1'
export type GenerateRequest = { size: Size; seed: number; story?: Story }

/** How far a village is on the opening day: what its street owners and attempts are built from. */
export type Situation = 'finished' | 'going' | 'gaps' | 'not-started' | 'late' | 'nobody-listed'

export type Village = {
  ref: string
  slug: string
  name: string
  code: string
  kind: string
  parishCode: string
  wardCode: string
  latitude: number
  longitude: number
  residents: number
  households: number
  /** Share of the shielded list, as a weight. */
  listWeight: number
  /** First half of its postcodes. */
  outward: string
  coordinatorRef: string | null
  situation: Situation
}

export type Zone = {
  ref: string
  villageRef: string
  number: number
  name: string
  ownerRef: string | null
}

export type Street = {
  ref: string
  villageRef: string
  zoneRef: string
  name: string
  postcode: string
  /** Nobody has taken it when null. */
  ownerRef: string | null
}

export type Dwelling = {
  uprn: string
  streetRef: string
  /** `12`, `12A`, `Flat 2, 14` or a house name. */
  house: string
  residents: number
}

export type Places = {
  district: { ref: string; code: string; name: string }
  villages: Village[]
  zones: Zone[]
  streets: Street[]
  dwellings: Dwelling[]
}

export type StaffRole =
  | 'hub-manager'
  | 'call-handler'
  | 'village-coordinator'
  | 'officer'
  | 'data-protection-officer'
  | 'system-administrator'
  | 'street-lead'

export type Staff = {
  ref: string
  name: string
  role: StaffRole
  email: string
  /** The villages of a coordinator or street lead; empty for the whole district. */
  villageRefs: string[]
}

export type Address = { lines: string[]; postcode: string; uprn: string | null }

export type Trap = 'twin' | 'same-name'

/** A person's history on the shielded list; versions count from 1. */
export type Shielded = {
  fromVersion: number
  /** First version that no longer has them. */
  removedFrom: number | null
  died: { version: number; on: string; isInformal: boolean } | null
  moved: { version: number; to: Address } | null
}

export type Person = {
  ref: string
  nhsNumber: string
  firstName: string
  otherNames: string
  surname: string
  sex: 'f' | 'm'
  bornOn: string
  /** Their dwelling; null for the few whose address is outside the district. */
  uprn: string | null
  streetRef: string | null
  villageRef: string
  address: Address
  mobile: string | null
  landline: string | null
  email: string | null
  language: string | null
  shielded: Shielded | null
  isWider: boolean
  trap: { kind: Trap; withRef: string } | null
}

export type District = {
  size: Size
  seed: number
  story: Story
  places: Places
  staff: Staff[]
  /** Everyone on a list, and everyone in their households. */
  people: Person[]
}

export type ListFile = {
  name: string
  version: number
  /** Day of the round, 0 is its first. */
  day: number
  receivedAt: string
  csv: string
}

export type TruthRow = {
  file: string
  /** Data row, 1 is the first under the header. */
  row: number
  personRef: string
  isRepeatInFile: boolean
  hasNhsNumber: boolean
  isNhsNumberBroken: boolean
  isDateBad: boolean
  trap: Trap | null
}

export type Channel = 'call' | 'doorstep' | 'text' | 'letter'

export type Outcome =
  | 'spoke_complete'
  | 'spoke_no_help_wanted'
  | 'refused'
  | 'call_back_later'
  | 'interrupted'
  | 'voicemail_left'
  | 'no_answer'
  | 'wrong_number'
  | 'technical_fault'
  | 'skipped'
  | 'deceased_reported'
  | 'moved_reported'
  | 'someone_else'

export type NeedCategory =
  | 'food-shopping'
  | 'medicine'
  | 'friendly-call'
  | 'money-worry'
  | 'heat-or-power'
  | 'lift'
  | 'care-at-home'
  | 'getting-online'
  | 'something-else'

export type Urgency = 'today' | '48h' | 'routine'

export type PlannedAction = {
  what: string
  ownerRef: string | null
  dueOn: string
  doneAt: string | null
}

export type PlannedNeed = {
  category: NeedCategory
  urgency: Urgency
  words: string
  action: PlannedAction | null
}

export type PlannedAttempt = {
  personRef: string
  at: string
  byRef: string
  channel: Channel
  contactPoint: { kind: 'mobile' | 'landline' | 'address'; value: string }
  outcome: Outcome
  /** When a later call was agreed. */
  callBackAt: string | null
  needs: PlannedNeed[]
  note: string
}

export type ReachTarget = 'reached' | 'tried' | 'untried' | 'excused'

export type RoundPlan = {
  campaign: { name: string; startedOn: string; openedAt: string; demoOpensAt: string }
  days: { day: number; date: string; attempts: PlannedAttempt[] }[]
  /** Everyone listed by the opening moment and the state the attempts leave them in. */
  members: { personRef: string; villageRef: string; target: ReachTarget }[]
}
