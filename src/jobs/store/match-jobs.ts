// Which jobs wait for somebody in a village, and what counts when they are matched?
import { type RawBuilder, sql } from 'kysely'
import { inScope, type Scope } from '../../access/index.ts'
import type { Id } from '../../kernel/ids.ts'
import type { Tx } from '../../store/open.ts'
import type { Volunteer } from '../../volunteers/index.ts'
import { whenOf } from '../domain/held.ts'
import type { OpenJob } from '../domain/match.ts'
import { proposedMax } from '../domain/match-village.ts'
import type { Where } from '../domain/near.ts'
import type { Vetting } from '../domain/terms.ts'

type Row = {
  readonly id: Id
  readonly kind: string
  readonly vetting: Vetting
  readonly startAt: Date | null
  readonly dueAt: Date
  readonly people: number
  readonly holder: Id | null
  readonly place: Id | null
  readonly language: string | null
  /** Every record of the person, and of whoever lives behind the same door. */
  readonly records: readonly Id[]
  readonly askedBefore: readonly Id[]
  readonly met: readonly Id[]
}

/** The same face counts so long. */
const metDays = 26 * 7

const records = sql`select q.id from people p
  join people q on q.council = p.council
    and (q.root = p.root or q.dwelling = p.dwelling or q.household = p.household)
  where p.council = j.council and p.id = j.person`

const row = (at: Date) => sql`j.id, j.kind, j.vetting, j.people, j.place,
  j.start_at as "startAt", j.due_at as "dueAt",
  case when j.claim_until > ${at} then j.volunteer end as holder,
  (select r.language from people p
    join people r on r.council = p.council and r.id = p.root and r.erased_at is null
    where p.council = j.council and p.id = j.person) as language,
  array(${records}) as records,
  array(select a.volunteer from job_asks a where a.council = j.council and a.job = j.id
      and (a.answer is not null or a.until_at > ${at})
    union select s.volunteer from job_steps s where s.council = j.council and s.job = j.id
      and s.step = 'given-back' and s.why <> 'moved-to-other'
      and s.volunteer is not null) as "askedBefore",
  array(select w.id from people p
    join people q on q.council = p.council and q.root = p.root
    join jobs d on d.council = q.council and d.person = q.id and d.state = 'done'
      and d.ended_at > ${at}::timestamptz - ${`${metDays} days`}::interval
    cross join lateral unnest(array[d.volunteer, d.second]) as w(id)
    where p.council = j.council and p.id = j.person and w.id is not null) as met`

/** One in two people has said yes at most; what stands still is left in peace. */
const isWaiting = (at: Date) =>
  sql<boolean>`(j.state = 'offered' or (j.state = 'claimed' and j.claim_until <= ${at}))`

type Asked = { readonly now: number; readonly volunteers: readonly Volunteer[] }

export function waitingIn(tx: Tx, scope: Scope, asked: Asked & { readonly village: Id }) {
  const lies = sql<boolean>`j.place in (select id from places
    where council = ${scope.council} and path @> array[${asked.village}::uuid])`
  return openJobs(tx, scope, { ...asked, is: lies })
}

export async function waitingJob(tx: Tx, scope: Scope, asked: Asked & { readonly job: Id }) {
  const [job] = await openJobs(tx, scope, { ...asked, is: sql<boolean>`j.id = ${asked.job}` })
  return job
}

type Which = Asked & { readonly is: RawBuilder<boolean> }

async function openJobs(
  tx: Tx,
  scope: Scope,
  { now, volunteers, is }: Which,
): Promise<readonly OpenJob[]> {
  const at = new Date(now)
  const found = await sql<Row>`select ${row(at)} from jobs j
    where j.council = ${scope.council} and ${isWaiting(at)} and ${is}
      and ${inScope(scope, 'j.place')}
    order by j.due_at, j.id limit ${proposedMax}`.execute(tx)
  const places = found.rows.flatMap(({ place }) => place ?? [])
  const wheres = await wheresOf(tx, scope.council, places)
  return found.rows.map(({ place, records: own, startAt, dueAt, ...job }) => ({
    ...job,
    when: whenOf({ startAt, dueAt }, now),
    where: wheres.get(place ?? '') ?? nowhere,
    keptAway: volunteers.filter(one => one.keptFrom.some(id => own.includes(id))).map(isOf),
  }))
}

const isOf = ({ id }: Volunteer) => id
export const nowhere: Where = { street: null, zone: null, village: null }

/** In which street, zone and village does each of these places lie? */
export async function wheresOf(
  tx: Tx,
  council: string,
  places: readonly Id[],
): Promise<ReadonlyMap<Id, Where>> {
  const of = (kind: string) => sql`(array_agg(a.id) filter (where a.kind = ${kind}))[1]`
  const found = await sql<Where & { id: Id }>`select p.id, ${of('street')} as street,
      ${of('zone')} as zone, ${of('village')} as village
    from places p join places a on a.council = p.council and a.id = any (p.path)
    where p.council = ${council} and p.id = any (${[...new Set(places)]}::uuid[])
    group by p.id`.execute(tx)
  return new Map(found.rows.map(({ id, ...where }) => [id, where]))
}
