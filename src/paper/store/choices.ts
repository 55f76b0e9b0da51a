// What may be chosen when a sheet is printed: campaigns, places, callers, a need to shop for?
import { sql } from 'kysely'
import { inScope, type Scope } from '../../access/index.ts'
import type { Id } from '../../kernel/ids.ts'
import { placesWithin } from '../../places/index.ts'
import { type AtRest, campaignsAtRest } from '../../reach/index.ts'
import type { Tx } from '../../store/open.ts'
import type { SheetKind } from '../domain/terms.ts'

export type Named = { readonly id: Id; readonly name: string }

export type Choices = {
  readonly campaigns: readonly Named[]
  /** Of these, nobody is rung or visited today. */
  readonly atRest: readonly AtRest[]
  readonly callers: readonly Named[]
  readonly mayWhole: boolean
  readonly villages: readonly Named[]
  readonly streets: readonly Named[]
  /** The desk's number outside its hours: a first guess at which number to ring. */
  readonly ring: string
}

const streetsMax = 300

/** `within` is the village whose streets are shown; whoever sees few sees all their streets. */
export async function choicesFor(
  tx: Tx,
  scope: Scope,
  asked: { readonly within: Id | null; readonly kind: SheetKind; readonly now: number },
): Promise<Choices> {
  const { council, everywhere } = scope
  const campaigns = await sql<Named>`select id, coalesce(title, pack) as name from campaigns
    where council = ${council} and (member_kind = 'person'
      or (member_kind = 'dwelling' and ${asked.kind === 'round'}))
    order by opened_at desc, id`.execute(tx)
  const callers = await sql<Named>`select distinct u.id, coalesce(u.name, '') as name
    from call_shares g join users u on u.council = g.council and u.id = g.user_id
    where g.council = ${council} and g.until > ${new Date(asked.now)} order by name`.execute(tx)
  const villages = await placesWithin(tx, scope, { kind: 'village', within: null })
  const hasStreets = asked.within !== null || !everywhere
  const streets = hasStreets
    ? await placesWithin(tx, scope, { kind: 'street', within: asked.within })
    : []
  const desk = await sql<{ number: string | null }>`select number from safeguarding_desks
    where council = ${council}`.execute(tx)
  return {
    campaigns: campaigns.rows,
    atRest: await campaignsAtRest(tx, council, asked.now),
    callers: callers.rows,
    mayWhole: everywhere,
    villages: villages.map(({ id, name }) => ({ id, name })),
    streets: streets.slice(0, streetsMax).map(({ id, name }) => ({ id, name })),
    ring: desk.rows[0]?.number ?? '',
  }
}

export type OpenNeed = {
  readonly id: Id
  readonly person: Id
  readonly kind: string
  readonly words: string
}

/** Needs of this person that somebody may shop for. */
export async function openNeeds(tx: Tx, scope: Scope, person: Id): Promise<readonly OpenNeed[]> {
  const found = await sql<OpenNeed>`select n.id, n.person, n.kind, coalesce(n.words, '') as words
    from people p join people q on q.council = p.council and q.root = p.root
    join needs n on n.council = q.council and n.person = q.id
    where p.council = ${scope.council} and p.id = ${person}
      and n.state not in ('met', 'cancelled') and ${inScope(scope, 'p.place')}
    order by n.found_at, n.id`.execute(tx)
  return found.rows
}

export async function findNeed(tx: Tx, scope: Scope, need: Id): Promise<OpenNeed | undefined> {
  const found = await sql<OpenNeed>`select n.id, n.person, n.kind, coalesce(n.words, '') as words
    from needs n join people p on p.council = n.council and p.id = n.person
    where n.council = ${scope.council} and n.id = ${need}
      and n.state not in ('met', 'cancelled') and ${inScope(scope, 'p.place')}`.execute(tx)
  return found.rows[0]
}

export async function isTheirs(tx: Tx, scope: Scope, person: Id): Promise<boolean> {
  const found = await sql`select from people p where p.council = ${scope.council}
    and p.id = ${person} and ${inScope(scope, 'p.place')}`.execute(tx)
  return found.rows.length > 0
}
