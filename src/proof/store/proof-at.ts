// What would a proof of any moment say? Made and signed for once, and never issued: for checking.
import type { Id } from '../../kernel/ids.ts'
import type { Tx } from '../../store/open.ts'
import type { Json } from '../domain/canonical.ts'
import type { Coverage } from '../domain/make-coverage.ts'
import type { CoveragePart } from '../domain/proof-form.ts'
import { newKeyPair, signHead } from '../signing.ts'
import { buildCoverage } from './build-coverage.ts'
import { positionAt } from './read-log.ts'

export type ProofAsked = {
  readonly proof: Id
  readonly campaign: Id
  readonly round: Id
  readonly place: Id | null
  readonly at: number
}

type Made = {
  readonly proof: {
    readonly id: Id
    readonly round: Id
    readonly at: Date
    readonly place: Id | null
  }
  readonly made: Coverage
  readonly part: CoveragePart
}

export async function proofAt(
  tx: Tx,
  council: string,
  asked: ProofAsked,
): Promise<Made | undefined> {
  const { proof: id, round, place, at } = asked
  const pair = newKeyPair()
  const made = await buildCoverage(tx, {
    ...asked,
    ...(await positionAt(tx, council, new Date(at))),
    council,
    number: 1,
    key: pair.publicKey,
    issuedAt: at,
    issuedBy: id,
    councilName: council,
    campaignTitle: '',
    placeName: '',
  })
  if (!made) return undefined
  const signature = signHead(made.head as unknown as Json, pair)
  const part = { head: made.head, lines: [...made.lines], signature }
  return { proof: { id, round, at: new Date(at), place }, made, part }
}
