// What else knows what happened to two records while they were joined? Each capability brings its
// part, as with pages: this one may not import them. Money comes the same way once it is here.
import type { Draft } from '../../events/index.ts'
import type { Id } from '../../kernel/ids.ts'
import type { Tx } from '../../store/open.ts'
import type { Side, Thing, ThingKind } from '../domain/parting.ts'

export type PartingAsk = {
  readonly tx: Tx
  readonly council: string
  /** Milliseconds since 1970 UTC. */
  readonly now: number
  /** The two people that there will be. */
  readonly from: Id
  readonly into: Id
  /** All records of each. */
  readonly mine: readonly Id[]
  readonly theirs: readonly Id[]
  /** The last time that `from` was joined. */
  readonly joined: { readonly seq: number; readonly at: Date }
  /** What parts asked before found of a thing: an attempt, a contact point, a need. */
  thingOf(id: Id): Thing | undefined
}

export type PartingFound = {
  readonly things: readonly Thing[]
  /** Other names under which later parts ask for a thing: its contact points. */
  readonly alsoKnownAs?: ReadonlyMap<Id, Id>
  readonly moves: readonly Draft[]
}

export type SettleAsk = {
  readonly tx: Tx
  readonly council: string
  readonly now: number
  readonly thing: Id
  readonly code: string
  /** Whose it is now, and all records of them; and the other of the two. */
  readonly to: Id
  readonly records: readonly Id[]
  readonly other: Id
  readonly others: readonly Id[]
}

export type PartingPart = {
  /** Kinds that it has something to say of when they are settled. */
  readonly kinds: readonly ThingKind[]
  /** Parts with a smaller number are asked first: what follows an attempt needs to know of it. */
  readonly nth: number
  find(ask: PartingAsk): Promise<PartingFound>
  settle(ask: SettleAsk): Promise<readonly Draft[]>
}

const parts: PartingPart[] = []

/** Called once, where a capability is put together. */
export function addPartingPart(part: PartingPart): void {
  if (!parts.includes(part)) parts.push(part)
}

/** What puts a thing where it belongs: its own capability, and whatever goes along with it. */
export async function settleThing(kind: ThingKind, ask: SettleAsk): Promise<readonly Draft[]> {
  const drafts: Draft[] = []
  for (const part of parts) {
    if (part.kinds.includes(kind)) drafts.push(...(await part.settle(ask)))
  }
  return drafts
}

/** One after another: they share one transaction, and later ones build on earlier ones. */
export async function findThings(
  ask: Omit<PartingAsk, 'thingOf'>,
): Promise<{ readonly things: readonly Thing[]; readonly moves: readonly Draft[] }> {
  const things = new Map<Id, Thing>()
  const names = new Map<Id, Id>()
  const moves: Draft[] = []
  const thingOf = (id: Id) => things.get(names.get(id) ?? id)
  for (const part of [...parts].sort((a, b) => a.nth - b.nth)) {
    const found = await part.find({ ...ask, thingOf })
    for (const thing of found.things) things.set(thing.id, thing)
    for (const [name, id] of found.alsoKnownAs ?? []) names.set(name, id)
    moves.push(...found.moves)
  }
  return { things: [...things.values()], moves }
}

/** The side that a record is on. */
export function sideOf(ask: Pick<PartingAsk, 'mine'>, record: Id): Side {
  return ask.mine.includes(record) ? 'from' : 'into'
}
