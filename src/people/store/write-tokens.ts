// Keeps the words by which people are found in step with what the register says.
import { sql } from 'kysely'
import type { Id } from '../../kernel/ids.ts'
import type { Tx } from '../../store/open.ts'
import { type Findable, type TokenKind, tokensOf } from '../domain/tokens.ts'

export type FindableRow = Findable & { readonly id: Id }

/** What these people are found by now. */
export async function findableRows(
  tx: Tx,
  council: string,
  people: readonly Id[],
): Promise<readonly FindableRow[]> {
  if (people.length === 0) return []
  const found = await sql<FindableRow>`
    select p.id, p.number, p.given, p.middle, p.family, p.nhs, p.address, p.postcode,
      coalesce((select jsonb_agg(jsonb_build_object('kind', c.kind, 'value', c.value) order by c.id)
        from contact_points c
        where c.council = p.council and c.belongs_to = p.id), '[]') as contacts
    from people p
    where p.council = ${council} and p.id = any (${people}::uuid[]) and p.erased_at is null
  `.execute(tx)
  return found.rows
}

/**
 * What no longer holds goes, what is new comes. Each token is named by its own key: an index by
 * person would cost a third of the time of every list.
 */
export async function changeTokens(
  tx: Tx,
  council: string,
  { before, after }: { before: readonly FindableRow[]; after: readonly FindableRow[] },
): Promise<void> {
  const old = tokenRows(before)
  const now = tokenRows(after)
  const gone = columnsOf([...old].flatMap(([key, row]) => (now.has(key) ? [] : [row])))
  const come = [...now].flatMap(([key, row]) => (old.has(key) ? [] : [row]))
  if (gone.tokens.length > 0) {
    await sql`delete from person_tokens t
      using unnest(${gone.tokens}::text[], ${gone.people}::uuid[], ${gone.kinds}::text[])
        as r (token, person, kind)
      where t.council = ${council} and t.token = r.token and t.person = r.person
        and t.kind = r.kind`.execute(tx)
  }
  await insertTokens(tx, council, come)
}

/** Of people who have none yet. */
export async function addTokens(
  tx: Tx,
  council: string,
  people: readonly FindableRow[],
): Promise<void> {
  await insertTokens(tx, council, [...tokenRows(people).values()])
}

async function insertTokens(tx: Tx, council: string, rows: readonly TokenRow[]): Promise<void> {
  if (rows.length === 0) return
  const { tokens, people, kinds } = columnsOf(rows)
  await sql`insert into person_tokens (council, token, person, kind)
    select ${council}, t.token, t.person, t.kind
    from unnest(${tokens}::text[], ${people}::uuid[], ${kinds}::text[]) as t (token, person, kind)
  `.execute(tx)
}

type TokenRow = { readonly token: string; readonly person: Id; readonly kind: TokenKind }

function tokenRows(people: readonly FindableRow[]): ReadonlyMap<string, TokenRow> {
  const rows = new Map<string, TokenRow>()
  for (const person of people.filter(hasWords)) {
    for (const { token, kind } of tokensOf(person)) {
      rows.set(`${person.id} ${kind} ${token}`, { token, person: person.id, kind })
    }
  }
  return rows
}

function columnsOf(rows: readonly TokenRow[]) {
  return {
    tokens: rows.map(({ token }) => token),
    people: rows.map(({ person }) => person),
    kinds: rows.map(({ kind }) => kind),
  }
}

/** In a replay an erased person comes without words before the erasure comes. */
function hasWords(row: Findable): boolean {
  return row.given !== '' || row.family !== '' || row.address !== '' || row.contacts.length > 0
}
