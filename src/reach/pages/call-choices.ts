// What may a caller choose on the call page? The ordinary outcomes first, then the pack's own.
import { type CoreOutcome, type HazardPack, outcomeKeys, outcomeWord } from '../../hazards/index.ts'
import { dayMs } from '../../kernel/clock.ts'
import { londonDate, londonInstant } from '../../kernel/london.ts'
import type { Lang } from '../../pages/strings/index.ts'
import { meanings } from '../domain/outcomes.ts'
import type { Answers } from './call-answers.ts'

/** In the order of the page, with the key of each. */
export const mainChoices = [
  ['answered', 'A'],
  ['no_answer', 'N'],
  ['voicemail_left', 'V'],
  ['someone_else', 'D'],
  ['wrong_number', 'W'],
  ['refused', 'R'],
] as const
export const minorChoices = [
  ['call_back_later', 'B'],
  ['technical_fault', 'L'],
  ['interrupted', ''],
  ['moved_reported', 'M'],
  ['deceased_reported', 'M'],
] as const
export type Choice = (typeof mainChoices | typeof minorChoices)[number][0]
/** The ordinary choice that an answer is like; "away" is like none of them. */
export type Behaves = Choice | 'away'

export const choices = [...mainChoices, ...minorChoices].map(([choice]) => choice)

export type WordChoice = {
  readonly code: string
  readonly label: string
  readonly core: CoreOutcome
  readonly behaves: Behaves
  readonly key: string
}

/** Outcomes that the pack offers, and its own words for some; each is like an ordinary choice. */
export function wordChoices(pack: HazardPack, lang: Lang): readonly WordChoice[] {
  const offered = pack.outcomes
    .filter(core => outcomeKeys[core].call !== '')
    .map(core => ({
      code: core,
      label: outcomeWord(lang, core),
      core,
      key: outcomeKeys[core].call,
    }))
  const own = pack.outcomeWords.map(word => ({ ...word, key: '' }))
  return [...offered, ...own].map(one => ({ ...one, behaves: behavesAs(one.core) }))
}

function behavesAs(core: CoreOutcome): Behaves {
  const ordinary = choices.find(one => one === core)
  if (ordinary) return ordinary
  const { bucket, excuse } = meanings[core]
  if (bucket === 'reached') return 'answered'
  return excuse === 'away' ? 'away' : 'someone_else'
}

/** A word keeps its own meaning, whatever needs came with it. */
export function meaningOf(
  answers: Answers,
  pack: HazardPack,
): { outcome: CoreOutcome; word?: string } {
  const word = wordChoices(pack, 'en').find(one => one.code === answers.word)
  if (!word) return { outcome: coreOf(answers) }
  const isOwn = pack.outcomeWords.some(one => one.code === word.code)
  return { outcome: word.core, ...(isOwn ? { word: word.code } : {}) }
}

function coreOf({ outcome, needs }: Answers): CoreOutcome {
  if (outcome === 'answered') return needs.length > 0 ? 'spoke_complete' : 'spoke_no_help_wanted'
  return outcome === null || outcome === 'away' ? 'skipped' : outcome
}

/** Back in the morning of the day that was said; supply since the last such time of a clock. */
export function toldAt({ word, until, since }: Answers, now: number): number | null {
  const tells = word === null ? undefined : meanings[word as CoreOutcome]?.tells
  if (tells === 'until') return /^\d{4}-\d\d-\d\d$/.test(until) ? morningOf(until) : null
  const [, hours, minutes] = /^([01]\d|2[0-3]):([0-5]\d)$/.exec(since) ?? []
  if (tells !== 'since' || !hours) return null
  const at = londonInstant(londonDate(now), Number(hours) * 60 + Number(minutes))
  return at <= now ? at : at - dayMs
}

const morningMinutes = 9 * 60

function morningOf(day: string): number | null {
  const at = Number.isNaN(Date.parse(day)) ? Number.NaN : londonInstant(day, morningMinutes)
  return Number.isNaN(at) ? null : at
}
