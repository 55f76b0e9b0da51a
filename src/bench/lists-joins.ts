// Whom does a load itself join, and about whom does it ask? The labelled lists go through the
// importer one after the other; the truth is known, and nobody answers the questions.
import { systemActor } from '../access/index.ts'
import { openDatabase } from '../cli/database.ts'
import { importList, whoMayBeMeant } from '../lists/index.ts'
import { openNode } from '../main.ts'
import type { Node } from '../node.ts'
import type { BenchOptions } from './bench.ts'
import { makeDistrict } from './empty-district.ts'
import { share } from './link-accuracy.ts'
import { type LabelledRow, labelledRows, lists } from './link-rows.ts'
import { scoreClusters } from './link-score.ts'
import { cellOf } from './link-table.ts'
import type { BenchResult, Figure } from './result.ts'

const council = 'E07000012'
const rowsOfAll = 17_912
const header =
  'Reference,NHS number,First name,Middle names,Surname,Date of birth,Address line 1,' +
  'Address line 2,Town,Postcode,UPRN,Phone,Mobile,Email,Reason'

export async function benchJoins(options: BenchOptions): Promise<BenchResult> {
  const { seed, dataDir, io, count = rowsOfAll } = options
  const rows = labelledRows(seed, count / rowsOfAll)
  await makeDistrict({ dataDir, seed, io }, council)
  const database = await openDatabase(dataDir, { isServer: true, url: undefined })
  const node = await openNode(database)
  const startedMs = performance.now()
  try {
    for (const list of lists) await loadList(node, list, rows)
    const seconds = (performance.now() - startedMs) / 1000
    const entries = await entriesOf(node)
    const load = `${rows.length} rows of five lists through the importer, into an empty district`
    const pace = { measure: 'rows a second', figure: rows.length / seconds, unit: '' }
    return { name: 'lists', load, seed, figures: [...figuresOf(rows, entries), pace] }
  } finally {
    await node.store.close()
    await database.stop()
  }
}

async function loadList(node: Node, list: string, rows: readonly LabelledRow[]): Promise<void> {
  const lines = rows.flatMap((row, at) => (row.list === list ? [lineOf(row, at)] : []))
  const chunks = (async function* () {
    yield new TextEncoder().encode([header, ...lines, ''].join('\n'))
  })()
  const shrinkReason = 'Each file is another list.'
  const done = await importList(node, systemActor(council.toLowerCase()), {
    name: `${list}.csv`,
    chunks,
    shrinkReason,
  })
  if (!('counts' in done)) throw new Error(`Broken: ${list} was refused: ${JSON.stringify(done)}`)
}

function lineOf({ cells, list }: LabelledRow, at: number): string {
  const { 'account id': _, ...said } = cells
  return [`r${at}`, ...Object.values(said), list].map(cellOf).join(',')
}

type Entry = {
  readonly row: number
  readonly person: string | null
  readonly candidates: readonly string[]
}

/** Who waits is shown with whom they may be by now, as the page of held rows does. */
async function entriesOf(node: Node): Promise<readonly Entry[]> {
  const actor = systemActor(council.toLowerCase())
  return node.store.transaction({ council: actor.council, actor: actor.id }, async tx => {
    const found = await tx
      .selectFrom('list_entries')
      .select(['facts', 'raw', 'person', 'candidates'])
      .orderBy('id')
      .execute()
    const entries: Entry[] = []
    for (const { facts, raw, person, candidates } of found) {
      const row = Number(String((raw as string[])[0]).slice(1))
      const meant = person ? [] : await whoMayBeMeant(tx, actor.council, facts as never)
      entries.push({ row, person, candidates: [...(candidates ?? []), ...meant] })
    }
    return entries
  })
}

function figuresOf(rows: readonly LabelledRow[], entries: readonly Entry[]): Figure[] {
  const truth = Int32Array.from(rows, ({ person }) => person.ref)
  const [joined, rowsOf] = [alone(rows.length), new Map<string, number[]>()]
  for (const { row, person } of entries) {
    if (person === null) continue
    const own = rowsOf.get(person) ?? []
    rowsOf.set(person, [...own, row])
    joined[row] = own[0] ?? row
  }
  const asked = entries.filter(one => one.candidates.length > 0)
  const answered = joined.slice()
  let right = 0
  for (const { row, candidates } of asked) {
    const named = candidates.flatMap(person => rowsOf.get(person) ?? [])
    const meant = named.find(at => truth[at] === truth[row])
    if (meant === undefined) continue
    right += 1
    answered[row] = answered[meant] as number
  }
  const [machine, people] = [scoreClusters(joined, truth), scoreClusters(answered, truth)]
  return [
    { measure: 'entries', figure: entries.length, unit: '' },
    { measure: 'joined by the load: pairs', figure: machine.found, unit: '' },
    share('joined by the load: precision', machine.precision, 0.999),
    share('joined by the load: recall', machine.recall),
    { measure: 'rows asked about', figure: asked.length, unit: '' },
    { measure: 'of them right to ask', figure: right, unit: '' },
    share('joined or asked about: recall', people.recall, 0.97),
  ]
}

function alone(count: number): Int32Array {
  return Int32Array.from({ length: count }, (_, at) => at)
}
