// Is somebody trying too often? Counted in the database, so that two processes count together.
import { sql } from 'kysely'
import { minuteMs } from '../../kernel/clock.ts'
import type { Tx } from '../../store/open.ts'
import { hashOf } from '../secrets.ts'

export const windowMs = 15 * minuteMs

/** Most tries in a window. Codes for one account fill a person's mailbox, so they are few;
 * a whole contact centre may share one address. */
export const triesMax = {
  'code-account': 5,
  'code-address': 100,
  'code-device': 10,
  'guess-address': 100,
  'link-address': 100,
  'guess-device': 20,
  'sso-address': 3_000,
  'passkey-address': 3_000,
} as const

export type Tried = keyof typeof triesMax

/** Counts one try; false when it is one too many. Addresses are kept as hashes only. */
export async function mayTry(
  tx: Tx,
  { council, now }: { readonly council: string; readonly now: number },
  [tried, by]: readonly [Tried, string],
): Promise<boolean> {
  const at = new Date(now)
  const since = new Date(now - windowMs)
  const found = await sql<{ tries: number }>`
    insert into sign_in_tries as t (council, bucket, since, tries)
    values (${council}, ${hashOf(tried, by)}, ${at}, 1)
    on conflict (council, bucket) do update set
      tries = case when t.since <= ${since} then 1 else t.tries + 1 end,
      since = case when t.since <= ${since} then ${at} else t.since end
    returning tries`.execute(tx)
  return (found.rows[0]?.tries ?? 0) <= triesMax[tried]
}

/** Are there tries left? Counts nothing: for what counts only when it was wrong. */
export async function hasTriesLeft(
  tx: Tx,
  { council, now }: { readonly council: string; readonly now: number },
  [tried, by]: readonly [Tried, string],
): Promise<boolean> {
  const found = await sql<{ tries: number }>`select tries from sign_in_tries
    where council = ${council} and bucket = ${hashOf(tried, by)}
      and since > ${new Date(now - windowMs)}`.execute(tx)
  return (found.rows[0]?.tries ?? 0) < triesMax[tried]
}

/** What no window reaches any more is forgotten. */
export async function forgetTries(tx: Tx, council: string, now: number): Promise<void> {
  await tx
    .deleteFrom('sign_in_tries')
    .where('council', '=', council)
    .where('since', '<', new Date(now - 2 * windowMs))
    .execute()
}
