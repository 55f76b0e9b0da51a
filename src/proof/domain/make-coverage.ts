// What does a proof say? Standings become lines of codes, and a head that adds them up.
import type { Id } from '../../kernel/ids.ts'
import { canonical } from './canonical.ts'
import type { Lists, Version } from './fold-lists.ts'
import { type Places, pathOf, villageOf } from './fold-places.ts'
import type { Member, Standing } from './fold-round.ts'
import { type CoverageHead, form, type Line, type Subject } from './proof-form.ts'
import { countStates, type Reason, reasons } from './terms.ts'

export type Facts = Subject & {
  readonly key: string
  readonly issued: { readonly at: number; readonly by: Id }
  readonly memberKind: CoverageHead['memberKind']
  readonly lastsHours: number | null
}

export type Told = {
  readonly standings: readonly Standing[]
  readonly places: Places
  readonly versions: Lists['versions']
}

export type Making = {
  /** The code of somebody in this proof alone. */
  codeOf(id: Id): string
  digestOf(text: string): string
}

export type Coverage = {
  readonly head: CoverageHead
  readonly lines: readonly Line[]
  /** Whom the codes stand for. It stays in the council and is in no file. */
  readonly members: ReadonlyMap<string, Pick<Member, 'id' | 'subject'>>
  readonly staff: ReadonlyMap<string, Id>
}

/** In the order of the codes, so that the order says nothing of anybody. */
export function makeCoverage(facts: Facts, told: Told, making: Making): Coverage {
  const here = told.standings.filter(({ member }) => liesIn(told.places, facts, member.place))
  const named = namedVersions(told, here)
  const numbers = new Map(named.map(([id], at) => [id, at]))
  const lines = here
    .map(standing => lineOf(standing, { ...told, ...making, numbers }))
    .toSorted((one, other) => (one.code < other.code ? -1 : 1))
  const { issued, ...subject } = facts
  const head: CoverageHead = {
    ...subject,
    form,
    kind: 'coverage',
    issued: { at: text(issued.at), by: making.codeOf(issued.by) },
    counts: countStates(lines),
    reasons: countReasons(lines),
    villages: countVillages(lines, told.places),
    versions: named.map(([, version]) => version),
    digests: lines.map(line => making.digestOf(canonical(line))),
  }
  return { head, lines, ...codeList(facts, here, making) }
}

function codeList({ issued }: Facts, here: readonly Standing[], { codeOf }: Making) {
  const staff = new Set([issued.by, ...here.flatMap(({ tries }) => tries.map(({ by }) => by))])
  return {
    members: new Map(here.map(({ member }) => [codeOf(member.id), member])),
    staff: new Map([...staff].map(id => [codeOf(id), id])),
  }
}

export function text(ms: number): string {
  return new Date(ms).toISOString()
}

function liesIn(places: Places, { place }: Facts, at: Id | null): boolean {
  return place === null || pathOf(places, at).includes(place.id)
}

function namedVersions({ versions }: Told, here: readonly Standing[]): [Id, Version][] {
  const ids = new Set(here.flatMap(standing => standing.versions))
  return [...versions]
    .filter(([id]) => ids.has(id))
    .toSorted(([, one], [, other]) => one.entry - other.entry)
}

type Lining = Told & Making & { readonly numbers: ReadonlyMap<Id, number> }

function lineOf(standing: Standing, { places, numbers, codeOf }: Lining): Line {
  const { member, state, reason, since, entry, countedAs } = standing
  return {
    code: codeOf(member.id),
    kind: member.kind as Line['kind'],
    village: villageOf(places, member.place),
    state,
    reason,
    since: text(since),
    entry,
    until: standing.until === null ? null : text(standing.until),
    countedAs: countedAs === null ? null : codeOf(countedAs),
    joined: { at: text(member.joinedAt), entry: member.entry, list: member.list },
    versions: standing.versions
      .flatMap(id => numbers.get(id) ?? [])
      .toSorted((one, other) => one - other),
    tries: standing.tries.map(({ by, at, until, ...one }) => ({
      ...one,
      at: text(at),
      by: codeOf(by),
      ...(until === undefined ? {} : { until: text(until) }),
    })),
  }
}

export function countReasons(lines: readonly Line[]): CoverageHead['reasons'] {
  const found: Partial<Record<Reason, number>> = {}
  for (const reason of reasons) {
    const n = lines.filter(line => line.reason === reason).length
    if (n > 0) found[reason] = n
  }
  return found
}

function countVillages(lines: readonly Line[], places: Places): CoverageHead['villages'] {
  const groups = [...Map.groupBy(lines, ({ village }) => village)]
  return groups
    .map(([id, some]) => {
      const name = id === null ? '' : (places.get(id)?.name ?? '')
      return { id, name, counts: countStates(some) }
    })
    .toSorted((one, other) => ((one.id ?? '~') < (other.id ?? '~') ? -1 : 1))
}
