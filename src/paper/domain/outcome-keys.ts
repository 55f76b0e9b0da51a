// Which key stands in which box of a sheet, which at its foot, and which may be typed back?
import {
  type CoreOutcome,
  coreOutcomes,
  type HazardPack,
  outcomeKeys as keysOfOutcomes,
} from '../../hazards/domain/index.ts'
import { meanings } from '../../reach/domain/index.ts'

export type SheetAsks = {
  /** The kind of sheet says how they were tried. */
  readonly channel: 'call' | 'doorstep'
  readonly about: 'person' | 'home'
}

/** Of each the key that is inside its box. */
export const paperKeyOf = (core: CoreOutcome): string => keysOfOutcomes[core].paper

/** In the order of the boxes: what came before, then what only some emergencies ask. */
const inOrder = [...'ANVDWRBLMXYGZUOJCHKFIQETP']
/** Who types says it: nobody tried this one. */
export const untriedKey = 'S'
const boxesMax = 10

/** What is marked most, whatever happens. */
const mostUsed = { call: 'ANVWRBX', doorstep: 'ANVRBX', home: 'ANVRBE' } as const
/** What one kind of emergency asks at each door, before the rarer of the ordinary ones. */
const ofSomePacks = 'YGZUOJ'
const ordinary = 'MWDL'

const onlyAtDoors = 'QETU'
const onlyOfCalls = 'P'
/** Of a home nobody says that they moved, died or lie in hospital. */
const onlyOfPersons = 'DWMXCHK'

function isAsked(key: string, { channel, about }: SheetAsks): boolean {
  if (channel === 'call' ? onlyAtDoors.includes(key) : onlyOfCalls.includes(key)) return false
  return about === 'home' ? !onlyOfPersons.includes(key) : key !== 'E'
}

export type SheetKeys = { readonly boxes: readonly string[]; readonly foot: readonly string[] }

/** So many as fit a line, the most used; the others are told at the foot. */
export function keysOn(pack: HazardPack, asks: SheetAsks): SheetKeys {
  const offered = new Set(pack.outcomes.map(paperKeyOf))
  const first = asks.about === 'home' ? mostUsed.home : mostUsed[asks.channel]
  const own = [...ofSomePacks].filter(key => offered.has(key))
  const rare = inOrder.filter(key => offered.has(key) || key === onlyOfCalls)
  const all = [...new Set([...first, ...own, ...ordinary, ...rare])]
  const asked = all.filter(key => isAsked(key, asks))
  const sorted = (keys: readonly string[]) => inOrder.filter(key => keys.includes(key))
  return { boxes: sorted(asked.slice(0, boxesMax)), foot: sorted(asked.slice(boxesMax)) }
}

/** Facts are kept: whatever its way can mean, offered by its pack or not. */
export function outcomeOf(text: string, asks: SheetAsks): CoreOutcome | undefined {
  const key = text.trim().toUpperCase()
  if (key !== untriedKey && !(inOrder.includes(key) && isAsked(key, asks))) return undefined
  return coreOutcomes.find(core => paperKeyOf(core) === key)
}

/** Of all that may be typed, in the order of the boxes. */
export function typedKeys(asks: SheetAsks): readonly string[] {
  return [...inOrder.filter(key => isAsked(key, asks)), untriedKey]
}

/** What has to be written beside a key, or may be. */
export function tellsOf(key: string): 'until' | 'since' | 'where' | undefined {
  const core = coreOutcomes.find(one => paperKeyOf(one) === key)
  return core && meanings[core].tells
}

/** Somebody who may know was spoken to, so that needs may have been told. */
export function mayTellNeeds(core: CoreOutcome): boolean {
  return meanings[core].asked || spokenTo.includes(core)
}

const spokenTo: readonly CoreOutcome[] = [
  ...(['someone_else', 'call_back_later', 'interrupted'] as const),
  ...(['carer_answered', 'interpreter_needed'] as const),
]

/** Nobody goes back after these, or not before a day, so that nothing is promised. */
export function endsTrying(core: CoreOutcome): boolean {
  return meanings[core].bucket === 'excused'
}
