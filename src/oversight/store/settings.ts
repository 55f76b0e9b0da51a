// How does this council want its reports, and where do its staff live?
import { sql } from 'kysely'
import type { Scope } from '../../access/index.ts'
import type { Id } from '../../kernel/ids.ts'
import type { Tx } from '../../store/open.ts'

export async function namesStaff(tx: Tx, scope: Scope): Promise<boolean> {
  const found = await tx
    .selectFrom('report_settings')
    .select('names_staff')
    .where('council', '=', scope.council)
    .executeTakeFirst()
  return found?.names_staff ?? false
}

export type StaffHome = {
  readonly user: Id
  readonly name: string
  readonly postcode: string | null
}

const staffMax = 1_000

export async function staffHomes(tx: Tx, scope: Scope): Promise<readonly StaffHome[]> {
  const found = await sql<StaffHome>`select u.id as user, u.name, h.postcode
    from users u left join staff_homes h on h.council = u.council and h.user_id = u.id
    where u.council = ${scope.council} and ${scope.everywhere}::boolean
      and u.disabled_at is null and u.name is not null
    order by u.name, u.id limit ${staffMax}`.execute(tx)
  return found.rows
}
