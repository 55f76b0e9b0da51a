// One act halts all work at a place: whoever must know is named, and whoever is out.
import { z } from 'zod'
import { type Command, command, decided } from '../../events/commands.ts'
import type { Id } from '../../kernel/ids.ts'
import { refuse } from '../../kernel/refusal.ts'
import { allStopped } from './events.ts'
import { type OutWhy, reasonLettersMax, type Why } from './terms.ts'

export const StopAll = z.strictObject({
  standstill: z.uuid(),
  /** Null is the whole council. */
  within: z.uuid().nullable(),
  reason: z.string().trim().min(1).max(reasonLettersMax),
})
export type StopAll = z.infer<typeof StopAll>

export type StopState = {
  readonly isKnown: boolean
  /** Exactly this place stands still already. */
  readonly isStopped: boolean
  readonly owners: readonly Id[]
  readonly atWork: readonly { readonly user: Id; readonly why: Why }[]
}

export const stopAll: Command<StopAll, StopState> = command({
  name: 'standstill.stop-all',
  input: StopAll,
  may: 'standstill.stop',
  decide(state, { reason, standstill, within }, { actor }) {
    if (state.isKnown || state.isStopped) return refuse('already-done')
    const told = [...new Set([...state.atWork.map(one => one.user), ...state.owners])]
    const body = { standstill, within, told: told.filter(user => user !== actor).sort() }
    const out = whoIsOut(state.atWork)
    const place = within === null ? {} : { place: within }
    const event = allStopped({ subjects: [], ...place, body: { ...body, out }, words: { reason } })
    return decided([event], { told: body.told.length, out: out.length })
  },
})

/** Each once; a hold goes before a step that is due. */
export function whoIsOut(atWork: StopState['atWork']): { user: Id; why: OutWhy }[] {
  const out = new Map<Id, OutWhy>()
  for (const { user, why } of atWork) {
    if (why === 'given') continue
    if (why === 'hold' || !out.has(user)) out.set(user, why)
  }
  return [...out].map(([user, why]) => ({ user, why })).sort((a, b) => (a.user < b.user ? -1 : 1))
}
