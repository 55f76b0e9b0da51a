// The council's own provider: where it is, who we are there, what its groups mean here.
import { sql } from 'kysely'
import type { RoleName } from '../../access/index.ts'
import type { Id } from '../../kernel/ids.ts'
import type { Tx } from '../../store/open.ts'
import { type Keys, secretPlace } from '../../store/secrets/index.ts'

export type Provider = {
  readonly issuer: string
  readonly clientId: string
  readonly nameClaim: string
  readonly emailClaim: string
  readonly groupsClaim: string
  readonly trustsEmail: boolean
}

export async function findProvider(tx: Tx, council: string): Promise<Provider | undefined> {
  const row = await tx
    .selectFrom('providers')
    .selectAll()
    .where('council', '=', council)
    .executeTakeFirst()
  return (
    row && {
      issuer: row.issuer,
      clientId: row.client_id,
      nameClaim: row.name_claim,
      emailClaim: row.email_claim,
      groupsClaim: row.groups_claim,
      trustsEmail: row.trusts_email,
    }
  )
}

export type Secret = {
  /** Null where the key that sealed it is not there. */
  readonly clientSecret: string | null
  /** The site that people are sent to, as the provider said when it was set. */
  readonly sendsTo: string
}

export const clientSecretColumn = { table: 'provider_secrets', column: 'client_secret' } as const

/** Outside the record, sealed, and shown to nobody. */
export async function findSecret(tx: Tx, keys: Keys, council: string): Promise<Secret | undefined> {
  const row = await tx
    .selectFrom('provider_secrets')
    .selectAll()
    .where('council', '=', council)
    .executeTakeFirst()
  if (!row) return undefined
  const at = secretPlace(council, clientSecretColumn)
  return { clientSecret: keys.open(row.client_secret, at) ?? null, sendsTo: row.sends_to }
}

type NewSecret = {
  readonly council: string
  readonly clientSecret: string
  readonly sendsTo: string
}

export async function saveSecret(tx: Tx, keys: Keys, secret: NewSecret): Promise<void> {
  const { council, clientSecret, sendsTo: sends_to } = secret
  await dropSecret(tx, council)
  const client_secret = keys.seal(clientSecret, secretPlace(council, clientSecretColumn))
  await tx.insertInto('provider_secrets').values({ council, client_secret, sends_to }).execute()
}

export async function dropSecret(tx: Tx, council: string): Promise<void> {
  await tx.deleteFrom('provider_secrets').where('council', '=', council).execute()
}

export type GroupRole = {
  readonly rule: Id
  readonly group: string
  readonly role: RoleName
  readonly place: Id | null
  readonly placeName: string | null
  readonly purpose: string
}

export async function listGroupRoles(tx: Tx, council: string): Promise<readonly GroupRole[]> {
  const found = await sql<GroupRole>`select r.id as rule, group_name as group, role,
      r.place, p.name as "placeName", purpose
    from group_roles r left join places p on p.council = r.council and p.id = r.place
    where r.council = ${council} and removed_at is null order by group_name, r.id`.execute(tx)
  return found.rows
}

export type GrantPlace = { readonly id: Id; readonly name: string }

/** Where a role may be given: the villages. The whole council is no place. */
export async function listVillages(tx: Tx, council: string): Promise<readonly GrantPlace[]> {
  const found = await sql<GrantPlace>`select id, name from places
    where council = ${council} and kind = 'village' order by name, id`.execute(tx)
  return found.rows
}
