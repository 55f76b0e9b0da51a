// Which help comes again, and what does the decision about the next job of it need to know?
import { sql } from 'kysely'
import type { Apply, Load } from '../../events/index.ts'
import type { Id } from '../../kernel/ids.ts'
import { refuse } from '../../kernel/refusal.ts'
import { stoppedHere } from '../../standstill/index.ts'
import type { Tx } from '../../store/open.ts'
import type { standingEnded, standingSet } from '../domain/events.ts'
import type { MakeStanding, Making, Standing } from '../domain/standing.ts'
import { doorOf } from './doors.ts'

export const projectStanding: Readonly<Record<string, Apply>> = {
  async 'jobs.StandingSet'(tx, events: readonly (typeof standingSet.recorded)[]) {
    for (const { council, place, body, words, recordedAt, actor } of events) {
      const { standing: id, firstAt, everyWeeks, ...rest } = body
      const said = {
        items: words?.items || null,
        from_where: words?.from || null,
        safety: words?.safety || null,
      }
      const when = { first_at: new Date(firstAt), every_weeks: everyWeeks, set_at: recordedAt }
      await tx
        .insertInto('standing_jobs')
        .values({ council, id, ...rest, place, ...said, ...when, set_by: actor })
        .execute()
    }
  },
  async 'jobs.StandingEnded'(tx, events: readonly (typeof standingEnded.recorded)[]) {
    for (const { council, body, recordedAt } of events) {
      await sql`update standing_jobs set ended_at = ${recordedAt}
        where council = ${council} and id = ${body.standing}`.execute(tx)
    }
  },
}

type Row = Omit<Standing, 'firstAt'> & { readonly firstAt: Date }

const standingRow = sql`select id as standing, kind, person, place, need, size, care,
  first_at as "firstAt", every_weeks as "everyWeeks", ended_at is not null as "isEnded",
  items, from_where as "from", safety from standing_jobs`

const shown = (row: Row): Standing => ({ ...row, firstAt: row.firstAt.getTime() })

export async function openStandings(tx: Tx, council: string): Promise<readonly Standing[]> {
  const found = await sql<Row>`${standingRow}
    where council = ${council} and ended_at is null order by id`.execute(tx)
  return found.rows.map(shown)
}

/** Which of these jobs are there already? */
export async function jobsAmong(
  tx: Tx,
  council: string,
  ids: readonly Id[],
): Promise<ReadonlySet<Id>> {
  const found = await sql<{ id: Id }>`select id from jobs
    where council = ${council} and id = any (${[...ids]}::uuid[])`.execute(tx)
  return new Set(found.rows.map(({ id }) => id))
}

async function lockStanding(tx: Tx, council: string, id: Id): Promise<Standing | undefined> {
  const found = await sql<Row>`${standingRow}
    where council = ${council} and id = ${id} for update`.execute(tx)
  return found.rows.map(shown)[0]
}

export const loadStanding: Load<{ standing: string }, Standing> = async (
  tx,
  { standing },
  { actor },
) => {
  const found = await lockStanding(tx, actor.council, standing)
  return found ? { state: found, place: found.place } : refuse('not-found')
}

export const loadMaking: Load<MakeStanding, Making> = async (tx, { standing, job }, { actor }) => {
  const { council } = actor
  const found = await lockStanding(tx, council, standing)
  if (!found) return refuse('not-found')
  const door = found.person ? await doorOf(tx, council, found.person) : undefined
  const place = door ? door.place : found.place
  const offering = {
    place,
    isKnown: (await jobsAmong(tx, council, [job])).has(job),
    need: null,
    needsTwo: door?.needsTwo ?? false,
    isStopped: found.person !== null && (door?.isStopped ?? true),
    isAllStopped: (await stoppedHere(tx, council, place)) !== undefined,
  }
  return { state: { standing: found, offering }, place }
}
