// Who of a campaign's round is meant, and what stands for or against writing to each?
import { type RawBuilder, sql } from 'kysely'
import { inScope, type Scope } from '../../access/index.ts'
import { isWithDesk } from '../../concerns/index.ts'
import type { Id } from '../../kernel/ids.ts'
import type { Tx } from '../../store/open.ts'
import type { Candidate, MailingAsked } from '../domain/queue-mailing.ts'
import type { MailingChannel, Whom } from '../domain/terms.ts'
import { allStopped } from './all-stopped.ts'

export type Sought = MailingAsked & { readonly round: Id; readonly now: number }

/** In the order of their doors, so that letters of one street lie together. */
export async function candidatesOf(
  tx: Tx,
  council: string,
  sought: Sought & { readonly scope?: Scope },
): Promise<readonly Candidate[]> {
  const { channel, whom, within, template, round, now, scope } = sought
  const found = await sql<Candidate>`
    select m.id as member, m.subject as person, m.place, p.language,
      ${standing(now)} as state, m.reason as excuse, p.flags || r.flags as flags,
      ${isWithDesk('p')} as "isWithDesk", ${allStopped} as "isAllStopped",
      p.erased_at is not null as "isErased", trim(p.address) <> '' as "hasAddress",
      coalesce(k.points, '[]') as points, h.member is not null as "hadIt"
    from members m
    join people p on p.council = m.council and p.id = m.subject
    join people r on r.council = p.council and r.id = p.root
    left join (${pointsOf(council, channel)}) k on k.person = p.root
    left join (${hadIt(council, { round, template })}) h on h.member = m.id
    where m.council = ${council} and m.round = ${round} and m.kind = 'person'
      and ${isMeant(whom, now)} and ${liesIn(council, within)}
      and ${scope ? inScope(scope, 'm.place') : sql`true`}
    order by p.place, p.address_key, m.id`.execute(tx)
  return found.rows
}

/** Being reached runs out by itself. */
function standing(now: number): RawBuilder<string> {
  return sql`case when m.until <= ${new Date(now)} then 'untried'
    else m.state end`
}

const kinds: Readonly<Record<MailingChannel, string>> = {
  text: 'mobile',
  email: 'email',
  letter: '',
}

function pointsOf(council: string, channel: MailingChannel): RawBuilder<unknown> {
  return sql`select person, jsonb_agg(jsonb_build_object('id', id, 'state', state)
      order by last_worked_at desc nulls last, added_at, id) as points
    from contact_points where council = ${council} and kind = ${kinds[channel]} group by person`
}

type Before = { readonly round: Id; readonly template: Id }

function hadIt(council: string, { round, template }: Before): RawBuilder<unknown> {
  return sql`select distinct b.member from mailing_messages b
    join mailings g on g.council = b.council and g.id = b.mailing
    where b.council = ${council} and g.round = ${round} and g.template = ${template}
      and b.state in ('waiting', 'handed', 'kept', 'unsure')`
}

function isMeant(whom: Whom, now: number): RawBuilder<boolean> {
  if (whom === 'everybody') return sql<boolean>`true`
  if (whom === 'unreached') return sql<boolean>`${standing(now)} <> 'reached'`
  const steps = whom === 'ring' ? ['ring', 'ring-next-number'] : [whom]
  return sql<boolean>`m.next_step = any (${steps}::text[])`
}

function liesIn(council: string, within: Id | null): RawBuilder<boolean> {
  if (within === null) return sql<boolean>`true`
  return sql<boolean>`m.place in (select id from places
    where council = ${council} and path @> array[${within}::uuid])`
}
