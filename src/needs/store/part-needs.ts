// Two records are parted: whose is each need and each step noted meanwhile? A need goes with the
// call in which it was heard, a step with its need; the rest is for a person to judge.
import { sql } from 'kysely'
import type { Draft } from '../../events/index.ts'
import type { Id } from '../../kernel/ids.ts'
import {
  type Goes,
  type PartingAsk,
  type PartingFound,
  type PartingPart,
  type PartingReason,
  type SettleAsk,
  sideOf,
  type Thing,
} from '../../people/index.ts'
import { actionMoved, needMoved } from '../domain/events.ts'

type Noted = {
  readonly kind: 'need' | 'action'
  readonly id: Id
  readonly person: Id
  readonly code: string
  readonly at: Date
  /** Position of the event that told it. */
  readonly seq: number
  /** The attempt in which a need was heard, or the need that a step is for. */
  readonly follows: Id | null
}

type Ruled = { readonly goes: Goes; readonly why: PartingReason }

async function findNeeds(ask: PartingAsk): Promise<PartingFound> {
  const rows = await notedSince(ask)
  const things = new Map<Id, Thing>()
  const moves: Draft[] = []
  const leadOf = (id: Id) => things.get(id) ?? ask.thingOf(id)
  for (const row of rows) {
    const lead = row.follows === null ? undefined : leadOf(row.follows)
    const ruling = ruled(ask, row, lead)
    things.set(row.id, { kind: row.kind, id: row.id, code: row.code, at: row.at, ...ruling })
    moves.push(...moved(ask, row, ruling.goes))
  }
  return { things: [...things.values()], moves }
}

/** A need of which nobody knows follows its attempt later too, so it is not asked about alone. */
function ruled(ask: PartingAsk, row: Noted, lead: Thing | undefined): Ruled {
  const why = row.kind === 'need' ? 'with-attempt' : 'with-need'
  if (lead) return { goes: lead.goes, why }
  const own = sideOf(ask, row.person)
  if (own === 'from') return { goes: 'from', why: 'own-record' }
  // A step for a need of before the joining stays with that need.
  if (row.kind === 'action' && row.follows !== null) return { goes: own, why }
  return { goes: 'review', why: 'nothing-says' }
}

function moved({ from, into, ...ask }: PartingAsk, row: Noted, goes: Goes): Draft[] {
  if ((goes !== 'from' && goes !== 'into') || goes === sideOf(ask, row.person)) return []
  return [movedTo(row, goes === 'from' ? from : into)]
}

function movedTo({ kind, id, seq }: Pick<Noted, 'kind' | 'id' | 'seq'>, person: Id): Draft {
  const [subjects, to] = [[person], { person, told: Number(seq) }]
  if (kind === 'need') return needMoved({ subjects, body: { need: id, ...to } })
  return actionMoved({ subjects, body: { action: id, ...to } })
}

/** From the log, because a step does not say when it was planned. Needs come before steps. */
async function notedSince(ask: PartingAsk): Promise<readonly Noted[]> {
  const { tx, council, mine, theirs, joined } = ask
  const found = await sql<Noted>`
    select case when e.kind = 'needs.NeedFound' then 'need' else 'action' end as kind,
      coalesce(n.id, a.id) as id, coalesce(n.person, a.person) as person,
      coalesce(n.kind, '') as code, e.happened_at as at, e.seq,
      case when n.id is not null then n.attempt else a.need end as follows
    from events e
    left join needs n on n.council = e.council and e.kind = 'needs.NeedFound'
      and n.id = (e.body ->> 'need')::uuid
    left join plan_actions a on a.council = e.council and e.kind = 'needs.ActionPlanned'
      and a.id = (e.body ->> 'action')::uuid
    where e.council = ${council} and e.kind in ('needs.NeedFound', 'needs.ActionPlanned')
      and e.seq > ${joined.seq}
      and coalesce(n.person, a.person) = any (${[...mine, ...theirs]}::uuid[])
    order by n.id is null, e.seq`.execute(tx)
  return found.rows
}

/** With an attempt go the needs heard in it, and with a need its steps. */
async function settleNeeds(ask: SettleAsk): Promise<readonly Draft[]> {
  const { tx, council, thing, to, records } = ask
  const found = await sql<Pick<Noted, 'kind' | 'id' | 'seq'>>`
    with heard as (
      select id, person from needs where council = ${council}
        and (id = ${thing} or attempt = ${thing})
    )
    select 'need' as kind, n.id, e.seq from heard n
    join events e on e.council = ${council} and e.kind = 'needs.NeedFound'
      and e.body ->> 'need' = n.id::text
    where n.person <> all (${[...records]}::uuid[])
    union all
    select 'action', a.id, e.seq from plan_actions a
    join events e on e.council = a.council and e.kind = 'needs.ActionPlanned'
      and e.body ->> 'action' = a.id::text
    where a.council = ${council} and (a.id = ${thing} or a.need in (select id from heard))
      and a.person <> all (${[...records]}::uuid[])
    order by 1 desc, 2`.execute(tx)
  return found.rows.map(row => movedTo(row, to))
}

export const needsPart: PartingPart = {
  kinds: ['need', 'action', 'attempt'],
  nth: 3,
  find: findNeeds,
  settle: settleNeeds,
}
