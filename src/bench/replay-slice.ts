// How is the district of W1 made smaller? By whole villages, so that streets, homes and lists of
// those that stay are as they were; who works for the whole council becomes fewer in proportion.
import { stream } from '../demo/generate/random.ts'
import type { District, Staff } from '../demo/generate/types.ts'
import { workloads } from '../demo/generate/workload.ts'

/** The villages that together hold one in `scale` of the list, most nearly. */
export function sliceOf(district: District, scale: number): District {
  if (scale <= 1) return district
  const { places, people, staff, seed } = district
  const kept = new Set<string>()
  const wanted = places.villages.reduce((sum, one) => sum + one.listWeight, 0) / scale
  let weight = 0
  for (const village of stream(seed, 'slice').shuffled(places.villages)) {
    if (weight + village.listWeight > wanted) continue
    weight += village.listWeight
    kept.add(village.ref)
  }
  const stays = ({ villageRef }: { villageRef: string }) => kept.has(villageRef)
  const streets = places.streets.filter(stays)
  const refs = new Set(streets.map(({ ref }) => ref))
  return {
    ...district,
    places: {
      ...places,
      villages: places.villages.filter(({ ref }) => kept.has(ref)),
      zones: places.zones.filter(stays),
      streets,
      dwellings: places.dwellings.filter(({ streetRef }) => refs.has(streetRef)),
    },
    people: people.filter(stays),
    staff: fewer(staff, kept, scale),
  }
}

function fewer(staff: readonly Staff[], kept: ReadonlySet<string>, scale: number): Staff[] {
  const handlers = Math.max(2, Math.ceil(workloads.W1.callHandlers / scale))
  let hired = 0
  return staff.filter(({ role, villageRefs }) => {
    if (role === 'call-handler') return hired++ < handlers
    return villageRefs.length === 0 || villageRefs.some(ref => kept.has(ref))
  })
}
