// Who is on the staff now, and which places are known by which name? And the files that wait.
import { sql } from 'kysely'
import type { Load } from '../../events/capability.ts'
import { dayMs } from '../../kernel/clock.ts'
import type { Id } from '../../kernel/ids.ts'
import type { Tx } from '../../store/open.ts'
import type { ApplyStaffFile } from '../domain/apply-staff-file.ts'
import type { KnownUser, StaffState } from '../domain/staff-plan.ts'
import type { Scope } from '../scope.ts'

export const loadStaff: Load<ApplyStaffFile, StaffState> = async (tx, _input, { actor, now }) => {
  const { council } = actor
  // Two files at once: the second sees what the first did.
  await sql`select 1 from users where council = ${council} order by id for update`.execute(tx)
  return { state: await staffState(tx, council, now), place: null }
}

type Row = Omit<KnownUser, 'grants'> & {
  grants: (Omit<KnownUser['grants'][number], 'until'> & { until: string | null })[]
}

export async function staffState(tx: Tx, council: string, now: number): Promise<StaffState> {
  const at = new Date(now)
  const found = await sql<Row>`
    select u.id, coalesce(u.name, '') as name, lower(coalesce(u.email, '')) as email,
      u.disabled_at is not null as "isDisabled",
      coalesce(bool_or(g.role = 'system-administrator' and g.place is null), false)
        as "isAdministrator",
      coalesce(jsonb_agg(jsonb_build_object('id', g.id, 'role', g.role, 'place', g.place,
        'until', g.ends_at, 'source', coalesce(e.body->>'source', 'earlier')) order by g.id)
        filter (where g.id is not null), '[]') as grants
    from users u
    left join grants g on g.council = u.council and g.user_id = u.id
      and (g.ends_at is null or g.ends_at > ${at})
    left join events e on e.council = g.council and e.kind = 'access.GrantGiven'
      and e.body->>'grant' = g.id::text
    where u.council = ${council}
    group by u.council, u.id, u.name, u.email, u.disabled_at order by u.id`.execute(tx)
  const places = await sql<{ id: Id; name: string; gss: string | null }>`select id, name, gss
    from places where council = ${council} and kind in ('district', 'village')`.execute(tx)
  const users = found.rows.map(row => ({
    ...row,
    grants: row.grants.map(grant => ({
      ...grant,
      until: grant.until === null ? null : new Date(grant.until).getTime(),
    })),
  }))
  const names = places.rows.flatMap(({ id, name, gss }) =>
    [id, name.toLowerCase(), ...(gss ? [gss.toLowerCase()] : [])].map(key => [key, id] as const),
  )
  return { users, places: new Map(names) }
}

export type StaffFile = {
  readonly id: Id
  readonly name: string
  readonly content: string
  readonly isEverybody: boolean
  readonly purpose: string
}

/** A file waits a day at most: it names everybody. */
export async function keepStaffFile(
  tx: Tx,
  scope: Scope,
  { file, now }: { readonly file: StaffFile; readonly now: number },
): Promise<void> {
  const { council, actor } = scope
  await sql`delete from staff_files where council = ${council}
    and handed_in_at < ${new Date(now - dayMs)}`.execute(tx)
  await sql`insert into staff_files (council, id, name, handed_in_by, handed_in_at, content,
      is_everybody, purpose)
    values (${council}, ${file.id}, ${file.name}, ${actor}, ${new Date(now)}, ${file.content},
      ${file.isEverybody}, ${file.purpose}) on conflict do nothing`.execute(tx)
}

/** Only whoever handed it in sees it. */
export async function findStaffFile(tx: Tx, scope: Scope, id: Id): Promise<StaffFile | undefined> {
  const found = await sql<StaffFile>`select id, name, content, is_everybody as "isEverybody",
      purpose from staff_files
    where council = ${scope.council} and id = ${id} and handed_in_by = ${scope.actor}
      and content is not null and ${scope.everywhere}::boolean`.execute(tx)
  return found.rows[0]
}

export async function dropStaffFile(tx: Tx, scope: Scope, id: Id): Promise<void> {
  await sql`delete from staff_files where council = ${scope.council} and id = ${id}
    and handed_in_by = ${scope.actor}`.execute(tx)
}
