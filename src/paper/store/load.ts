// What the decisions about sheets need to know. Printing is one at a time in a council, so that
// no code and no number is given twice.
import { sql } from 'kysely'
import type { Load } from '../../events/index.ts'
import { dayMs } from '../../kernel/clock.ts'
import type { Id } from '../../kernel/ids.ts'
import { isRefusal, type Refusal, refuse } from '../../kernel/refusal.ts'
import type { Tx } from '../../store/open.ts'
import type { EndSheet, SheetNow } from '../domain/end-sheet.ts'
import type { Candidate, PrintSheet, PrintState } from '../domain/print-sheet.ts'
import type { LineNow, SayLine } from '../domain/say-line.ts'
import { homesToVisit, toRing, toShopFor, toVisit } from './candidates.ts'
import { findPackOf } from './sheet-facts.ts'

type Named = { readonly candidates: readonly Candidate[]; readonly place: Id | null }
type Asked = { readonly council: string; readonly input: PrintSheet; readonly now: number }

export const loadPrint: Load<PrintSheet, PrintState> = async (tx, input, { actor, now }) => {
  const { council } = actor
  await sql`select pg_advisory_xact_lock(hashtextextended(${`paper ${council}`}, 0))`.execute(tx)
  const named = await whoIsNamed(tx, { council, input, now })
  if (isRefusal(named)) return named
  const facts = await factsOf(tx, { council, input, now })
  const living = new Set(await livingCodes(tx, council, now))
  const state = { ...facts, candidates: named.candidates, living, place: named.place }
  return { state, place: named.place }
}

async function whoIsNamed(tx: Tx, asked: Asked): Promise<Named | Refusal> {
  const { council, input, now } = asked
  const { kind, place, blank, need } = input
  if (kind === 'register') {
    const line = { member: null, person: null, phones: [] }
    return { candidates: Array.from({ length: blank }, () => line), place }
  }
  if (kind === 'shopping') {
    const found = await toShopFor(tx, council, need)
    if (!found) return refuse('not-found')
    const { person, phones } = found
    return { candidates: [{ member: null, person, phones }], place: found.place }
  }
  if (kind === 'log') return { candidates: [], place: await placeOfLog(tx, asked) }
  if (input.campaign === null) return refuse('not-found')
  const found = await findPackOf(tx, council, input.campaign)
  const ofHomes = found?.memberKind === 'dwelling'
  const visit = ofHomes ? homesToVisit : toVisit
  const find = kind === 'call' ? toRing : visit
  const { candidates } = await find(tx, { ...input, council, now })
  return { candidates, place }
}

/** An extract about somebody is asked for where they live. */
async function placeOfLog(tx: Tx, { council, input }: Asked): Promise<Id | null> {
  if (input.person === null) return input.place
  const found = await sql<{ place: Id | null }>`select place from people
    where council = ${council} and id = ${input.person}`.execute(tx)
  return found.rows[0]?.place ?? null
}

type Facts = Pick<PrintState, 'isKnown' | 'number' | 'round' | 'position'>

async function factsOf(tx: Tx, { council, input }: Asked): Promise<Facts> {
  const found = await sql<Facts>`select
    exists (select from paper_sheets where council = ${council} and id = ${input.sheet})
      as "isKnown",
    (select coalesce(max(number), 0) + 1 from paper_sheets where council = ${council}) as number,
    (select id from rounds where council = ${council} and campaign = ${input.campaign}
      order by number desc limit 1) as round,
    coalesce((select seq from council_logs where council = ${council}), 0) as position
  `.execute(tx)
  const [facts] = found.rows
  if (!facts) throw new Error('A question without conditions has an answer.')
  return facts
}

/** So long a line may still come back after its sheet was to be gone. */
const afterlifeMs = 28 * dayMs

export async function livingCodes(
  tx: Tx,
  council: string,
  now: number,
): Promise<readonly string[]> {
  const since = new Date(now - afterlifeMs)
  const found = await sql<{ code: string }>`select l.code from paper_lines l
    join paper_sheets s on s.council = l.council and s.id = l.sheet
    where l.council = ${council} and coalesce(s.ended_at, s.destroy_by) > ${since}`.execute(tx)
  return found.rows.map(({ code }) => code)
}

export const loadEnd: Load<EndSheet, SheetNow> = async (tx, { sheet }, { actor }) => {
  const found = await sql<SheetNow>`select place, ended as end from paper_sheets
    where council = ${actor.council} and id = ${sheet} for update`.execute(tx)
  const [state] = found.rows
  return state ? { state, place: state.place } : refuse('not-found')
}

export const loadLine: Load<SayLine, LineNow> = async (tx, { line, said }, { actor }) => {
  const { council } = actor
  const found = await sql<LineNow>`select l.sheet, l.person, s.place,
      exists (select from paper_said x where x.council = l.council and x.id = ${said}) as "isSaid"
    from paper_lines l join paper_sheets s on s.council = l.council and s.id = l.sheet
    where l.council = ${council} and l.id = ${line}`.execute(tx)
  const [state] = found.rows
  return state ? { state, place: state.place } : refuse('not-found')
}
