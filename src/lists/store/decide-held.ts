// A person decides about a held row: add it, join it to somebody, or leave it out.
import { createHash } from 'node:crypto'
import { sql } from 'kysely'
import type { Actor } from '../../access/index.ts'
import { actInBulk, type Draft } from '../../events/index.ts'
import { type Id, newId } from '../../kernel/ids.ts'
import { isRefusal, type Refusal, refuse } from '../../kernel/refusal.ts'
import type { Node } from '../../node.ts'
import { apartDrafts } from '../../people/index.ts'
import { addressKey, placeAddresses } from '../../places/index.ts'
import { cohortDrafts } from '../../reach/index.ts'
import type { Tx } from '../../store/open.ts'
import type { Entry } from '../domain/entry.ts'
import { type HeldDecision, heldDecided } from '../domain/events.ts'
import {
  addedPerson,
  correctedPerson,
  reportedDeath,
  reportedWithdrawal,
} from '../domain/person-drafts.ts'
import { withdrawalsAsked } from './stop-contact.ts'
import { whoMayBeMeant } from './who-they-are.ts'

export type HeldAnswer = {
  readonly id: Id
  readonly entry: Id
  readonly decision: HeldDecision
  /** Whom it is, when the answer is that we know them. */
  readonly person: Id | null
}

/** The caller has checked the permission. */
export async function decideHeld(
  node: Node,
  actor: Actor,
  answer: HeldAnswer,
): Promise<Refusal | undefined> {
  const { id, entry, decision, person } = answer
  const contentHash = createHash('sha256').update(`${entry}:${decision}:${person}`).digest()
  const done = await actInBulk(node, actor, {
    id,
    name: 'lists.decide-held',
    contentHash,
    async work(tx, append) {
      const held = await holdEntry(tx, actor.council, answer)
      if (isRefusal(held)) return held
      const whom = held.person ?? (decision === 'load' ? newId() : null)
      await append(await draftsOf(tx, actor.council, { answer, held, whom }))
      if (decision === 'leave-out' || whom === null) return {}
      const listed = { list: held.list, people: [whom], now: node.clock.now() }
      await append(await cohortDrafts(tx, actor.council, listed))
      if (!held.isKnown) await append(await newcomerApart(tx, actor.council, { held, whom }))
      return {}
    },
  })
  return isRefusal(done) ? done : undefined
}

/** Somebody new was none of those whom the page offered: nobody asks that again. */
function newcomerApart(
  tx: Tx,
  council: string,
  { held, whom }: { held: Held; whom: Id },
): Promise<Draft[]> {
  const because = 'held-row' as const
  return apartDrafts(tx, council, { person: whom, others: held.candidates, because })
}

type Held = {
  candidates: Id[]
  list: string
  facts: Entry
  person: Id | null
  loaded: Entry | null
  version: Id
  isKnown: boolean
}

async function holdEntry(
  tx: Tx,
  council: string,
  { entry, decision, person }: HeldAnswer,
): Promise<Held | Refusal> {
  const found = await sql<Held & { state: string }>`
    select list, facts, person, loaded_facts as loaded, state, candidates,
      last_version as version from list_entries
    where council = ${council} and id = ${entry} for update`.execute(tx)
  const [waiting] = found.rows
  if (!waiting?.facts) return refuse('not-found')
  if (waiting.state !== 'held') return refuse('already-done')
  const meant = waiting.person ? [] : await whoMayBeMeant(tx, council, waiting.facts)
  const row = { ...waiting, candidates: [...new Set([...waiting.candidates, ...meant])] }
  if (decision !== 'same-person') return { ...row, isKnown: row.person !== null }
  const root = await amongThem(tx, council, { person, candidates: row.candidates })
  return root ? { ...row, person: root, isKnown: true } : refuse('not-found')
}

/** Only whom the page offered: an id from elsewhere could join two strangers. */
async function amongThem(
  tx: Tx,
  council: string,
  { person, candidates }: { person: Id | null; candidates: readonly Id[] },
): Promise<Id | undefined> {
  const known = await sql<{ root: Id }>`
    select r.id as root from people p
    join people r on r.council = p.council and r.id = p.root and r.erased_at is null
    where p.council = ${council} and p.id = any (${[...candidates]}::uuid[])
      and ${person}::uuid in (p.id, r.id)`.execute(tx)
  return known.rows[0]?.root
}

type Deciding = { answer: HeldAnswer; held: Held; whom: Id | null }

async function draftsOf(tx: Tx, council: string, deciding: Deciding): Promise<Draft[]> {
  const { answer, held, whom } = deciding
  const { entry, decision } = answer
  const decided = (person: Id | null) =>
    heldDecided({
      subjects: person ? [person] : [],
      body: { entry, list: held.list, decision, person },
    })
  if (decision === 'leave-out' || whom === null) return [decided(null)]
  const placing = await placeOf(tx, council, held.facts)
  const base = { person: whom, list: held.list, entry: held.facts, ...placing, newId }
  if (!held.isKnown) return [addedPerson(base), decided(whom)]
  const contacts = await contactsOf(tx, council, whom)
  const corrected = correctedPerson({
    ...base,
    contacts,
    ...(held.loaded ? { before: held.loaded } : {}),
  })
  const stops = stopsOf(whom, held)
  return [...stops, ...(corrected ? [corrected] : []), decided(whom)]
}

/** What the row says against any contact holds as soon as we know whom it is about. */
function stopsOf(person: Id, { facts, list, version }: Held): Draft[] {
  const said = { person, list, version }
  return [
    ...(facts.isDied ? [reportedDeath(said)] : []),
    ...(facts.isWithdrawn ? [reportedWithdrawal(said)] : []),
    ...(facts.isWithdrawn ? withdrawalsAsked({ list, version, people: [person] }) : []),
  ]
}

async function placeOf(tx: Tx, council: string, { addressLines, postcode, uprn }: Entry) {
  const [line = ''] = addressLines.filter(text => text !== '')
  const key = line && postcode ? addressKey(line, postcode) : ''
  const wanted = [{ ref: '1', uprn: uprn ?? null, key, postcode: postcode ?? null }]
  const placing = (await placeAddresses(tx, council, wanted)).get('1')
  return { place: placing?.street ?? null, dwelling: placing?.dwelling ?? null }
}

async function contactsOf(tx: Tx, council: string, person: Id): Promise<string[]> {
  const found = await sql<{ value: string }>`select value from contact_points
    where council = ${council} and person = ${person}`.execute(tx)
  return found.rows.map(({ value }) => value)
}
