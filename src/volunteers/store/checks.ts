// Which checks of a volunteer count at a moment, and which run out soon?
import { type RawBuilder, sql } from 'kysely'
import type { Scope } from '../../access/index.ts'
import { dayMs } from '../../kernel/clock.ts'
import type { Id } from '../../kernel/ids.ts'
import type { Tx } from '../../store/open.ts'
import type { CheckKind, Vetting } from '../domain/terms.ts'

export const warnMs = 14 * dayMs

const counts = (now: number) => sql<boolean>`c.withdrawn_at is null
  and c.from_at <= ${new Date(now)} and (c.until_at is null or c.until_at > ${new Date(now)})`

const ofVolunteer = sql`from volunteer_checks c where c.council = v.council and c.volunteer = v.id`

/** How far the volunteer `v` is checked: the most that counts now. */
export const vettingAt = (now: number): RawBuilder<Vetting> => sql<Vetting>`
  (array['none', 'identity', 'basic', 'standard', 'enhanced'])[1 + coalesce((
    select max(array_position(array['identity', 'basic', 'standard', 'enhanced'], c.kind))
    ${ofVolunteer} and ${counts(now)}), 0)]`

export const trainingAt = (now: number): RawBuilder<readonly string[]> => sql<readonly string[]>`
  array(select distinct c.item ${ofVolunteer} and c.kind = 'training' and ${counts(now)}
    order by c.item)`

/** It ends within a fortnight, or has ended, and no other of its kind goes on longer. */
const runsOut = (now: number) => sql<boolean>`c.withdrawn_at is null
  and c.until_at <= ${new Date(now + warnMs)}
  and not exists (select from volunteer_checks d
    where d.council = c.council and d.volunteer = c.volunteer and d.kind = c.kind
      and d.item = c.item and d.withdrawn_at is null
      and (d.until_at is null or d.until_at > c.until_at))`

export const hasCheckRunningOut = (now: number): RawBuilder<boolean> =>
  sql<boolean>`exists (select ${ofVolunteer} and ${runsOut(now)})`

export type VolunteerCheck = {
  readonly id: Id
  readonly kind: CheckKind
  readonly item: string
  readonly from: Date
  /** The first moment at which it no longer counts. */
  readonly until: Date | null
  readonly addedBy: string
}

/** For whoever may see the volunteer: asked before. */
export async function checksOf(
  tx: Tx,
  scope: Scope,
  volunteer: Id,
): Promise<readonly VolunteerCheck[]> {
  const found = await sql<VolunteerCheck>`select c.id, c.kind, c.item, c.from_at as "from",
      c.until_at as until, coalesce(u.name, '') as "addedBy"
    from volunteer_checks c left join users u on u.council = c.council and u.id = c.added_by
    where c.council = ${scope.council} and c.volunteer = ${volunteer} and c.withdrawn_at is null
    order by c.until_at nulls first, c.kind, c.item`.execute(tx)
  return found.rows
}

export type Ending = { readonly check: Id; readonly kind: string; readonly place: Id }

const endingsMax = 500

/** Those that end within a fortnight: not those that had ended before anybody could be told. */
export async function checksEnding(
  tx: Tx,
  council: string,
  now: number,
): Promise<readonly Ending[]> {
  const found = await sql<Ending>`select c.id as check, c.kind || ' ' || c.item as kind, v.place
    from volunteer_checks c join volunteers v on v.council = c.council and v.id = c.volunteer
    where c.council = ${council} and v.erased_at is null and ${runsOut(now)}
      and c.until_at > ${new Date(now)}
    order by c.until_at limit ${endingsMax}`.execute(tx)
  return found.rows
}
