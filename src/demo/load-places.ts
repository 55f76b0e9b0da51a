// How do the invented district, its villages, zones, streets and homes enter the record?
import type { Draft } from '../events/index.ts'
import { addPlaces, nameOwner } from '../places/index.ts'
import { homeLines, type Places } from './generate/index.ts'
import { demoActor, demoId } from './loading.ts'

type PlaceRow = Parameters<typeof addPlaces.decide>[1]['places'][number]
type DwellingRow = Parameters<typeof addPlaces.decide>[1]['dwellings'][number]

const context = { now: 0, actor: demoActor().id, newId: () => demoId('unused') }

/** Parents before children. */
export function placeDrafts(places: Places): readonly Draft[] {
  return decided(addPlaces.decide(null, { places: placeRows(places), dwellings: [] }, context))
}

export function dwellingDrafts(places: Places): readonly Draft[] {
  return decided(addPlaces.decide(null, { places: [], dwellings: dwellingRows(places) }, context))
}

/** Who has taken which zone and street. A gap stays a gap: nothing is said about it. */
export function ownerDrafts({ zones, streets }: Places): readonly Draft[] {
  return [...zones, ...streets].flatMap(({ ref, ownerRef }) => {
    if (ownerRef === null) return []
    const input = { place: demoId(ref), owner: demoId(ownerRef), instead: null }
    return decided(nameOwner.decide({ owner: null, isPerson: true }, input, context))
  })
}

function placeRows({ district, villages, zones, streets }: Places): PlaceRow[] {
  const shared = sharedPostcodes(streets)
  const none = { gss: null, postcodes: [] }
  const row = (ref: string, parent: string | null) => ({
    place: demoId(ref),
    parent: parent && demoId(parent),
  })
  return [
    {
      ...none,
      ...row(district.ref, null),
      kind: 'district',
      name: district.name,
      gss: district.code,
    },
    ...villages.map(({ ref, name, code }) => ({
      ...none,
      ...row(ref, district.ref),
      kind: 'village' as const,
      name,
      gss: code,
    })),
    ...zones.map(({ ref, villageRef, name }) => ({
      ...none,
      ...row(ref, villageRef),
      kind: 'zone' as const,
      name,
    })),
    ...streets.map(({ ref, zoneRef, name, postcode }) => ({
      ...none,
      ...row(ref, zoneRef),
      kind: 'street' as const,
      name,
      postcodes: shared.has(postcode) ? [] : [postcode],
    })),
  ]
}

/** A postcode of several streets places nobody: which of them is theirs? */
function sharedPostcodes(streets: Places['streets']): ReadonlySet<string> {
  const byPostcode = Map.groupBy(streets, street => street.postcode)
  return new Set([...byPostcode].filter(([, own]) => own.length > 1).map(([code]) => code))
}

function dwellingRows({ dwellings, streets }: Places): DwellingRow[] {
  const byRef = new Map(streets.map(street => [street.ref, street]))
  return dwellings.map(dwelling => {
    const street = byRef.get(dwelling.streetRef)
    if (!street) throw new Error('Broken: a dwelling lies in a street')
    return {
      id: demoId('dwelling', dwelling.uprn),
      street: demoId(street.ref),
      uprn: dwelling.uprn,
      address: homeLines(dwelling, street).join(', '),
      postcode: street.postcode,
    }
  })
}

function decided(decision: ReturnType<typeof addPlaces.decide>): readonly Draft[] {
  if ('refused' in decision) throw new Error(`Broken: the demo was refused: ${decision.refused}`)
  return 'events' in decision ? decision.events : decision
}
