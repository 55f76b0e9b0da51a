// Was a line typed back too late to be what happened last? It is kept all the same, and flagged.

export const lateReasons = ['after-destroy-by', 'round-over', 'newer-try', 'stopped'] as const
export type LateReason = (typeof lateReasons)[number]

export type BackFacts = {
  readonly typedAt: number
  readonly destroyBy: number
  /** A newer round of the campaign had begun. */
  readonly isRoundOver: boolean
  /** Somebody had tried later and had told it before. */
  readonly hasNewerTry: boolean
  /** A hard stop stood when it was typed. */
  readonly wasStopped: boolean
}

export function lateBecause(facts: BackFacts): readonly LateReason[] {
  const { typedAt, destroyBy, isRoundOver, hasNewerTry, wasStopped } = facts
  const is: Readonly<Record<LateReason, boolean>> = {
    'after-destroy-by': typedAt > destroyBy,
    'round-over': isRoundOver,
    'newer-try': hasNewerTry,
    stopped: wasStopped,
  }
  return lateReasons.filter(reason => is[reason])
}
