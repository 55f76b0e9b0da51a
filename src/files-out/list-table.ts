// What does a list page bring so that it can be taken as a file? Its own read, as a table.
import type { Scope } from '../access/index.ts'
import type { Node } from '../node.ts'
import type { Lang } from '../pages/strings/index.ts'
import type { Tx } from '../store/open.ts'
import type { Column, ColumnKind, TableRow } from './domain/table.ts'

export type ListAsked = {
  readonly tx: Tx
  /** What the taker may see and take. */
  readonly scope: Scope
  readonly now: number
  readonly lang: Lang
  readonly node: Node
  /** The gaps of the page's address, and its questions. */
  readonly params: Readonly<Record<string, string>>
  readonly query: Readonly<Record<string, string>>
}

export type ListTable = {
  /** Of the file, without its ending: no names of people. */
  readonly name: string
  readonly title: string
  /** Which rows, in words. */
  readonly filter: string
  /** Milliseconds since 1970 UTC: what is in it was known then. */
  readonly asAt: number
  readonly columns: readonly Column[]
  /** How many people it names, before it is made: above 500 a second person must agree. */
  readonly people: number
  /** In pages, in the order of the page. */
  rows(): AsyncIterable<readonly TableRow[]>
}

export type ListRule = {
  /** The address of the page, as its route has it. */
  readonly of: string
  /** Who may take it: fewer than may see it. */
  readonly may: string
  /** Nothing where there is no such page for this taker. */
  find(asked: ListAsked): Promise<ListTable | undefined>
}

const rules: ListRule[] = []

/** Called once for each list, where a capability is put together. */
export function addListRule(rule: ListRule): void {
  if (!rules.some(({ of }) => of === rule.of)) rules.push(rule)
}

export function findListRule(of: string): ListRule | undefined {
  return rules.find(one => one.of === of)
}

type Whole = Omit<ListTable, 'columns' | 'people' | 'rows'> & {
  /** Titles in their order, each with its kind. */
  readonly columns: readonly (readonly [string, ColumnKind])[]
  readonly rows: readonly TableRow[]
}

/** A list that its page shows whole. */
export function wholeTable({ columns, rows, ...head }: Whole): ListTable {
  return {
    ...head,
    columns: columns.map(([name, kind]) => ({ name, kind })),
    people: new Set(rows.flatMap(row => row.people)).size,
    rows: () => onePage(rows),
  }
}

/** All rows at once: for a list that its page shows whole. */
export async function* onePage(rows: readonly TableRow[]): AsyncGenerator<readonly TableRow[]> {
  yield rows
}
