// Which packs are there, and which outcomes? Pure: a domain and a phone may use it.
import { assert } from '../../kernel/assert.ts'
import { shipped } from './data/index.ts'
import { HazardPack, type NeedKind, type OutcomeWord } from './pack.ts'

export { isAtRisk, type Known, triesBeforeConcern } from './at-risk.ts'
export { ConcernRule, type Severity, severities, usualConcernRule } from './concern-rule.ts'
export { type NeedMark, needMarks } from './need-marks.ts'
export { outcomeKeys } from './outcome-keys.ts'
export { HazardPack, type NeedKind, type OutcomeWord, ScriptLines } from './pack.ts'
export { type CoreOutcome, coreOutcomes, type StepName, stepNames } from './terms.ts'
export type { LadderStep } from './usual-ladder.ts'

const shippedPacks: readonly HazardPack[] = shipped.map(pack => HazardPack.parse(pack))
const known: HazardPack[] = [...shippedPacks]
/** With these campaigns began, and no file says them any more. */
const kept: HazardPack[] = []

/** Every pack, all versions: those that ship, then the council's own. */
export function allPacks(): readonly HazardPack[] {
  return known
}

/** A pack of the council's own, read from its file. One of the same id and version replaces it. */
export function addPack(pack: HazardPack): void {
  const at = known.findIndex(one => one.id === pack.id && one.version === pack.version)
  if (at === -1) known.push(pack)
  else known[at] = pack
}

/** Comes with Doorstep, so that it is there as long as Doorstep is. */
export function isShipped({ id, version }: HazardPack): boolean {
  return shippedPacks.some(pack => pack.id === id && pack.version === version)
}

/** Stays for the campaigns that began with it, though no file says it; no new one takes it. */
export function keepPack(pack: HazardPack): void {
  if (!findPack(pack.id, pack.version)) kept.push(pack)
}

/** The newest version of each, as a new campaign may take them. */
export function newestPacks(): readonly HazardPack[] {
  return known.filter(pack => findPack(pack.id) === pack)
}

/** A pack by id and version; the newest when no version is named. */
export function findPack(id: string, version?: number): HazardPack | undefined {
  if (version === undefined) {
    return known.filter(pack => pack.id === id).sort((a, b) => b.version - a.version)[0]
  }
  return [...known, ...kept].find(pack => pack.id === id && pack.version === version)
}

export function getPack(id: string, version: number): HazardPack {
  const pack = findPack(id, version)
  assert(pack, `the hazard pack ${id} version ${version} is there`)
  return pack
}

export function findNeedKind(pack: HazardPack, code: string): NeedKind | undefined {
  return pack.needKinds.find(kind => kind.code === code)
}

export function findOutcomeWord(pack: HazardPack, code: string): OutcomeWord | undefined {
  return pack.outcomeWords.find(word => word.code === code)
}
