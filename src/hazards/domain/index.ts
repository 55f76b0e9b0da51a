// Which packs are there, and which outcomes? Pure: a domain and a phone may use it.
import { assert } from '../../kernel/assert.ts'
import pandemic from './data/pandemic.json' with { type: 'json' }
import winterWelfare from './data/winter-welfare.json' with { type: 'json' }
import { HazardPack, type NeedKind, type OutcomeWord } from './pack.ts'

export { ConcernRule, type Severity, severities, usualConcernRule } from './concern-rule.ts'
export { HazardPack, type LadderStep, type NeedKind, type OutcomeWord } from './pack.ts'
export { type CoreOutcome, coreOutcomes, type StepName, stepNames } from './terms.ts'

/** Every pack that ships, all versions; a campaign keeps the version it began with. */
export const packs: readonly HazardPack[] = [pandemic, winterWelfare].map(pack =>
  HazardPack.parse(pack),
)

/** A pack by id and version; the newest when no version is named. */
export function findPack(id: string, version?: number): HazardPack | undefined {
  return packs
    .filter(pack => pack.id === id && (version === undefined || pack.version === version))
    .sort((one, other) => other.version - one.version)[0]
}

export function getPack(id: string, version: number): HazardPack {
  const pack = findPack(id, version)
  assert(pack, `the hazard pack ${id} version ${version} ships`)
  return pack
}

export function findNeedKind(pack: HazardPack, code: string): NeedKind | undefined {
  return pack.needKinds.find(kind => kind.code === code)
}

export function findOutcomeWord(pack: HazardPack, code: string): OutcomeWord | undefined {
  return pack.outcomeWords.find(word => word.code === code)
}
