// A proof is issued: numbered, folded from the log as it stands, signed, recorded.
import { sql } from 'kysely'
import { type Actor, type Scope, scopeOf } from '../../access/index.ts'
import type { Draft } from '../../events/index.ts'
import type { Id } from '../../kernel/ids.ts'
import { isRefusal, type Refusal, refuse } from '../../kernel/refusal.ts'
import type { Node } from '../../node.ts'
import { findPlace } from '../../places/index.ts'
import type { Tx } from '../../store/open.ts'
import { canonical, type Json } from '../domain/canonical.ts'
import { proofIssued } from '../domain/events.ts'
import { digestOf, signHead } from '../signing.ts'
import { buildCoverage, type ProofFacts } from './build-coverage.ts'
import { campaignFacts } from './campaign-facts.ts'
import { positionAt } from './read-log.ts'
import { signingKey } from './signing-keys.ts'
import { write } from './write.ts'

export type Issuing = {
  /** The proof's, and the command's. */
  readonly id: Id
  readonly campaign: Id
  /** Undefined is the latest by then. */
  readonly round?: number | undefined
  /** Null is the whole council. */
  readonly place: Id | null
  /** Milliseconds since 1970 UTC; null is now. */
  readonly at: number | null
}

export function issueProof(
  node: Node,
  actor: Actor,
  issuing: Issuing,
): Promise<Refusal | undefined> {
  const { id, campaign, round = null, place, at } = issuing
  return write(node, actor, {
    id,
    name: 'proof.issue',
    asked: [campaign, round, place, at],
    async decide(tx, now) {
      const asked = { permission: 'proof.issue', now }
      const scope = scopeOf(node.registry.permissions, actor, asked)
      if (at !== null && at > now) return refuse('invalid')
      const names = await namesOf(tx, scope, issuing)
      if (!names) return refuse('not-found')
      const found = await roundOf(tx, scope.council, { issuing, now })
      if (!found) return refuse('not-found')
      const holder = { council: actor.council, keys: node.store.keys, now }
      const signing = await signingKey(tx, holder)
      if (isRefusal(signing)) return signing
      const { pair, made } = signing
      const facts: ProofFacts = {
        ...found,
        ...names,
        council: actor.council,
        proof: id,
        number: await nextNumber(tx, actor.council),
        campaign,
        place,
        at: at ?? now,
        key: pair.publicKey,
        issuedAt: now,
        issuedBy: actor.id,
      }
      const draft = await signed(tx, facts, head => signHead(head, pair))
      return draft ? [...made, draft] : refuse('not-found')
    },
  })
}

type Names = Pick<ProofFacts, 'councilName' | 'campaignTitle' | 'placeName'>

/** Undefined for what this actor may not prove, as for what is not there. */
async function namesOf(tx: Tx, scope: Scope, { campaign, place }: Issuing) {
  if (place === null && !scope.everywhere) return undefined
  const where = place === null ? null : await findPlace(tx, scope, place)
  if (where === undefined) return undefined
  const found = await sql<Omit<Names, 'placeName'>>`
    select o.name as "councilName", coalesce(c.title, c.pack) as "campaignTitle"
    from campaigns c join councils o on o.council = c.council
    where c.council = ${scope.council} and c.id = ${campaign}`.execute(tx)
  const [names] = found.rows
  return names && { ...names, placeName: where?.name ?? '' }
}

type RoundAsked = { readonly issuing: Issuing; readonly now: number }

async function roundOf(tx: Tx, council: string, { issuing, now }: RoundAsked) {
  const { campaign, round, at } = issuing
  const { position, hash } = await positionAt(tx, council, new Date(at ?? now))
  const facts = await campaignFacts(tx, council, { campaign, position })
  const found = facts?.rounds.findLast(({ number }) => round === undefined || number === round)
  return found && { position, hash, round: found.id }
}

async function nextNumber(tx: Tx, council: string): Promise<number> {
  const found = await sql<{ next: number }>`select coalesce(max(number), 0) + 1 as next
    from proofs where council = ${council}`.execute(tx)
  return found.rows[0]?.next ?? 1
}

async function signed(
  tx: Tx,
  facts: ProofFacts,
  sign: (head: Json) => string,
): Promise<Draft | undefined> {
  const made = await buildCoverage(tx, facts)
  if (!made) return undefined
  const head = made.head as unknown as Json
  const { proof, number, campaign, round, at, issuedAt, position, hash, key } = facts
  return proofIssued({
    subjects: [],
    place: facts.place,
    body: {
      ...{ proof, number, campaign, round, at, issuedAt, position, hash, key },
      counts: made.head.counts,
      digest: digestOf(canonical(head)),
      signature: sign(head),
    },
    words: {
      council: facts.councilName,
      campaign: facts.campaignTitle,
      place: facts.placeName,
    },
  })
}
