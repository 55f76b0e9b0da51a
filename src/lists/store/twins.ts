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
  /** Of a batch of rows, in the order of the file; the batch before may not be decided yet. */
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
  const recent = recentRows()
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
      const from = recent.begin(rows[0]?.raw.row ?? 0)
      const asked = [...new Set([...wanted.values()].flat())].filter(row => row < from)
      const kept = new Map<number, Seen>()
      for (const twin of await rowsOfFile(tx, { council, file, rows: asked }))
        kept.set(twin.row, seen(twin, factsOf(twin.entry)))
      const seenAt = (row: number) => kept.get(row) ?? recent.rows.get(row)
      return {
        find(row) {
          const others = (wanted.get(row) ?? []).flatMap(at => seenAt(at) ?? [])
          const same = others.find(({ twin }) => twin.comparable === row.comparable)
          if (same) return twinOf(same.twin, true)
          if (others.length === 0 || row.read.entry.isUnnamed) return undefined
          const match = matcher.decide(
            row.facts,
            others.map(({ candidate }) => candidate),
          )
          if (match.kind === 'new') return undefined
          const first = match.kind === 'same' ? match.person : match.persons[0]
          const found = seenAt(Number(first))
          return found && twinOf(found.twin, false)
        },
        add: (twin, { facts }) => recent.rows.set(twin.row, seen(twin, facts)),
      }
    },
  }
}

/** Rows of the last two batches: they may not stand in the side table when they are asked for. */
function recentRows() {
  const rows = new Map<number, Seen>()
  let [before, last] = [0, 0]
  return {
    rows,
    /** A batch begins with this row. Gives the first row that has to be remembered for it. */
    begin(row: number): number {
      for (const old of rows.keys()) if (old < before) rows.delete(old)
      before = last
      last = row
      return before
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
