// Does a reader who asks "since N" ever miss an event? Many write, others read on, all is counted.
import { addUser, systemActor, systemId } from '../access/index.ts'
import { openDatabase } from '../cli/database.ts'
import { act, foundCouncil, readLog } from '../events/index.ts'
import { newId } from '../kernel/ids.ts'
import { isRefusal } from '../kernel/refusal.ts'
import { openNode } from '../main.ts'
import type { Node } from '../node.ts'
import type { Bench } from './bench.ts'
import { type Chance, chanceFrom } from './chance.ts'

const eventsUsual = 20_000
const writersCount = 12
const readersCount = 4
const grantsMax = 4

export const bench: Bench = async ({ seed, count, io, dataDir }) => {
  const events = count ?? eventsUsual
  const database = await openDatabase(dataDir, { isServer: true, url: undefined })
  const node = await openNode(database)
  try {
    await foundCouncil(node, { id: 'readers', name: 'Readers', gss: null, practice: true })
    const progress = io.progress('Events', events)
    const startedMs = performance.now()
    const found = await readWhileWriting(node, {
      council: 'readers',
      events,
      seed,
      onWritten: progress.update,
    })
    progress.end()
    const seconds = (performance.now() - startedMs) / 1000
    return {
      name: 'readers',
      load: `${writersCount} writers, ${readersCount} readers asking "since N", ${events} events`,
      seed,
      figures: [
        {
          measure: 'events missed by any reader',
          figure: found.missed,
          unit: '',
          target: { is: 'exactly', value: 0 },
        },
        { measure: 'events read, by all readers', figure: found.read, unit: '' },
        { measure: 'questions asked', figure: found.questions, unit: '' },
        { measure: 'events written a second', figure: found.written / seconds, unit: '' },
      ],
    }
  } finally {
    await node.store.close()
    await database.stop()
  }
}

export type Reading = {
  readonly council: string
  readonly events: number
  readonly seed: number
  readonly onWritten?: (count: number) => void
}

export type Found = { written: number; read: number; missed: number; questions: number }

/** Missed is what stands in the log and a reader was not given, or was given out of order. */
export async function readWhileWriting(node: Node, reading: Reading): Promise<Found> {
  const chance = chanceFrom(reading.seed)
  const state = { written: 0, isWritten: false }
  const readers = Array.from({ length: readersCount }, () => read(node, reading.council, state))
  const writers = Array.from({ length: writersCount }, () =>
    write(node, reading, { state, chance }),
  )
  await Promise.all(writers)
  state.isWritten = true
  const reads = await Promise.all(readers)
  const all = await readAll(node, reading.council)
  return {
    written: state.written,
    read: reads.reduce((sum, one) => sum + one.seen.length, 0),
    missed: reads.reduce((sum, one) => sum + difference(all, one.seen), 0),
    questions: reads.reduce((sum, one) => sum + one.questions, 0),
  }
}

type State = { written: number; isWritten: boolean }

async function write(
  node: Node,
  { council, events, onWritten }: Reading,
  { state, chance }: { state: State; chance: Chance },
): Promise<void> {
  while (state.written < events) {
    // Of different lengths, so that transactions overtake each other on their way to the log.
    const grants = Array.from({ length: Math.floor(chance() * grantsMax) }, () => ({
      role: 'officer' as const,
      place: null,
      purpose: 'bench',
      until: null,
    }))
    const input = { user: newId(), name: 'Ruth Okafor', email: null, grants }
    const done = await act(node, systemActor(council), addUser, { id: newId(), input })
    if (isRefusal(done)) throw new Error(`A writer was refused: ${done.refused}`)
    state.written += 1 + grants.length
    onWritten?.(state.written)
  }
}

/** Asks on from the last position it was given; after the writers are done, once more. */
async function read(node: Node, council: string, state: State) {
  const seen: number[] = []
  let questions = 0
  for (;;) {
    const isLast = state.isWritten
    const page = await since(node, council, seen.at(-1) ?? 0)
    seen.push(...page)
    questions += 1
    if (isLast && page.length === 0) return { seen, questions }
  }
}

async function readAll(node: Node, council: string): Promise<number[]> {
  const all: number[] = []
  for (;;) {
    const page = await since(node, council, all.at(-1) ?? 0)
    if (page.length === 0) return all
    all.push(...page)
  }
}

async function since(node: Node, council: string, after: number): Promise<number[]> {
  const page = await node.store.transaction({ council, actor: systemId }, tx =>
    readLog(tx, council, after),
  )
  return page.map(event => event.seq)
}

function difference(all: readonly number[], seen: readonly number[]): number {
  const missing = all.filter((seq, i) => seen[i] !== seq).length
  return missing + Math.max(0, seen.length - all.length)
}
