// Where is somebody signed in, by which door, since when; and how does that end?
import { sql } from 'kysely'
import { idleMsMax, type Scope, sessionMsMax } from '../../access/index.ts'
import type { Load } from '../../events/index.ts'
import type { Id } from '../../kernel/ids.ts'
import { refuse } from '../../kernel/refusal.ts'
import type { Tx } from '../../store/open.ts'
import type { EndSessions } from '../domain/end-sessions.ts'
import type { Door } from './log.ts'

export type Session = {
  readonly id: Id
  readonly user: Id
  readonly name: string | null
  readonly since: Date
  readonly seen: Date
  /** None for one that the set-up of a council opened. */
  readonly door: Door | null
  readonly device: string | null
}

type Whose = { readonly now: number; readonly user?: Id }
const listedMax = 500

const columns = sql`s.id, s.user_id as user, u.name, s.created_at as since,
  s.last_seen_at as seen, d.door, d.device`

/** Those of one person, newest first. */
export async function sessionsOf(tx: Tx, council: string, { now, user }: Whose) {
  const found = await sql<Session>`select ${columns} from sessions s
    join users u on u.council = s.council and u.id = s.user_id and u.disabled_at is null
    left join session_doors d on d.council = s.council and d.session = s.id
    where s.council = ${council} and s.ended_at is null
      and (${user ?? null}::uuid is null or s.user_id = ${user ?? null})
      and s.last_seen_at > ${new Date(now - idleMsMax)}
      and s.created_at > ${new Date(now - sessionMsMax)}
    order by s.last_seen_at desc, s.id desc limit ${listedMax}`.execute(tx)
  return found.rows
}

/** Everybody's, for those who may end them. */
export async function allSessions(tx: Tx, scope: Scope, now: number): Promise<readonly Session[]> {
  return scope.everywhere ? sessionsOf(tx, scope.council, { now }) : []
}

type Ending = {
  readonly user: Id
  /** Null ends all of them but `keep`. */
  readonly session: Id | null
  readonly keep?: Id | null
  readonly now: number
}

/** How many ended. */
export async function endSessionsOf(tx: Tx, council: string, ending: Ending): Promise<number> {
  const { user, session, keep = null, now } = ending
  const found = await sql`update sessions set ended_at = ${new Date(now)}
    where council = ${council} and user_id = ${user} and ended_at is null
      and (${session}::uuid is null or id = ${session})
      and id is distinct from ${keep}::uuid returning id`.execute(tx)
  return found.rows.length
}

export type OpenedBy = { readonly session: Id; readonly door: Door; readonly device: string }

export async function noteDoor(tx: Tx, council: string, { session, door, device }: OpenedBy) {
  await tx.insertInto('session_doors').values({ council, session, door, device }).execute()
}

/** The session must be that person's, or both are unknown. */
export const loadEnding: Load<EndSessions, null> = async (tx, { user, session }, { actor }) => {
  const found = await sql`select 1 from users u where u.council = ${actor.council}
    and u.id = ${user} and (${session}::uuid is null or exists (select from sessions s
      where s.council = u.council and s.user_id = u.id and s.id = ${session}))`.execute(tx)
  return found.rows.length > 0 ? { state: null, place: null } : refuse('not-found')
}
