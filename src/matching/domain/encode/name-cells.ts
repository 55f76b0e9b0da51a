// Which first, middle and family name does a record have, when a list may give them apart,
// together, or both? What has its own column is believed; the full name fills what is empty.
import { fold } from './fold.ts'
import { type NameParts, namePartsOf } from './full-name.ts'

export type NameCells = {
  readonly given: readonly string[]
  readonly middle: readonly string[]
  readonly family: readonly string[]
  readonly full: readonly string[]
}

const middleMax = 6

export function givenOf({ given, full }: NameCells): string {
  return folded(given) || partsOf(full).given
}

export function familyOf(cells: NameCells): string {
  const own = folded(cells.family)
  if (own !== '') return own
  const { family } = partsOf(cells.full)
  return family === givenOf(cells) ? '' : family
}

/** Every word that is not in the first or the family name. */
export function middleOf(cells: NameCells): string[] {
  const taken = new Set([...givenOf(cells).split(' '), ...familyOf(cells).split(' ')])
  const { given, middle, family } = partsOf(cells.full)
  const all = `${folded(cells.middle)} ${given} ${middle} ${family}`.split(' ')
  const words = new Set(all.filter(word => word !== '' && !taken.has(word)))
  return [...words].slice(0, middleMax)
}

function folded(cells: readonly string[]): string {
  return cells.length === 1 ? fold(cells[0] ?? '') : fold(cells.join(' '))
}

const none: NameParts = { given: '', middle: '', family: '' }

function partsOf(full: readonly string[]): NameParts {
  return full.length === 0 ? none : namePartsOf(full.join(' '))
}
