// Who joins and leaves the shielded list, in which village and at which version?
import { at, type Random, stream } from './random.ts'
import { shareOut } from './share-out.ts'
import type { GenerateRequest, Trap, Village } from './types.ts'
import { dirt, workloads } from './workload.ts'

export const versions = 8

export type RollEntry = {
  villageRef: string
  fromVersion: number
  removedFrom: number | null
  diedAt: number | null
  movedAt: number | null
  /** The entry just after this one shares its home and is easily taken for it. */
  trapWithNext: Trap | null
  isSecondOfTrap: boolean
  isOutside: boolean
}

export function shieldedRoll({ size, seed }: GenerateRequest, villages: Village[]): RollEntry[] {
  const random = stream(seed, 'roll')
  const onList = workloads[size].shielded
  const ever = Math.round(at(onList, versions - 1) / (1 - dirt.removedLater))
  const leaving = shareOut(ever - at(onList, versions - 1), [1, 1, 1, 1, 1, 1])
  const roll = firstVersion(at(onList, 0), villages)
  setTraps(roll)
  for (let version = 2; version <= versions; version++) {
    const leave = version >= 3 ? at(leaving, version - 3) : 0
    remove({ roll, count: leave, version, random })
    const joining = at(onList, version - 1) - at(onList, version - 2) + leave
    roll.push(...join({ villages, count: joining, version, random }))
  }
  setDeaths(roll, random)
  setMoves(roll, random)
  setOutside(roll, random)
  return roll
}

function firstVersion(count: number, villages: Village[]): RollEntry[] {
  const parts = shareOut(
    count,
    villages.map(village => village.listWeight),
  )
  return villages.flatMap(({ ref }, index) =>
    Array.from({ length: at(parts, index) }, () => entry(ref, 1)),
  )
}

function entry(villageRef: string, fromVersion: number): RollEntry {
  const none = { removedFrom: null, diedAt: null, movedAt: null, trapWithNext: null }
  return { villageRef, fromVersion, ...none, isSecondOfTrap: false, isOutside: false }
}

/** In every 320 of the first version two pairs of one home: 1% of all who are ever listed. */
function setTraps(roll: RollEntry[]): void {
  const every = Math.round(3.2 / dirt.trap)
  roll.forEach((first, index) => {
    const second = roll[index + 1]
    if (second?.villageRef !== first.villageRef || first.isSecondOfTrap) return
    const place = index % every
    if (place !== 30 && place !== 190) return
    first.trapWithNext = place === 30 ? 'twin' : 'same-name'
    second.isSecondOfTrap = true
  })
}

type Change = { roll: RollEntry[]; count: number; version: number; random: Random }

const isPlain = (one: RollEntry) =>
  one.removedFrom === null &&
  one.diedAt === null &&
  one.movedAt === null &&
  one.trapWithNext === null &&
  !one.isSecondOfTrap

function remove({ roll, count, version, random }: Change): void {
  const candidates = random.shuffled(roll.filter(isPlain))
  for (const one of candidates.slice(0, count)) one.removedFrom = version
}

type Joining = { villages: Village[]; count: number; version: number; random: Random }

function join({ villages, count, version, random }: Joining): RollEntry[] {
  const weights = villages.map(village => [village.ref, village.listWeight] as const)
  const late = villages.find(village => village.situation === 'late')
  return Array.from({ length: count }, () => {
    // The second version brings one village many new people, the evening before the demo opens.
    const inLate = late && version === 2 && random.chance(0.22)
    return entry(inLate ? late.ref : random.weighted(weights), version)
  })
}

function setDeaths(roll: RollEntry[], random: Random): void {
  const candidates = random.shuffled(roll.filter(isPlain))
  for (const one of candidates.slice(0, Math.round(roll.length * dirt.died))) {
    one.diedAt = random.between(one.fromVersion, versions)
  }
}

function setMoves(roll: RollEntry[], random: Random): void {
  const candidates = random.shuffled(roll.filter(isPlain).filter(one => one.fromVersion < versions))
  for (const one of candidates.slice(0, Math.round(roll.length * dirt.moved))) {
    one.movedAt = random.between(one.fromVersion + 1, versions)
  }
}

function setOutside(roll: RollEntry[], random: Random): void {
  const candidates = random.shuffled(roll.filter(isPlain))
  for (const one of candidates.slice(0, Math.ceil(roll.length * dirt.outsideDistrict))) {
    one.isOutside = true
  }
}
