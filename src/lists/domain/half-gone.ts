// Has half of a list gone at once? Then the file is more likely cut, or another list's, than right.

/** Of fewer nobody can say that half of them is many. */
const droppedMin = 5

export type Shrinking = { readonly dropped: number; readonly onBoth: number }

export function isHalfGone({ dropped, onBoth }: Shrinking): boolean {
  return dropped >= droppedMin && dropped >= onBoth
}

export const shrinkReasonLettersMax = 500
