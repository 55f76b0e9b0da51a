// What is said to whom, and does anything stand against it at this moment?
import { sql } from 'kysely'
import { isWithDesk } from '../../concerns/index.ts'
import type { Id } from '../../kernel/ids.ts'
import type { Tx } from '../../store/open.ts'
import type { Facts } from '../domain/left-out.ts'
import type { Wordings } from '../domain/render.ts'
import type { Language, MailingChannel, Whom } from '../domain/terms.ts'
import { allStopped } from './all-stopped.ts'

export type ToSend = Facts & {
  readonly message: Id
  readonly nth: number
  readonly member: Id
  readonly person: Id
  readonly place: Id | null
  readonly language: Language
  readonly given: string
  readonly name: string
  readonly address: string
  readonly postcode: string
  /** The number or address of the contact point, while it is still theirs. */
  readonly to: string | null
}

export async function toSend(
  tx: Tx,
  council: string,
  { messages, now }: { readonly messages: readonly Id[]; readonly now: number },
): Promise<readonly ToSend[]> {
  const found = await sql<ToSend>`
    select b.id as message, b.nth, b.member, b.person, m.place, b.language, p.given, p.name,
      p.address, p.postcode, k.value as to,
      case when m.until <= ${new Date(now)} then 'untried' else m.state end
        as state,
      m.reason as excuse, p.flags || r.flags as flags, ${allStopped} as "isAllStopped",
      ${isWithDesk('p')} as "isWithDesk", p.erased_at is not null as "isErased",
      trim(p.address) <> '' as "hasAddress", false as "hadIt",
      case when k.id is null then '[]'::jsonb
        else jsonb_build_array(jsonb_build_object('id', k.id, 'state', k.state)) end as points
    from mailing_messages b
    join members m on m.council = b.council and m.id = b.member
    join people p on p.council = b.council and p.id = b.person
    join people r on r.council = p.council and r.id = p.root
    left join contact_points k on k.council = b.council and k.id = b.contact_point
      and k.person = p.root
    where b.council = ${council} and b.id = any (${[...messages]}::uuid[])
    order by b.nth`.execute(tx)
  return found.rows
}

export type Saying = {
  readonly channel: MailingChannel
  readonly whom: Whom
  readonly wordings: Wordings
  readonly council: string
}

/** What a mailing says, and in whose name. */
export async function sayingOf(tx: Tx, council: string, mailing: Id): Promise<Saying | undefined> {
  const found = await sql<Saying>`
    select g.channel, g.whom, t.wordings, c.name as council from mailings g
    join mailing_templates t on t.council = g.council and t.id = g.template
      and t.version = g.template_version
    join councils c on c.council = g.council
    where g.council = ${council} and g.id = ${mailing}`.execute(tx)
  return found.rows[0]
}
