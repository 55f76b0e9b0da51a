// One-time codes: who gets one, is this the one, and how many guesses are left?
import { timingSafeEqual } from 'node:crypto'
import { sql } from 'kysely'
import type { Id } from '../../kernel/ids.ts'
import type { Tx } from '../../store/open.ts'
import { hashOf } from '../secrets.ts'
import { markUsed } from './attempts.ts'

export const guessesMax = 5

/**
 * Who may have a code at this address: one person only, with a role now, and without an account
 * at the council's provider, who must use that.
 */
export async function findByEmail(
  tx: Tx,
  council: string,
  { email, now }: { readonly email: string; readonly now: number },
): Promise<Id | undefined> {
  const at = new Date(now)
  const found = await sql<{ id: Id }>`select u.id from users u
    where u.council = ${council} and lower(u.email) = ${email} and u.disabled_at is null
      and exists (select from grants g where g.council = u.council and g.user_id = u.id
        and g.starts_at <= ${at} and (g.ends_at is null or g.ends_at > ${at}))
      and not exists (select from linked_accounts a join providers p
        on p.council = a.council and p.issuer = a.issuer
        where a.council = u.council and a.user_id = u.id)
    limit 2`.execute(tx)
  return found.rows.length === 1 ? found.rows[0]?.id : undefined
}

/** Bound to the browser that asked: the code alone opens nothing. */
export function codeHash(browser: string, code: string): Buffer {
  return hashOf(browser, code)
}

export type Guess =
  | { readonly user: Id; readonly returnTo: string | null }
  | { readonly left: number }
  | 'over'

type Row = {
  id: Id
  user: Id | null
  code_hash: Buffer
  wrong: number
  returnTo: string | null
}

/** Each wrong guess counts, two at once both do; after the last the code is no code any more. */
export async function guessCode(
  tx: Tx,
  { council, now }: { readonly council: string; readonly now: number },
  { browser, code }: { readonly browser: string; readonly code: string },
): Promise<Guess> {
  const found = await sql<Row>`select id, user_id as user, code_hash, wrong,
      return_to as "returnTo" from sign_in_attempts
    where council = ${council} and browser_hash = ${hashOf(browser)} and kind = 'code'
      and used_at is null and expires_at > ${new Date(now)} for update`.execute(tx)
  const row = found.rows[0]
  if (!row) return 'over'
  const isRight = timingSafeEqual(row.code_hash, codeHash(browser, code))
  if (isRight && row.user) {
    await markUsed(tx, council, { id: row.id, now })
    return { user: row.user, returnTo: row.returnTo }
  }
  const left = guessesMax - row.wrong - 1
  await sql`update sign_in_attempts set wrong = wrong + 1
    where council = ${council} and id = ${row.id}`.execute(tx)
  if (left <= 0) await markUsed(tx, council, { id: row.id, now })
  return left <= 0 ? 'over' : { left }
}
