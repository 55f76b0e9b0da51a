// With which secrets is a notice signed? The newest, and for a day the one before it.
import { sql } from 'kysely'
import { hourMs } from '../../kernel/clock.ts'
import { type Id, newId } from '../../kernel/ids.ts'
import type { Tx } from '../../store/open.ts'
import { type Keys, secretPlace } from '../../store/secrets/index.ts'

export const oldSecretMsMax = 24 * hourMs
const secretsMax = 5

export const noticeSecretColumn = { table: 'notice_secrets', column: 'secret' } as const

type Keeping = {
  readonly keys: Keys
  readonly subscription: Id
  readonly secret: string
  readonly now: number
}

/** The one in use so far retires a day later: the receiver has that long to learn the new one. */
export async function keepSecret(tx: Tx, council: string, keeping: Keeping): Promise<void> {
  const { subscription, now } = keeping
  const secret = keeping.keys.seal(keeping.secret, secretPlace(council, noticeSecretColumn))
  await sql`delete from notice_secrets
    where council = ${council} and subscription = ${subscription}
      and retires_at <= ${new Date(now)}`.execute(tx)
  await sql`update notice_secrets set retires_at = ${new Date(now + oldSecretMsMax)}
    where council = ${council} and subscription = ${subscription}
      and retires_at is null`.execute(tx)
  const made = { council, id: newId(), subscription, secret, made_at: new Date(now) }
  await tx.insertInto('notice_secrets').values(made).execute()
}

/** The newest first; those whose key is not there are left out, and without any nothing is sent. */
export async function secretsOf(
  tx: Tx,
  council: string,
  { keys, subscription, now }: Omit<Keeping, 'secret'>,
): Promise<readonly string[]> {
  const found = await sql<{ secret: string }>`select secret from notice_secrets
    where council = ${council} and subscription = ${subscription}
      and (retires_at is null or retires_at > ${new Date(now)})
    order by made_at desc, id desc limit ${secretsMax}`.execute(tx)
  const at = secretPlace(council, noticeSecretColumn)
  return found.rows.flatMap(({ secret }) => keys.open(secret, at) ?? [])
}
