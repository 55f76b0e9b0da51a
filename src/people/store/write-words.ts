// Keeps the words and the keys by which people are found in step with what the register says.
import { type RawBuilder, sql } from 'kysely'
import type { Id } from '../../kernel/ids.ts'
import type { Tx } from '../../store/open.ts'
import { matchKeys } from '../domain/match-facts.ts'
import { type Findable, lineOfWords, tokensOf } from '../domain/tokens.ts'
import { changeKeys } from './person-keys.ts'

export type FindableRow = Findable & { readonly id: Id; readonly born: string | null }

/** What these people are found by now. */
export async function findableRows(
  tx: Tx,
  council: string,
  people: readonly Id[],
): Promise<readonly FindableRow[]> {
  if (people.length === 0) return []
  const found = await sql<FindableRow>`
    select p.id, p.number, p.given, p.middle, p.family, p.nhs, p.address, p.postcode,
      to_char(p.born, 'YYYY-MM-DD') as born,
      coalesce((select jsonb_agg(jsonb_build_object('kind', c.kind, 'value', c.value) order by c.id)
        from contact_points c
        where c.council = p.council and c.belongs_to = p.id), '[]') as contacts
    from people p
    where p.council = ${council} and p.id = any (${people}::uuid[]) and p.erased_at is null
  `.execute(tx)
  return found.rows
}

/** In a replay an erased person comes without words before the erasure. */
export function wordsOf(person: Findable): string {
  return hasWords(person) ? lineOfWords(tokensOf(person)) : ''
}

/** Who has no line yet waits for `fill-words.ts`. */
export async function changeWords(tx: Tx, council: string, people: readonly Id[]): Promise<void> {
  const found = await findableRows(tx, council, people)
  await writeLines(tx, council, { people: found.map(lined), which: sql`p.words is not null` })
  await changeKeys(tx, council, found.map(keyed))
}

/** For the first time, of people who were added before such lines were kept. */
export async function fillLines(tx: Tx, council: string, people: readonly Id[]): Promise<void> {
  const rows = new Map((await findableRows(tx, council, people)).map(one => [one.id, one]))
  const each = <T>(of: (row: FindableRow) => T, none: (id: Id) => T) =>
    people.map(id => {
      const row = rows.get(id)
      return row ? of(row) : none(id)
    })
  const words = each(lined, id => ({ id, words: '' }))
  await writeLines(tx, council, { people: words, which: sql`p.words is null` })
  await changeKeys(
    tx,
    council,
    each(keyed, id => ({ id, keys: [] })),
  )
}

type Lined = { readonly id: Id; readonly words: string }
type Lines = { readonly people: readonly Lined[]; readonly which: RawBuilder<unknown> }

function lined(row: FindableRow): Lined {
  return { id: row.id, words: wordsOf(row) }
}

function keyed(row: FindableRow) {
  return { id: row.id, keys: matchKeys(row) }
}

async function writeLines(tx: Tx, council: string, { people, which }: Lines): Promise<void> {
  if (people.length === 0) return
  await sql`update people p set words = r.words
    from unnest(${people.map(one => one.id)}::uuid[], ${people.map(one => one.words)}::text[])
      as r (id, words)
    where p.council = ${council} and p.id = r.id and ${which}`.execute(tx)
}

function hasWords(row: Findable): boolean {
  return row.given !== '' || row.family !== '' || row.address !== '' || row.contacts.length > 0
}
