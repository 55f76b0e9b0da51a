// Sessions: a token in a cookie, its hash in the table. Idle 30 minutes, absolute 12 hours.
import { createHash, randomBytes } from 'node:crypto'
import { sql } from 'kysely'
import { hourMs, minuteMs } from '../../kernel/clock.ts'
import { type Id, newId } from '../../kernel/ids.ts'
import type { Tx } from '../../store/open.ts'
import type { Actor, Grant } from '../actor.ts'
import { openingsOf } from './openings.ts'
import { pausesOf } from './pauses.ts'

export const idleMsMax = 30 * minuteMs
export const sessionMsMax = 12 * hourMs
const seenEveryMs = minuteMs
const tokenBytes = 32

export type Opened = { readonly token: string; readonly session: Id }

export async function openSession(
  tx: Tx,
  { council, user, now }: { council: string; user: Id; now: number },
): Promise<Opened> {
  const token = randomBytes(tokenBytes).toString('base64url')
  const session = newId()
  const at = new Date(now)
  await tx
    .insertInto('sessions')
    .values({
      council,
      id: session,
      token_hash: hashToken(token),
      user_id: user,
      created_at: at,
      last_seen_at: at,
    })
    .execute()
  return { token, session }
}

export type Asker = {
  readonly council: string
  readonly token: string
  readonly now: number
  /** Asked by a page on its own, not by a person: the session grows no longer by it. */
  readonly isQuiet?: boolean
}

/** Who holds this token, if it is still good. Marks the session as seen, at most once a minute. */
export async function findActor(
  tx: Tx,
  { council, token, now, isQuiet = false }: Asker,
): Promise<Actor | undefined> {
  const found = await tx
    .selectFrom('sessions as s')
    .innerJoin('users as u', join =>
      join.onRef('u.council', '=', 's.council').onRef('u.id', '=', 's.user_id'),
    )
    .select(['s.id', 's.user_id', 's.last_seen_at', 'u.name'])
    .where('s.council', '=', council)
    .where('s.token_hash', '=', hashToken(token))
    .where('s.ended_at', 'is', null)
    .where('u.disabled_at', 'is', null)
    .where('s.last_seen_at', '>', new Date(now - idleMsMax))
    .where('s.created_at', '>', new Date(now - sessionMsMax))
    .executeTakeFirst()
  if (!found) return undefined
  if (!isQuiet && now - found.last_seen_at.getTime() > seenEveryMs)
    await markSeen(tx, { council, session: found.id, now })
  const grants = await grantsOf(tx, council, found.user_id)
  const openings = await openingsOf(tx, { council, user: found.user_id, now })
  const { id: session, user_id: id, name } = found
  return { council, id, name: name ?? '', grants, openings, isSystem: false, session }
}

async function markSeen(
  tx: Tx,
  { council, session, now }: { council: string; session: Id; now: number },
): Promise<void> {
  await tx
    .updateTable('sessions')
    .set({ last_seen_at: new Date(now) })
    .where('council', '=', council)
    .where('id', '=', session)
    .execute()
}

export async function grantsOf(tx: Tx, council: string, user: Id): Promise<readonly Grant[]> {
  const rows = await tx
    .selectFrom('grants')
    .selectAll()
    .where('council', '=', council)
    .where('user_id', '=', user)
    .orderBy('starts_at')
    .orderBy('id')
    .execute()
  if (rows.length === 0) return []
  const pausesFor = await pausesOf(tx, council, user)
  return rows.map(row => ({
    role: row.role as Grant['role'],
    place: row.place,
    purpose: row.purpose,
    from: row.starts_at.getTime(),
    until: row.ends_at?.getTime() ?? null,
    pauses: pausesFor(row.role as Grant['role']),
  }))
}

export async function endSession(
  tx: Tx,
  { council, session, now }: { council: string; session: Id; now: number },
): Promise<void> {
  await tx
    .updateTable('sessions')
    .set({ ended_at: new Date(now) })
    .where('council', '=', council)
    .where('id', '=', session)
    .where('ended_at', 'is', null)
    .execute()
}

export const linkMsMax = 24 * hourMs

type NewLink = { council: string; user: Id; now: number; lastsMs?: number }

/** A link that signs one person in once. Only its hash is kept. */
export async function makeSignInLink(
  tx: Tx,
  { council, user, now, lastsMs = linkMsMax }: NewLink,
): Promise<string> {
  const token = randomBytes(tokenBytes).toString('base64url')
  await tx
    .insertInto('sign_in_links')
    .values({
      council,
      token_hash: hashToken(token),
      user_id: user,
      expires_at: new Date(now + lastsMs),
    })
    .execute()
  return token
}

/** Uses a link up. Two at once: one wins. */
export async function takeSignInLink(
  tx: Tx,
  { council, token, now }: { council: string; token: string; now: number },
): Promise<Id | undefined> {
  const at = new Date(now)
  const taken = await sql<{ user_id: Id }>`
    update sign_in_links l set used_at = ${at}
    from users u
    where l.council = ${council} and l.token_hash = ${hashToken(token)}
      and l.used_at is null and l.expires_at > ${at}
      and u.council = l.council and u.id = l.user_id and u.disabled_at is null
    returning l.user_id`.execute(tx)
  return taken.rows[0]?.user_id
}

function hashToken(token: string): Buffer {
  return createHash('sha256').update(token).digest()
}
