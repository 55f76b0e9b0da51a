// What works in a place now? The latest word for it or for a place above it, while it is believed.
import { type RawBuilder, sql } from 'kysely'
import type { Id } from '../../kernel/ids.ts'
import type { Tx } from '../../store/open.ts'
import type { Service, Working } from '../domain/terms.ts'

export type Said = {
  readonly service: Service
  readonly state: Working
  readonly since: Date
  readonly until: Date | null
  readonly by: string
  /** For which place it was said: this one, or one above it. */
  readonly place: string
}

export async function worksAt(
  tx: Tx,
  council: string,
  { place, now }: { readonly place: Id; readonly now: number },
): Promise<readonly Said[]> {
  const found = await sql<Said>`
    select distinct on (w.service) w.service, w.state, w.since, w.until,
      coalesce(u.name, '') as by, a.name as place
    from places p join works_now w on w.council = p.council and w.place = any (p.path)
    join places a on a.council = w.council and a.id = w.place
    left join users u on u.council = w.council and u.id = w.said_by
    where p.council = ${council} and p.id = ${place}
      and (w.until is null or w.until > ${new Date(now)})
    order by w.service, w.since desc, w.place`.execute(tx)
  return found.rows
}

/** True where a service was last said to be out; `place` is an SQL expression. */
export function isOut(
  service: RawBuilder<unknown>,
  { council, place, at }: { council: RawBuilder<unknown>; place: RawBuilder<unknown>; at: Date },
): RawBuilder<boolean> {
  const believed = (w: string) => sql`(${sql.ref(`${w}.until`)} is null
    or ${sql.ref(`${w}.until`)} > ${at})`
  return sql<boolean>`exists (select from works_now w
    join places s on s.council = w.council and s.id = ${place} and w.place = any (s.path)
    where w.council = ${council} and w.service = ${service} and w.state = 'out'
      and ${believed('w')} and not exists (select from works_now v
        where v.council = w.council and v.service = w.service and v.place = any (s.path)
          and v.since > w.since and v.state <> 'out' and ${believed('v')}))`
}
