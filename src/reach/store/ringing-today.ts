// Who rings today, how much can each do, and when? As the last sharing said; before the first one,
// everybody whose work it is, for a usual day.
import type { Scope } from '../../access/index.ts'
import type { Id } from '../../kernel/ids.ts'
import { londonMinutes } from '../../kernel/london.ts'
import type { Tx } from '../../store/open.ts'
import { usualDay } from '../domain/sharing/terms.ts'
import { callersNow, callersOf } from './call-shares.ts'

export type Ringing = {
  readonly user: Id
  readonly room: number
  /** Minutes of the day in London. */
  readonly from: number
  readonly to: number
}

export async function ringingToday(tx: Tx, scope: Scope, now: number): Promise<readonly Ringing[]> {
  if (!scope.everywhere) return []
  const mayRing = await callersOf(tx, scope.council, now)
  const last = new Map((await callersNow(tx, scope.council, now)).map(one => [one.user, one]))
  if (last.size === 0) {
    return mayRing.filter(one => one.isHandler).map(({ user }) => ({ user, ...usualDay }))
  }
  return mayRing.flatMap(({ user }) => {
    const one = last.get(user)
    if (!one) return []
    const [from, to] = [one.startsAt, one.endsAt].map(at => londonMinutes(at.getTime()))
    return [{ user, room: one.room, from: from ?? 0, to: to || 24 * 60 }]
  })
}
