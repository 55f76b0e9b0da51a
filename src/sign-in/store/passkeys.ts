// Whose passkey is it, how often was it used, and which does a person have?
import { sql } from 'kysely'
import type { Load } from '../../events/index.ts'
import type { Id } from '../../kernel/ids.ts'
import { refuse } from '../../kernel/refusal.ts'
import type { Tx } from '../../store/open.ts'
import type { AddPasskey } from '../domain/passkeys.ts'

export type Passkey = {
  readonly id: Id
  readonly name: string | null
  readonly addedAt: Date
  readonly lastUsedAt: Date | null
}

export async function listPasskeys(tx: Tx, council: string, user: Id): Promise<readonly Passkey[]> {
  const found = await sql<Passkey>`select p.id, p.name, p.added_at as "addedAt",
      u.last_used_at as "lastUsedAt"
    from passkeys p left join passkey_uses u on u.council = p.council and u.passkey = p.id
    where p.council = ${council} and p.user_id = ${user}
    order by p.added_at, p.id`.execute(tx)
  return found.rows
}

export type StoredKey = {
  readonly id: Id
  readonly user: Id
  readonly isDisabled: boolean
  readonly publicKey: string
  readonly transports: readonly string[]
  readonly counter: number
}

/** Locked, so that two uses of one key are counted one after the other. */
export async function findKey(
  tx: Tx,
  council: string,
  credential: string,
): Promise<StoredKey | undefined> {
  const found = await sql<StoredKey>`select p.id, p.user_id as user,
      u.disabled_at is not null as "isDisabled", p.public_key as "publicKey", p.transports,
      coalesce((select counter from passkey_uses n
        where n.council = p.council and n.passkey = p.id), 0)::int as counter
    from passkeys p join users u on u.council = p.council and u.id = p.user_id
    where p.council = ${council} and p.credential = ${credential} for update of p`.execute(tx)
  return found.rows[0]
}

type Use = { readonly passkey: Id; readonly counter: number; readonly now: number | null }

/** `now` null: it was added and not used yet. */
export async function noteUse(tx: Tx, council: string, { passkey, counter, now }: Use) {
  const at = now === null ? null : new Date(now)
  await sql`insert into passkey_uses (council, passkey, counter, last_used_at)
    values (${council}, ${passkey}, ${counter}, ${at})
    on conflict (council, passkey) do update
      set counter = excluded.counter, last_used_at = excluded.last_used_at`.execute(tx)
}

export const loadPasskeys: Load<AddPasskey, { count: number }> = async (tx, _input, { actor }) => {
  const count = (await listPasskeys(tx, actor.council, actor.id)).length
  return { state: { count }, place: 'anywhere' }
}

/** Only one's own are there. */
export const loadOwnPasskey: Load<{ passkey: Id }, null> = async (tx, { passkey }, { actor }) => {
  const found = await tx
    .selectFrom('passkeys')
    .select('id')
    .where('council', '=', actor.council)
    .where('id', '=', passkey)
    .where('user_id', '=', actor.id)
    .executeTakeFirst()
  return found ? { state: null, place: 'anywhere' } : refuse('not-found')
}

/** So that one device is not added twice. */
export async function listCredentials(
  tx: Tx,
  council: string,
  user: Id,
): Promise<readonly string[]> {
  const found = await tx
    .selectFrom('passkeys')
    .select('credential')
    .where('council', '=', council)
    .where('user_id', '=', user)
    .execute()
  return found.flatMap(row => row.credential ?? [])
}
