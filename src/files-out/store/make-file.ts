// How does a list become a file? In one snapshot, in the taker's scope, with the taking recorded.
import { type Actor, recordRead, scopeOf } from '../../access/index.ts'
import type { Id } from '../../kernel/ids.ts'
import type { Node } from '../../node.ts'
import { type FileFormat, rowsMax, type Sheet, type TableRow } from '../domain/table.ts'
import type { ListAsked, ListRule, ListTable } from '../list-table.ts'

export type Taker = { readonly node: Node; readonly actor: Actor; readonly lang: ListAsked['lang'] }
export type Wanted = {
  readonly rule: ListRule
  readonly params: Readonly<Record<string, string>>
  readonly query: Readonly<Record<string, string>>
  readonly format: FileFormat
}
export type Made = {
  readonly table: Omit<ListTable, 'rows'>
  /** The rows; nothing when the list has more people or rows than may be taken. */
  readonly rows: Sheet['rows'] | null
}

/** `peopleMax` says how many people may be named. Undefined where there is no such list. */
export function makeFile(
  { node, actor, lang }: Taker,
  { rule, params, query, format }: Wanted,
  peopleMax: number,
): Promise<Made | undefined> {
  const now = node.clock.now()
  const scope = scopeOf(node.registry.permissions, actor, { permission: rule.may, now })
  return node.store.transaction(
    { council: actor.council, actor: actor.id },
    async tx => {
      const asked = { tx, scope, now, lang, node, params, query }
      const table = await rule.find(asked)
      if (!table) return undefined
      if (table.people > peopleMax) return { table, rows: null }
      const rows = await gather(table.rows(), rowsMax[format])
      const people = [...new Set(rows?.flatMap(row => row.people))]
      for (const subjects of parts(people)) {
        await recordRead(tx, scope, { what: 'export', route: rule.of, subjects, at: now })
      }
      return { table, rows }
    },
    { isolation: 'repeatable read' },
  )
}

async function gather(
  pages: AsyncIterable<readonly TableRow[]>,
  most: number,
): Promise<readonly TableRow[] | null> {
  const rows: TableRow[] = []
  for await (const page of pages) {
    for (const row of page) rows.push(row)
    if (rows.length > most) return null
  }
  return rows
}

const peoplePerRead = 5_000

function parts(people: readonly Id[]): (readonly Id[])[] {
  const count = Math.ceil(people.length / peoplePerRead)
  return Array.from({ length: count }, (_, at) =>
    people.slice(at * peoplePerRead, (at + 1) * peoplePerRead),
  )
}
