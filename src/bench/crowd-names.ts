// What are very many invented people called, and which numbers do they have?
//
// As many surnames as a county has, the commonest far ahead. Numbers are of the ranges kept for
// drama, of which there are 3,000: each is shared by dozens, which is harder than life.
import { firstName, householdNaming } from '../demo/generate/names.ts'
import { dramaLandline, dramaMobile } from '../demo/generate/phones.ts'
import type { Random } from '../demo/generate/random.ts'
import type { Chance } from './chance.ts'

export type CrowdPerson = {
  readonly given: string
  readonly family: string
  readonly born: string
  readonly phones: readonly string[]
}

const split = (words: string) => words.trim().split(/\s+/)
const beginnings = split(`Ash Black Brad Bram Brock Burn Car Chad Clif Comb Cran Dal Den Dray East
  Ed Fair Farn Ford Gar Glen Graf Had Hal Har Has Hat Hazel Hen Hol Horn Hub Kel Kirk Lang Lay Lin
  Lock Lud Mar Mel Mid Mil Nor Oak Old Pen Pres Rad Red Rom Rush Sand Shel Skel Som Stan Stock
  Sut Swin Thorn Tun Wad Wal Wat Wel Wes Whit Wil Win Wood Wor Yar`)
const ends = split(`bourne bridge burn bury by croft dale den field ford gate ham hurst land ley
  low man mere more ridge shaw side son stead ster stone ton well wick wood worth`)

/** Two of three have one of the two thousand rarer surnames. */
const rareShare = 0.66

export function crowdPerson(chance: Chance, nth: number): CrowdPerson {
  const random = randomFrom(chance)
  const naming = householdNaming(random)
  const age = 1 + random.below(98)
  const given = firstName(naming, { sex: nth % 2 ? 'f' : 'm', age }, random)
  const family =
    naming.tradition === null && chance() < rareShare
      ? `${random.pick(beginnings)}${random.pick(ends)}`
      : naming.surname
  const month = String(1 + random.below(12)).padStart(2, '0')
  const day = String(1 + random.below(28)).padStart(2, '0')
  const numbers = [dramaLandline(random), ...(chance() < 0.5 ? [dramaMobile(random)] : [])]
  return {
    given,
    family,
    born: `${2026 - age}-${month}-${day}`,
    phones: numbers.map(number => `+44${number.slice(1)}`),
  }
}

/** The generator's chance from the bench's own, as far as names and numbers ask for it. */
function randomFrom(next: Chance): Random {
  const below = (limit: number) => Math.floor(next() * limit)
  const weighted = <T>(items: readonly (readonly [T, number])[]): T => {
    let rest = next() * items.reduce((sum, [, weight]) => sum + weight, 0)
    for (const [item, weight] of items) {
      rest -= weight
      if (rest < 0) return item
    }
    return (items.at(-1) as readonly [T, number])[0]
  }
  return {
    next,
    below,
    between: (from, to) => from + below(to - from + 1),
    chance: share => next() < share,
    pick: items => items[below(items.length)] as never,
    weighted,
    shuffled: items => [...items],
  }
}
