// Which events does a confirmed plan become? The version first, then what it brings, parents
// before children, and last the account of its rows.
import type { Draft } from '../../events/kinds.ts'
import type { Id } from '../../kernel/ids.ts'
import {
  dwellingsAdded,
  dwellingsCorrected,
  placeAdded,
  placeRenamed,
  placesReopened,
  postcodesPlaced,
} from '../../places/domain/events.ts'
import { codesGiven, factsSet, loadConfirmed, rowsAccounted, rowsHeld } from './events.ts'
import { countsOf, type NewHome, type Plan, plainName } from './plan.ts'
import { spelling } from './street-key.ts'

export type VersionAsked = {
  readonly plan: Plan
  readonly version: Id
  readonly number: number
  readonly checksum: string
  readonly fileName: string
  readonly council: { readonly name: string; readonly gss: string | null }
  /** The top of the tree; null while there is none. */
  readonly district: Id | null
  readonly zones: readonly { readonly id: Id; readonly village: Id; readonly name: string }[]
  /** Names of the villages that are there. */
  readonly villageNames: ReadonlyMap<Id, string>
  newId(): Id
  /** The same words give the same id: a row held again is the same question. */
  idFrom(...words: readonly string[]): Id
}

const rowsPerEvent = 2_000
const factsPerEvent = 400
const shapesPerEvent = 50

export function versionDrafts(asked: VersionAsked): Draft[] {
  const streets = streetDrafts(asked)
  return [
    confirmed(asked),
    ...villageDrafts(asked),
    ...reopenedDrafts(asked),
    ...factDrafts(asked),
    ...codeDrafts(asked),
    ...asked.plan.renamed.map(body => placeRenamed({ subjects: [], place: body.place, body })),
    ...streets.drafts,
    ...heldDrafts(asked, streets.ids),
    ...accountDrafts(asked),
  ]
}

function confirmed({ plan, version, number, checksum, fileName }: VersionAsked): Draft {
  const { kind, edition, takenAs, remarks, unlisted } = plan
  return loadConfirmed({
    subjects: [],
    body: {
      version,
      kind,
      number,
      edition,
      checksum,
      takenAs,
      counts: countsOf(plan),
      remarks: [...remarks],
      unlisted: unlisted as Record<string, number>,
    },
    words: { fileName },
  })
}

type NewPlace = {
  readonly id: Id
  readonly kind: 'district' | 'village' | 'zone' | 'street'
  readonly parent: Id | null
  readonly name: string
  readonly gss?: string | null
  readonly postcodes?: readonly string[]
}

export function added({ id, kind, parent, name, gss = null, postcodes = [] }: NewPlace): Draft {
  const body = { place: id, kind, parent, name, gss, postcodes: [...postcodes] }
  return placeAdded({ subjects: [], place: id, body })
}

function villageDrafts({ plan, district, council, version, newId }: VersionAsked): Draft[] {
  if (plan.villages.length === 0) return []
  const top = district ?? newId()
  const { name, gss } = council
  const own = district ? [] : [added({ id: top, kind: 'district', parent: null, name, gss })]
  const villages = plan.villages.map(village => ({ ...village, id: newId() }))
  const codes = villages.map(({ id, code }) => ({ place: id, code, edition: plan.edition }))
  return [
    ...own,
    ...villages.map(({ id, code, name }) =>
      added({ id, kind: 'village', parent: top, name, gss: code }),
    ),
    codesGiven({ subjects: [], body: { version, codes } }),
  ]
}

function reopenedDrafts({ plan }: VersionAsked): Draft[] {
  const places = [...plan.reopened]
  return places.length === 0 ? [] : [placesReopened({ subjects: [], body: { places } })]
}

function factDrafts({ plan, version, number }: VersionAsked): Draft[] {
  return plan.facts.flatMap(({ kind, facts }) => {
    const isShape = ['wards', 'parishes', 'lsoa', 'msoa'].includes(kind)
    return slices(facts, isShape ? shapesPerEvent : factsPerEvent).map(own =>
      factsSet({ subjects: [], body: { version, number, kind, facts: own } }),
    )
  })
}

function codeDrafts({ plan, version }: VersionAsked): Draft[] {
  if (plan.codes.length === 0) return []
  const codes = plan.codes.map(one => ({ ...one, edition: plan.edition }))
  return [codesGiven({ subjects: [], body: { version, codes } })]
}

type Streets = { readonly drafts: Draft[]; readonly ids: ReadonlyMap<string, Id> }

