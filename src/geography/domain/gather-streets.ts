// Which homes go into which street, and which postcodes does that settle? Rows come in any order;
// each street is written once.
import type { Id } from '../../kernel/ids.ts'
import type { NewHome, StreetHomes } from './plan.ts'
import type { AddressState, HomeChange } from './plan-addresses.ts'
import { spelling } from './street-key.ts'

/** `id` null: a street that is not there yet. */
export type StreetGroup = {
  readonly id: Id | null
  readonly village: Id
  readonly name: string
  readonly zone: string
}

type Open = { readonly group: StreetGroup; homes: NewHome[]; corrected: (NewHome & { id: Id })[] }

export function gatherStreets(state: AddressState) {
  const open = new Map<string, Open>()
  const streetsOf = new Map<string, Set<string>>()
  const lies = (postcode: string, street: string) => {
    if (postcode === '') return
    const streets = streetsOf.get(postcode) ?? new Set<string>()
    streets.add(street)
    streetsOf.set(postcode, streets)
  }
  for (const { postcode, street, isEnded } of state.homes) if (!isEnded) lies(postcode, street)
  const ended = new Set(state.streets.filter(one => one.isEnded).map(one => one.id))
  return {
    take(group: StreetGroup, { row, known }: HomeChange): void {
      const ref = group.id ?? `${group.village}|${spelling(group.name)}`
      const own = open.get(ref) ?? { group, homes: [], corrected: [] }
      open.set(ref, own)
      const { address, postcode, key } = row
      const home = { uprn: row.uprn ?? known?.uprn ?? null, address, postcode, key }
      if (known) own.corrected.push({ ...home, id: known.id })
      else own.homes.push(home)
      lies(postcode, ref)
    },
    /** A postcode of several streets places nobody: which of them is theirs? */
    all(): readonly StreetHomes[] {
      return [...open].map(([ref, { group, homes, corrected }]) => {
        const codes = [...homes, ...corrected].map(home => home.postcode)
        const { id, name, village, zone } = group
        return {
          street: id === null ? { name, village, zone } : { id },
          homes,
          corrected,
          postcodes: [...new Set(codes)].filter(
            code => code !== '' && !state.postcodes.has(code) && streetsOf.get(code)?.size === 1,
          ),
          isReopened: ended.has(ref),
        }
      })
    },
  }
}
