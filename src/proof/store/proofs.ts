// Which proofs are there, and what does one say? Only those of places that the reader may see.
import { sql } from 'kysely'
import { inScope, type Scope } from '../../access/index.ts'
import { assert } from '../../kernel/assert.ts'
import type { Id } from '../../kernel/ids.ts'
import type { Tx } from '../../store/open.ts'
import { canonical, type Json } from '../domain/canonical.ts'
import type { Coverage } from '../domain/make-coverage.ts'
import type { Counts } from '../domain/terms.ts'
import { digestOf } from '../signing.ts'
import { buildCoverage } from './build-coverage.ts'

export type Proof = {
  readonly id: Id
  readonly number: number
  readonly campaign: Id
  readonly round: Id
  readonly place: Id | null
  readonly at: Date
  readonly position: number
  readonly hash: string
  readonly counts: Counts
  readonly digest: string
  readonly key: string
  readonly signature: string
  readonly issuedAt: Date
  readonly issuedBy: Id
  readonly issuer: string | null
  readonly councilName: string
  readonly campaignTitle: string
  readonly placeName: string
  readonly countersigns: number
}

const proofRow = sql<Proof>`select p.id, p.number, p.campaign, p.round, p.place, p.at, p.position,
    p.hash, p.counts, p.digest, p.key, p.signature, p.issued_at as "issuedAt",
    p.issued_by as "issuedBy", u.name as issuer, coalesce(p.council_name, '') as "councilName",
    coalesce(p.campaign_title, '') as "campaignTitle", coalesce(p.place_name, '') as "placeName",
    (select count(*)::int from proof_countersigns s
      where s.council = p.council and s.proof = p.id) as countersigns
  from proofs p left join users u on u.council = p.council and u.id = p.issued_by`

const proofsMax = 500

/** Newest first; of one campaign, or of all. */
export async function proofsOf(
  tx: Tx,
  scope: Scope,
  campaign: Id | null,
): Promise<readonly Proof[]> {
  const found = await sql<Proof>`${proofRow}
    where p.council = ${scope.council} and ${inScope(scope, 'p.place')}
      and ${campaign === null ? sql`true` : sql`p.campaign = ${campaign}`}
    order by p.number desc limit ${proofsMax}`.execute(tx)
  return found.rows
}

type After = {
  readonly campaign?: Id | undefined
  readonly after?: Id | undefined
  readonly limit: number
}

/** In the order of their ids, with one more than was asked for, if there is one. */
export async function proofsAfter(
  tx: Tx,
  scope: Scope,
  { campaign, after, limit }: After,
): Promise<readonly Proof[]> {
  const found = await sql<Proof>`${proofRow}
    where p.council = ${scope.council} and ${inScope(scope, 'p.place')}
      and (${campaign ?? null}::uuid is null or p.campaign = ${campaign ?? null}::uuid)
      and (${after ?? null}::uuid is null or p.id > ${after ?? null}::uuid)
    order by p.id limit ${limit + 1}`.execute(tx)
  return found.rows
}

export async function findProof(tx: Tx, scope: Scope, id: Id): Promise<Proof | undefined> {
  const found = await sql<Proof>`${proofRow}
    where p.council = ${scope.council} and p.id = ${id} and ${inScope(scope, 'p.place')}
  `.execute(tx)
  return found.rows[0]
}

/** By their digests, so that one stands for one content, whichever council it is of. */
const kept = new Map<string, Coverage>()
const keptMax = 8

/** Folded again from the log. That it is what was signed is asserted, never assumed. */
export async function coverageOf(tx: Tx, council: string, proof: Proof): Promise<Coverage> {
  const known = kept.get(proof.digest)
  if (known) return known
  const made = await madeAgain(tx, council, proof)
  assert(made && isAsSigned(made, proof), 'the log gives the proof that was signed')
  kept.set(proof.digest, made)
  const [oldest] = kept.keys()
  if (oldest && kept.size > keptMax) kept.delete(oldest)
  return made
}

export function madeAgain(tx: Tx, council: string, proof: Proof): Promise<Coverage | undefined> {
  const { id, at, issuedAt, ...facts } = proof
  const times = { at: at.getTime(), issuedAt: issuedAt.getTime() }
  return buildCoverage(tx, { ...facts, ...times, council, proof: id })
}

export function isAsSigned({ head }: Coverage, { digest }: Pick<Proof, 'digest'>): boolean {
  return digestOf(canonical(head as unknown as Json)) === digest
}
