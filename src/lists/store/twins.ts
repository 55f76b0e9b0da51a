// Which earlier rows of the same file are about the same person, or may be? Within a file the same
// rules hold as against the people we know.
import {
  type Candidate,
  councilMatcher,
  type Facts,
  type Judge,
  lastingKey,
  newRowHeaps,
} from '../../matching/index.ts'
import type { Tx } from '../../store/open.ts'
import type { Twin } from '../domain/decide-entry.ts'
import { factsOf } from '../domain/entry-key.ts'
import { rowsOfFile, type StagedTwin } from './neighbours.ts'
import type { ReadyRow } from './stage.ts'

export type Twins = {
  /** Of a batch of rows, in the order of the file. */
  of(tx: Tx, batch: TwinBatch): Promise<TwinsOfBatch>
}
type TwinBatch = {
  readonly council: string
  readonly file: string
  readonly rows: readonly ReadyRow[]
}
export type TwinsOfBatch = {
  find(row: ReadyRow): Twin | undefined
  add(twin: StagedTwin, row: ReadyRow): void
}

/** What more rows share says nothing about any of them. */
const heapMax = 30

export function openTwins(judge: Judge): Twins {
  const heaps = newRowHeaps()
  const matcher = councilMatcher(judge)
  const before = (row: ReadyRow): readonly number[] => {
    const own = heaps.rowsOf(lastingKey(row.key), heapMax)
    const others = row.keys.flatMap(key => {
      const rows = heaps.rowsOf(key, heapMax)
      return rows.length > heapMax ? [] : rows
    })
    for (const key of [lastingKey(row.key), ...row.keys]) heaps.add(key, row.raw.row)
    return [...new Set([...own, ...others])].sort((a, b) => a - b)
  }
  return {
    async of(tx, { council, file, rows }) {
      const wanted = new Map(rows.map(row => [row, before(row)]))
      const all = [...new Set([...wanted.values()].flat())]
      const known = new Map<number, Seen>()
      for (const twin of await rowsOfFile(tx, { council, file, rows: all }))
        known.set(twin.row, seen(twin, factsOf(twin.entry)))
      return {
        find(row) {
          const others = (wanted.get(row) ?? []).flatMap(at => known.get(at) ?? [])
          const same = others.find(({ twin }) => twin.comparable === row.comparable)
          if (same) return twinOf(same.twin, true)
          if (others.length === 0 || row.read.entry.isUnnamed) return undefined
          const match = matcher.decide(
            row.facts,
            others.map(({ candidate }) => candidate),
          )
          if (match.kind === 'new') return undefined
          const first = match.kind === 'same' ? match.person : match.persons[0]
          const found = known.get(Number(first))
          return found && twinOf(found.twin, false)
        },
        add: (twin, { facts }) => known.set(twin.row, seen(twin, facts)),
      }
    },
  }
}

type Seen = { readonly twin: StagedTwin; readonly candidate: Candidate }

function seen(twin: StagedTwin, facts: Facts): Seen {
  return { twin, candidate: { ...facts, person: String(twin.row) } }
}

function twinOf({ row, entryId, outcome, person }: StagedTwin, isSameWords: boolean): Twin {
  return { row, entry: entryId, outcome, person, isSameWords }
}
