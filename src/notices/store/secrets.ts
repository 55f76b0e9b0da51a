// With which secrets is a notice signed? The newest, and for a day the one before it.
import { sql } from 'kysely'
import { hourMs } from '../../kernel/clock.ts'
import { type Id, newId } from '../../kernel/ids.ts'
import type { Tx } from '../../store/open.ts'

export const oldSecretMsMax = 24 * hourMs
const secretsMax = 5

type Keeping = { readonly subscription: Id; readonly secret: string; readonly now: number }

/** The one in use so far retires a day later: the receiver has that long to learn the new one. */
export async function keepSecret(tx: Tx, council: string, keeping: Keeping): Promise<void> {
  const { subscription, secret, now } = keeping
  await sql`delete from notice_secrets
    where council = ${council} and subscription = ${subscription}
      and retires_at <= ${new Date(now)}`.execute(tx)
  await sql`update notice_secrets set retires_at = ${new Date(now + oldSecretMsMax)}
    where council = ${council} and subscription = ${subscription}
      and retires_at is null`.execute(tx)
  const made = { council, id: newId(), subscription, secret, made_at: new Date(now) }
  await tx.insertInto('notice_secrets').values(made).execute()
}

/** The newest first. */
export async function secretsOf(
  tx: Tx,
  council: string,
  { subscription, now }: { readonly subscription: Id; readonly now: number },
): Promise<readonly string[]> {
  const found = await sql<{ secret: string }>`select secret from notice_secrets
    where council = ${council} and subscription = ${subscription}
      and (retires_at is null or retires_at > ${new Date(now)})
    order by made_at desc, id desc limit ${secretsMax}`.execute(tx)
  return found.rows.map(({ secret }) => secret)
}
