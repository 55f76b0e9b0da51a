// What does an outcome mean for the person it was about? One table for every channel.
import type { CoreOutcome } from '../../hazards/domain/index.ts'
import { dayMs } from '../../kernel/clock.ts'
import type { PersonFlag } from '../../people/domain/index.ts'
import type { Bucket, Excuse } from './terms.ts'

export type Meaning = {
  /** False when nobody's phone rang or door was knocked at (decision 0004). */
  readonly isAttempt: boolean
  /** Where it moves a member who is not yet reached; null moves nobody. */
  readonly bucket: Bucket | null
  readonly excuse?: Excuse
  /** Whether somebody asked them what they need. */
  readonly asked: boolean
  /** What else must be said, or may be. */
  readonly tells?: 'until' | 'since' | 'where'
  /** Away so many days where nobody says until when. */
  readonly usualDays?: number
  /** The flag of the person that it raises. */
  readonly raises?: PersonFlag
  /** Said of homes and organisations, never of a person. */
  readonly onlyHomes?: true
  /** Asked for, or a number still to try: it does not end at the limit of tries. */
  readonly goesOn?: true
}

const tried: Meaning = { isAttempt: true, bucket: 'tried', asked: false }
const reached: Meaning = { isAttempt: true, bucket: 'reached', asked: true }
const nothingTried: Meaning = { isAttempt: false, bucket: null, asked: false }
const out = (excuse: Excuse): Meaning => {
  return { isAttempt: true, bucket: 'excused', excuse, asked: false }
}
const away: Meaning = { ...out('away'), tells: 'until' }

/** Each with its reason in decision 0032. */
export const meanings: Readonly<Record<CoreOutcome, Meaning>> = {
  spoke_complete: reached,
  spoke_no_help_wanted: reached,
  refused: out('said-no'),
  call_back_later: { ...tried, goesOn: true },
  interrupted: tried,
  voicemail_left: tried,
  no_answer: tried,
  wrong_number: { ...tried, goesOn: true },
  technical_fault: nothingTried,
  skipped: nothingTried,
  deceased_reported: { ...out('died'), raises: 'deceased-reported' },
  moved_reported: { ...out('moved'), raises: 'moved-reported' },
  someone_else: tried,
  seen_not_spoken_to: tried,
  carer_answered: tried,
  in_hospital: { ...away, usualDays: 7 },
  in_care_home: { ...away, usualDays: 28 },
  away_until: away,
  empty_home: { ...out('empty'), onlyHomes: true },
  staying: reached,
  gone_to: { ...reached, tells: 'where' },
  refuses_to_leave: reached,
  could_not_approach: nothingTried,
  supply_off: { ...reached, tells: 'since' },
  supply_on: { ...reached, tells: 'since' },
  leaflet_only: tried,
  interpreter_needed: { ...tried, raises: 'interpreter', goesOn: true },
}

/** Nobody is away for ever: after so long somebody asks again. */
export const awayDaysMax = 60

const outcomesWhere = (holds: (meaning: Meaning) => boolean) =>
  (Object.keys(meanings) as CoreOutcome[]).filter(outcome => holds(meanings[outcome]))

/** After these somebody of the household was spoken to, and is who we meant. */
export const reachedBy = outcomesWhere(({ bucket }) => bucket === 'reached')
/** After these they are out of the count until a day, and then waiting again. */
export const awayBy = outcomesWhere(({ excuse }) => excuse === 'away')

/** Until when they are away: as was said, else the usual. Null for what has no end of its own. */
export function awayUntil(
  outcome: CoreOutcome,
  told: number | null,
  happenedAt: number,
): number | null {
  const { excuse, usualDays = 0 } = meanings[outcome]
  return excuse === 'away' ? (told ?? happenedAt + usualDays * dayMs) : null
}
