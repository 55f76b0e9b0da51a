// Is somebody at risk left unanswered by this try, by what a list says of them or by their age?
// Flags alone are watched where events are projected (store/used-up.ts), whatever comes last. Marks
// and birth dates can be forgotten, so what follows from them is an event of its own.
import { worryDraft } from '../../concerns/domain/index.ts'
import type { DecideContext } from '../../events/commands.ts'
import type { Draft } from '../../events/kinds.ts'
import { type HazardPack, type Known, triesBeforeConcern } from '../../hazards/domain/index.ts'
import { ageOn } from '../../kernel/age.ts'
import type { Id } from '../../kernel/ids.ts'
import { meanings } from './outcomes.ts'

export type Risk = {
  readonly marks: readonly string[]
  /** 1941-03-04; null where it is not known. */
  readonly born: string | null
  /** The day by which their age is told. */
  readonly today: string
  /** Outcomes of this round since they were last reached or a concern about them ended. */
  readonly since: readonly string[]
  /** The desk has them already. */
  readonly isHandled: boolean
}

type State = {
  readonly person: Id | null
  readonly place: Id | null
  readonly flags: readonly string[]
  readonly risk?: Risk | undefined
}
type Input = { readonly attempt: Id; readonly outcome: keyof typeof meanings }
type Context = DecideContext & { readonly happenedAt: number; readonly pack: HazardPack }

export function leftAlone(state: State, input: Input, context: Context): Draft[] {
  const { pack, now, happenedAt } = context
  const { concern: rule } = pack
  const { risk, flags } = state
  const isMissed = rule.unanswered.includes(input.outcome) && meanings[input.outcome].isAttempt
  if (!risk || risk.isHandled || !isMissed) return []
  const isUnanswered = (one: string) => rule.unanswered.some(outcome => outcome === one)
  const tries = risk.since.filter(isUnanswered).length + 1
  const isWatched = rule.atRiskFlags.some(flag => flags.includes(flag)) && tries >= rule.triesMax
  const allowed = triesBeforeConcern(rule, knownOf(state))
  if (allowed === null || tries < allowed || isWatched) return []
  const told = {
    worry: context.newId(),
    person: state.person ?? '',
    place: state.place,
    cause: 'no-answer' as const,
    attempt: input.attempt,
    isDanger: false,
    words: '',
  }
  return [worryDraft(told, { now, happenedAt, rule })]
}

export function knownOf({ flags, risk }: Pick<State, 'flags' | 'risk'>): Known {
  const born = risk?.born ?? null
  const age = born === null || !risk ? null : ageOn(born, risk.today)
  return { flags, marks: risk?.marks ?? [], age }
}
