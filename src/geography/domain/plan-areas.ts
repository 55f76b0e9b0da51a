// What would these areas change? A code, never a name, says which area is which. An edition is the
// whole set: areas that it no longer has have ended, and stay on the record with their shape.
import type { Id } from '../../kernel/ids.ts'
import {
  type HeldRow,
  noChanges,
  type PlaceRef,
  type Plan,
  plainName,
  result,
  written,
} from './plan.ts'
import type { AreaKind, Reason, RowResult, Shape } from './terms.ts'

export type AreaRead = {
  readonly row: number
  readonly what: string
  readonly code: string
  readonly name: string
  readonly nameCy: string | null
  readonly council: string | null
  readonly shape: Shape
}
export type WrongRead = {
  readonly row: number
  readonly what: string
  readonly reason: Reason
  readonly at?: string
}

export type AreaValue = {
  readonly name: string
  readonly nameCy: string | null
  readonly edition: string | null
  readonly shape: Shape
}

export type AreaState = {
  /** The council's own code, if it has one. */
  readonly council: string | null
  readonly standing: ReadonlyMap<string, AreaValue>
  readonly villages: readonly PlaceRef[]
  readonly ended: readonly PlaceRef[]
  /** Codes that a person said are no village of ours, or a new one: the answer stands. */
  readonly settled: ReadonlyMap<string, Id>
}

export type AreaInput = {
  readonly kind: AreaKind
  readonly edition: string | null
  readonly areas: readonly (AreaRead | WrongRead)[]
  /** Villages: people are organised by them. Map: they are only drawn. */
  readonly takenAs: 'villages' | 'map'
}

export function planAreas(state: AreaState, input: AreaInput): Plan {
  const { kind, edition, takenAs } = input
  const results: RowResult[] = []
  const held: HeldRow[] = []
  const taken: AreaRead[] = []
  const seen = new Set<string>()
  for (const area of input.areas) {
    if ('reason' in area) {
      const at = area.at === undefined ? {} : { at: area.at }
      results.push({ ...result(area, 'refused', area.reason), ...at })
    } else if (isElsewhere(state, area)) results.push(result(area, 'refused', 'elsewhere'))
    else if (seen.has(area.code)) results.push(result(area, 'refused', 'code-twice'))
    else {
      seen.add(area.code)
      taken.push(area)
      const other = takenAs === 'villages' ? otherCode(state, area) : undefined
      if (other) held.push(question(area, other))
      results.push(
        other ? result(area, 'needs_review', 'code-of-another-name') : stands(state, input, area),
      )
    }
  }
  const heldCodes = new Set(held.map(one => one.code))
  const sure = taken.filter(area => !heldCodes.has(area.code))
  const refused = results.some(
    ({ outcome, reasons }) => outcome === 'refused' && !reasons.includes('elsewhere'),
  )
  // A feature that could not be read has not ended; nor has anything when the file is in doubt.
  const ended = refused ? [] : [...state.standing.keys()].filter(code => !seen.has(code))
  const isNone = taken.length === 0
  const facts = [
    ...taken.filter(area => isOther(state, edition, area)).map(area => factOf(area, edition)),
    ...(isNone ? [] : ended.map(key => ({ key, value: null }))),
  ]
  const remarks = !isNone && ended.length > 0 ? [{ remark: 'others-end', count: ended.length }] : []
  const places = takenAs === 'villages' ? asVillages(state, sure) : {}
  return {
    ...noChanges,
    kind,
    edition,
    takenAs,
    results,
    remarks: remarks as Plan['remarks'],
    facts: [{ kind, facts }],
    held,
    ...places,
  }
}

function isElsewhere({ council }: AreaState, area: AreaRead): boolean {
  return council !== null && area.council !== null && area.council !== council
}

function stands(state: AreaState, { takenAs, edition }: AreaInput, area: AreaRead): RowResult {
  const known = state.standing.get(area.code)
  const isNewVillage = takenAs === 'villages' && !villageOf(state, area)
  if (!known) return result(area, 'accepted')
  return result(area, isOther(state, edition, area) || isNewVillage ? 'changed' : 'unchanged')
}

function isOther(state: AreaState, edition: string | null, area: AreaRead): boolean {
  const known = state.standing.get(area.code)
  return known === undefined || written(known) !== written(asValue(area, edition))
}

function asValue({ name, nameCy, shape }: AreaRead, edition: string | null): AreaValue {
  return { name, nameCy, edition, shape }
}

function factOf(area: AreaRead, edition: string | null) {
  return { key: area.code, value: { ...asValue(area, edition) } }
}

function villageOf(state: AreaState, { code, name }: AreaRead): PlaceRef | undefined {
  const coded = state.villages.find(one => one.codes.includes(code))
  if (coded) return coded
  const said = state.settled.get(code)
  if (said) return state.villages.find(one => one.id === said)
  const named = state.villages.filter(one => plainName(one.name) === plainName(name))
  return named.length === 1 && named[0]?.codes.length === 0 ? named[0] : undefined
}

/** A village of that name has another code: renumbered, or another village? A person knows. */
function otherCode(state: AreaState, area: AreaRead): PlaceRef | undefined {
  if (villageOf(state, area)) return undefined
  return state.villages.find(one => plainName(one.name) === plainName(area.name))
}

function question({ row, what, code, name }: AreaRead, other: PlaceRef): HeldRow {
  const words = { what, uprn: '', address: '', street: '', village: name, postcode: '' }
  return {
    row,
    reason: 'code-of-another-name',
    question: `code ${code}`,
    near: other.id,
    code,
    words,
  }
}

function asVillages(state: AreaState, areas: readonly AreaRead[]) {
  const known = areas.map(area => ({ area, village: villageOf(state, area) }))
  const again = new Map(
    known.flatMap(({ area: { code }, village }) => {
      const ended = village ? undefined : state.ended.find(one => one.codes.includes(code))
      return ended ? [[code, ended.id] as const] : []
    }),
  )
  return {
    reopened: [...again.values()],
    villages: known.flatMap(({ area: { code, name }, village }) =>
      village || again.has(code) ? [] : [{ code, name }],
    ),
    codes: known.flatMap(({ area: { code }, village }) => {
      const ended = again.get(code)
      if (ended) return [{ place: ended, code }]
      return village && !village.codes.includes(code) ? [{ place: village.id, code }] : []
    }),
    renamed: known.flatMap(({ area, village }) => {
      const before = state.standing.get(area.code)
      const follows = village && before && plainName(before.name) === plainName(village.name)
      return follows && area.name !== village.name ? [{ place: village.id, name: area.name }] : []
    }),
  }
}
