// What do others say of people that is not in their record? A list may hold a number of somebody
// that the register has not taken; whoever is added by hand must still be found by it.
import type { Id } from '../../kernel/ids.ts'
import type { Candidate } from '../../matching/index.ts'
import type { Tx } from '../../store/open.ts'
import type { Lead } from './find-candidates.ts'

/** What a capability knows of people: to whom a key leads, and its facts of somebody. */
export type ToldElsewhere = {
  leads(tx: Tx, council: string, keys: readonly number[]): Promise<readonly Lead[]>
  facts(
    tx: Tx,
    council: string,
    people: readonly Id[],
  ): Promise<ReadonlyMap<Id, readonly Candidate[]>>
}

const sources: ToldElsewhere[] = []

/** Called once, where a capability is put together. */
export function addToldElsewhere(source: ToldElsewhere): void {
  if (!sources.includes(source)) sources.push(source)
}

export async function leadsElsewhere(
  tx: Tx,
  council: string,
  keys: readonly number[],
): Promise<readonly Lead[]> {
  const leads: Lead[] = []
  for (const source of sources) leads.push(...(await source.leads(tx, council, keys)))
  return leads
}

export async function factsElsewhere(
  tx: Tx,
  council: string,
  people: readonly Id[],
): Promise<readonly Candidate[]> {
  const facts: Candidate[] = []
  for (const source of sources) {
    for (const told of (await source.facts(tx, council, people)).values()) facts.push(...told)
  }
  return facts
}
