// What letting somebody in needs to know: whose account it is, whose address, what groups mean.
import { sql } from 'kysely'
import type { Load } from '../../events/index.ts'
import type { Id } from '../../kernel/ids.ts'
import { refuse } from '../../kernel/refusal.ts'
import type { Tx } from '../../store/open.ts'
import type { AddGroupRole, RemoveGroupRole } from '../domain/group-roles.ts'
import type { Invited, LetIn, LetInState } from '../domain/let-in.ts'
import { listGroupRoles } from './provider.ts'

/** Two sign-ins of one new person at once make one person. */
export const loadLetIn: Load<LetIn, LetInState> = async (tx, input, { actor, now }) => {
  const { council } = actor
  const { issuer, subject, email } = input
  await sql`select pg_advisory_xact_lock(hashtextextended(${`${council} ${issuer}`}, 0))`.execute(
    tx,
  )
  const known = await findKnown(tx, council, { issuer, subject })
  const invited = email ? await findInvited(tx, council, { issuer, email }) : []
  const users = [known?.user, ...invited.map(one => one.user)].flatMap(id => id ?? [])
  const state = {
    known: known ?? null,
    invited,
    rules: await listGroupRoles(tx, council),
    grants: await findGrants(tx, council, { users, now }),
  }
  return { state, place: null }
}

type Account = { readonly issuer: string; readonly subject: string }

async function findKnown(tx: Tx, council: string, { issuer, subject }: Account) {
  const found = await sql<{ user: Id; isDisabled: boolean }>`
    select u.id as user, u.disabled_at is not null as "isDisabled"
    from linked_accounts a join users u on u.council = a.council and u.id = a.user_id
    where a.council = ${council} and a.issuer = ${issuer} and a.subject = ${subject}`.execute(tx)
  return found.rows[0]
}

async function findInvited(
  tx: Tx,
  council: string,
  { issuer, email }: { readonly issuer: string; readonly email: string },
): Promise<readonly Invited[]> {
  const found = await sql<Invited>`select u.id as user,
      exists (select from linked_accounts a where a.council = u.council and a.user_id = u.id
        and a.issuer = ${issuer}) as "isLinked"
    from users u where u.council = ${council} and lower(u.email) = ${email.toLowerCase()}
      and u.disabled_at is null limit 2`.execute(tx)
  return found.rows
}

type Whose = { readonly users: readonly Id[]; readonly now: number }

async function findGrants(tx: Tx, council: string, { users, now }: Whose) {
  const at = new Date(now)
  const found = await sql<{ user: Id; grant: Id; rule: Id | null }>`
    select g.user_id as user, g.id as grant, m.rule
    from grants g left join group_grants m
      on m.council = g.council and m.grant_id = g.id and m.ended_at is null
    where g.council = ${council} and g.user_id = any(${[...users]}::uuid[])
      and g.starts_at <= ${at} and (g.ends_at is null or g.ends_at > ${at})`.execute(tx)
  return found.rows
}

export const loadGroupRole: Load<AddGroupRole, null> = async (tx, { place }, { actor }) => {
  if (place === null) return { state: null, place: null }
  const found = await tx
    .selectFrom('places')
    .select('id')
    .where('council', '=', actor.council)
    .where('id', '=', place)
    .executeTakeFirst()
  return found ? { state: null, place: null } : refuse('not-found')
}

export const loadRemoval: Load<RemoveGroupRole, { isRemoved: boolean }> = async (
  tx,
  { rule },
  { actor },
) => {
  const found = await tx
    .selectFrom('group_roles')
    .select('removed_at')
    .where('council', '=', actor.council)
    .where('id', '=', rule)
    .executeTakeFirst()
  if (!found) return refuse('not-found')
  return { state: { isRemoved: found.removed_at !== null }, place: null }
}
