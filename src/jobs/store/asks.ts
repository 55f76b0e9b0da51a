// Who was asked for a job and what did they say? Event in, rows changed; and who asks.
import { sql } from 'kysely'
import type { Apply, Load, LoadContext } from '../../events/index.ts'
import type { Id } from '../../kernel/ids.ts'
import { refuse } from '../../kernel/refusal.ts'
import type { Tx } from '../../store/open.ts'
import type { Asking, AskVolunteer, DeclineAsk, Declining } from '../domain/ask-volunteer.ts'
import type { askDeclined, volunteerAsked } from '../domain/events.ts'
import type { Urgency } from '../domain/terms.ts'
import { candidateOf } from './candidates.ts'
import { lockJob } from './load.ts'
import { keepStep } from './steps.ts'

export const projectAsks: Readonly<Record<string, Apply>> = {
  async 'jobs.VolunteerAsked'(tx, events: readonly (typeof volunteerAsked.recorded)[]) {
    for (const event of events) {
      const { council, body, recordedAt, actor } = event
      const { job, ask: id, volunteer, until } = body
      const when = { asked_at: recordedAt, asked_by: actor, until_at: new Date(until) }
      await tx
        .insertInto('job_asks')
        .values({ council, id, job, volunteer, ...when })
        .execute()
      await keepStep(tx, event, { step: 'asked', volunteer, second: null })
    }
  },
  async 'jobs.AskDeclined'(tx, events: readonly (typeof askDeclined.recorded)[]) {
    for (const event of events) {
      const { council, body, recordedAt } = event
      const found = await sql<{ volunteer: Id }>`update job_asks
        set answer = 'no', answered_at = ${recordedAt}
        where council = ${council} and id = ${body.ask} returning volunteer`.execute(tx)
      const { volunteer = '' } = found.rows[0] ?? {}
      await keepStep(tx, event, { step: 'declined', volunteer, second: null })
    }
  },
}

type Claimed = {
  readonly council: string
  readonly recordedAt: Date
  readonly body: { readonly job: Id; readonly volunteer: Id; readonly second: Id | null }
}

/** A claim is the yes of whoever was asked. */
export async function answerYes(tx: Tx, { council, body, recordedAt }: Claimed): Promise<void> {
  await sql`update job_asks set answer = 'yes', answered_at = ${recordedAt}
    where council = ${council} and job = ${body.job} and answer is null
      and volunteer in (${body.volunteer}, ${body.second}::uuid)`.execute(tx)
}

export const loadAsking: Load<AskVolunteer, Asking> = async (tx, input, context) => {
  const { now, actor } = context
  const { council } = actor
  const found = await lockJob(tx, input.job, context)
  const { volunteer } = input
  const one = found && (await candidateOf(tx, { council, volunteer, person: found.person, now }))
  if (!found || !one || one.isKeptAway) return refuse('not-found')
  const open = await sql<{ id: Id; job: Id }>`select a.id, a.job from job_asks a
    join jobs j on j.council = a.council and j.id = a.job
    where a.council = ${council} and a.volunteer = ${volunteer} and a.answer is null
      and a.until_at > ${new Date(now)} and j.state in ('offered', 'claimed')`.execute(tx)
  const openAsk = open.rows.find(({ job }) => job === input.job)?.id ?? null
  const jobsHeld = one.jobsHeld + open.rows.length
  const urgency = await urgencyOf(tx, council, input.job)
  const state = { ...found, urgency, openAsk, one: { ...one, jobsHeld } }
  return { state, place: found.place }
}

async function urgencyOf(tx: Tx, council: string, job: Id): Promise<Urgency> {
  const found = await sql<{ urgency: Urgency }>`select urgency from jobs
    where council = ${council} and id = ${job}`.execute(tx)
  return found.rows[0]?.urgency ?? 'routine'
}

export const loadDeclining: Load<DeclineAsk, Declining> = async (tx, input, context) => {
  const found = await lockJob(tx, input.job, context)
  if (!found) return refuse('not-found')
  const asked = await askedIn(tx, input, context)
  return { state: { ...found, asked }, place: found.place }
}

async function askedIn(tx: Tx, { job, ask }: DeclineAsk, { actor }: LoadContext) {
  const found = await sql<{ volunteer: Id }>`select volunteer from job_asks
    where council = ${actor.council} and id = ${ask} and job = ${job}
      and answer is null`.execute(tx)
  return found.rows[0]?.volunteer ?? null
}

export type Ask = {
  readonly id: Id
  readonly volunteer: Id
  readonly name: string
  readonly phone: string
  /** Hears of it by e-mail and answers in Doorstep; else somebody rings. */
  readonly hasApp: boolean
  readonly askedAt: Date
  readonly until: Date
  readonly answer: 'yes' | 'no' | null
}

/** For whoever may read the job. */
export async function asksOf(tx: Tx, council: string, job: Id): Promise<readonly Ask[]> {
  const found = await sql<Ask>`select a.id, a.volunteer, coalesce(v.name, '') as name,
      coalesce(v.phone, '') as phone, v.user_id is not null as "hasApp", a.asked_at as "askedAt",
      a.until_at as until, a.answer
    from job_asks a left join volunteers v on v.council = a.council and v.id = a.volunteer
    where a.council = ${council} and a.job = ${job}
    order by a.asked_at desc, a.id limit 50`.execute(tx)
  return found.rows
}

export type Unheard = { readonly ask: Id; readonly user: Id }

/** Open asks of people who sign in: each hears of it once. */
export async function openAsks(tx: Tx, council: string, now: number): Promise<readonly Unheard[]> {
  const found = await sql<Unheard>`select a.id as ask, v.user_id as user
    from job_asks a
    join volunteers v on v.council = a.council and v.id = a.volunteer and v.user_id is not null
    join jobs j on j.council = a.council and j.id = a.job and j.state = 'offered'
    where a.council = ${council} and a.answer is null and a.until_at > ${new Date(now)}
    order by a.asked_at, a.id limit 500`.execute(tx)
  return found.rows
}
