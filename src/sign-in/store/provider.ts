// The council's own provider: where it is, who we are there, what its groups mean here.
import { sql } from 'kysely'
import type { RoleName } from '../../access/index.ts'
import type { Id } from '../../kernel/ids.ts'
import type { Tx } from '../../store/open.ts'

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
  readonly clientSecret: string
  /** The site that people are sent to, as the provider said when it was set. */
  readonly sendsTo: string
}

/** Outside the record, and shown to nobody. */
export async function findSecret(tx: Tx, council: string): Promise<Secret | undefined> {
  const row = await tx
    .selectFrom('provider_secrets')
    .selectAll()
    .where('council', '=', council)
    .executeTakeFirst()
  return row && { clientSecret: row.client_secret, sendsTo: row.sends_to }
}

export async function saveSecret(tx: Tx, council: string, secret: Secret | null): Promise<void> {
  await tx.deleteFrom('provider_secrets').where('council', '=', council).execute()
  if (!secret) return
  const { clientSecret: client_secret, sendsTo: sends_to } = secret
  await tx.insertInto('provider_secrets').values({ council, client_secret, sends_to }).execute()
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
