// The words of stopping everything at a place: who counts as out there?

/**
 * Why somebody has to do with the place. Whoever has a hold or a step that is due may be on the
 * way or at a door; `given` only waits to ring.
 */
export const whys = ['hold', 'action', 'given'] as const
export type Why = (typeof whys)[number]

/** Of these, we ask until somebody says that they are safe home. */
export const outWhys = ['hold', 'action'] as const
export type OutWhy = (typeof outWhys)[number]

export const reasonLettersMax = 500
export const nameLettersMax = 100
