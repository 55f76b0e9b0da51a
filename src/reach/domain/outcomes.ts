// What does an outcome mean for the person it was about? One table for every channel.
import type { CoreOutcome } from '../../hazards/domain/index.ts'
import type { Bucket, Excuse } from './terms.ts'

export type Meaning = {
  /** False when nobody's phone rang: put back, or the line failed (decision 0004). */
  readonly isAttempt: boolean
  /** Where it moves a member who is not yet reached; null moves nobody. */
  readonly bucket: Bucket | null
  readonly excuse?: Excuse
  /** Whether somebody asked them what they need. */
  readonly asked: boolean
}

const tried: Meaning = { isAttempt: true, bucket: 'tried', asked: false }
const nothingTried: Meaning = { isAttempt: false, bucket: null, asked: false }

/** Source: reference/community-response §5.2; "someone else" counts as tried (DESIGN, Decided). */
export const meanings: Readonly<Record<CoreOutcome, Meaning>> = {
  spoke_complete: { isAttempt: true, bucket: 'reached', asked: true },
  spoke_no_help_wanted: { isAttempt: true, bucket: 'reached', asked: true },
  refused: { isAttempt: true, bucket: 'excused', excuse: 'said-no', asked: false },
  call_back_later: tried,
  interrupted: tried,
  voicemail_left: tried,
  no_answer: tried,
  wrong_number: tried,
  technical_fault: nothingTried,
  skipped: nothingTried,
  deceased_reported: { isAttempt: true, bucket: 'excused', excuse: 'died', asked: false },
  moved_reported: { isAttempt: true, bucket: 'excused', excuse: 'moved', asked: false },
  someone_else: tried,
}
