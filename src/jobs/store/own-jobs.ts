// What may a volunteer know? Before a yes neither name nor door; after it no more than it takes.
import { sql } from 'kysely'
import type { Id } from '../../kernel/ids.ts'
import type { Tx } from '../../store/open.ts'
import { factsMs, factsUntil, shortName } from '../domain/minimum.ts'
import type { JobState, MedicineCare, Size, Urgency, Vetting } from '../domain/terms.ts'

export type Offer = {
  readonly id: Id
  readonly kind: string
  readonly urgency: Urgency
  readonly size: Size
  readonly startAt: Date | null
  readonly dueAt: Date
  readonly village: string | null
  readonly zone: string | null
  readonly people: number
  /** Somebody has said yes already, and waits for a second. */
  readonly isHalf: boolean
  readonly vetting: Vetting
  /** They are asked for it by name, and have not answered. */
  readonly ask: Id | null
}

type Asked = {
  readonly council: string
  readonly volunteer: Id
  readonly places: readonly Id[]
  /** People whom they are not to meet. */
  readonly keptFrom: readonly Id[]
  readonly now: number
}

const offersMax = 50

const offerRow = (
  volunteer: Id,
) => sql`j.id, j.kind, j.urgency, j.size, j.start_at as "startAt", j.due_at as "dueAt",
  v.name as village, z.name as zone, j.people, j.vetting,
  j.volunteer is not null and (j.claim_until is null or j.claim_until > now.at) as "isHalf",
  (select a.id from job_asks a where a.council = j.council and a.job = j.id
    and a.volunteer = ${volunteer} and a.answer is null and a.until_at > now.at
    order by a.asked_at desc, a.id limit 1) as ask`

/** Free ones near them, the soonest first. Those whom they are kept from are not among them. */
export async function offersFor(tx: Tx, asked: Asked): Promise<readonly Offer[]> {
  const { council, volunteer, places, keptFrom, now } = asked
  const found = await sql<Offer>`select * from (select ${offerRow(volunteer)}
    from (select ${new Date(now)}::timestamptz as at) now, jobs j
    left join places s on s.council = j.council and s.id = j.place
    left join places v on v.council = s.council and v.id = any (s.path) and v.kind = 'village'
    left join places z on z.council = s.council and z.id = any (s.path) and z.kind = 'zone'
    where j.council = ${council} and s.path && ${[...places]}::uuid[]
      and (j.state = 'offered' or (j.state = 'claimed' and j.claim_until <= now.at))
      and (j.volunteer is null or j.volunteer <> ${volunteer} or j.claim_until <= now.at)
      and not exists (select 1 from people p
        join people q on q.council = p.council
          and (q.root = p.root or q.dwelling = p.dwelling or q.household = p.household)
        where p.council = j.council and p.id = j.person and q.id = any (${[...keptFrom]}::uuid[]))
  ) o order by o.ask is null, o."dueAt", o.id limit ${offersMax}`.execute(tx)
  return found.rows
}

export type OwnJob = Offer & {
  readonly state: JobState
  readonly person: Id | null
  readonly care: readonly MedicineCare[]
  readonly claimUntil: Date | null
  readonly begunAt: Date | null
  readonly homeBy: Date | null
  readonly homeAt: Date | null
  readonly endedAt: Date | null
  readonly place: Id | null
}

/** Those that they hold, and those that ended so lately that they may still correct themselves. */
export async function ownJobs(
  tx: Tx,
  { council, volunteer, now }: Omit<Asked, 'places' | 'keptFrom'>,
): Promise<readonly OwnJob[]> {
  const found = await sql<OwnJob>`select ${offerRow(volunteer)}, j.state, j.care,
      j.claim_until as "claimUntil", j.begun_at as "begunAt", j.home_by as "homeBy",
      j.home_at as "homeAt", j.ended_at as "endedAt", j.place, j.person
    from (select ${new Date(now)}::timestamptz as at) now, jobs j
    left join places s on s.council = j.council and s.id = j.place
    left join places v on v.council = s.council and v.id = any (s.path) and v.kind = 'village'
    left join places z on z.council = s.council and z.id = any (s.path) and z.kind = 'zone'
    where j.council = ${council} and (j.volunteer = ${volunteer} or j.second = ${volunteer})
      and ((j.state in ('offered', 'claimed') and j.claim_until > now.at)
        or j.state = 'under-way'
        or (j.ended_at > ${new Date(now - factsMs)} and j.state in ('done', 'failed'))
        or (j.ended_at is not null and j.home_by is not null and j.home_at is null))
    order by j.ended_at is not null, j.due_at, j.id`.execute(tx)
  return found.rows
}

export type Facts = {
  readonly name: string
  readonly address: string
  readonly postcode: string
  readonly items: string | null
  readonly from: string | null
  readonly safety: string | null
  readonly phone: string | null
  /** Until when they are shown. */
  readonly until: number
}

type FactsRow = Omit<Facts, 'name' | 'until'> & {
  readonly given: string | null
  readonly family: string | null
}

/** Undefined when not theirs to see now: of a parted record only whoever said yes since sees. */
export async function factsOf(
  tx: Tx,
  council: string,
  { job, now }: { readonly job: OwnJob; readonly now: number },
): Promise<Facts | undefined> {
  const held = {
    state: job.state,
    claimUntil: job.claimUntil?.getTime() ?? null,
    endedAt: job.endedAt?.getTime() ?? null,
  }
  const until = factsUntil(held, now)
  if (until === undefined) return undefined
  const found = await sql<FactsRow>`select r.given, r.family, coalesce(r.address, '') as address,
      coalesce(r.postcode, '') as postcode, j.items, j.from_where as "from", j.safety,
      (select c.value from contact_points c
        where c.council = j.council and c.person = r.id and c.kind in ('landline', 'mobile')
          and c.state not in ('barred', 'wrong')
        order by c.state = 'works' desc, c.kind, c.id limit 1) as phone
    from jobs j
    left join people p on p.council = j.council and p.id = j.person and p.erased_at is null
    left join people r on r.council = p.council and r.id = p.root and r.erased_at is null
    where j.council = ${council} and j.id = ${job.id}
      and (j.moved_at is null or j.claimed_at > j.moved_at)`.execute(tx)
  const [row] = found.rows
  if (!row) return undefined
  const { given, family, ...rest } = row
  return { ...rest, name: shortName(given ?? '', family ?? ''), until }
}
