// With which key does the council sign? The newest; its private half is sealed (decision 20).
import { sql } from 'kysely'
import type { Draft } from '../../events/index.ts'
import { type Refusal, refuse } from '../../kernel/refusal.ts'
import type { Tx } from '../../store/open.ts'
import { type Keys, secretPlace } from '../../store/secrets/index.ts'
import { signingKeyMade } from '../domain/events.ts'
import { type KeyPair, newKeyPair } from '../signing.ts'

export const signingKeyColumn = { table: 'signing_key_secrets', column: 'secret' } as const

export type Holder = { readonly council: string; readonly keys: Keys; readonly now: number }
export type Signing = { readonly pair: KeyPair; readonly made: readonly Draft[] }

/** The first is made with the first proof. One that cannot be opened is never replaced unasked. */
export async function signingKey(tx: Tx, holder: Holder): Promise<Signing | Refusal> {
  const { council, keys } = holder
  const found = await sql<{ key: string; secret: string }>`select key, secret
    from signing_key_secrets where council = ${council}
    order by made_at desc, key limit 1`.execute(tx)
  const kept = found.rows[0]
  if (!kept) return makeSigningKey(tx, holder)
  const privateKey = keys.open(kept.secret, secretPlace(council, signingKeyColumn))
  if (privateKey === undefined) return refuse('key-locked')
  return { pair: { publicKey: kept.key, privateKey }, made: [] }
}

export async function makeSigningKey(tx: Tx, { council, keys, now }: Holder): Promise<Signing> {
  const pair = newKeyPair()
  const secret = keys.seal(pair.privateKey, secretPlace(council, signingKeyColumn))
  await sql`insert into signing_key_secrets (council, key, secret, made_at)
    values (${council}, ${pair.publicKey}, ${secret}, ${new Date(now)})`.execute(tx)
  return { pair, made: [signingKeyMade({ subjects: [], body: { key: pair.publicKey } })] }
}
