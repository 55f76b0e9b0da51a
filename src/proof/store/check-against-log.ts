// Does a proof that holds by itself also hold against the log of this Doorstep? Three ways: the
// log's own hash, the proof folded again, and a count that shares nothing with that fold.
import { sql } from 'kysely'
import { type Scope, systemActor } from '../../access/index.ts'
import type { Check } from '../../events/index.ts'
import type { Node } from '../../node.ts'
import { recountMembers } from '../../reach/index.ts'
import type { Tx } from '../../store/open.ts'
import { canonical, type Json } from '../domain/canonical.ts'
import type { Coverage } from '../domain/make-coverage.ts'
import type { Part } from '../domain/proof-form.ts'
import { codeIn, digestOf } from '../signing.ts'
import { findProof, isAsSigned, madeAgain, type Proof, proofsOf } from './proofs.ts'
import { hashAt } from './read-log.ts'

/** What is wrong, in one sentence; undefined where it agrees. */
export function checkAgainstLog(node: Node, part: Part): Promise<string | undefined> {
  const { head } = part
  const council = typeof head.council === 'string' ? head.council : head.council.id
  const { id: actor } = systemActor(council)
  const options = { isolation: 'repeatable read', readOnly: true } as const
  const ask = (tx: Tx) => wrongInLog(tx, council, part)
  return node.store.transaction({ council, actor }, ask, options)
}

async function wrongInLog(tx: Tx, council: string, { head }: Part): Promise<string | undefined> {
  if (!(await isOurs(tx, council, head.key))) {
    return 'It is signed with a key that is none of this council’s here.'
  }
  if (head.kind === 'countersignature') return undefined
  const { position, hash } = head.log
  const found = position === 0 ? hash : await hashAt(tx, council, position)
  if (found === undefined) return `The log here has no entry ${position}.`
  if (found !== hash) return `Entry ${position} of the log here has another hash: ${found}.`
  const proof = await findProof(tx, everywhere(council), head.proof)
  if (!proof) return `No proof with the id of number ${head.number} was issued here.`
  const signed = head.kind === 'coverage' ? digestOf(canonical(head as unknown as Json)) : head.of
  if (proof.digest !== signed) return `Proof ${head.number} was issued here with other content.`
  return wrongFold(tx, council, proof)
}

async function isOurs(tx: Tx, council: string, key: string): Promise<boolean> {
  const found = await sql`select from signing_keys
    where council = ${council} and key = ${key}`.execute(tx)
  return found.rows.length > 0
}

function everywhere(council: string): Scope {
  const { id } = systemActor(council)
  const purpose = 'checking proofs'
  const permission = 'proof.read'
  return { council, actor: id, purpose, permission, everywhere: true, places: [] }
}

async function wrongFold(tx: Tx, council: string, proof: Proof): Promise<string | undefined> {
  const made = await madeAgain(tx, council, proof)
  if (!made || !isAsSigned(made, proof)) {
    return `The log up to entry ${proof.position} does not give proof ${proof.number} again.`
  }
  const other = await unlikeTheCount(tx, council, { proof, made })
  return other && `In proof ${proof.number}, ${other} is not as the log counts it.`
}

type Counting = {
  readonly proof: Pick<Proof, 'id' | 'round' | 'at' | 'place'>
  readonly made: Coverage
}

/** The first line that a second count of the raw log sees otherwise. */
export async function unlikeTheCount(
  tx: Tx,
  council: string,
  { proof, made }: Counting,
): Promise<string | undefined> {
  const { id, round, at } = proof
  const codeOf = codeIn(id)
  const counted = await recountMembers(tx, council, { round, at })
  const found = new Map(counted.map(one => [codeOf(one.member), one]))
  for (const { code, ...line } of made.lines) {
    const one = found.get(code)
    const isSame =
      one?.state === line.state &&
      one.reason === line.reason &&
      (one.entry ?? line.entry) === line.entry &&
      (one.until?.toISOString() ?? null) === line.until &&
      one.tries === line.tries.length
    if (!isSame) return `line ${code}`
  }
  const isWhole = proof.place === null
  return isWhole && found.size !== made.lines.length ? 'the number of lines' : undefined
}

const proofsChecked = 5

/** The newest: all of them would take as long as there are proofs. */
export const proofsHold: Check = {
  name: 'proofs',
  async run(tx, council) {
    const proofs = (await proofsOf(tx, everywhere(council), null)).slice(0, proofsChecked)
    const wrong: string[] = []
    for (const proof of proofs) {
      const found = await wrongFold(tx, council, proof)
      if (found) wrong.push(found.replace(/\.$/, ''))
    }
    return { counted: proofs.length, wrong }
  },
}
