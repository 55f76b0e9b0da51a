// Which cells of the first rows are merged? A name over several columns stands in the first of them
// only: each of the others gets its own, so that no column is without.
import { headerRowsMax } from '../../domain/limits.ts'

export type Merged = {
  readonly top: number
  readonly bottom: number
  readonly left: number
  readonly right: number
}

/** `B2:D2`; nothing for merges below the rows where a header may stand. */
export function readMerged(ref: string): Merged | undefined {
  const parts = /^\$?([A-Z]{1,3})\$?(\d{1,7}):\$?([A-Z]{1,3})\$?(\d{1,7})$/.exec(ref)
  if (!parts) return undefined
  const [, left = '', top, right = '', bottom] = parts
  if (Number(top) > headerRowsMax) return undefined
  return {
    top: Number(top),
    bottom: Number(bottom),
    left: columnIndex(left),
    right: columnIndex(right),
  }
}

/** `A` is 0. */
export function columnIndex(letters: string): number {
  let index = 0
  for (const letter of letters) index = index * 26 + letter.charCodeAt(0) - 64
  return index - 1
}

/** What stands in the first cell of a merge, in its others too: numbered along a row. */
export function unmergeRow(
  row: number,
  cells: string[],
  { merged, tops }: { merged: readonly Merged[]; tops: Map<Merged, string> },
): boolean {
  let isChanged = false
  for (const one of merged.filter(({ top, bottom }) => row >= top && row <= bottom)) {
    if (row === one.top) tops.set(one, cells[one.left] ?? '')
    const text = tops.get(one) ?? ''
    for (let at = one.left; at <= one.right && text !== '' && at < cells.length; at++) {
      if (cells[at] !== '') continue
      cells[at] = at === one.left ? text : `${text} ${at - one.left + 1}`
      isChanged = true
    }
  }
  return isChanged
}
