// Event in, rows changed: jobs and the line of each.
import { sql } from 'kysely'
import type { Apply } from '../../events/index.ts'
import type { Tx } from '../../store/open.ts'
import type {
  homeSaid,
  jobBegun,
  jobClaimed,
  jobDone,
  jobFailed,
  jobGivenBack,
  jobOffered,
  jobReleased,
} from '../domain/events.ts'
import type { EndState } from '../domain/terms.ts'
import { answerYes } from './asks.ts'
import { forgetWords } from './forget-words.ts'
import { isOf, keepStep, type OfOne } from './steps.ts'

export const project: Readonly<Record<string, Apply>> = {
  'jobs.JobOffered': offer,
  async 'jobs.JobClaimed'(tx, events: readonly (typeof jobClaimed.recorded)[]) {
    for (const event of events) {
      const { claim, volunteer, second, isWhole, until } = event.body
      await sql`update jobs set state = ${isWhole ? 'claimed' : 'offered'}, claim = ${claim},
          volunteer = ${volunteer}, second = ${second}, claimed_at = ${event.recordedAt},
          claim_until = ${new Date(until)}
        where ${isOf(event)}`.execute(tx)
      await answerYes(tx, event)
      await keepStep(tx, event, { step: isWhole ? 'claimed' : 'half', volunteer, second })
    }
  },
  async 'jobs.JobBegun'(tx, events: readonly (typeof jobBegun.recorded)[]) {
    for (const event of events) {
      const { homeBy } = event.body
      await sql`update jobs set state = 'under-way', begun_at = ${event.recordedAt},
          home_by = ${homeBy === null ? null : new Date(homeBy)}
        where ${isOf(event)}`.execute(tx)
      await keepStep(tx, event, { step: 'begun' })
    }
  },
  async 'jobs.JobGivenBack'(tx, events: readonly (typeof jobGivenBack.recorded)[]) {
    for (const event of events) {
      // Read by the step before it is cleared: the line says who gave it back.
      await keepStep(tx, event, { step: 'given-back', why: event.body.reason })
      await sql`update jobs set state = 'offered', claim = null, volunteer = null, second = null,
          claimed_at = null, claim_until = null, begun_at = null, home_by = null, home_at = null
        where ${isOf(event)}`.execute(tx)
    }
  },
  async 'jobs.JobDone'(tx, events: readonly (typeof jobDone.recorded)[]) {
    for (const event of events) {
      const { handedTo = null, note = null } = event.words ?? {}
      await sql`update jobs set handed_to = ${handedTo}, note = ${note}
        where ${isOf(event)}`.execute(tx)
      await end(tx, event, { state: 'done', why: null })
    }
  },
  async 'jobs.JobFailed'(tx, events: readonly (typeof jobFailed.recorded)[]) {
    for (const event of events) {
      await sql`update jobs set note = ${event.words?.note ?? null}
        where ${isOf(event)}`.execute(tx)
      await end(tx, event, { state: 'failed', why: event.body.reason })
    }
  },
  async 'jobs.JobReleased'(tx, events: readonly (typeof jobReleased.recorded)[]) {
    for (const event of events) {
      await end(tx, event, { state: 'released', why: event.body.reason })
      await sql`update jobs set claim = null, volunteer = null, second = null, claim_until = null
        where ${isOf(event)}`.execute(tx)
    }
  },
  async 'jobs.HomeSaid'(tx, events: readonly (typeof homeSaid.recorded)[]) {
    for (const event of events) {
      await sql`update jobs set home_at = ${event.recordedAt} where ${isOf(event)}`.execute(tx)
      await keepStep(tx, event, { step: 'home' })
    }
  },
  'people.Erased': forgetWords,
}

type Offered = typeof jobOffered.recorded

async function offer(tx: Tx, events: readonly Offered[]) {
  for (const event of events) {
    const { council, place, body, words, recordedAt, actor } = event
    const { job: id, dueAt, startAt, ...rest } = body
    const row = { council, id, ...rest, place, state: 'offered' }
    const times = {
      start_at: startAt === null ? null : new Date(startAt),
      due_at: new Date(dueAt),
      offered_at: recordedAt,
      offered_by: actor,
    }
    const said = {
      items: words?.items || null,
      from_where: words?.from || null,
      safety: words?.safety || null,
    }
    await tx
      .insertInto('jobs')
      .values({ ...row, ...times, ...said })
      .execute()
    await keepStep(tx, event, { step: 'offered' })
  }
}

async function end(tx: Tx, event: OfOne, { state, why }: { state: EndState; why: string | null }) {
  await sql`update jobs set state = ${state}, ended_at = ${event.recordedAt},
      ended_by = ${event.actor}, reason = ${why}
    where ${isOf(event)}`.execute(tx)
  await keepStep(tx, event, { step: state, why })
}
