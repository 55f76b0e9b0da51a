// With which zones does the search begin? With those given; else they grow from streets that are
// far apart, the smallest always taking the next street.
import type { Ground } from './ground.ts'

export function firstZones(ground: Ground, count: number): Int32Array {
  const { streets } = ground
  const zoneOf = Int32Array.from(streets, ({ given }) =>
    given !== undefined && given >= 0 && given < count ? given : -1,
  )
  const homes = Array.from({ length: count }, () => 0)
  const take = (place: number, zone: number) => {
    zoneOf[place] = zone
    homes[zone] = (homes[zone] as number) + (streets[place]?.homes ?? 0) + 1
  }
  zoneOf.forEach((zone, place) => {
    if (zone !== -1) take(place, zone)
  })
  if (zoneOf.every(zone => zone === -1)) {
    farApart(ground, count).forEach((place, zone) => {
      take(place, zone)
    })
  }
  for (;;) {
    const next = nextStreet(ground, zoneOf, homes)
    if (!next) return zoneOf
    take(next.place, next.zone)
  }
}

function farApart({ streets, metres }: Ground, count: number): number[] {
  const seeds: number[] = []
  const apart = (place: number) =>
    Math.min(...seeds.map(seed => metres[place * streets.length + seed] as number))
  while (seeds.length < Math.min(count, streets.length)) {
    const free = [...streets.keys()].filter(place => !seeds.includes(place))
    const best = free.reduce(
      (far, place) => (seeds.length > 0 && apart(place) > apart(far) ? place : far),
      free[0] as number,
    )
    seeds.push(best)
  }
  return seeds
}

/** Beside the smallest zone that can still grow. */
function nextStreet({ beside }: Ground, zoneOf: Int32Array, homes: readonly number[]) {
  const zones = [...homes.keys()].sort(
    (one, other) => (homes[one] as number) - (homes[other] as number) || one - other,
  )
  for (const zone of zones) {
    for (let place = 0; place < zoneOf.length; place++) {
      if (zoneOf[place] !== -1) continue
      if (beside[place]?.some(next => zoneOf[next] === zone)) return { place, zone }
    }
  }
  return undefined
}
