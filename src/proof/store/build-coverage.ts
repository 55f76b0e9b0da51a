// What does a proof say? Folded from the log up to its position, the same whenever it is asked.
import type { Id } from '../../kernel/ids.ts'
import type { Tx } from '../../store/open.ts'
import { type Places, placeKinds, tellPlaces } from '../domain/fold-places.ts'
import { beginRound, roundKinds, standingsOf, tellRound } from '../domain/fold-round.ts'
import { type Coverage, makeCoverage, text } from '../domain/make-coverage.ts'
import { codeIn, digestOf } from '../signing.ts'
import { campaignFacts } from './campaign-facts.ts'
import { logEntries } from './read-log.ts'

/** Everything about a proof that is not in the log before its position. */
export type ProofFacts = {
  readonly council: string
  readonly proof: Id
  readonly number: number
  readonly campaign: Id
  readonly round: Id
  readonly place: Id | null
  /** Milliseconds since 1970 UTC. */
  readonly at: number
  readonly position: number
  readonly hash: string
  readonly key: string
  readonly issuedAt: number
  readonly issuedBy: Id
  readonly councilName: string
  readonly campaignTitle: string
  readonly placeName: string
}

/** Undefined where the log knows no such campaign and round by then. */
export async function buildCoverage(tx: Tx, facts: ProofFacts): Promise<Coverage | undefined> {
  const { council, campaign, position } = facts
  const found = await campaignFacts(tx, council, { campaign, position })
  const round = found?.rounds.find(({ id }) => id === facts.round)
  if (!found || !round) return undefined
  const folded = await foldLog(tx, facts)
  const { memberKind, lastsHours } = found
  const standings = standingsOf(folded.round, { at: facts.at, lastsHours })
  return makeCoverage(
    {
      council: { id: council, name: facts.councilName },
      number: facts.number,
      proof: facts.proof,
      campaign: { id: campaign, title: facts.campaignTitle },
      round,
      place: placeOf(facts, folded.places),
      at: text(facts.at),
      log: { position, hash: facts.hash },
      key: facts.key,
      issued: { at: facts.issuedAt, by: facts.issuedBy },
      memberKind,
      lastsHours,
    },
    { standings, places: folded.places, versions: folded.round.lists.versions },
    { codeOf: codeIn(facts.proof), digestOf },
  )
}

function placeOf({ place, placeName }: ProofFacts, places: Places) {
  if (place === null) return null
  return { id: place, name: placeName, kind: places.get(place)?.kind ?? '' }
}

async function foldLog(tx: Tx, { council, round: id, position }: ProofFacts) {
  const places: Places = new Map()
  const round = beginRound(id)
  const kinds = [...roundKinds, ...placeKinds]
  for await (const entry of logEntries(tx, council, { kinds, until: position })) {
    if (placeKinds.includes(entry.kind)) tellPlaces(places, entry)
    else tellRound(round, entry)
  }
  return { places, round }
}
