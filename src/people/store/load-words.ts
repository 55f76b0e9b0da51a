// What does the register say now, and where does a new address lie?
import { sql } from 'kysely'
import type { Load } from '../../events/index.ts'
import type { Id } from '../../kernel/ids.ts'
import { refuse } from '../../kernel/refusal.ts'
import { placeAddresses } from '../../places/index.ts'
import type { Tx } from '../../store/open.ts'
import type { AddPerson, Home, NewPersonState } from '../domain/add-person.ts'
import type { CorrectPerson, PersonAsKnown } from '../domain/correct-person.ts'
import { findDoubts } from './find-likely.ts'
import { homeKey } from './first-line.ts'
import { lockPeople } from './lock-person.ts'

type Address = {
  readonly address: string
  readonly postcode: string
  readonly uprn?: string | null
}

export async function findHome(tx: Tx, council: string, said: Address): Promise<Home> {
  const key = homeKey(said.address, said.postcode)
  const uprn = said.uprn ?? null
  const wanted = [{ ref: 'home', uprn, key, postcode: spaced(said.postcode) }]
  const placed = (await placeAddresses(tx, council, wanted)).get('home')
  const mates = await sql<{ household: string }>`select household from people
    where council = ${council} and address_key = ${key} and ${key} <> ''
      and household is not null and dwelling is null
    order by number limit 1`.execute(tx)
  return {
    street: placed?.street ?? null,
    dwelling: placed?.dwelling ?? null,
    household: mates.rows[0]?.household ?? null,
    written: placed?.dwelling ? await writtenAs(tx, council, placed.dwelling) : null,
  }
}

async function writtenAs(tx: Tx, council: string, dwelling: Id) {
  const found = await sql<{ address: string; postcode: string }>`
    select address, postcode from dwellings
    where council = ${council} and id = ${dwelling}`.execute(tx)
  return found.rows[0] ?? null
}

/** Places write postcodes as CB24 8RX. */
function spaced(postcode: string): string {
  const plain = postcode.toUpperCase().replace(/[^A-Z0-9]/g, '')
  return plain.length < 5 ? plain : `${plain.slice(0, -3)} ${plain.slice(-3)}`
}

export const loadNewPerson: Load<AddPerson, NewPersonState> = async (tx, input, { actor }) => {
  const { council } = actor
  const home = await findHome(tx, council, input)
  const known = await lockPeople(tx, council, [input.person])
  const doubts = await findDoubts(tx, council, input)
  return { state: { home, isKnown: known.length > 0, doubts }, place: home.street }
}

type WordsRow = PersonAsKnown['words'] & { values: readonly string[] }

export const loadCorrection: Load<CorrectPerson, PersonAsKnown> = async (tx, input, { actor }) => {
  const { council } = actor
  const [locked] = await lockPeople(tx, council, [input.person])
  if (!locked || locked.erased_at) return refuse('not-found')
  const found =
    await sql<WordsRow>`select given, middle, family, to_char(born, 'YYYY-MM-DD') as born,
      nhs, address, postcode, language, array(select value from contact_points c
        where c.council = p.council and c.person = p.root) as values
    from people p where council = ${council} and id = ${input.person}`.execute(tx)
  const row = found.rows[0]
  if (!row) return refuse('not-found')
  const { values, ...words } = row
  const isAddressed = input.address !== undefined || input.postcode !== undefined
  const address = input.address ?? words.address
  const postcode = input.postcode ?? words.postcode
  const home = isAddressed ? await findHome(tx, council, { address, postcode }) : null
  return { state: { place: locked.place, words, values, home }, place: locked.place }
}
