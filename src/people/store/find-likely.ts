// Who in the register shares a telling fact with somebody about to be added?
import { lastingKeys } from '../../matching/index.ts'
import type { Tx } from '../../store/open.ts'
import {
  type Described,
  factsOfDescribed,
  type Weighed,
  weighLikely,
} from '../domain/weigh-likely.ts'
import { judgeOf } from './council-judge.ts'
import { findCandidates } from './find-candidates.ts'
import { factsElsewhere, leadsElsewhere } from './told-elsewhere.ts'

const likelyMax = 50
/** Reviews opened by one addition; a very common name would otherwise fill the queue. */
const doubtsMax = 3

/** The likeliest first. Of the whole council: a duplicate may lie in another village. */
export async function findLikely(
  tx: Tx,
  council: string,
  said: Described,
): Promise<readonly Weighed[]> {
  const facts = factsOfDescribed(said)
  const keys = lastingKeys(facts)
  const leads = await leadsElsewhere(tx, council, keys)
  const candidates = await findCandidates(tx, council, { keys, leads })
  if (candidates.length === 0) return []
  const people = [...new Set(candidates.map(({ person }) => person))]
  const records = [...candidates, ...(await factsElsewhere(tx, council, people))]
  return weighLikely(await judgeOf(tx, council), facts, records).slice(0, likelyMax)
}

/** Those about whom a person must judge once somebody was added all the same. */
export async function findDoubts(tx: Tx, council: string, said: Described) {
  const likely = await findLikely(tx, council, said)
  return likely
    .flatMap(({ person, review }) => (review === null ? [] : [{ person, reason: review }]))
    .slice(0, doubtsMax)
}
