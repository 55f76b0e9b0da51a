// What happens when somebody of the replay is tried? By what they are, at the rates of W1.
import { createHash } from 'node:crypto'
import type { CoreOutcome } from '../hazards/index.ts'
import type { Chance } from './chance.ts'
import { chanceFrom } from './chance.ts'

/** What somebody is like the whole fortnight. */
export type Fate = 'answers' | 'declines' | 'never' | 'has-died' | 'has-moved'

const fates: readonly (readonly [Fate, number])[] = [
  ['declines', 0.02],
  ['never', 0.02],
  ['has-died', 0.003],
  ['has-moved', 0.007],
]

/** The same person, by what is written of them, is the same in every run of one seed. */
export function fateOf(seed: number, about: string): Fate {
  let luck = chanceOf(seed, about, 'fate')()
  for (const [fate, share] of fates) {
    if (luck < share) return fate
    luck -= share
  }
  return 'answers'
}

export function chanceOf(seed: number, ...words: readonly (string | number)[]): Chance {
  const digest = createHash('sha256')
    .update(`${seed} ${words.join(' ')}`)
    .digest()
  return chanceFrom(digest.readUInt32LE(0))
}

type Weighted = readonly (readonly [CoreOutcome, number])[]

function pick(weighted: Weighted, chance: Chance): CoreOutcome {
  let luck = chance() * weighted.reduce((sum, [, weight]) => sum + weight, 0)
  for (const [outcome, weight] of weighted) {
    if (luck < weight) return outcome
    luck -= weight
  }
  return 'no_answer'
}

const unanswered: Weighted = [
  ['no_answer', 55],
  ['voicemail_left', 30],
  ['wrong_number', 8],
  ['technical_fault', 4],
  ['skipped', 3],
]
const onThePhone: Weighted = [
  ['spoke_complete', 76],
  ['spoke_no_help_wanted', 13],
  ['call_back_later', 6],
  ['someone_else', 3],
  ['interrupted', 2],
]
const atTheDoor: Weighted = [
  ['spoke_complete', 80],
  ['spoke_no_help_wanted', 17],
  ['someone_else', 3],
]

const answersPhone = 0.66
const answersDoor = 0.85

export function callOutcome(fate: Fate, chance: Chance): CoreOutcome {
  if (fate === 'never') return chance() < 0.6 ? 'no_answer' : 'voicemail_left'
  if (fate === 'has-died' && chance() < 0.4) return 'deceased_reported'
  if (fate === 'has-moved' && chance() < 0.5) return 'moved_reported'
  if (fate === 'has-died' || fate === 'has-moved') return 'no_answer'
  if (chance() >= answersPhone) return pick(unanswered, chance)
  return fate === 'declines' ? 'refused' : pick(onThePhone, chance)
}

export function doorOutcome(fate: Fate, chance: Chance): CoreOutcome {
  if (fate === 'never') return 'no_answer'
  if (fate === 'has-died') return 'deceased_reported'
  if (fate === 'has-moved') return 'moved_reported'
  if (chance() >= answersDoor) return 'no_answer'
  return fate === 'declines' ? 'refused' : pick(atTheDoor, chance)
}
