// Evidence in words. Only this file says what the codes mean to a reader, so that other codes or
// other weights change nothing else.
import type { Lang } from '../../pages/strings/index.ts'
import { type Evidence, type FactName, type Found, factNames } from '../domain/evidence.ts'
import type { Weighed } from '../domain/weigh-pair.ts'
import type { Likely } from '../store/weigh-said.ts'
import { reviewStrings } from './review-strings.ts'

/** What is remarkable about how two facts compare; empty when the word beside the mark says it. */
export function mannerWords(lang: Lang, { manner }: Found): string {
  return manner ? reviewStrings(lang).manners[manner] : ''
}

/** The facts that say most, strongest first, as one sentence without its beginning. */
const saidMax = 3

export function forWords(lang: Lang, evidence: Evidence, { speaksFor }: Weighed): string {
  return listOf(lang, evidence, speaksFor)
}

export function againstWords(lang: Lang, evidence: Evidence, { against }: Weighed): string {
  return listOf(lang, evidence, against)
}

/**
 * How two records look and why, in whole sentences. What is not the same is always said: a birthday
 * one day off may speak for one person, and whoever decides has to see it.
 */
export function likelyWords(lang: Lang, { evidence, weighed }: Likely): string {
  const t = reviewStrings(lang)
  const speaksFor = weighed.speaksFor.filter(name => evidence[name].agreement === 'same')
  const forIt = listOf(lang, evidence, speaksFor)
  const differs = factNames
    .filter(name => ['close', 'different'].includes(evidence[name].agreement))
    .map(name => saying(lang, name, evidence[name]))
  return [
    `${t.likeness[weighed.likeness]}.`,
    ...(forIt ? [`${t.speaksFor} ${forIt}`] : []),
    ...(differs.length > 0 ? [`${t.differs} ${differs.join(', ')}.`] : []),
  ].join(' ')
}

function listOf(lang: Lang, evidence: Evidence, names: readonly FactName[]): string {
  const said = names.slice(0, saidMax).map(name => saying(lang, name, evidence[name]))
  return said.length === 0 ? '' : `${said.join(', ')}.`
}

function saying(lang: Lang, name: FactName, { agreement, manner }: Found): string {
  const t = reviewStrings(lang)
  const label = t[`fact_${name}`]
  const fact = name === 'nhs' ? label : `${label.charAt(0).toLowerCase()}${label.slice(1)}`
  if (agreement === 'different') return t.saysOther(fact)
  if (agreement === 'close') return t.saysClose(fact)
  return manner === 'unusual' ? t.saysUnusual(fact) : t.saysSame(fact)
}
