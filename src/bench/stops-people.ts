// Whom does the bench of stops tell histories of? Invented people of a few villages, all members of
// one round; what happens to each is one random entry after the other, written straight to the log.
import { systemActor } from '../access/index.ts'
import { act, actInBulk, type Draft, foundCouncil } from '../events/index.ts'
import { type Id, idFrom, newId } from '../kernel/ids.ts'
import { isRefusal } from '../kernel/refusal.ts'
import type { Node } from '../node.ts'
import { flagLowered, flagRaised, peopleMerged, personAdded } from '../people/index.ts'
import { addPlaces } from '../places/index.ts'
import {
  attemptRecorded,
  memberDropped,
  memberId,
  memberJoined,
  memberRestored,
  openCampaign,
} from '../reach/index.ts'
import type { Chance } from './chance.ts'

export const council = 'stops-bench'
export const campaign = idFrom('stops', 'campaign')
export const round = idFrom('stops', 'round')
/** Few enough that a sheet of 500 lines holds a village. */
const perVillage = 400
const perAppend = 2_500

export const personOf = (nth: number): Id => idFrom('stops person', `${nth}`)
const placeOf = (kind: string, nth: number): Id => idFrom('stops', kind, `${nth}`)
const streetOf = (nth: number) => placeOf('street', Math.floor(nth / perVillage))
export const villages = (people: number): readonly Id[] =>
  Array.from({ length: Math.ceil(people / perVillage) }, (_, nth) => placeOf('village', nth))

export async function makePeople(node: Node, people: number): Promise<void> {
  await foundCouncil(node, { id: council, name: 'Stops', gss: null, practice: true })
  const places = placeRows(Math.ceil(people / perVillage))
  await must(node, addPlaces, { places, dwellings: [] })
  const rule = { lists: ['no list'], places: [], withFlags: [], withoutFlags: [] }
  const named = { title: 'Stops', purpose: 'Bench', pack: 'pandemic', memberKind: 'person' }
  const answerable = systemActor(council).id
  await must(node, openCampaign, { campaign, round, ...named, rule, answerable })
  const all = Array.from({ length: people }, (_, nth) => nth)
  await appendAll(node, [...all.map(addedAs), ...all.map(joinedAs)])
}

export async function must(node: Node, command: { name: string }, input: object) {
  const done = await act(node, systemActor(council), command, { id: newId(), input })
  if (isRefusal(done)) throw new Error(`${command.name} was refused: ${done.refused}`)
  return done
}

function placeRows(count: number) {
  const row = (kind: string, nth: number, parent: Id | null) => {
    const name = `${kind} ${nth + 1}`
    return { place: placeOf(kind, nth), parent, kind, name, gss: null, postcodes: [] }
  }
  const nths = Array.from({ length: count }, (_, nth) => nth)
  return [
    row('district', 0, null),
    ...nths.map(nth => row('village', nth, placeOf('district', 0))),
    ...nths.map(nth => row('zone', nth, placeOf('village', nth))),
    ...nths.map(nth => row('street', nth, placeOf('zone', nth))),
  ]
}

export async function appendAll(node: Node, drafts: readonly Draft[]): Promise<void> {
  await actInBulk(node, systemActor(council), {
    ...{ id: newId(), name: 'bench.stops', contentHash: new Uint8Array() },
    async work(_tx, append) {
      for (let from = 0; from < drafts.length; from += perAppend) {
        await append(drafts.slice(from, from + perAppend))
      }
      return {}
    },
  })
}

const about = (nth: number) => ({ subjects: [personOf(nth)], place: streetOf(nth) })
const memberOf = (nth: number) => memberId(round, personOf(nth))

