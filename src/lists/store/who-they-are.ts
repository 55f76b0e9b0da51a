// Whom do the rows of a batch name? One question to the register for all of them; the engine weighs
// them against each record of a person and against what lists said of them.
import { sql } from 'kysely'
import type { Id } from '../../kernel/ids.ts'
import {
  type Candidate,
  councilMatcher,
  type Judge,
  judgeAll,
  lastingKeys,
  type MatchDecision,
} from '../../matching/index.ts'
import { apartAmong, findCandidates, judgeOf, type KeyedCandidate } from '../../people/index.ts'
import type { Tx } from '../../store/open.ts'
import type { Entry } from '../domain/entry.ts'
import { factsOf } from '../domain/entry-key.ts'
import type { ReadyRow } from './stage.ts'
import { leadsOf } from './told-keys.ts'

type Asked = {
  readonly council: string
  readonly judge: Judge
  readonly rows: readonly ReadyRow[]
}

export async function whoTheyAre(
  tx: Tx,
  { council, judge, rows }: Asked,
): Promise<ReadonlyMap<ReadyRow, MatchDecision>> {
  const keys = [...new Set(rows.flatMap(row => row.keys))]
  const candidates = await foundBy(tx, council, keys)
  if (candidates.length === 0) return new Map()
  const people = [...new Set(candidates.map(({ person }) => person))]
  const listed = await factsListed(tx, council, people)
  const matcher = councilMatcher(judge, await apartAmong(tx, council, people))
  const shelf = byKey(candidates)
  return new Map(
    rows.map(row => {
      const found = new Set(row.keys.flatMap(key => shelf.get(key) ?? []))
      const also = new Set([...found].map(({ person }) => person))
      const records = [...found, ...[...also].flatMap(person => listed.get(person) ?? [])]
      return [row, matcher.decide(row.facts, records)]
    }),
  )
}

/** Whom may a row that waited mean by now? Others may have come since it was held. */
export async function whoMayBeMeant(tx: Tx, council: string, entry: Entry): Promise<Id[]> {
  const facts = factsOf(entry)
  const candidates = await foundBy(tx, council, entry.isUnnamed ? [] : lastingKeys(facts))
  if (candidates.length === 0) return []
  const people = [...new Set(candidates.map(({ person }) => person))]
  const listed = await factsListed(tx, council, people)
  const records = [...candidates, ...people.flatMap(person => listed.get(person) ?? [])]
  return judgeAll(await judgeOf(tx, council), facts, records)
    .filter(({ verdict }) => verdict !== 'other')
    .map(({ person }) => person)
}

/** By what their own records say, and by what only a list has said of them. */
async function foundBy(tx: Tx, council: string, keys: readonly number[]) {
  return findCandidates(tx, council, { keys, leads: await leadsOf(tx, council, keys) })
}

/** A number that only a list knows of somebody says as much as one in the register. */
export async function factsListed(
  tx: Tx,
  council: string,
  people: readonly string[],
): Promise<ReadonlyMap<string, Candidate[]>> {
  const found = await sql<{ person: string; loaded: Entry }>`
    select p.root as person, e.loaded_facts as loaded
    from people p
    join list_entries e on e.council = p.council and e.person = p.id
    where p.council = ${council} and p.root = any (${people}::uuid[])
      and e.state = 'loaded' and e.loaded_facts is not null
    order by e.id`.execute(tx)
  const records = found.rows.map(({ person, loaded }) => ({ ...factsOf(loaded), person }))
  return Map.groupBy(records, ({ person }) => person)
}

function byKey(candidates: readonly KeyedCandidate[]): ReadonlyMap<number, KeyedCandidate[]> {
  const shelf = new Map<number, KeyedCandidate[]>()
  for (const candidate of candidates) {
    for (const key of candidate.keys) {
      const there = shelf.get(key)
      if (there) there.push(candidate)
      else shelf.set(key, [candidate])
    }
  }
  return shelf
}
