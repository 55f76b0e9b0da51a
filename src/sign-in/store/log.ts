// Who came in by which door, and who was turned away and why? Ids and codes, nothing personal.
import { sql } from 'kysely'
import type { Scope } from '../../access/index.ts'
import { dayMs } from '../../kernel/clock.ts'
import { type Id, newId } from '../../kernel/ids.ts'
import type { Tx } from '../../store/open.ts'

export const doors = ['sso', 'passkey', 'code', 'link', 'emergency', 'session'] as const
export type Door = (typeof doors)[number]

export const outcomes = [
  'in',
  'unknown',
  'used',
  'late',
  'other-browser',
  'answer-wrong',
  'declined',
  'provider-away',
  'groups-unreadable',
  'no-access',
  'disabled',
  'doubtful',
  'code-wrong',
  'code-over',
  'link-over',
  'key-unknown',
  'key-wrong',
  'too-many-tries',
  'ended',
] as const
export type Outcome = (typeof outcomes)[number]

export type Line = {
  readonly door: Door
  readonly outcome: Outcome
  readonly user?: Id | null
}

export async function note(
  tx: Tx,
  { council, now }: { readonly council: string; readonly now: number },
  { door, outcome, user = null }: Line,
): Promise<void> {
  await tx
    .insertInto('sign_in_log')
    .values({ council, id: newId(), at: new Date(now), door, outcome, user_id: user })
    .execute()
}

/** As long as somebody may still ask who came in; then nobody's comings and goings are kept. */
export const logKeptMs = 365 * dayMs

/** How many lines went. */
export async function pruneLog(tx: Tx, council: string, now: number): Promise<number> {
  const gone = await sql`delete from sign_in_log
    where council = ${council} and at < ${new Date(now - logKeptMs)}`.execute(tx)
  return Number(gone.numAffectedRows ?? 0)
}

export type Noted = {
  readonly at: Date
  readonly door: Door
  readonly outcome: Outcome
  readonly name: string | null
}

const notedMax = 200

export async function listNotes(tx: Tx, scope: Scope): Promise<readonly Noted[]> {
  const found = await sql<Noted>`select l.at, l.door, l.outcome, u.name
    from sign_in_log l left join users u on u.council = l.council and u.id = l.user_id
    where l.council = ${scope.council} and ${scope.everywhere}::boolean
    order by l.at desc, l.id desc limit ${notedMax}`.execute(tx)
  return found.rows
}
