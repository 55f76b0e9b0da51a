// The calls that are due are shared over those who ring today, all of them in one act.
import { z } from 'zod'
import { type Command, command, decided } from '../../events/commands.ts'
import { dayMs } from '../../kernel/clock.ts'
import type { Id } from '../../kernel/ids.ts'
import { refuse } from '../../kernel/refusal.ts'
import { callsGiven, callsShared } from './events.ts'
import { shareOut } from './sharing/share-out.ts'
import { type Due, upTos } from './sharing/terms.ts'

const callersMax = 200
export const roomMax = 1_000
/** So many members of one sharing stand in one event. */
const membersMax = 500
const moment = z.number().int().min(0).max(4_102_444_800_000)

const CallerToday = z.strictObject({
  user: z.uuid(),
  /** Calls that they can make today. */
  room: z.number().int().min(0).max(roomMax),
  languages: z.array(z.string().trim().toLowerCase().min(1).max(40)).max(10),
  /** Milliseconds since 1970 UTC; what they have not rung by `to` is anybody's again. */
  from: moment,
  to: moment,
})

export const ShareCalls = z.strictObject({
  share: z.uuid(),
  callers: z.array(CallerToday).max(callersMax),
  upTo: z.enum(upTos),
})
export type ShareCalls = z.infer<typeof ShareCalls>

export type SharingState = {
  /** Most urgent first. */
  readonly calls: readonly Due[]
  /** Of everybody who may ring now: where. Null is everywhere. */
  readonly places: ReadonlyMap<Id, readonly Id[] | null>
  readonly isKnown: boolean
}

export const shareCalls: Command<ShareCalls, SharingState> = command({
  name: 'reach.share-calls',
  input: ShareCalls,
  may: 'reach.run',
  decide(state, { share, callers, upTo }, { now }) {
    if (state.isKnown) return refuse('already-done')
    if (callers.some(({ user }) => !state.places.has(user))) return refuse('not-found')
    if (new Set(callers.map(({ user }) => user)).size < callers.length) return refuse('invalid')
    if (callers.some(({ from, to }) => to <= from)) return refuse('ends-before-begins')
    if (callers.some(({ to }) => to > now + dayMs)) return refuse('invalid')
    const asked = callers.map(one => ({ ...one, places: state.places.get(one.user) ?? null }))
    const shared = shareOut({ calls: state.calls, callers: asked, upTo })
    const given = state.calls.length - shared.left
    const { left, nobodySpeaks, nobodyMayWork, outOfHours } = shared
    const parts = shared.given.flatMap(({ user, members }, at) => {
      const until = callers[at]?.to ?? now
      return inParts(members).map(part =>
        callsGiven({ subjects: [], body: { share, user, members: [...part], until } }),
      )
    })
    return decided(
      [callsShared({ subjects: [], body: { share, callers, given, left } }), ...parts],
      {
        given,
        left,
        nobodySpeaks,
        nobodyMayWork,
        outOfHours,
      },
    )
  },
})

function inParts(members: readonly Id[]): readonly (readonly Id[])[] {
  const parts: (readonly Id[])[] = []
  for (let at = 0; at < members.length; at += membersMax) {
    parts.push(members.slice(at, at + membersMax))
  }
  return parts
}
