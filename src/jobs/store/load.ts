// What the decisions about jobs need to know, with the row they decide on locked.
import { sql } from 'kysely'
import type { Load, LoadContext } from '../../events/index.ts'
import type { Id } from '../../kernel/ids.ts'
import { refuse } from '../../kernel/refusal.ts'
import { stoppedHere } from '../../standstill/index.ts'
import type { Tx } from '../../store/open.ts'
import type { Claiming, GiveJob } from '../domain/claim-job.ts'
import { type JobNow, whenOf } from '../domain/held.ts'
import type { Offering, OfferJob } from '../domain/offer-job.ts'
import { candidateOf, volunteerOf } from './candidates.ts'
import { type Door, doorOf } from './doors.ts'

export const loadOffering: Load<OfferJob, Offering> = async (tx, input, { actor }) => {
  const { council } = actor
  const door = input.person ? await doorOf(tx, council, input.person) : undefined
  if (input.person && (!door || door.isErased)) return refuse('not-found')
  const place = door ? door.place : await findPlace(tx, council, input.place)
  if (place === undefined) return refuse('not-found')
  const known = await sql`select 1 from jobs
    where council = ${council} and id = ${input.job}`.execute(tx)
  const state = {
    place,
    isKnown: known.rows.length > 0,
    need: input.need === null ? null : await needState(tx, council, input),
    needsTwo: door?.needsTwo ?? false,
    isStopped: door?.isStopped ?? false,
    isAllStopped: (await stoppedHere(tx, council, place)) !== undefined,
  }
  return { state, place }
}

async function findPlace(tx: Tx, council: string, place: Id | null): Promise<Id | undefined> {
  const found = await sql<{ id: Id }>`select id from places
    where council = ${council} and id = ${place}`.execute(tx)
  return found.rows[0]?.id
}

async function needState(
  tx: Tx,
  council: string,
  { need, person }: OfferJob,
): Promise<string | undefined> {
  const found = await sql<{ state: string }>`select n.state from needs n
    join people p on p.council = n.council and p.id = n.person
    join people q on q.council = p.council and q.root = p.root and q.id = ${person}
    where n.council = ${council} and n.id = ${need} for update of n`.execute(tx)
  return found.rows[0]?.state
}

export const loadJob: Load<{ job: string }, JobNow> = async (tx, { job }, context) => {
  const found = await lockJob(tx, job, context)
  return found ? { state: found, place: found.place } : refuse('not-found')
}

export const loadOwnClaim: Load<{ job: string }, Claiming> = async (tx, { job }, context) => {
  const state = await lockJob(tx, job, context)
  if (!state) return refuse('not-found')
  const { actorVolunteer } = state
  const first = actorVolunteer ? await candidate(tx, context, [state, actorVolunteer]) : undefined
  return { state: { ...state, first, other: undefined }, place: state.place }
}

export const loadGiven: Load<GiveJob, Claiming> = async (tx, input, context) => {
  const state = await lockJob(tx, input.job, context)
  if (!state) return refuse('not-found')
  const first = await candidate(tx, context, [state, input.volunteer])
  const other = input.second ? await candidate(tx, context, [state, input.second]) : undefined
  if (!first || (input.second && !other)) return refuse('not-found')
  return { state: { ...state, first, other }, place: state.place }
}

function candidate(tx: Tx, { actor, now }: LoadContext, [job, volunteer]: readonly [JobNow, Id]) {
  return candidateOf(tx, { council: actor.council, volunteer, person: job.person, now })
}

type Told = 'claimUntil' | 'when' | 'isAllStopped' | 'isStopped' | 'actorVolunteer'
type Row = Omit<JobNow, Told> & {
  readonly claimUntil: Date | null
  readonly startAt: Date | null
  readonly dueAt: Date
}

export async function lockJob(
  tx: Tx,
  job: Id,
  { actor, now }: LoadContext,
): Promise<JobNow | undefined> {
  const { council } = actor
  const found = await sql<Row>`select id as job, kind, person, place, state, people, vetting,
      volunteer, second, claim, claim_until as "claimUntil",
      start_at as "startAt", due_at as "dueAt",
      case when home_by is not null then home_at is not null end as "isHome"
    from jobs where council = ${council} and id = ${job} for update`.execute(tx)
  const [row] = found.rows
  if (!row) return undefined
  const door: Door | undefined = row.person ? await doorOf(tx, council, row.person) : undefined
  return {
    ...row,
    claimUntil: row.claimUntil?.getTime() ?? null,
    when: whenOf(row, now),
    isAllStopped: (await stoppedHere(tx, council, row.place)) !== undefined,
    isStopped: door?.isStopped ?? false,
    actorVolunteer: actor.isSystem ? null : await volunteerOf(tx, { council, user: actor.id, now }),
  }
}
