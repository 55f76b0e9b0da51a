// Two records are parted: with whom was each attempt made meanwhile, and who must be in the rounds
// so that nobody is forgotten?
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
import { attemptAscribed } from '../domain/events.ts'
import { forgottenDrafts } from './part-members.ts'

type Row = {
  readonly attempt: Id
  readonly seq: number
  readonly at: Date
  readonly outcome: string
  readonly round: Id
  readonly member: Id
  readonly subject: Id
  readonly isDoubted: boolean
  /** Whose the number was that was rung; null where none is known. */
  readonly owner: Id | null
  readonly contactPoint: Id | null
  /** The same number is known of both. */
  readonly isShared: boolean
  /** The member of each in that round, the record in use first. */
  readonly fromMember: Id | null
  readonly intoMember: Id | null
}

async function findAttempts(ask: PartingAsk): Promise<PartingFound> {
  const rows = await attemptsSince(ask)
  const found = rows.map(row => ({ row, ...ruled(ask, row) }))
  const things = found.map(({ row, goes, why }): Thing => {
    return { kind: 'attempt', id: row.attempt, code: row.outcome, at: row.at, goes, why }
  })
  const moves = found.flatMap(({ row, goes }) => ascribe(ask, row, goes))
  return { things, moves: [...(await forgottenDrafts(ask)), ...moves] }
}

/** A number that only one of them has says it; so does a record that is not the one in use. */
function ruled(ask: PartingAsk, row: Row): { goes: Goes; why: PartingReason } {
  const own = sideOf(ask, row.subject)
  if (row.at < ask.joined.at) return { goes: own, why: 'before-joining' }
  if (row.owner !== null && !row.isShared) return byNumber(ask, row, row.owner)
  if (own === 'from' && row.intoMember !== null) return { goes: 'from', why: 'own-record' }
  if (row.fromMember === null || row.intoMember === null) return { goes: own, why: 'only-listed' }
  return { goes: 'review', why: 'nothing-says' }
}

function byNumber(ask: PartingAsk, row: Row, owner: Id): { goes: Goes; why: PartingReason } {
  // A number that came with a correction is whoever's the correction is.
  const came = row.contactPoint === null ? undefined : ask.thingOf(row.contactPoint)
  const goes = came ? came.goes : sideOf(ask, owner)
  const why = came ? 'with-correction' : 'own-number'
  if (goes !== 'from' && goes !== 'into') return { goes: 'review', why: 'nothing-says' }
  const isIn = (goes === 'from' ? row.fromMember : row.intoMember) !== null
  // With somebody who is not in the round: a person has to see that.
  return isIn ? { goes, why } : { goes: 'review', why }
}

async function attemptsSince(ask: PartingAsk): Promise<readonly Row[]> {
  const { tx, council, mine, theirs, joined } = ask
  const all = [...mine, ...theirs]
  const memberOf = (records: readonly Id[], root: Id) => sql`(select x.id from members x
    where x.council = a.council and x.round = a.round
      and x.subject = any (${[...records]}::uuid[])
    order by x.subject <> ${root}, x.joined_at, x.id limit 1)`
  const has = (records: readonly Id[]) => sql`exists (select from contact_points o
    where o.council = k.council and o.kind = k.kind and o.value = k.value
      and o.belongs_to = any (${[...records]}::uuid[]))`
  const found = await sql<Row>`
    select a.id as attempt, a.seq, a.happened_at as at, a.outcome, a.round, a.member, a.subject,
      a.is_doubted as "isDoubted", k.belongs_to as owner, k.id as "contactPoint",
      coalesce(${has(mine)} and ${has(theirs)}, false) as "isShared",
      ${memberOf(mine, ask.from)} as "fromMember", ${memberOf(theirs, ask.into)} as "intoMember"
    from attempts a
    left join contact_points k on k.council = a.council and k.id = a.contact_point
      and k.belongs_to = any (${all}::uuid[])
    where a.council = ${council} and a.subject = any (${all}::uuid[]) and a.seq > ${joined.seq}
    order by a.seq`.execute(tx)
  return found.rows
}

/** Nothing is written where it stays as it is. */
function ascribe(ask: PartingAsk, row: Row, goes: Goes): Draft[] {
  const wanted = goes === 'from' ? row.fromMember : goes === 'into' ? row.intoMember : row.member
  const isDoubted = goes === 'review'
  const stays = goes === sideOf(ask, row.subject)
  const member = stays ? row.member : (wanted ?? row.member)
  if (member === row.member && isDoubted === row.isDoubted) return []
  return [ascribed(ask, row, { member, isDoubted })]
}

type Attempt = Pick<Row, 'attempt' | 'round' | 'member' | 'seq'>
type Ascribing = { readonly member: Id; readonly isDoubted: boolean }

/** Both people are named, so that both are counted anew. */
function ascribed(
  { from, into }: { readonly from: Id; readonly into: Id },
  { attempt, round, member: before, seq }: Attempt,
  { member, isDoubted }: Ascribing,
): Draft {
  return attemptAscribed({
    subjects: [from, into],
    body: {
      ...{ attempt, round, member, before, isDoubted },
      ...(member === before ? {} : { told: Number(seq) }),
    },
  })
}

/** With somebody who is not in the round it counts for nobody there, and stays where it was. */
async function settleAttempt(ask: SettleAsk): Promise<readonly Draft[]> {
  const { tx, council, thing, to, records, other } = ask
  const found = await sql<Attempt & { wanted: Id | null }>`
    select a.id as attempt, a.round, a.member, a.seq, (select x.id from members x
      where x.council = a.council and x.round = a.round
        and x.subject = any (${[...records]}::uuid[])
      order by x.id <> a.member, x.subject <> ${to}, x.joined_at, x.id limit 1) as wanted
    from attempts a where a.council = ${council} and a.id = ${thing} for update`.execute(tx)
  const row = found.rows[0]
  if (!row) return []
  const settled = { member: row.wanted ?? row.member, isDoubted: row.wanted === null }
  const moved = ascribed({ from: to, into: other }, row, settled)
  return [moved]
}

export const attemptsPart: PartingPart = {
  kinds: ['attempt', 'member'],
  nth: 2,
  find: findAttempts,
  settle: settleAttempt,
}
