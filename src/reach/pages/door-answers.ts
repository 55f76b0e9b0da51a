// What was answered about a door, of whom, and is it enough to be a try?
import type { HazardPack } from '../../hazards/index.ts'
import { dayMs } from '../../kernel/clock.ts'
import { type Id, idFrom, isId } from '../../kernel/ids.ts'
import type { Form } from '../../web/request.ts'
import { awayDaysMax, meanings } from '../domain/outcomes.ts'
import type { RecordAttempt } from '../domain/record-attempt.ts'
import type { BehindDoor } from '../store/find-door.ts'
import { noAnswers } from './call-answers.ts'
import { toldAt } from './call-choices.ts'
import { type DoorChoice, doorChoices } from './door-choices.ts'

export type DoorAnswers = {
  readonly choice: DoorChoice | undefined
  /** A member, or all of the household that are asked for. */
  readonly who: string
  readonly until: string
  readonly since: string
  readonly note: string
  /** The id that the page gave to the try; of the others it follows from it. */
  readonly attempt: string
}

export type DoorProblem = 'outcome' | 'who' | 'until' | 'where' | 'note'

export const everybody = 'all'
const noteLengthMax = 2_000

export function readDoor(form: Form, pack: HazardPack): DoorAnswers {
  const code = form.text('outcome')
  return {
    choice: doorChoices(pack, 'en').find(one => one.code === code),
    who: form.text('who'),
    until: form.text('until'),
    since: form.text('since'),
    note: form.text('note'),
    attempt: form.text('attempt'),
  }
}

/** Said of everybody who is asked for, of one of them, or of the one of the page. */
export function whomOf({ who }: DoorAnswers, behind: readonly BehindDoor[]): readonly Id[] {
  const members = behind.map(({ member }) => member)
  if (who === everybody) return members
  return who === '' ? members.slice(0, 1) : members.filter(member => member === who)
}

export function doorProblems(
  answers: DoorAnswers,
  behind: readonly BehindDoor[],
  now: number,
): readonly DoorProblem[] {
  const { choice, note } = answers
  const problems: DoorProblem[] = []
  if (!choice) problems.push('outcome')
  if (whomOf(answers, behind).length === 0) problems.push('who')
  if (choice && !isDayRight(answers, choice, now)) problems.push('until')
  if (choice && meanings[choice.core].tells === 'where' && note === '') problems.push('where')
  if (note.length > noteLengthMax) problems.push('note')
  return problems
}

function isDayRight(answers: DoorAnswers, { core }: DoorChoice, now: number): boolean {
  const { tells, usualDays } = meanings[core]
  if (tells !== 'until') return true
  if (answers.until === '') return usualDays !== undefined
  const at = toldOf(answers, core, now)
  return at !== null && at > now && at <= now + awayDaysMax * dayMs
}

function toldOf({ until, since }: DoorAnswers, word: string, now: number): number | null {
  return toldAt({ ...noAnswers, word, until, since }, now)
}

/** One try for each of them; only for answers without problems. */
export function doorInput(answers: DoorAnswers, member: Id, now: number): RecordAttempt {
  const { choice, attempt, note } = answers
  const core = choice?.core ?? 'skipped'
  const word = choice?.word
  return {
    attempt: idFrom('at the door', isId(attempt) ? attempt : '', member),
    ...{ member, channel: 'doorstep', contactPoint: null, outcome: core, needs: [], note },
    ...(word === undefined ? {} : { word }),
    ...{ promisedAt: null, told: toldOf(answers, core, now) },
    ...{ happenedAt: null, scriptVersion: null },
  }
}
