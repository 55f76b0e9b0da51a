// Two records are parted: whose is each job, and each standing help, offered meanwhile? It goes
// with its need, at whatever state; what is for no need is for a person to judge.
import { sql } from 'kysely'
import type { Draft } from '../../events/index.ts'
import type { Id } from '../../kernel/ids.ts'
import {
  type Goes,
  type PartingAsk,
  type PartingFound,
  type PartingPart,
  type PartingReason,
  type SettleAsk,
  sideOf,
} from '../../people/index.ts'
import type { Tx } from '../../store/open.ts'
import { jobMoved, standingMoved } from '../domain/events.ts'
import { doorOf } from './doors.ts'

type Told = {
  readonly isStanding: boolean
  readonly id: Id
  readonly person: Id
  readonly code: string
  readonly at: Date
  /** Position of the event that told it. */
  readonly seq: number
  readonly need: Id | null
  /** Whose record the need is on. */
  readonly needOf: Id | null
}

async function findJobs(ask: PartingAsk): Promise<PartingFound> {
  const things = []
  const moves: Draft[] = []
  for (const row of await toldSince(ask)) {
    const { id, code, at } = row
    const ruling = ruled(ask, row)
    things.push({ kind: 'job' as const, id, code, at, ...ruling })
    moves.push(...(await moved(ask, row, ruling.goes)))
  }
  return { things, moves }
}

type Ruled = { readonly goes: Goes; readonly why: PartingReason }

function ruled(ask: PartingAsk, { need, needOf, person }: Told): Ruled {
  if (need !== null && needOf !== null) {
    return { goes: ask.thingOf(need)?.goes ?? sideOf(ask, needOf), why: 'with-need' }
  }
  if (sideOf(ask, person) === 'from') return { goes: 'from', why: 'own-record' }
  return { goes: 'review', why: 'nothing-says' }
}

async function moved(ask: PartingAsk, row: Told, goes: Goes): Promise<Draft[]> {
  if ((goes !== 'from' && goes !== 'into') || goes === sideOf(ask, row.person)) return []
  return [await movedTo(ask, row, ask[goes])]
}

type Within = { readonly tx: Tx; readonly council: string }

/** It is done at their door from now on, by two where that door asks for two. */
async function movedTo(
  { tx, council }: Within,
  { isStanding, id, seq }: Pick<Told, 'isStanding' | 'id' | 'seq'>,
  person: Id,
): Promise<Draft> {
  const door = await doorOf(tx, council, person)
  const to = { person, place: door?.place ?? null }
  const subjects = [person]
  if (isStanding) {
    return standingMoved({ subjects, body: { standing: id, ...to, told: Number(seq) } })
  }
  const lines = await sql<{ seq: number }>`select seq from job_steps
    where council = ${council} and job = ${id} order by seq`.execute(tx)
  const told = lines.rows.map(line => Number(line.seq))
  return jobMoved({ subjects, body: { job: id, ...to, needsTwo: door?.needsTwo ?? false, told } })
}

const kinds = ['jobs.JobOffered', 'jobs.StandingSet']

async function toldSince({ tx, council, mine, theirs, joined }: PartingAsk) {
  const found = await sql<Told>`
    with told as (
      select false as standing, id, person, kind, need from jobs where council = ${council}
      union all
      select true, id, person, kind, need from standing_jobs where council = ${council}
    )
    select t.standing as "isStanding", t.id, t.person, t.kind as code, e.happened_at as at, e.seq,
      t.need, n.person as "needOf"
    from events e
    join told t on t.id = (e.body ->> case when t.standing then 'standing' else 'job' end)::uuid
      and t.standing = (e.kind = 'jobs.StandingSet')
    left join needs n on n.council = e.council and n.id = t.need
    where e.council = ${council} and e.kind = any (${kinds}) and e.seq > ${joined.seq}
      and t.person = any (${[...mine, ...theirs]}::uuid[])
    order by e.seq`.execute(tx)
  return found.rows
}

/** With a need go the jobs for it, and with an attempt those for the needs heard in it. */
async function settleJobs({ tx, council, thing, to, records }: SettleAsk) {
  const found = await sql<Pick<Told, 'isStanding' | 'id' | 'seq'>>`
    with heard as (
      select id from needs where council = ${council} and (id = ${thing} or attempt = ${thing})
    ), told as (
      select false as standing, id, person, need from jobs where council = ${council}
      union all
      select true, id, person, need from standing_jobs where council = ${council}
    )
    select t.standing as "isStanding", t.id, e.seq from told t
    join events e on e.council = ${council} and e.kind = any (${kinds})
      and (e.body ->> case when t.standing then 'standing' else 'job' end)::uuid = t.id
      and t.standing = (e.kind = 'jobs.StandingSet')
    where (t.id = ${thing} or t.need in (select id from heard))
      and t.person <> all (${[...records]}::uuid[])
    order by e.seq`.execute(tx)
  const drafts: Draft[] = []
  for (const row of found.rows) drafts.push(await movedTo({ tx, council }, row, to))
  return drafts
}

export const jobsPart: PartingPart = {
  kinds: ['job', 'need', 'attempt'],
  nth: 5,
  find: findJobs,
  settle: settleJobs,
}
