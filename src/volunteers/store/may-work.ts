// May a volunteer be asked for anything now? Not while they rest, are away, or were stood down.
import { type RawBuilder, sql } from 'kysely'
import { londonDate } from '../../kernel/london.ts'
import type { Availability } from '../domain/availability.ts'

export const isStoodDown = (now: number): RawBuilder<boolean> => sql<boolean>`
  (v.stood_down_at is not null
    and coalesce(v.stood_down_until > ${new Date(now)}, true))`

/** By their own wish, or because they are not there. */
export const rests = (now: number): RawBuilder<boolean> => sql<boolean>`
  (coalesce(v.rests_until > ${new Date(now)}, false)
    or (coalesce(v.away_from, v.away_until) is not null
      and coalesce(v.away_from <= ${londonDate(now)}, true)
      and coalesce(v.away_until >= ${londonDate(now)}, true)))`

export const availability: RawBuilder<Availability> = sql<Availability>`jsonb_build_object(
  'hours', v.hours, 'awayFrom', v.away_from, 'awayUntil', v.away_until)`
