// What would these positions and postcodes change? Each has a key of its own; what the file says
// of it is new, other, or as it was. Rows of other councils are counted and not kept.
import type { Id } from '../../kernel/ids.ts'
import { noChanges, type PlaceRef, type Plan, plainName, result, written } from './plan.ts'
import type { NameFact, PointFact, PostcodeFact, UprnFact, Wrong } from './read-rows.ts'
import type { FactKind, FileKind, Reason, Remark, RowResult } from './terms.ts'

export type Said<T> = { readonly row: number; readonly what: string; readonly fact: T } | Wrong

/** Fed batch by batch, so that a file of all Britain is never held in memory. */
export type FactPlanner<T> = { push(batch: readonly Said<T>[]): void; end(): Plan }

type Keyed = { readonly key: string; readonly value: Record<string, unknown> }

type Rule<T> = {
  readonly kind: FileKind
  readonly factKind: FactKind
  readonly edition: string | null
  /** What stands now, by key, as it was written. */
  readonly standing: ReadonlyMap<string, string>
  /** A reason when the row is not ours, else its key and value. */
  ours(fact: T): Keyed | Reason
}

const unlistedReasons: readonly Reason[] = ['elsewhere', 'uprn-unknown', 'no-place-to-name']

function planFacts<T>(rule: Rule<T>): FactPlanner<T> {
  const results: RowResult[] = []
  const unlisted: Partial<Record<Reason, number>> = {}
  const facts = new Map<string, Record<string, unknown>>()
  const seen = new Set<string>()
  const refuse = (said: { row: number; what: string }, reason: Reason) => {
    if (unlistedReasons.includes(reason)) unlisted[reason] = (unlisted[reason] ?? 0) + 1
    else results.push(result(said, 'refused', reason))
  }
  const take = (said: { row: number; what: string }, { key, value }: Keyed) => {
    const text = written(value)
    if (seen.has(key)) return refuse(said, 'row-repeated')
    seen.add(key)
    const before = rule.standing.get(key)
    const outcome = before === undefined ? 'accepted' : before === text ? 'unchanged' : 'changed'
    results.push(result(said, outcome))
    if (outcome !== 'unchanged') facts.set(key, value)
  }
  return {
    push(batch) {
      for (const said of batch) {
        if ('reason' in said) refuse(said, said.reason)
        else {
          const keyed = rule.ours(said.fact)
          if (typeof keyed === 'string') refuse(said, keyed)
          else take(said, keyed)
        }
      }
    },
    end() {
      const own = [...facts].map(([key, value]) => ({ key, value }))
      const { kind, edition, factKind } = rule
      const changes = own.length === 0 ? [] : [{ kind: factKind, facts: own }]
      return { ...noChanges, kind, edition, results, unlisted, facts: changes }
    },
  }
}

export type Standing = ReadonlyMap<string, string>
type Edition = { readonly edition: string | null; readonly standing: Standing }

/** Without a code of its own a council takes every postcode of the file. */
export function planPostcodes(
  { edition, standing }: Edition,
  council: string | null,
): FactPlanner<PostcodeFact> {
  const rule = planFacts<PostcodeFact>({
    kind: 'postcodes',
    factKind: 'postcode',
    edition,
    standing,
    ours: ({ postcode, ...value }) =>
      council !== null && value.district !== council ? 'elsewhere' : { key: postcode, value },
  })
  return rule
}

export function planUprns(
  { edition, standing }: Edition,
  known: ReadonlySet<string>,
): FactPlanner<UprnFact> {
  return planFacts({
    kind: 'open-uprn',
    factKind: 'uprn',
    edition,
    standing,
    ours: ({ uprn, position }) =>
      known.has(uprn) ? { key: uprn, value: { position } } : 'uprn-unknown',
  })
}

export type Box = { west: number; south: number; east: number; north: number }

/** The file names councils by name only, so what is ours is what lies around our areas. */
export function planNames({ edition, standing }: Edition, box: Box | null): FactPlanner<NameFact> {
  return planFacts<NameFact>({
    kind: 'open-names',
    factKind: 'name',
    edition,
    standing,
    ours: ({ id, ...value }) => {
      const [longitude, latitude] = value.position
      const isOurs =
        box === null ||
        (longitude >= box.west &&
          longitude <= box.east &&
          latitude >= box.south &&
          latitude <= box.north)
      return isOurs ? { key: id, value } : 'elsewhere'
    },
  })
}

/** A point for each village; a village without a code is given the one that stands beside it. */
export function planPoints(
  { edition, standing }: Edition,
  villages: readonly PlaceRef[],
): FactPlanner<PointFact> {
  const codes: { place: Id; code: string }[] = []
  const planner = planFacts<PointFact>({
    kind: 'points',
    factKind: 'point',
    edition,
    standing,
    ours(fact) {
      const village = villageAt(villages, fact)
      if (!village) return 'place-unknown'
      const { code, position } = fact
      const isNew = code !== null && !village.codes.includes(code)
      if (isNew) codes.push({ place: village.id, code })
      return { key: village.id, value: { position } }
    },
  })
  return {
    push: planner.push,
    end() {
      const remarks: Remark[] = [{ remark: 'positions-approximate' }]
      return { ...planner.end(), codes, remarks }
    },
  }
}

/** By code; where two villages share one, or none has any yet, the exact name decides. */
function villageAt(villages: readonly PlaceRef[], { code, name }: PointFact): PlaceRef | undefined {
  const coded = code === null ? [] : villages.filter(one => one.codes.includes(code))
  const isNamed = (one: PlaceRef) => plainName(one.name) === plainName(name)
  if (coded.length === 1 && isNamed(coded[0] as PlaceRef)) return coded[0]
  const named = (coded.length > 0 ? coded : villages).filter(isNamed)
  if (named.length === 1) return named[0]
  if (coded.length > 0) {
    const uncoded = villages.filter(one => one.codes.length === 0 && isNamed(one))
    return uncoded.length === 1 ? uncoded[0] : coded.length === 1 ? coded[0] : undefined
  }
  return undefined
}
