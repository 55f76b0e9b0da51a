// Somebody is on the way in: what was begun, in which browser, until when, and was it used?
import { sql } from 'kysely'
import { dayMs, minuteMs } from '../../kernel/clock.ts'
import { type Id, newId } from '../../kernel/ids.ts'
import type { Tx } from '../../store/open.ts'
import { hashOf } from '../secrets.ts'

export const attemptMsMax = 10 * minuteMs
const keptMsMax = dayMs

export type Kind = 'sso' | 'sso-test' | 'passkey' | 'passkey-add' | 'passkey-proof' | 'code'

export type Begun = {
  readonly kind: Kind
  /** The secret in the browser's cookie. */
  readonly browser: string
  readonly state?: string
  readonly nonce?: string
  readonly verifier?: string
  readonly challenge?: string
  readonly codeHash?: Buffer
  readonly user?: Id | null
  readonly returnTo?: string | null
}

type When = { readonly council: string; readonly now: number }

/** A browser that begins anew by the same door gives up what it had begun there. */
export async function begin(tx: Tx, { council, now }: When, begun: Begun): Promise<Id> {
  const id = newId()
  const browserHash = hashOf(begun.browser)
  await tx
    .deleteFrom('sign_in_attempts')
    .where('council', '=', council)
    .where('expires_at', '<', new Date(now - keptMsMax))
    .execute()
  await sql`update sign_in_attempts set used_at = ${new Date(now)}
    where council = ${council} and browser_hash = ${browserHash}
      and kind = ${begun.kind} and used_at is null`.execute(tx)
  await tx
    .insertInto('sign_in_attempts')
    .values({
      council,
      id,
      kind: begun.kind,
      browser_hash: browserHash,
      state_hash: begun.state === undefined ? null : hashOf(begun.state),
      nonce: begun.nonce ?? null,
      verifier: begun.verifier ?? null,
      challenge: begun.challenge ?? null,
      code_hash: begun.codeHash ?? null,
      user_id: begun.user ?? null,
      return_to: begun.returnTo ?? null,
      expires_at: new Date(now + attemptMsMax),
    })
    .execute()
  return id
}

export type Attempt = {
  readonly id: Id
  readonly kind: Kind
  readonly nonce: string
  readonly verifier: string
  readonly challenge: string
  readonly user: Id | null
  readonly returnTo: string | null
}

export type NotTaken = 'unknown' | 'used' | 'late' | 'other-browser'

type AttemptRow = Attempt & {
  readonly used_at: Date | null
  readonly expires_at: Date
  readonly browser_hash: Buffer
}

/** By the answer's own state. Used up whatever comes of it; two at once: one has it. */
export async function takeByState(
  tx: Tx,
  { council, now }: When,
  asked: { readonly state: string; readonly browser: string },
): Promise<Attempt | NotTaken> {
  const found = await sql<AttemptRow>`select id, kind, nonce, verifier, challenge,
      user_id as user, return_to as "returnTo", used_at, expires_at, browser_hash
    from sign_in_attempts
    where council = ${council} and state_hash = ${hashOf(asked.state)} for update`.execute(tx)
  const row = found.rows[0]
  if (!row) return 'unknown'
  if (row.used_at) return 'used'
  if (!row.browser_hash.equals(hashOf(asked.browser))) return 'other-browser'
  await markUsed(tx, council, { id: row.id, now })
  return row.expires_at.getTime() <= now ? 'late' : row
}

/** By the browser alone: the last thing it began by this door. */
export async function takeByBrowser(
  tx: Tx,
  { council, now }: When,
  asked: { readonly kind: Kind; readonly browser: string },
): Promise<Attempt | undefined> {
  const found = await sql<Attempt>`update sign_in_attempts set used_at = ${new Date(now)}
    where council = ${council} and browser_hash = ${hashOf(asked.browser)}
      and kind = ${asked.kind} and used_at is null and expires_at > ${new Date(now)}
    returning id, kind, nonce, verifier, challenge, user_id as user,
      return_to as "returnTo"`.execute(tx)
  return found.rows[0]
}

export async function markUsed(
  tx: Tx,
  council: string,
  { id, now }: { readonly id: Id; readonly now: number },
): Promise<void> {
  await sql`update sign_in_attempts set used_at = ${new Date(now)}
    where council = ${council} and id = ${id}`.execute(tx)
}

/** After a restore nobody is on the way in any more. */
export async function endAttempts(tx: Tx, council: string, now: Date): Promise<void> {
  await sql`update sign_in_attempts set used_at = ${now}
    where council = ${council} and used_at is null`.execute(tx)
}
