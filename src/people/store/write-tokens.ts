// Keeps the words by which people are found in step with what the register says.
import { type RawBuilder, sql } from 'kysely'
import type { Id } from '../../kernel/ids.ts'
import type { Tx } from '../../store/open.ts'
import {
  type Findable,
  lineOfWords,
  type Token,
  type TokenKind,
  tokensOf,
} from '../domain/tokens.ts'

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

export type Tokened = { readonly id: Id; readonly tokens: readonly Token[] }

/** What each is found by. In a replay an erased person comes without words before the erasure. */
export function tokened(people: readonly FindableRow[]): readonly Tokened[] {
  return people.map(one => ({ id: one.id, tokens: hasWords(one) ? tokensOf(one) : [] }))
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
  const old = tokenRows(tokened(before))
  const have = tokened(after)
  const now = tokenRows(have)
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
  await changeWords(tx, council, have)
}

/** Of people who have none yet. */
export async function addTokens(
  tx: Tx,
  council: string,
  people: readonly Tokened[],
): Promise<void> {
  await insertTokens(tx, council, [...tokenRows(people).values()])
}

/** The line of all their words. Who has none yet waits for `fill-words.ts`, tokens and all. */
async function changeWords(tx: Tx, council: string, people: readonly Tokened[]): Promise<void> {
  await writeLines(tx, council, { people, which: sql`p.words is not null` })
}

/** For the first time, of people who were added before such lines were kept. */
export async function fillLines(
  tx: Tx,
  council: string,
  people: readonly Tokened[],
): Promise<void> {
  await writeLines(tx, council, { people, which: sql`p.words is null` })
}

type Lines = { readonly people: readonly Tokened[]; readonly which: RawBuilder<unknown> }

async function writeLines(tx: Tx, council: string, { people, which }: Lines): Promise<void> {
  if (people.length === 0) return
  const ids = people.map(one => one.id)
  const words = people.map(one => lineOfWords(one.tokens))
  await sql`update people p set words = r.words
    from unnest(${ids}::uuid[], ${words}::text[]) as r (id, words)
    where p.council = ${council} and p.id = r.id and ${which}`.execute(tx)
}

async function insertTokens(tx: Tx, council: string, rows: readonly TokenRow[]): Promise<void> {
  if (rows.length === 0) return
  const { tokens, people, kinds } = columnsOf(rows)
  await sql`insert into person_tokens (council, token, person, kind)
    select ${council}, t.token, t.person, t.kind
    from unnest(${tokens}::text[], ${people}::uuid[], ${kinds}::text[]) as t (token, person, kind)
    on conflict do nothing`.execute(tx)
}

type TokenRow = { readonly token: string; readonly person: Id; readonly kind: TokenKind }

function tokenRows(people: readonly Tokened[]): ReadonlyMap<string, TokenRow> {
  const rows = new Map<string, TokenRow>()
  for (const { id, tokens } of people) {
    for (const { token, kind } of tokens)
      rows.set(`${id} ${kind} ${token}`, { token, person: id, kind })
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

function hasWords(row: Findable): boolean {
  return row.given !== '' || row.family !== '' || row.address !== '' || row.contacts.length > 0
}
