// Who is to stand on a sheet of calls or on a street round, in which order?
import { sql } from 'kysely'
import type { Id } from '../../kernel/ids.ts'
import { dueRounds, isToBeRung } from '../../reach/index.ts'
import type { Tx } from '../../store/open.ts'
import { inDoorOrder } from '../domain/door-order.ts'
import type { Candidate, PrintSheet } from '../domain/print-sheet.ts'
import { linesMax } from '../domain/terms.ts'
import { homeMayStand, isOnPaper, liesIn, mayStand } from './may-stand.ts'

export type Sought = Pick<PrintSheet, 'campaign' | 'place' | 'caller'> & {
  readonly council: string
  readonly now: number
}

const phones = sql`array(select c.id from contact_points c
  where c.council = p.council and c.person = p.root and c.kind in ('mobile', 'landline')
    and c.state in ('untested', 'works')
  order by c.last_worked_at desc nulls last, c.added_at, c.id limit 3) as phones`

export type Found = { readonly candidates: readonly Candidate[]; readonly onPaper: number }

/** As they would be rung: promises, never tried, who waits longest. */
export async function toRing(tx: Tx, sought: Sought): Promise<Found> {
  const { council, campaign, place, caller, now } = sought
  const at = new Date(now)
  const share = sql`select from call_shares g where g.council = m.council and g.member = m.id
    and g.user_id = ${caller} and g.until > ${at}`
  const found = await sql<Candidate & { isOut: boolean }>`
    select m.id as member, m.subject as person, ${phones},
      ${isOnPaper(at)} as "isOut"
    from (${dueRounds(council, now)}) r
    join members m on m.council = ${council} and m.round = r.id
    join people p on p.council = m.council and p.id = m.subject
    where m.kind = 'person' and ${isToBeRung(now)} and ${mayStand} and ${liesIn(place)}
      and ${campaign === null ? sql`true` : sql`m.campaign = ${campaign}`}
      and ${caller === null ? sql`true` : sql`exists (${share})`}
    order by m.promised_at, m.state <> 'untried', coalesce(m.next_at, m.until), m.id
    limit ${2 * linesMax}`.execute(tx)
  return foundOf(found.rows)
}

type AtDoor = Candidate & {
  readonly isOut: boolean
  readonly street: string
  readonly address: string
}

/** Being reached, or away, lasts until then. */
const isToCome = (at: Date) => sql<boolean>`(m.state in ('tried', 'untried')
  or m.until <= ${at})`

/** Everybody who is not reached, and whose home is known, as somebody walks. */
export async function toVisit(tx: Tx, sought: Sought): Promise<Found> {
  const { council, campaign, place, now } = sought
  const at = new Date(now)
  const found = await sql<AtDoor>`
    select m.id as member, m.subject as person, coalesce(s.name, '') as street,
      p.address, ${phones}, ${isOnPaper(at)} as "isOut"
    from (${dueRounds(council, now)}) r
    join members m on m.council = ${council} and m.round = r.id
    join people p on p.council = m.council and p.id = m.subject
    left join places s on s.council = m.council and s.id = m.place
    where m.kind = 'person' and ${isToCome(at)}
      and (p.root = p.id or not exists (select from members o
        where o.council = m.council and o.round = m.round and o.subject = p.root))
      and trim(p.address) <> '' and ${mayStand} and ${liesIn(place)}
      and ${campaign === null ? sql`true` : sql`m.campaign = ${campaign}`}
    order by s.name, p.address_key, m.id limit ${2 * linesMax}`.execute(tx)
  return foundOf(inDoorOrder(found.rows))
}

/** Homes of a campaign of homes, whoever lives there: the line names nobody. */
export async function homesToVisit(tx: Tx, sought: Sought): Promise<Found> {
  const { council, campaign, place, now } = sought
  const at = new Date(now)
  const found = await sql<AtDoor>`
    select m.id as member, null as person, coalesce(s.name, '') as street, d.address,
      '{}'::uuid[] as phones, ${isOnPaper(at)} as "isOut"
    from (${dueRounds(council, now)}) r
    join members m on m.council = ${council} and m.round = r.id
    join dwellings d on d.council = m.council and d.id = m.subject
    left join places s on s.council = m.council and s.id = m.place
    where m.kind = 'dwelling' and m.campaign = ${campaign} and ${isToCome(at)}
      and ${homeMayStand} and ${liesIn(place)}
    order by s.name, d.address_key, m.id limit ${2 * linesMax}`.execute(tx)
  return foundOf(inDoorOrder(found.rows))
}

function foundOf(rows: readonly (Candidate & { readonly isOut: boolean })[]): Found {
  const free = rows.filter(({ isOut }) => !isOut)
  const candidates = free.slice(0, linesMax).map(({ member, person, phones }) => {
    return { member, person, phones }
  })
  return { candidates, onPaper: rows.length - free.length }
}

/** Somebody to shop for, if they may stand on paper. */
export async function toShopFor(tx: Tx, council: string, need: Id | null) {
  const found = await sql<{ person: Id; place: Id | null; phones: readonly Id[] }>`
    select p.id as person, p.place, ${phones} from needs n
    join people p on p.council = n.council and p.id = n.person
    where n.council = ${council} and n.id = ${need} and n.state not in ('met', 'cancelled')
      and ${mayStand}`.execute(tx)
  return found.rows[0]
}