function streetDrafts(asked: VersionAsked): Streets {
  const zones = zoneBook(asked)
  const ids = new Map<string, Id>()
  const groups = asked.plan.streets.map(group => {
    const { street } = group
    if ('id' in street) return { ...group, id: street.id, draft: [] }
    const id = asked.newId()
    ids.set(`${street.village}|${spelling(street.name)}`, id)
    const parent = zones.zoneFor(street.village, street.zone)
    return { ...group, id, draft: [added({ id, kind: 'street', parent, name: street.name })] }
  })
  const reopened = groups.filter(one => one.isReopened).map(one => one.id)
  const drafts = [
    ...zones.drafts,
    ...groups.flatMap(one => one.draft),
    ...(reopened.length > 0 ? [placesReopened({ subjects: [], body: { places: reopened } })] : []),
    ...groups.flatMap(({ id, homes }) => (homes.length > 0 ? [homesAdded(id, homes, asked)] : [])),
    ...groups.flatMap(({ id, corrected }) =>
      corrected.length > 0 ? [homesCorrected(id, corrected)] : [],
    ),
    ...groups.flatMap(({ id, postcodes }) =>
      postcodes.length > 0
        ? [postcodesPlaced({ subjects: [], place: id, body: { postcodes: [...postcodes] } })]
        : [],
    ),
  ]
  return { drafts, ids }
}

/** A file without zones puts its streets into one zone of the village's own name. */
function zoneBook({ zones, villageNames, newId }: VersionAsked) {
  const book = new Map(zones.map(one => [`${one.village}|${plainName(one.name)}`, one.id]))
  const drafts: Draft[] = []
  return {
    drafts,
    zoneFor(village: Id, named: string): Id {
      const own = zones.filter(one => one.village === village)
      const name = named === '' ? (villageNames.get(village) ?? '') : named
      const only = named === '' && own.length === 1 ? own[0]?.id : undefined
      const known = only ?? book.get(`${village}|${plainName(name)}`)
      if (known) return known
      const id = newId()
      book.set(`${village}|${plainName(name)}`, id)
      drafts.push(added({ id, kind: 'zone', parent: village, name }))
      return id
    },
  }
}

export function homesAdded(
  street: Id,
  homes: readonly NewHome[],
  { newId }: Pick<VersionAsked, 'newId'>,
): Draft {
  const dwellings = homes.map(({ uprn }) => ({ id: newId(), uprn }))
  return dwellingsAdded({ subjects: [], place: street, body: { dwellings }, words: wordsOf(homes) })
}

export function homesCorrected(
  street: Id,
  homes: readonly (NewHome & { readonly id: Id })[],
): Draft {
  const dwellings = homes.map(({ id, uprn }) => ({ id, uprn }))
  return dwellingsCorrected({
    subjects: [],
    place: street,
    body: { dwellings },
    words: wordsOf(homes),
  })
}

function wordsOf(homes: readonly NewHome[]) {
  return { addresses: homes.map(({ address, postcode, key }) => ({ address, postcode, key })) }
}

function heldDrafts(
  { plan, version, idFrom }: VersionAsked,
  streets: ReadonlyMap<string, Id>,
): Draft[] {
  const held = plan.held.map(one => {
    const { nearStreet: named } = one
    const street = named && streets.get(`${named.village}|${spelling(named.name)}`)
    const { row, reason, near, code, words } = one
    const id = idFrom('held', plan.kind, one.question, words.uprn, words.address, words.postcode)
    const question = idFrom('question', one.question)
    const body = { id, question, row, reason, near: street ?? near, code, edition: plan.edition }
    return { body, words }
  })
  const once = [...new Map(held.map(one => [one.body.id, one])).values()]
  return slices(once, rowsPerEvent).map(own =>
    rowsHeld({
      subjects: [],
      body: { version, held: own.map(one => one.body) },
      words: { rows: own.map(one => one.words) },
    }),
  )
}

function accountDrafts({ plan, version }: VersionAsked): Draft[] {
  return slices(plan.results, rowsPerEvent).map(own =>
    rowsAccounted({
      subjects: [],
      body: {
        version,
        rows: own.map(({ row, outcome, reasons, at }) => {
          return { row, outcome, reasons: [...reasons], ...(at === undefined ? {} : { at }) }
        }),
      },
      words: { whats: own.map(({ what }) => what) },
    }),
  )
}

function slices<T>(all: readonly T[], size: number): T[][] {
  const starts = Array.from({ length: Math.ceil(all.length / size) }, (_, at) => at * size)
  return starts.map(start => all.slice(start, start + size))
}
