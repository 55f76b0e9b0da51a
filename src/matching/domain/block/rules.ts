// By which combinations of facts are candidates looked for? Narrow ones first; a pair counts for
// the first rule that finds it. A list without the facts of a rule goes without that rule.
import type { Atoms } from './atoms.ts'

/** `pairsMost`: its largest heaps are left out until it brings no more pairs than that. */
export type Rule = { readonly by: readonly string[]; readonly pairsMost?: number }
type Facts = readonly string[]

const always: readonly Facts[] = [
  ['id'],
  ['email'],
  ['phone'],
  ['date', 'given nickname'],
  ['date', 'family sound'],
  ['date', 'postcode'],
  ['address words', 'date'],
  ['date', 'given start'],
  ['date', 'family start'],
  ['given', 'family', 'year'],
  ['given', 'family'],
  ['name set', 'year'],
  ['postcode', 'given nickname'],
  ['postcode', 'family sound'],
  ['postcode', 'month day'],
  ['postcode', 'year'],
  ['mailbox'],
  ['address words', 'given nickname'],
  ['address words', 'family sound'],
  ['address words', 'year'],
  ['name set'],
  ['given three', 'family three', 'year'],
  ['given nickname', 'family three'],
  ['given nickname', 'family sound'],
  ['given three', 'family sound'],
  ['family sound', 'year month'],
  ['given nickname', 'year month'],
  ['family sound', 'month day'],
  ['given nickname', 'month day'],
  ['family sound', 'year day'],
  ['given nickname', 'year day'],
  ['any name', 'date'],
  ['any name', 'postcode'],
  ['family', 'given start'],
  ['family last', 'given nickname'],
  ['given', 'family three'],
  ['middle words', 'family sound'],
  ['middle words', 'given nickname'],
  ['middle words', 'date'],
  ['outward', 'given nickname', 'year'],
  ['outward', 'family sound'],
  ['address'],
  ['date'],
  ['postcode'],
]

/** With each further column, such as town or occupation. */
const withOther: readonly Facts[] = [
  ['date'],
  ['postcode'],
  ['family sound', 'given start'],
  ['family', 'year'],
  ['given nickname', 'year'],
  ['family sound'],
  ['given'],
]

const last: readonly Facts[] = [
  ['family', 'year'],
  ['given', 'year'],
  ['family'],
  ['family sound'],
  ['given'],
]

export function rulesFor(atoms: Atoms, pairsMost: number): Rule[] {
  const others = withOther.flatMap(rule => atoms.others.map(other => [...rule, other]))
  const all = [...always, ...others, ...last]
  return all
    .filter(by => by.every(name => atoms.get(name) !== undefined))
    .map(by => ({ by, pairsMost }))
}
