// What would loading this file do, as things stand now? The same for a preview and for the load.
import { createHash } from 'node:crypto'
import type { Tx } from '../../store/open.ts'
import { countsOf, type Plan, written } from '../domain/plan.ts'
import { planAddresses } from '../domain/plan-addresses.ts'
import { planAreas } from '../domain/plan-areas.ts'
import {
  type FactPlanner,
  planNames,
  planPoints,
  planPostcodes,
  planUprns,
  type Said,
} from '../domain/plan-facts.ts'
import { type AddressRow, readAddressRow } from '../domain/read-address-row.ts'
import {
  type Lookup,
  type Row,
  readNameRow,
  readPointRow,
  readPostcodeRow,
  readUprnRow,
  type Wrong,
} from '../domain/read-rows.ts'
import {
  type Counts,
  type FileKind,
  type FileProblem,
  isFileProblem,
  type Outcome,
  type Reason,
  type Remark,
} from '../domain/terms.ts'
import { type Received, readPlacesFile, type TableFile } from '../reading/read-file.ts'
import { toWgs84 } from '../reading/to-wgs84.ts'
import {
  addressState,
  areaState,
  councilBox,
  councilRef,
  knownUprns,
  villageRefs,
  writtenFacts,
} from './read-state.ts'

export type PlanOptions = {
  readonly isInMetres: boolean
  /** What the areas of the file are for us; null is what is usual for their kind. */
  readonly takenAs: 'villages' | 'map' | null
  readonly onRows?: (rows: number) => void
}
export type Planned = { readonly plan: Plan; readonly checksum: string }

export async function planFile(
  tx: Tx,
  council: string,
  asked: { readonly file: Received; readonly options: PlanOptions },
): Promise<Planned | FileProblem> {
  const { file, options } = asked
  const read = await readPlacesFile(file, options)
  if (isFileProblem(read)) return read
  const { checksum } = read
  if ('table' in read) {
    const plan = await planTable(tx, council, { table: read.table, options })
    return isFileProblem(plan) ? plan : { plan, checksum }
  }
  const { areas } = read
  const state = await areaState(tx, council, areas.kind)
  const takenAs = options.takenAs ?? (areas.kind === 'parishes' ? 'villages' : 'map')
  const plan = planAreas(state, { ...areas, takenAs })
  options.onRows?.(areas.areas.length)
  return { plan: { ...plan, remarks: [...areas.remarks, ...plan.remarks] }, checksum }
}

type Tabled = { readonly table: TableFile; readonly options: PlanOptions }

async function planTable(tx: Tx, council: string, tabled: Tabled): Promise<Plan | FileProblem> {
  const plan = await planRows(tx, council, tabled)
  return isFileProblem(plan)
    ? plan
    : { ...plan, remarks: [...tabled.table.remarks, ...plan.remarks] }
}

async function planRows(tx: Tx, council: string, tabled: Tabled): Promise<Plan | FileProblem> {
  const { edition, kind } = tabled.table
  if (kind === 'addresses') return planHomes(tx, council, tabled)
  if (kind === 'postcodes') {
    const standing = await writtenFacts(tx, council, 'postcode')
    const { gss } = await councilRef(tx, council)
    return fed(tabled, planPostcodes({ edition, standing }, gss), readPostcodeRow)
  }
  if (kind === 'open-uprn') {
    const standing = await writtenFacts(tx, council, 'uprn')
    const planner = planUprns({ edition, standing }, await knownUprns(tx, council))
    return fed(tabled, planner, readUprnRow)
  }
  if (kind === 'open-names') {
    const standing = await writtenFacts(tx, council, 'name')
    const planner = planNames({ edition, standing }, await councilBox(tx, council))
    return fed(tabled, planner, readNameRow)
  }
  const standing = await writtenFacts(tx, council, 'point')
  const villages = await villageRefs(tx, council)
  return fed(tabled, planPoints({ edition, standing }, villages), readPointRow)
}

async function fed<T>(
  tabled: Tabled,
  planner: FactPlanner<T>,
  read: (lookup: Lookup, row: Row) => Said<T>,
): Promise<Plan | FileProblem> {
  const lookup = { columns: tabled.table.columns, toWgs84 }
  const problem = await eachBatch(tabled, rows => planner.push(rows.map(row => read(lookup, row))))
  return problem ?? planner.end()
}

async function planHomes(tx: Tx, council: string, tabled: Tabled): Promise<Plan | FileProblem> {
  const state = await addressState(tx, council)
  if (state.villages.length === 0) return { problem: 'no-village-yet' }
  const lookup = { columns: tabled.table.columns, toWgs84 }
  const rows: (AddressRow | Wrong)[] = []
  const problem = await eachBatch(tabled, batch => {
    for (const row of batch) rows.push(readAddressRow(lookup, row))
  })
  return problem ?? planAddresses(state, { rows, edition: tabled.table.edition })
}

async function eachBatch(
  { table, options }: Tabled,
  take: (rows: readonly Row[]) => void,
): Promise<FileProblem | undefined> {
  let count = 0
  for (let next = await table.rows.next(); ; next = await table.rows.next()) {
    if (next.done) return next.value
    take(next.value)
    count += next.value.length
    options.onRows?.(count)
  }
}

/** What a person is shown before they say yes, and what stands with the version after. */
export type Summary = {
  readonly kind: FileKind
  readonly edition: string | null
  readonly takenAs: 'villages' | 'map'
  readonly counts: Counts
  readonly remarks: readonly Remark[]
  readonly reasons: readonly ReasonCount[]
  readonly villages: number
  readonly streets: number
  readonly homes: number
  readonly questions: number
  readonly checksum: string
  /** The same again only if the load would do the same. */
  readonly digest: string
}
export type ReasonCount = {
  readonly outcome: Outcome
  readonly reason: Reason
  readonly rows: number
}

export function summaryOf({ plan, checksum }: Planned): Summary {
  const { kind, edition, takenAs, remarks, villages, streets, held } = plan
  return {
    kind,
    edition,
    takenAs,
    counts: countsOf(plan),
    remarks,
    reasons: reasonCounts(plan),
    villages: villages.length,
    streets: streets.filter(({ street }) => !('id' in street)).length,
    homes: streets.reduce((all, { homes }) => all + homes.length, 0),
    questions: new Set(held.map(one => one.question)).size,
    checksum,
    digest: digestOf(plan, checksum),
  }
}

function reasonCounts({ results, unlisted }: Plan): ReasonCount[] {
  const counts = new Map<string, ReasonCount>()
  const add = (outcome: Outcome, reason: Reason, rows: number) => {
    const before = counts.get(`${outcome} ${reason}`)?.rows ?? 0
    counts.set(`${outcome} ${reason}`, { outcome, reason, rows: before + rows })
  }
  for (const { outcome, reasons } of results) for (const one of reasons) add(outcome, one, 1)
  for (const [reason, rows] of Object.entries(unlisted)) add('refused', reason as Reason, rows)
  return [...counts.values()].sort((one, other) => other.rows - one.rows)
}

function digestOf({ results, unlisted, facts, takenAs }: Plan, checksum: string): string {
  const hash = createHash('sha256').update(`${checksum} ${takenAs} ${written(unlisted)}`)
  for (const { row, outcome, reasons } of results) hash.update(`${row} ${outcome} ${reasons}\n`)
  for (const { kind, facts: own } of facts) hash.update(`${kind} ${own.length}\n`)
  return hash.digest('hex')
}
