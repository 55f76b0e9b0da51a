// Whose token is this, may it still be used, and which tokens are there?
import { createHash, randomBytes } from 'node:crypto'
import { type Actor, grantsOf, type Scope } from '../../access/index.ts'
import { minuteMs } from '../../kernel/clock.ts'
import type { Id } from '../../kernel/ids.ts'
import type { Tx } from '../../store/open.ts'

const secretBytes = 32
const usedEveryMs = minuteMs

export type Caller = {
  readonly token: Id
  readonly actor: Actor
  /** What was ticked when the token was made; the role must hold it too. */
  readonly permissions: ReadonlySet<string>
}

/** Gives the token as it is shown once: `doorstep_<council>_<secret>`. */
export async function keepSecret(
  tx: Tx,
  { council, token }: { council: string; token: Id },
): Promise<string> {
  const secret = randomBytes(secretBytes).toString('base64url')
  await tx
    .insertInto('api_token_secrets')
    .values({ council, token, token_hash: hashOf(secret) })
    .execute()
  return `doorstep_${council}_${secret}`
}

/** The parts of a token as it is sent, if it is one. */
export function partsOf(sent: string): { council: string; secret: string } | undefined {
  const parts = /^doorstep_([a-z0-9-]{1,40})_([A-Za-z0-9_-]{43})$/.exec(sent)
  return parts?.[1] && parts[2] ? { council: parts[1], secret: parts[2] } : undefined
}

export async function findCaller(
  tx: Tx,
  { council, secret, now }: { council: string; secret: string; now: number },
): Promise<Caller | undefined> {
  const found = await tx
    .selectFrom('api_token_secrets as s')
    .innerJoin('api_tokens as t', join =>
      join.onRef('t.council', '=', 's.council').onRef('t.id', '=', 's.token'),
    )
    .innerJoin('users as u', join =>
      join.onRef('u.council', '=', 't.council').onRef('u.id', '=', 't.user_id'),
    )
    .select(['t.id', 't.user_id', 't.permissions', 'u.name', 's.last_used_at'])
    .where('s.council', '=', council)
    .where('s.token_hash', '=', hashOf(secret))
    .where('t.ended_at', 'is', null)
    .where('t.expires_at', '>', new Date(now))
    .where('u.disabled_at', 'is', null)
    .executeTakeFirst()
  if (!found) return undefined
  if (now - (found.last_used_at?.getTime() ?? 0) > usedEveryMs) {
    await markUsed(tx, { council, token: found.id, now })
  }
  const grants = await grantsOf(tx, council, found.user_id)
  const name = found.name ?? ''
  const actor = { council, id: found.user_id, name, grants, isSystem: false, session: null }
  return { token: found.id, actor, permissions: new Set(found.permissions) }
}

async function markUsed(
  tx: Tx,
  { council, token, now }: { council: string; token: Id; now: number },
): Promise<void> {
  await tx
    .updateTable('api_token_secrets')
    .set({ last_used_at: new Date(now) })
    .where('council', '=', council)
    .where('token', '=', token)
    .execute()
}

/** After a restore: one that was ended since the backup would otherwise open doors again. */
export async function dropSecrets(tx: Tx, council: string): Promise<void> {
  await tx.deleteFrom('api_token_secrets').where('council', '=', council).execute()
}

export async function loadToken(tx: Tx, council: string, token: Id) {
  return tx
    .selectFrom('api_tokens')
    .select(['id', 'ended_at'])
    .where('council', '=', council)
    .where('id', '=', token)
    .forUpdate()
    .executeTakeFirst()
}

export async function listTokens(tx: Tx, scope: Scope) {
  return tx
    .selectFrom('api_tokens as t')
    .innerJoin('users as u', join =>
      join.onRef('u.council', '=', 't.council').onRef('u.id', '=', 't.user_id'),
    )
    .leftJoin('api_token_secrets as s', join =>
      join.onRef('s.council', '=', 't.council').onRef('s.token', '=', 't.id'),
    )
    .select(['t.id', 'u.name', 't.user_id', 't.permissions', 't.made_at', 't.expires_at'])
    .select(['t.ended_at', 's.last_used_at', 's.token as secretOf'])
    .where('t.council', '=', scope.council)
    .orderBy('t.made_at', 'desc')
    .execute()
}

function hashOf(secret: string): Buffer {
  return createHash('sha256').update(secret).digest()
}
