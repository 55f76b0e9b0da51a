// Until which day are they away, since when is supply off, where did they go?
import type { CoreOutcome } from '../../hazards/domain/index.ts'
import { dayMs } from '../../kernel/clock.ts'
import { awayDaysMax, meanings } from '../../reach/domain/index.ts'
import type { LineProblem, TypedLine } from './read-line.ts'
import { lastTime, morningOf } from './read-moment.ts'

export type ToldOnPaper = {
  readonly at: number | null
  readonly problems: readonly LineProblem[]
}

type When = { readonly day: string; readonly happenedAt: number }

const nothing: ToldOnPaper = { at: null, problems: [] }
const wrong = (problem: LineProblem): ToldOnPaper => ({ at: null, problems: [problem] })

/** What an outcome has to say beside itself, or may; where somebody went is in the note. */
export function readTold(
  { told, note }: TypedLine,
  core: CoreOutcome | undefined,
  when: When,
): ToldOnPaper {
  if (!core) return nothing
  const { tells, usualDays } = meanings[core]
  const isBlank = told.trim() === ''
  if (tells === 'until') {
    if (isBlank) return usualDays === undefined ? wrong('told-until') : nothing
    return readUntil(told, when)
  }
  if (tells === 'since') {
    const at = isBlank ? null : lastTime(told, when.happenedAt)
    return at === undefined ? wrong('told-since') : { at, problems: [] }
  }
  if (!isBlank) return wrong('told-unasked')
  return tells === 'where' && note.trim() === '' ? wrong('note-where') : nothing
}

/** A day to come, and nobody is away for ever. */
function readUntil(told: string, { day, happenedAt }: When): ToldOnPaper {
  const at = morningOf(day, told)
  if (at === undefined) return wrong('told-until')
  const isWithin = at > happenedAt && at <= happenedAt + awayDaysMax * dayMs
  return isWithin ? { at, problems: [] } : wrong('told-until')
}
