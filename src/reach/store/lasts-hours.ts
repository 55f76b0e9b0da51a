// How long does being reached hold in a campaign? Its own answer, else its hazard pack's.
import { getPack } from '../../hazards/index.ts'

type Row = {
  readonly pack: string
  readonly pack_version: number
  /** As the column keeps it: null is the pack's, 0 is the whole round. */
  readonly lasts_hours: number | null
}

/** Null: for the whole round. */
export function lastsHoursOf({ pack, pack_version, lasts_hours }: Row): number | null {
  if (lasts_hours === null) return getPack(pack, pack_version).reachedLastsHours
  return lasts_hours === 0 ? null : lasts_hours
}
