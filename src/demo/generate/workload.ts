// How large is each workload, and how dirty are its lists? The figures of the standard workload.
import type { Size } from './types.ts'

export type Workload = {
  residents: number
  households: number
  householdsPerStreet: number
  streetsPerZone: number
  streetsPerLead: number
  /** People on each of the eight versions of the shielded list. */
  shielded: readonly number[]
  wider: number
  widerAlsoShielded: number
  councilKnownRows: readonly [number, number]
  callHandlers: number
  officers: number
}

export const workloads: Record<Size, Workload> = {
  W0: {
    residents: 1_500,
    households: 630,
    householdsPerStreet: 19.2,
    streetsPerZone: 8.2,
    streetsPerLead: 8.75,
    shielded: [53, 54, 56, 57, 58, 59, 60, 61],
    wider: 90,
    widerAlsoShielded: 22,
    councilKnownRows: [38, 38],
    callHandlers: 3,
    officers: 2,
  },
  W1: {
    residents: 160_000,
    households: 67_200,
    householdsPerStreet: 19.2,
    streetsPerZone: 8.2,
    streetsPerLead: 8.75,
    shielded: [5_600, 5_730, 5_860, 5_990, 6_120, 6_250, 6_380, 6_500],
    wider: 9_500,
    widerAlsoShielded: 2_375,
    councilKnownRows: [4_000, 4_000],
    callHandlers: 14,
    officers: 8,
  },
}

export const dirt = {
  noWorkingPhone: 0.21,
  badDate: 0.03,
  duplicateInFile: 0.02,
  noCommonNhsNumber: 0.06,
  trap: 0.01,
  died: 0.008,
  moved: 0.015,
  removedLater: 0.057,
  brokenNhsNumber: 0.003,
  outsideDistrict: 0.004,
  categoryChange: 0.03,
  oddPostcode: 0.03,
  lostZero: 0.04,
  twoNumbersInOneCell: 0.02,
  noUprn: 0.12,
  inceptionAsDayNumber: 0.35,
} as const

export const round = {
  name: 'Spring contact',
  /** The demo opens in the middle of this day of the round. */
  openingDay: 6,
} as const

/** Day of the round (0 is the first) and minute of the day on which each version arrived. */
export const listArrivals: readonly (readonly [number, number])[] = [
  [0, 450],
  [4, 1000],
  [7, 460],
  [11, 450],
  [14, 460],
  [18, 465],
  [21, 450],
  [25, 455],
]
