// Somebody saw a check of a volunteer: which, from when, until when? One seen wrongly is withdrawn.
import { z } from 'zod'
import { type Command, command } from '../../events/commands.ts'
import { dayMs } from '../../kernel/clock.ts'
import type { Id } from '../../kernel/ids.ts'
import { londonDate, londonInstant } from '../../kernel/london.ts'
import { refuse } from '../../kernel/refusal.ts'
import { checkAdded, checkWithdrawn } from './events.ts'
import { checkKinds, trainings } from './terms.ts'

const day = z.iso.date()

export const AddCheck = z.strictObject({
  volunteer: z.uuid(),
  check: z.uuid(),
  kind: z.enum(checkKinds),
  item: z.enum(trainings).nullable(),
  from: day,
  /** The last day on which it counts. */
  until: day.nullable(),
})
export type AddCheck = z.infer<typeof AddCheck>

export type Checking = { readonly place: Id }

export const addCheck: Command<AddCheck, Checking> = command({
  name: 'volunteers.add-check',
  input: AddCheck,
  may: 'volunteers.manage',
  decide({ place }, body, { now }) {
    const { kind, item, from, until } = body
    if ((kind === 'training') !== (item !== null)) return refuse('invalid', { item: 'itemMissing' })
    if (from > londonDate(now)) return refuse('invalid', { from: 'fromWrong' })
    if (until !== null && until < from) return refuse('invalid', { until: 'untilWrong' })
    return [checkAdded({ subjects: [], place, body })]
  },
})

export const WithdrawCheck = z.strictObject({
  volunteer: z.uuid(),
  check: z.uuid(),
  kind: z.enum(checkKinds),
  item: z.string().max(40),
})
export type WithdrawCheck = z.infer<typeof WithdrawCheck>

export type Withdrawing = Checking & { readonly isWithdrawn: boolean }

export const withdrawCheck: Command<WithdrawCheck, Withdrawing> = command({
  name: 'volunteers.withdraw-check',
  input: WithdrawCheck,
  may: 'volunteers.manage',
  decide({ place, isWithdrawn }, body) {
    if (isWithdrawn) return refuse('already-done')
    return [checkWithdrawn({ subjects: [], place, body })]
  },
})

/** The first moment at which it no longer counts: the midnight after its last day. */
export function endOf(until: string): number {
  const noon = londonInstant(until, 12 * 60)
  return londonInstant(londonDate(noon + dayMs), 0)
}
