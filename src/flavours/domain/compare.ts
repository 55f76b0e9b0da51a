// In what do two villages differ, and whose choice is it: the village's own or the council's?
import { aspects, type Flavour, type FlavourFile, withDefaults } from './flavour.ts'

export type Side = { readonly value: Flavour[keyof Flavour]; readonly isOwn: boolean }
export type Line = {
  readonly aspect: keyof Flavour
  readonly sides: readonly Side[]
  readonly differs: boolean
}

/** A line for every aspect, also where all agree: what is not shown cannot be checked. */
export function compare(files: readonly FlavourFile[], council: Flavour): readonly Line[] {
  return aspects.map(aspect => {
    const sides = files.map(file => ({
      value: withDefaults(file, council)[aspect],
      isOwn: file[aspect] !== undefined,
    }))
    const said = new Set(sides.map(({ value }) => written(value)))
    return { aspect, sides, differs: said.size > 1 }
  })
}

/** The same value is written the same way, in whichever order its fields were typed. */
function written(value: unknown): string {
  return JSON.stringify(value, (_key, part: unknown) =>
    part && typeof part === 'object' && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(part).toSorted(([a], [b]) => (a < b ? -1 : 1)))
      : part,
  )
}
