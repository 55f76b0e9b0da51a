// Two records are parted: about whom were the worries told meanwhile? Nobody knows, so neither is
// left without: where a mistake could hurt, both keep a concern.
import { sql } from 'kysely'
import type { Draft } from '../../events/index.ts'
import { type Id, idFrom } from '../../kernel/ids.ts'
import { type PartingAsk, type PartingFound, type PartingPart, sideOf } from '../../people/index.ts'
import type { Cause } from '../domain/terms.ts'
import { worryDraft } from '../domain/worry.ts'

type Row = {
  readonly id: Id
  readonly person: Id
  readonly cause: Cause
  readonly isDanger: boolean
  readonly at: Date
  readonly isOpen: boolean
  /** Whether it began while the two were joined. */
  readonly isSince: boolean
}

async function findConcerns(ask: PartingAsk): Promise<PartingFound> {
  const rows = await concernsWhileJoined(ask)
  const moves = [...draftsFor(ask, rows, 'from'), ...draftsFor(ask, rows, 'into')]
  const things = rows.filter(row => row.isSince || !row.isOpen)
  return {
    things: things.map(({ id, cause, at }) => {
      return { kind: 'concern', id, code: cause, at, goes: 'both', why: 'cautious' }
    }),
    moves,
  }
}

/**
 * What began since may be of either. What was of one before, and ended since, was ended with what
 * was known of the joined person. Nothing is written for whoever keeps an open one anyway.
 */
function draftsFor(ask: PartingAsk, rows: readonly Row[], side: 'from' | 'into'): readonly Draft[] {
  const isOwn = (row: Row) => sideOf(ask, row.person) === side
  if (rows.some(row => row.isOpen && isOwn(row))) return []
  const doubtful = rows.filter(row => row.isSince || (isOwn(row) && !row.isOpen))
  if (doubtful.length === 0) return []
  const person = ask[side]
  const isDanger = doubtful.some(row => row.isDanger && row.isOpen)
  const worry = idFrom('parted', ask.council, person, `${ask.joined.seq}`)
  const told = { worry, person, place: null, cause: 'parted' as const, isDanger, words: '' }
  return [worryDraft(told, { now: ask.now })]
}

async function concernsWhileJoined(ask: PartingAsk): Promise<readonly Row[]> {
  const { tx, council, mine, theirs, joined } = ask
  const found = await sql<Row>`
    select id, person, cause, is_danger as "isDanger", opened_at as at,
      ended_at is null as "isOpen", opened_seq > ${joined.seq} as "isSince"
    from concerns where council = ${council}
      and person = any (${[...mine, ...theirs]}::uuid[])
      and (ended_seq is null or ended_seq > ${joined.seq})
    order by opened_seq`.execute(tx)
  return found.rows
}

export const concernsPart: PartingPart = {
  kinds: [],
  nth: 4,
  find: findConcerns,
  settle: async () => [],
}
