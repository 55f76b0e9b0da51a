// How long does it take to print a call sheet of 500 people: recorded, drawn, as a file?
import { sql } from 'kysely'
import { scopeOf, systemActor } from '../access/index.ts'
import { act } from '../events/index.ts'
import { newId } from '../kernel/ids.ts'
import { isRefusal } from '../kernel/refusal.ts'
import { endSheet, printSheet, sheetAsPdf } from '../paper/index.ts'
import { startRound } from '../reach/index.ts'
import type { Bench } from './bench.ts'
import { type Figure, spreadFigures } from './result.ts'
import { openTown, type Town, townCouncil } from './town.ts'

const linesWanted = 500
const msMax = 3_000
const timesUsual = 5

export const bench: Bench = async ({ seed, count, io, dataDir }) => {
  const town = await openTown({ dataDir, seed, io })
  try {
    await everybodyDue(town)
    const [asked, drawn]: [number[], number[]] = [[], []]
    let [lines, bytes] = [0, 0]
    const times = count ?? timesUsual
    const bar = io.progress('Sheets printed', times)
    for (let i = 0; i < times; i++) {
      const startedMs = performance.now()
      const sheet = newId()
      lines = await print(town, sheet)
      const printedMs = performance.now()
      bytes = await draw(town, sheet)
      asked.push(printedMs - startedMs)
      drawn.push(performance.now() - startedMs)
      const input = { sheet, how: 'destroyed', note: '' }
      await act(town.node, systemActor(townCouncil), endSheet, { id: newId(), input })
      bar.update(i + 1)
    }
    bar.end()
    const figures: Figure[] = [
      {
        measure: 'people on the sheet',
        figure: lines,
        unit: '',
        target: { is: 'exactly', value: linesWanted },
      },
      ...spreadFigures('recorded as printed', asked, msMax),
      ...spreadFigures('recorded and drawn as a file', drawn, msMax),
      { measure: 'bytes of the file', figure: bytes, unit: '' },
    ]
    return { name: 'paper', load: `${times} sheets of ${lines} people`, seed, figures }
  } finally {
    await town.close()
  }
}

const who = { council: townCouncil, actor: systemActor(townCouncil).id }

/** A new round: everybody waits to be rung. */
async function everybodyDue({ node, campaign }: Town): Promise<void> {
  const found = await node.store.transaction(who, tx =>
    sql<{ number: number }>`select max(number) + 1 as number from rounds
      where council = ${townCouncil} and campaign = ${campaign}`.execute(tx),
  )
  const number = found.rows[0]?.number ?? 1
  const input = { campaign, round: newId(), number, reason: 'The bench prints everybody' }
  const done = await act(node, systemActor(townCouncil), startRound, { id: newId(), input })
  if (isRefusal(done)) throw new Error(`The round was refused: ${done.refused}`)
}

async function print({ node, campaign }: Town, sheet: string): Promise<number> {
  const nothing = { place: null, caller: null, person: null, need: null, blank: 0 }
  const words = { forWhom: 'The bench', reason: 'A figure', ring: '01632 960001', items: '' }
  const asked = { kind: 'call', days: 0, limitPence: null }
  const input = { sheet, campaign, ...nothing, ...words, ...asked }
  const done = await act(node, systemActor(townCouncil), printSheet, { id: sheet, input })
  if (isRefusal(done)) throw new Error(`The sheet was refused: ${done.refused}`)
  return Number(done.answer?.lines ?? 0)
}

async function draw({ node }: Town, sheet: string): Promise<number> {
  const asked = { permission: 'paper.print', now: node.clock.now() }
  const scope = scopeOf(node.registry.permissions, systemActor(townCouncil), asked)
  const bytes = await node.store.transaction(who, tx => sheetAsPdf(tx, scope, sheet))
  return bytes?.length ?? 0
}
