// Somebody says where it is: rows that waited get their street, people get their place, and the
// answer is remembered, so that the next file does not ask again.
import { z } from 'zod'
import { command, type DecideContext, decided } from '../../events/commands.ts'
import type { Draft } from '../../events/kinds.ts'
import type { Id } from '../../kernel/ids.ts'
import { refuse } from '../../kernel/refusal.ts'
import { personCorrected } from '../../people/domain/events.ts'
import { type AliasKind, aliasRemembered, type PlaceKind } from '../../places/domain/events.ts'
import { memberPlaced } from '../../reach/domain/events.ts'
import { codesGiven, whereAnswered } from './events.ts'
import { type NewHome, plainName } from './plan.ts'
import { streetAlias } from './plan-addresses.ts'
import { homeKey } from './read-address-row.ts'
import { spelling } from './street-key.ts'
import type { Reason } from './terms.ts'
import { added, homesAdded, homesCorrected } from './version-drafts.ts'

export const AnswerWhere = z.strictObject({
  question: z.uuid(),
  /** `another`: it is a street, or a village, of its own. */
  answer: z.enum(['place', 'another', 'leave-out']),
  place: z.uuid().nullable(),
  /** For people: everybody with this postcode, also those of files to come. */
  rememberPostcode: z.boolean(),
})
export type AnswerWhere = z.infer<typeof AnswerWhere>

export type WaitingRow = {
  readonly reason: Reason
  readonly near: Id | null
  readonly code: string | null
  readonly edition: string | null
  readonly uprn: string | null
  readonly address: string
  readonly street: string
  readonly village: string
  readonly postcode: string
  /** A home of ours with this number or address by now. */
  readonly known: Id | null
}
export type WaitingPerson = {
  readonly id: Id
  readonly key: string
  readonly members: readonly Id[]
}
/** A place with what lies in its village, so that a street can be found or put in a zone. */
export type Target = {
  readonly id: Id
  readonly kind: PlaceKind
  readonly village: Id
  readonly zone: Id | null
  readonly district: Id | null
  readonly streets: readonly { readonly id: Id; readonly name: string }[]
  readonly zones: readonly { readonly id: Id; readonly name: string }[]
  readonly villageName: string
}
export type WhereState =
  | {
      readonly kind: 'rows'
      readonly rows: readonly WaitingRow[]
      readonly target: Target | null
      /** Around what the rows seem to be near. */
      readonly near: Target | null
    }
  | {
      readonly kind: 'people'
      readonly people: readonly WaitingPerson[]
      readonly postcode: string
      readonly target: Target | null
    }

export const answerWhere = command<AnswerWhere, WhereState>({
  name: 'geography.answer-where',
  input: AnswerWhere,
  may: 'geography.answer',
  decide(state, input, context) {
    if (state.kind === 'people') return placePeople(state, input)
    const { rows } = state
    if (rows.length === 0) return refuse('already-done')
    if (input.answer === 'leave-out') return leftOut(input.question, rows.length)
    const drafts = placeRows(state, input, context)
    if (!drafts) return refuse('not-found')
    return decided(
      [...drafts.drafts, answered(input, drafts.at, { rows: rows.length, people: 0 })],
      {
        rows: rows.length,
        people: 0,
      },
    )
  },
})

type Done = { readonly rows: number; readonly people: number }

function answered(
  { question }: Pick<AnswerWhere, 'question'>,
  place: Id | null,
  done: Done,
): Draft {
  const answer = place === null ? 'left-out' : 'placed'
  return whereAnswered({ subjects: [], place, body: { question, ...done, answer } })
}

function leftOut(question: Id, rows: number) {
  return decided([answered({ question }, null, { rows, people: 0 })], { rows: 0, people: 0 })
}

type People = Extract<WhereState, { kind: 'people' }>

function placePeople({ people, postcode, target }: People, input: AnswerWhere) {
  if (people.length === 0) return refuse('already-done')
  if (!target || input.answer !== 'place') return refuse('not-found')
  const keys = [...new Set(people.map(one => one.key).filter(key => key !== ''))]
  const memory =
    input.rememberPostcode && postcode !== ''
      ? [remember('postcode', postcode, target.id)]
      : keys.map(key => remember('address', key, target.id))
  const done = { rows: 0, people: people.length }
  const drafts = people.flatMap(person => placed(person, target.id))
  return decided([...drafts, ...memory, answered(input, target.id, done)], done)
}

