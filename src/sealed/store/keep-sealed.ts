// A list is agreed and handed in: it is read once in memory, so that its owner hears at once of
// what cannot be read, and its bytes wait, sealed. Nobody finds a row.
import { createHash } from 'node:crypto'
import { sql } from 'kysely'
import type { Actor } from '../../access/index.ts'
import { changeOnce } from '../../events/index.ts'
import { type Id, newId } from '../../kernel/ids.ts'
import { type Refusal, refuse } from '../../kernel/refusal.ts'
import { checkList, type FileProblem, isFileProblem, profiles } from '../../lists/index.ts'
import type { Node } from '../../node.ts'
import type { Tx } from '../../store/open.ts'
import { type Keys, secretPlace } from '../../store/secrets/index.ts'
import { listSealed, sealedAgreed, sealedDestroyed } from '../domain/events.ts'
import type { Rule } from '../domain/rules.ts'
import { dropCheck, keepCheck } from './keep-check.ts'
import { findSealed } from './queries.ts'

export const sealedColumn = { table: 'sealed_parts', column: 'part' } as const
export const sealedBytesMax = 50 * 1024 * 1024
const partBytes = 512 * 1024

export type Agreement = {
  readonly id: Id
  readonly list: string
  readonly rule: Rule
  readonly area: Id | null
  readonly owner: string
  readonly contact: string
}

export function agreeSealed(node: Node, actor: Actor, agreement: Agreement) {
  const { id, list, rule, area, owner, contact } = agreement
  return changeOnce(node, actor, {
    id,
    name: 'sealed.agree',
    asked: agreement,
    async decide() {
      if (!profiles.some(profile => profile.id === list)) return refuse('invalid')
      if (rule === 'area' && area === null) return refuse('invalid')
      const body = { sealed: id, list, rule, area }
      return [sealedAgreed({ subjects: [], body, words: { owner, contact } })]
    },
  })
}

export type HandingIn = {
  readonly id: Id
  readonly sealed: Id
  readonly chunks: AsyncIterable<Uint8Array>
}

/**
 * A newer file takes the place of the one that waits. One that could not be opened on its day is
 * not taken now, and nothing of it is kept.
 */
export async function handInSealed(
  node: Node,
  actor: Actor,
  { id, sealed, chunks }: HandingIn,
): Promise<Refusal | FileProblem | undefined> {
  const bytes = await wholeOf(chunks)
  if (bytes === undefined) return refuse('too-large')
  const list = await listOf(node, actor, sealed)
  if (list === undefined) return refuse('not-found')
  const checked = await checkList(node, actor, { list, bytes })
  if (isFileProblem(checked)) return checked
  return changeOnce(node, actor, {
    id,
    name: 'sealed.hand-in',
    asked: [sealed, createHash('sha256').update(bytes).digest('hex')],
    async decide(tx) {
      const found = await findSealed(tx, actor.council, sealed)
      if (!found) return refuse('not-found')
      if (found.state === 'open' || found.state === 'destroyed') return refuse('already-done')
      const at = { council: actor.council, sealed, keys: node.store.keys }
      await keepParts(tx, { ...at, bytes })
      await keepCheck(tx, { ...at, checked })
      return [listSealed({ subjects: [], body: { sealed } })]
    },
  })
}

function listOf(node: Node, actor: Actor, sealed: Id): Promise<string | undefined> {
  const { council } = actor
  return node.store.transaction({ council, actor: actor.id }, async tx => {
    return (await findSealed(tx, council, sealed))?.list
  })
}

async function wholeOf(chunks: AsyncIterable<Uint8Array>): Promise<Buffer | undefined> {
  const parts: Uint8Array[] = []
  let bytes = 0
  for await (const chunk of chunks) {
    bytes += chunk.length
    if (bytes > sealedBytesMax) return undefined
    parts.push(chunk)
  }
  return Buffer.concat(parts)
}

type Kept = { council: string; sealed: Id; bytes: Buffer; keys: Keys }

async function keepParts(tx: Tx, { council, sealed, bytes, keys }: Kept): Promise<void> {
  await dropParts(tx, council, sealed)
  const at = secretPlace(council, sealedColumn)
  for (let from = 0, nth = 0; from < bytes.length; from += partBytes, nth++) {
    const part = bytes.subarray(from, from + partBytes).toString('base64')
    await sql`insert into sealed_parts (council, sealed, nth, part)
      values (${council}, ${sealed}, ${nth}, ${keys.seal(part, at)})`.execute(tx)
  }
}

export async function dropParts(tx: Tx, council: string, sealed: Id): Promise<void> {
  await sql`delete from sealed_parts
    where council = ${council} and sealed = ${sealed}`.execute(tx)
  await dropCheck(tx, { council, sealed })
}

/** The bytes again; undefined where their key is not there. */
export async function sealedBytes(
  tx: Tx,
  { council, sealed, keys }: { council: string; sealed: Id; keys: Keys },
): Promise<Buffer | undefined> {
  const found = await sql<{ part: string }>`select part from sealed_parts
    where council = ${council} and sealed = ${sealed} order by nth`.execute(tx)
  const at = secretPlace(council, sealedColumn)
  const parts = found.rows.map(({ part }) => keys.open(part, at))
  if (parts.length === 0 || parts.includes(undefined)) return undefined
  return Buffer.concat(parts.map(part => Buffer.from(part ?? '', 'base64')))
}

export function destroySealed(node: Node, actor: Actor, sealed: Id) {
  return changeOnce(node, actor, {
    id: newId(),
    name: 'sealed.destroy',
    asked: sealed,
    async decide(tx) {
      const found = await findSealed(tx, actor.council, sealed)
      if (!found) return refuse('not-found')
      if (found.state === 'open' || found.state === 'destroyed') return refuse('already-done')
      await dropParts(tx, actor.council, sealed)
      return [sealedDestroyed({ subjects: [], body: { sealed } })]
    },
  })
}
