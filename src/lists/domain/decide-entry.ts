// What becomes of one row? The reading, what its list said before, whom it may be: one outcome.
// Pure, and the same for a preview, the load itself and the second load of the same file.
import type { MatchDecision } from '../../matching/index.ts'
import { changeBetween, type Entry, type EntryChange } from './entry.ts'
import type { EntryState } from './events.ts'
import { type Issue, type Outcome, outcomeOf } from './reasons.ts'

/** What the list's last version said under the same key. */
export type EarlierEntry = {
  readonly entry: string
  readonly comparable: string
  /** When it was last loaded; absent if it never was. */
  readonly loaded?: Entry
  readonly state: EntryState
  readonly person: string | null
  /** Its address was outside the district. */
  readonly wasOutside: boolean
  /** The version before did not have it. */
  readonly isDropped: boolean
}
/** An earlier row of the same file that is about the same person, or may be. */
export type Twin = {
  readonly row: number
  readonly entry: string
  readonly isSameWords: boolean
  readonly outcome: Outcome
  readonly person: string | null
}
export type EntryQuestion = {
  readonly entry: Entry
  readonly comparable: string
  readonly issues: readonly Issue[]
  /** Ids to use if this row turns out to be new. */
  readonly ids: { readonly entry: string; readonly person: string }
  readonly twin?: Twin
  /** This very row, told apart as a twin on the version before. */
  readonly earlierTwin?: EarlierEntry
  readonly earlier?: EarlierEntry
  readonly match: MatchDecision
}
export type EntryDecision = {
  readonly outcome: Outcome
  readonly issues: readonly Issue[]
  readonly change: EntryChange | null
  readonly entry: string
  readonly person: string | null
  /** The person was ours before this file. */
  readonly isKnown: boolean
  readonly candidates: readonly string[]
  readonly twinRow: number | null
}

export function decideEntry(question: EntryQuestion): EntryDecision {
  if (question.twin) return decideTwin(question, question.twin)
  if (question.earlier) return decideEarlier(question, question.earlier)
  return decideNew(question)
}

/** The same words again add nothing; other words about one person are for a person to judge. */
function decideTwin(question: EntryQuestion, twin: Twin): EntryDecision {
  const shared = { ...nobody(question), twinRow: twin.row }
  if (!twin.isSameWords) {
    const { earlierTwin } = question
    const entry = earlierTwin?.entry ?? shared.entry
    if (earlierTwin && (earlierTwin.state === 'left-out' || earlierTwin.state === 'loaded')) {
      return { ...shared, entry, person: earlierTwin.person, outcome: 'unchanged' }
    }
    const issues = [...question.issues, { code: 'twice-in-file' as const }]
    return { ...shared, entry, issues, outcome: outcomeOf(issues, 'accepted') }
  }
  const issues = [...question.issues, { code: 'same-row-again' as const }]
  const isDone = twin.outcome !== 'needs_review' && twin.outcome !== 'rejected'
  const outcome = isDone ? 'unchanged' : twin.outcome
  return { ...shared, issues, outcome, entry: twin.entry, person: twin.person, isKnown: isDone }
}

/** Whom an entry is about is known once it was loaded. */
export function needsMatch(earlier: EarlierEntry | undefined): boolean {
  return earlier === undefined || earlier.person === null || earlier.loaded === undefined
}

function decideEarlier(question: EntryQuestion, earlier: EarlierEntry): EntryDecision {
  const { comparable, entry } = question
  const { person, loaded } = earlier
  // A person may have decided about this very row: what is said again is not asked again.
  const isSettled = earlier.state === 'loaded' || earlier.state === 'left-out'
  const known = { ...nobody(question), entry: earlier.entry, person, isKnown: person !== null }
  if (isSettled && earlier.comparable === comparable) {
    if (!earlier.isDropped || person === null) return { ...known, outcome: 'unchanged' }
    return { ...known, outcome: outcomeOf(question.issues, 'changed'), change: 'back' }
  }
  const isOutside = question.issues.some(({ code }) => code === 'outside-district')
  if (person === null || !loaded) {
    const change = earlier.wasOutside && !isOutside ? ('moved-in' as const) : null
    return { ...decideNew(question), entry: earlier.entry, change }
  }
  const issues = [...question.issues]
  const isOtherBirth =
    loaded.dateOfBirth && entry.dateOfBirth && loaded.dateOfBirth !== entry.dateOfBirth
  if (isOtherBirth) issues.push({ code: 'date-of-birth-differs' })
  const said = changeBetween(loaded, entry, { before: earlier.wasOutside, after: isOutside })
  const change = earlier.isDropped && said === 'details' ? 'back' : said
  return { ...known, issues, outcome: outcomeOf(issues, 'changed'), change }
}

function decideNew(question: EntryQuestion): EntryDecision {
  const { match, ids } = question
  const issues = [...question.issues]
  const shared = nobody(question)
  if (match.kind === 'doubtful') {
    issues.push({ code: 'may-be-known' })
    if (match.reasons.includes('date-of-birth-differs')) {
      issues.push({ code: 'date-of-birth-differs' })
    }
    const outcome = outcomeOf(issues, 'accepted')
    return { ...shared, issues, outcome, candidates: match.persons }
  }
  const outcome = outcomeOf(issues, 'accepted')
  // Whom a held row is about may be certain, though what it says is not: a death acts at once.
  if (match.kind === 'same') return { ...shared, outcome, person: match.person, isKnown: true }
  if (question.entry.isWithdrawn) return withdrawnStranger(question, shared)
  return { ...shared, outcome, person: outcome === 'accepted' ? ids.person : null }
}

/** We never had them: to take their words in because they want nothing of it would be a wrong. */
function withdrawnStranger(
  { issues }: EntryQuestion,
  shared: Omit<EntryDecision, 'outcome'>,
): EntryDecision {
  const said = [...issues, { code: 'withdrawn-unknown' as const }]
  return { ...shared, issues: said, outcome: outcomeOf(said, 'accepted') }
}

function nobody({ issues, ids }: EntryQuestion): Omit<EntryDecision, 'outcome'> {
  return {
    issues,
    change: null,
    entry: ids.entry,
    person: null,
    isKnown: false,
    candidates: [],
    twinRow: null,
  }
}
