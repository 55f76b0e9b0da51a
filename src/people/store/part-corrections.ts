// What was corrected while two records were joined, and whose words are they? A list says them of
// whom it had before; what a colleague corrected is for a person to judge.
import { sql } from 'kysely'
import type { Draft } from '../../events/index.ts'
import { type Id, idFrom } from '../../kernel/ids.ts'
import type { Tx } from '../../store/open.ts'
import { contactPointMoved } from '../domain/events.ts'
import type { Goes, PartingReason, Side, Thing } from '../domain/parting.ts'
import type { Parting } from './load-parting.ts'
import { type PartingPart, type SettleAsk, sideOf } from './parting-parts.ts'
import { correctedTo } from './retold-words.ts'

type Row = {
  readonly seq: number
  readonly at: Date
  readonly person: Id
  readonly source: string
  readonly fields: readonly string[]
  readonly contactPoints: readonly { readonly id: Id }[]
}

const ownDoing = ['unmerge']

async function corrections(
  tx: Tx,
  council: string,
  { records, after }: { readonly records: readonly Id[]; readonly after: number },
): Promise<readonly Row[]> {
  const found = await sql<Row>`
    select e.seq, e.happened_at as at, (e.body ->> 'person')::uuid as person,
      coalesce(e.body ->> 'source', 'staff') as source, e.body -> 'fields' as fields,
      coalesce(e.body -> 'contactPoints', '[]') as "contactPoints"
    from (select distinct seq from person_events where council = ${council}
      and person = any (${[...records]}::uuid[]) and seq > ${after}) about
    join events e on e.council = ${council} and e.seq = about.seq
      and e.kind = 'people.PersonCorrected'
    where coalesce(e.body ->> 'source', '') <> all (${ownDoing}::text[])
    order by e.seq`.execute(tx)
  return found.rows.map(row => ({ ...row, seq: Number(row.seq) }))
}

const thingId = (seq: number) => idFrom('correction', String(seq))

async function findCorrections(ask: Parting) {
  const { tx, council, mine, theirs, joined } = ask
  const rows = await corrections(tx, council, { records: [...mine, ...theirs], after: joined.seq })
  const lists = await listsOf(ask)
  const found = rows.map(row => ({ row, ...ruled(sideOf(ask, row.person), lists.get(row.source)) }))
  const things = found.map(({ row, goes, why }): Thing => {
    const code = row.fields.join(',')
    return { kind: 'correction', id: thingId(row.seq), code, at: row.at, goes, why }
  })
  const alsoKnownAs = new Map(
    rows.flatMap(row => row.contactPoints.map(({ id }) => [id, thingId(row.seq)] as const)),
  )
  const moved = found.filter(({ row, goes }) => isSide(goes) && goes !== sideOf(ask, row.person))
  const moves = await moveAll(
    ask,
    moved.map(({ row }) => row),
  )
  return { things, alsoKnownAs, moves }
}

const isSide = (goes: Goes): goes is Side => goes === 'from' || goes === 'into'

/** A correction of a record that is not the one in use says by itself whose it is. */
function ruled(own: Side, list: Side | 'both' | undefined): { goes: Goes; why: PartingReason } {
  if (own === 'from') return { goes: 'from', why: 'own-record' }
  if (list === 'from' || list === 'into') return { goes: list, why: 'own-list' }
  return { goes: 'review', why: 'nothing-says' }
}

/** On which lists does each of the two stand by a row of their own? */
async function listsOf({ tx, council, mine, theirs }: Parting) {
  const found = await sql<{ list: string; from: boolean; into: boolean }>`
    select list, bool_or(person = any (${[...mine]}::uuid[])) as "from",
      bool_or(person = any (${[...theirs]}::uuid[])) as "into"
    from list_entries where council = ${council}
      and person = any (${[...mine, ...theirs]}::uuid[]) group by list`.execute(tx)
  const sideOfList = (row: { from: boolean; into: boolean }) =>
    row.from && row.into ? ('both' as const) : row.from ? ('from' as const) : ('into' as const)
  return new Map(found.rows.map(row => [row.list, sideOfList(row)]))
}

/** Words told anew without them here and with them there; phones and emails go along. */
async function moveAll(ask: Parting, rows: readonly Row[]): Promise<readonly Draft[]> {
  if (rows.length === 0) return []
  const { tx, council, from, into } = ask
  const seqs = rows.map(row => row.seq)
  const losing = [...new Set(rows.map(row => row.person))]
  const drafts = await Promise.all(
    losing.map(record => correctedTo(tx, council, { record, without: seqs, and: [] })),
  )
  const to = sideOf(ask, losing[0] ?? from) === 'into' ? from : into
  const gained = await correctedTo(tx, council, { record: to, without: [], and: seqs })
  const moved = rows.flatMap(({ person, contactPoints }) =>
    contactPoints.map(({ id }) =>
      contactPointMoved({ subjects: [to, person], body: { contactPoint: id, person: to } }),
    ),
  )
  return [...drafts, gained].flatMap(draft => draft ?? []).concat(moved)
}

async function settleCorrection(ask: SettleAsk): Promise<readonly Draft[]> {
  const { tx, council, thing, to, records, other, others } = ask
  const rows = await corrections(tx, council, { records: others, after: 0 })
  const row = rows.find(one => thingId(one.seq) === thing)
  // It stayed with the one whose it is.
  if (!row) return []
  const parting = {
    tx,
    council,
    now: ask.now,
    from: to,
    into: other,
    mine: records,
    theirs: others,
  }
  return moveAll({ ...parting, joined: { seq: 0, at: new Date(0) } }, [row])
}

export const correctionsPart: PartingPart = {
  kinds: ['correction'],
  nth: 1,
  find: findCorrections,
  settle: settleCorrection,
}
