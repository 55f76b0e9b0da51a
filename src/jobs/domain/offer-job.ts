// Somebody on the staff makes a job: what, for whom or where, by when. Nobody has it yet.
import { z } from 'zod'
import { type Command, command, decided } from '../../events/commands.ts'
import { hourMs } from '../../kernel/clock.ts'
import type { Id } from '../../kernel/ids.ts'
import { type Refusal, refuse } from '../../kernel/refusal.ts'
import { needChanged } from '../../needs/domain/index.ts'
import { jobOffered } from './events.ts'
import { type JobKind, vettingFor } from './kind.ts'
import { findJobKind, getJobKind } from './kinds.ts'
import { itemsLettersMax, medicineCares, shortLettersMax, sizes, urgencies } from './terms.ts'

const momentMax = 4_102_444_800_000
const moment = z.number().int().min(0).max(momentMax)

export const OfferJob = z.strictObject({
  job: z.uuid(),
  kind: z.string().max(40),
  /** For a person, or at a place where nobody in particular is helped. */
  person: z.uuid().nullable(),
  place: z.uuid().nullable(),
  need: z.uuid().nullable(),
  urgency: z.enum(urgencies),
  startAt: moment.nullable(),
  dueAt: moment,
  size: z.enum(sizes),
  care: z.array(z.enum(medicineCares)).max(medicineCares.length),
  items: z.string().trim().max(itemsLettersMax),
  from: z.string().trim().max(shortLettersMax),
  safety: z.string().trim().max(shortLettersMax),
})
export type OfferJob = z.infer<typeof OfferJob>

export type Offering = {
  /** The person's, or the one that was named. */
  readonly place: Id | null
  readonly isKnown: boolean
  /** Of the need it serves; null when there is none, undefined when it is not theirs. */
  readonly need: string | null | undefined
  /** Their door is never opened to one person alone. */
  readonly needsTwo: boolean
  /** Nobody may go there: a hard stop on their record. */
  readonly isStopped: boolean
  readonly isAllStopped: boolean
}

export const offerJob: Command<OfferJob, Offering> = command({
  name: 'jobs.offer-job',
  input: OfferJob,
  may: 'jobs.manage',
  decide(state, input, { now }) {
    const problem = problemOf(state, input, now)
    if (problem) return problem
    const kind = getJobKind(input.kind)
    const { items, from, safety } = input
    const events = [
      jobOffered({
        subjects: input.person ? [input.person] : [],
        place: state.place,
        body: { ...bodyOf(input, kind, state), standing: null },
        words: { items, from, safety },
      }),
    ]
    if (!input.need || state.need !== 'open') return decided(events, { job: input.job })
    const begun = needChanged({
      subjects: input.person ? [input.person] : [],
      place: state.place,
      body: { need: input.need, state: 'in-progress' },
    })
    return decided([...events, begun], { job: input.job })
  },
})

export function problemOf(state: Offering, input: OfferJob, now: number): Refusal | undefined {
  const kind = findJobKind(input.kind)
  if (!kind) return refuse('invalid', { kind: 'kindMissing' })
  if (state.isKnown) return refuse('id-reuse')
  if (state.need === undefined) return refuse('not-found')
  if (state.isStopped) return refuse('stopped')
  if (state.isAllStopped) return refuse('all-stopped')
  if ((kind.where === 'site') !== (input.person === null)) {
    return refuse('invalid', { kind: 'kindPlace' })
  }
  if (input.dueAt < now - hourMs) return refuse('invalid', { due: 'duePast' })
  if (input.startAt !== null && input.startAt > input.dueAt) {
    return refuse('invalid', { due: 'dueBeforeStart' })
  }
  if (input.care.length > 0 && !kind.medicine) return refuse('invalid', { care: 'careOnly' })
  return undefined
}

type Asked = Omit<OfferJob, 'kind' | 'place' | 'items' | 'from' | 'safety'>

/** What two kinds of making share: by hand, and ahead from standing help. */
export function bodyOf(
  { job, person, need, urgency, startAt, dueAt, size, care }: Asked,
  kind: JobKind,
  { needsTwo }: Pick<Offering, 'needsTwo'>,
) {
  const people = needsTwo && kind.where === 'door' ? 2 : kind.safely.people
  const vetting = vettingFor(kind, care)
  const what = { job, kind: kind.code, person, need, urgency }
  return { ...what, startAt, dueAt, size, care, people, vetting }
}
