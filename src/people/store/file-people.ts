// What is each person of a council found by? Read for the index of search, page by page.
import { sql } from 'kysely'
import type { Id } from '../../kernel/ids.ts'
import type { Tx } from '../../store/open.ts'
import { drawerMax, type Filed } from '../domain/search-drawer.ts'
import { findableRows, wordsOf } from './write-words.ts'

/** As many as a drawer holds. */
export const peoplePerPage = drawerMax
const lowestId = '00000000-0000-0000-0000-000000000000'
const numberDigits = 12

type Row = {
  readonly id: Id
  readonly root: Id
  readonly place: Id | null
  readonly number: number
  readonly nameKey: string
  readonly familyKey: string
  readonly words: string | null
}

const columns = sql`p.id, p.root, p.place, p.number, p.name_key as "nameKey",
  p.family_key as "familyKey", p.words`

/** Everybody, some at a time, each time as they are at that moment. */
export async function* everybodyFiled(
  tx: Tx,
  council: string,
): AsyncGenerator<readonly Filed[], void> {
  let after: Id = lowestId
  for (;;) {
    const { rows } = await sql<Row>`select ${columns} from people p
      where p.council = ${council} and p.id > ${after}
      order by p.id limit ${peoplePerPage}`.execute(tx)
    yield await filed(tx, council, rows)
    const last = rows.at(-1)
    if (!last || rows.length < peoplePerPage) return
    after = last.id
  }
}

/** These, and every record that stands for one of them. Who was erased is not among them. */
export async function findFiled(
  tx: Tx,
  council: string,
  people: readonly Id[],
): Promise<readonly Filed[]> {
  if (people.length === 0) return []
  const { rows } = await sql<Row>`
    with ids as (
      select id from people where council = ${council} and id = any (${people}::uuid[])
      union select id from people where council = ${council} and root = any (${people}::uuid[])
    )
    select ${columns} from ids join people p on p.council = ${council} and p.id = ids.id`.execute(
    tx,
  )
  return filed(tx, council, rows)
}

/** Whose words are not written in one line yet is given them here. */
async function filed(tx: Tx, council: string, rows: readonly Row[]): Promise<readonly Filed[]> {
  const without = rows.flatMap(({ id, words }) => (words === null ? [id] : []))
  const made = await findableRows(tx, council, without)
  const lines = new Map(made.map(one => [one.id, wordsOf(one)]))
  return rows.flatMap(row => {
    const words = row.words ?? lines.get(row.id) ?? ''
    return words === '' ? [] : [{ ...row, order: orderOf(row), words }]
  })
}

function orderOf({ familyKey, nameKey, number }: Row): string {
  return `${familyKey}\0${nameKey}\0${String(number).padStart(numberDigits, '0')}`
}
