// Who may stand on paper? Nobody with a hard stop, an open concern, or where all is stopped: asked
// anew at each printing.
import { type RawBuilder, sql } from 'kysely'
import { isWithDesk } from '../../concerns/index.ts'
import type { Id } from '../../kernel/ids.ts'
import { hardStops } from '../../people/index.ts'
import { isStopped } from '../../standstill/index.ts'

/** `p` is a row of people: any stop of any of their records, anything that is with the desk. */
export const mayStand: RawBuilder<boolean> = sql<boolean>`(p.erased_at is null
  and not p.flags && ${[...hardStops]}::text[]
  and not exists (select from people q where q.council = p.council and q.root = p.root
    and q.flags && ${[...hardStops]}::text[])
  and not ${isWithDesk('p')} and not ${isStopped('p')}
  and not exists (select from people w where w.council = p.council and w.id = p.root
    and ${isStopped('w')}))`

/** They asked for no contact; whoever died or moved does not live there any more. */
const askedForNone = ['do-not-call', 'withdrawn', 'no-basis']
const lives = sql`q.council = m.council and q.dwelling = m.subject and q.erased_at is null`

/**
 * `m` is a home. It is knocked at unless the desk has somebody of it, or all of it asked for no
 * contact: in a flood the others there must be warned.
 */
export const homeMayStand: RawBuilder<boolean> = sql<boolean>`(not ${isStopped('m')}
  and not exists (select from people q where ${lives} and ${isWithDesk('q')})
  and (not exists (select from people q where ${lives} and q.flags && ${askedForNone}::text[])
    or exists (select from people q
      where ${lives} and not q.flags && ${[...hardStops]}::text[])))`

/** Nobody is rung or visited twice because two sheets name them: one that is out is enough. */
export function isOnPaper(now: Date): RawBuilder<boolean> {
  return sql<boolean>`exists (select from paper_lines l
    join paper_sheets s on s.council = l.council and s.id = l.sheet
    where l.council = m.council and l.member = m.id and s.ended is null
      and s.destroy_by >= ${now}
      and not exists (select from attempts a where a.council = l.council and a.id = l.id))`
}

export function liesIn(place: Id | null): RawBuilder<boolean> {
  if (place === null) return sql<boolean>`true`
  return sql<boolean>`m.place in (select id from places
    where council = m.council and path @> array[${place}::uuid])`
}