function addedAs(nth: number): Draft {
  const contactPoints = [{ id: idFrom('stops phone', `${nth}`), kind: 'mobile' as const }]
  const value = `+447700900${String(nth % 1_000).padStart(3, '0')}`
  const rest = { dwelling: null, household: null, source: 'bench', flags: [] }
  return personAdded({
    ...about(nth),
    body: { person: personOf(nth), ...rest, contactPoints },
    words: {
      ...{ given: 'Sam', middle: '', family: `Bench ${nth}`, born: null, nhs: null },
      ...{ address: `${nth} Long Lane`, postcode: 'CB24 8RX', language: null },
      contacts: [{ value, raw: value }],
    },
  })
}

function joinedAs(nth: number): Draft {
  const next = { step: 'ring' as const, at: 0 }
  const body = { member: memberOf(nth), campaign, round, subject: personOf(nth), list: null, next }
  return memberJoined({ ...about(nth), body: { ...body, kind: 'person' } })
}

const flags = [
  ...(['do-not-call', 'deceased-reported', 'deceased-confirmed', 'moved-reported'] as const),
  ...(['moved-confirmed', 'no-basis', 'withdrawn', 'no-texts', 'visit-in-pairs'] as const),
]
const oneOf = <T>(all: readonly T[], chance: Chance): T =>
  all[Math.floor(chance() * all.length)] as T

/** Whose records were joined, and who said no. */
export type Known = { readonly joined: Set<number>; readonly saidNo: Set<number> }

/** What happens next to one of them; now and then two records turn out to be one person. */
export function somethingTo(nth: number, chance: Chance, known: Known): Draft {
  const luck = chance()
  const flag = { person: personOf(nth), flag: oneOf(flags, chance), source: 'bench' }
  if (luck < 0.3) return flagRaised({ ...about(nth), body: flag })
  if (luck < 0.6) return flagLowered({ ...about(nth), body: flag })
  if (luck < 0.7) return dropped(nth)
  if (luck < 0.8) {
    return memberRestored({ ...about(nth), body: { member: memberOf(nth), version: null } })
  }
  const mate = nth % 2 === 0 ? nth + 1 : nth - 1
  if (luck < 0.86 && !known.joined.has(nth) && !known.joined.has(mate)) {
    for (const one of [nth, mate]) known.joined.add(one)
    const body = { from: personOf(nth), into: personOf(mate) }
    return peopleMerged({ subjects: [body.from, body.into], place: streetOf(nth), body })
  }
  return tried(nth, outcomeFor(nth, chance, known.saidNo))
}

/** Who said no stays excused, whatever is tried later; so does whoever is joined with them. */
function outcomeFor(nth: number, chance: Chance, saidNo: Set<number>): keyof typeof states {
  const outcome = oneOf(['no_answer', 'no_answer', 'refused', 'spoke_complete'] as const, chance)
  const mate = nth % 2 === 0 ? nth + 1 : nth - 1
  if (outcome === 'refused') saidNo.add(nth)
  return saidNo.has(nth) || saidNo.has(mate) ? 'refused' : outcome
}

function dropped(nth: number): Draft {
  const body = { member: memberOf(nth), reason: 'off-the-list' as const, number: 2 }
  return memberDropped({ ...about(nth), body: { ...body, version: idFrom('stops', 'version') } })
}

const states = { no_answer: 'tried', refused: 'excused', spoke_complete: 'reached' } as const

function tried(nth: number, outcome: keyof typeof states): Draft {
  const isOpen = outcome === 'no_answer'
  const none = { contactPoint: null, wasStopped: false, needs: 0, until: null, promisedAt: null }
  return attemptRecorded({
    ...about(nth),
    body: {
      ...{ attempt: newId(), campaign, round, member: memberOf(nth), channel: 'call', outcome },
      ...{ isAttempt: true, asked: outcome === 'spoke_complete', ...none },
      state: states[outcome],
      reason: outcome === 'refused' ? 'said-no' : null,
      scriptVersion: null,
      next: isOpen ? { step: 'ring', at: 0 } : { step: 'none', at: null },
    },
  })
}
