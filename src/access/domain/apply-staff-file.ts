// A staff file comes into force: joiners are let in, leavers are shut out, all of it or nothing.
import { z } from 'zod'
import { command, decided } from '../../events/commands.ts'
import { refuse } from '../../kernel/refusal.ts'
import { roleNames } from '../actor.ts'
import { staffFileApplied } from './pause-events.ts'
import { rowReasons, staffRowsMax } from './staff-file.ts'
import { outcomes, planStaff, type StaffPlan, type StaffState } from './staff-plan.ts'

const StaffRow = z.strictObject({
  row: z.number(),
  email: z.string().max(300),
  name: z.string().max(200),
  roles: z.array(z.enum(roleNames)).max(20),
  place: z.string().max(300),
  purpose: z.string().max(300),
  from: z.number().nullable(),
  until: z.number().nullable(),
  hasLeft: z.boolean(),
  wrong: z.enum(rowReasons).nullable(),
})

export const ApplyStaffFile = z.strictObject({
  rows: z.array(StaffRow).min(1).max(staffRowsMax),
  isEverybody: z.boolean(),
  purpose: z.string().trim().min(1).max(200),
  /** Said a second time, when more than one in five would be shut out. */
  isSure: z.boolean(),
  /** What the preview showed, if there was one: else nothing is written. */
  shown: z.string().max(200).nullable(),
})
export type ApplyStaffFile = z.infer<typeof ApplyStaffFile>

export const leaversShareMax = 0.2

export function isTooMany({ leavers, staff }: StaffPlan): boolean {
  return leavers > 1 && leavers > staff * leaversShareMax
}

export function countsOf({ lines, leftOut }: StaffPlan) {
  const count = (outcome: string) => lines.filter(line => line.outcome === outcome).length
  const [accepted, changed, unchanged, refused] = outcomes.map(count)
  return {
    rows: lines.length,
    ...{ accepted: accepted ?? 0, changed: changed ?? 0, unchanged: unchanged ?? 0 },
    ...{ refused: refused ?? 0, leftOut: leftOut.length },
  }
}

/** The same while nothing that the preview showed has moved. */
export function shownAs(plan: StaffPlan): string {
  return Object.values(countsOf(plan)).join('-')
}

export const applyStaffFile = command<ApplyStaffFile, StaffState>({
  name: 'access.apply-staff-file',
  input: ApplyStaffFile,
  may: 'access.administer',
  decide(state, input, { now, actor, newId }) {
    const plan = planStaff(state, { ...input, now, actor, newId })
    if (input.shown !== null && input.shown !== shownAs(plan)) return refuse('stale-preview')
    if (isTooMany(plan) && !input.isSure) return refuse('too-many-leavers')
    const counts = countsOf(plan)
    if (plan.drafts.length === 0) return decided([], counts)
    const body = { ...counts, isEverybody: input.isEverybody }
    return decided([...plan.drafts, staffFileApplied({ subjects: [], body })], counts)
  },
})