/** The person, and each campaign that they are counted in. */
export function placed({ id, members }: WaitingPerson, place: Id, dwelling?: Id | null): Draft[] {
  const home = dwelling ? { dwelling } : {}
  const body = { person: id, fields: ['place'], place, ...home, source: 'staff' }
  return [
    personCorrected({ subjects: [id], place, body, words: {} }),
    ...members.map(member => memberPlaced({ subjects: [id], place, body: { member } })),
  ]
}

function remember(kind: AliasKind, key: string, place: Id): Draft {
  return aliasRemembered({ subjects: [], place, body: { kind }, words: { key } })
}

type Rows = Extract<WhereState, { kind: 'rows' }>
type Placed = { readonly drafts: readonly Draft[]; readonly at: Id }

function placeRows(state: Rows, input: AnswerWhere, context: DecideContext): Placed | undefined {
  const [first] = state.rows
  if (!first) return undefined
  if (first.reason === 'code-of-another-name') return giveCode(state, input, { first, ...context })
  if (input.answer === 'another') {
    const near = state.near
    if (first.reason !== 'street-two-spellings' || !near) return undefined
    return intoStreets(state.rows, { ...near, streets: [] }, context)
  }
  const { target } = state
  if (!target || target.kind === 'district') return undefined
  const done = intoStreets(state.rows, target, context)
  return { at: target.id, drafts: [...done.drafts, ...memoryOf(first, target)] }
}

function giveCode(
  { target, near }: Rows,
  { answer }: AnswerWhere,
  { first, newId }: { first: WaitingRow; newId: DecideContext['newId'] },
): Placed | undefined {
  const { code, edition, village } = first
  if (code === null) return undefined
  const given = (place: Id) =>
    codesGiven({ subjects: [], body: { version: null, codes: [{ place, code, edition }] } })
  if (answer === 'place') {
    return target?.kind === 'village' ? { at: target.id, drafts: [given(target.id)] } : undefined
  }
  if (!near?.district) return undefined
  const id = newId()
  const own = added({ id, kind: 'village', parent: near.district, name: village, gss: code })
  return { at: id, drafts: [own, given(id)] }
}

function memoryOf(first: WaitingRow, target: Target): Draft[] {
  if (first.reason === 'village-unknown') {
    return [remember('village', first.code ?? plainName(first.village), target.village)]
  }
  if (first.reason === 'street-two-spellings' && target.kind === 'street') {
    return [remember('street', streetAlias(target.village, first.street), target.id)]
  }
  return []
}

/** Into the street that was chosen, else into the streets of these names, old or new. */
function intoStreets(
  rows: readonly WaitingRow[],
  target: Target,
  { newId }: DecideContext,
): Placed {
  const drafts: Draft[] = []
  const streets = new Map(target.streets.map(one => [spelling(one.name), one.id]))
  const zone = zoneOf(target, newId, drafts)
  let at = target.id
  const streetFor = (name: string): Id => {
    if (target.kind === 'street' && target.streets.length > 0) return target.id
    const known = streets.get(spelling(name))
    if (known) return known
    const id = newId()
    streets.set(spelling(name), id)
    drafts.push(added({ id, kind: 'street', parent: zone(), name }))
    at = id
    return id
  }
  const byStreet = Map.groupBy(rows, row => streetFor(row.street))
  for (const [street, own] of byStreet) {
    const fresh = own.filter(row => row.known === null).map(homeOf)
    const known = own.flatMap(row => (row.known ? [{ ...homeOf(row), id: row.known }] : []))
    if (fresh.length > 0) drafts.push(homesAdded(street, fresh, { newId }))
    if (known.length > 0) drafts.push(homesCorrected(street, known))
  }
  return { drafts, at }
}

/** Made only when a new street needs it. */
function zoneOf(target: Target, newId: DecideContext['newId'], drafts: Draft[]): () => Id {
  let zone = target.zone ?? (target.zones.length === 1 ? target.zones[0]?.id : undefined)
  return () => {
    const name = target.villageName
    zone ??= target.zones.find(one => plainName(one.name) === plainName(name))?.id
    if (zone === undefined) {
      zone = newId()
      drafts.push(added({ id: zone, kind: 'zone', parent: target.village, name }))
    }
    return zone
  }
}

function homeOf({ uprn, address, postcode }: WaitingRow): NewHome {
  return { uprn, address, postcode, key: homeKey(address, postcode) }
}
