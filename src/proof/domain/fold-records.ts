// Which records are of one person by now, and which stops stand on them? Told entry by entry.
import type { Id } from '../../kernel/ids.ts'
import { idIn, type LogEntry } from './log-entry.ts'
import type { Reason } from './terms.ts'

type Join = { readonly from: Id; readonly into: Id; readonly seq: number }
type Told = { readonly seq: number; readonly at: number }

export type Records = {
  /** The joins that stand, by each of the two records. */
  readonly joins: Map<Id, Join[]>
  /** By record and flag: when it was first told of those that stand. */
  readonly stops: Map<Id, Map<string, Told>>
}

export const recordKinds = [
  'people.PersonAdded',
  'people.FlagRaised',
  'people.FlagLowered',
  'people.PeopleMerged',
  'people.PeopleUnmerged',
]

export function noRecords(): Records {
  return { joins: new Map(), stops: new Map() }
}

export function tellRecords(records: Records, entry: LogEntry): void {
  teller[entry.kind]?.(records, entry)
}

const teller: Readonly<Record<string, (records: Records, entry: LogEntry) => void>> = {
  'people.PersonAdded'(records, entry) {
    const flags = entry.body.flags as readonly string[]
    for (const flag of flags) raise(records, entry, flag)
  },
  'people.FlagRaised': (records, entry) => raise(records, entry, String(entry.body.flag)),
  /** Taken back for one record, it is taken back for all that are joined with it then. */
  'people.FlagLowered'(records, entry) {
    for (const one of matesOf(records, idIn(entry, 'person'))) {
      records.stops.get(one)?.delete(String(entry.body.flag))
    }
  },
  'people.PeopleMerged'(records, entry) {
    const join = { from: idIn(entry, 'from'), into: idIn(entry, 'into'), seq: entry.seq }
    for (const end of [join.from, join.into]) {
      records.joins.set(end, [...(records.joins.get(end) ?? []), join])
    }
  },
  'people.PeopleUnmerged'(records, entry) {
    const from = idIn(entry, 'from')
    for (const join of joinsFrom(records, from)) {
      for (const end of [join.from, join.into]) {
        const left = records.joins.get(end)?.filter(one => one !== join)
        records.joins.set(end, left ?? [])
      }
    }
  },
}

function raise({ stops }: Records, entry: LogEntry, flag: string): void {
  const record = idIn(entry, 'person')
  const mine = stops.get(record) ?? new Map<string, Told>()
  stops.set(record, mine)
  if (!mine.has(flag)) mine.set(flag, { seq: entry.seq, at: entry.happenedAt })
}

function joinsFrom({ joins }: Records, from: Id): readonly Join[] {
  return (joins.get(from) ?? []).filter(join => join.from === from)
}

/** Is it joined into another: not the record in use? */
export function isJoinedInto(records: Records, record: Id): boolean {
  return joinsFrom(records, record).length > 0
}

/** All records of the same person, itself among them. */
export function matesOf({ joins }: Records, record: Id): readonly Id[] {
  const mates = new Set([record])
  for (const mate of mates) {
    for (const { from, into } of joins.get(mate) ?? []) mates.add(from).add(into)
  }
  return [...mates]
}

/** The latest of the joins that make these records one person. */
export function lastJoin({ joins }: Records, mates: readonly Id[]): number {
  return Math.max(...mates.flatMap(mate => (joins.get(mate) ?? []).map(({ seq }) => seq)))
}

const stopReasons: readonly (readonly [Reason, readonly string[]])[] = [
  ['died', ['deceased-reported', 'deceased-confirmed']],
  ['moved', ['moved-reported', 'moved-confirmed']],
  ['off-the-list', ['no-basis', 'withdrawn']],
]

export type Stop = Told & { readonly reason: Reason }

/** Of several the gravest says why; of one kind, the first that was told. */
export function stopOn({ stops }: Records, mates: readonly Id[]): Stop | undefined {
  for (const [reason, flags] of stopReasons) {
    const told = mates
      .flatMap(mate => flags.flatMap(flag => stops.get(mate)?.get(flag) ?? []))
      .sort((one, other) => one.seq - other.seq)
    if (told[0]) return { ...told[0], reason }
  }
  return undefined
}
