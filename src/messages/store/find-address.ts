// Where does a person who uses Doorstep get their mail?
import { sql } from 'kysely'
import type { RoleName } from '../../access/index.ts'
import type { Id } from '../../kernel/ids.ts'
import type { Tx } from '../../store/open.ts'

export async function findAddress(
  tx: Tx,
  council: string,
  user: Id,
): Promise<string | null | undefined> {
  const found = await tx
    .selectFrom('users')
    .select('email')
    .where('council', '=', council)
    .where('id', '=', user)
    .where('disabled_at', 'is', null)
    .executeTakeFirst()
  return found?.email
}

export type Holder = { readonly user: Id; readonly email: string }

/** Those who hold such a role for the whole council now, and can be written to. */
export async function listHolders(
  tx: Tx,
  council: string,
  { roles, now }: { readonly roles: readonly RoleName[]; readonly now: number },
): Promise<readonly Holder[]> {
  const at = new Date(now)
  const found = await sql<Holder>`select distinct u.id as user, u.email from users u
    join grants g on g.council = u.council and g.user_id = u.id
    where u.council = ${council} and u.disabled_at is null and u.email is not null
      and g.role = any (${[...roles]}::text[]) and g.place is null
      and g.starts_at <= ${at} and (g.ends_at is null or g.ends_at > ${at})`.execute(tx)
  return found.rows
}
