// Would this file be read as the list that it is said to be? Nothing of it is kept anywhere.
import type { Actor } from '../../access/index.ts'
import type { Node } from '../../node.ts'
import type { HeaderProblem } from '../domain/header.ts'
import { type CheckedFile, checkFile } from '../reading/check-file.ts'
import { districtsOf } from './districts.ts'
import { londonDay } from './preview.ts'
import { listsKnownTo } from './profiles-of.ts'

export type ListToCheck = { readonly list: string; readonly bytes: Uint8Array }

export async function checkList(
  node: Node,
  actor: Actor,
  { list, bytes }: ListToCheck,
): Promise<CheckedFile | HeaderProblem> {
  const { council } = actor
  const { known, ours } = await node.store.transaction({ council, actor: actor.id }, async tx => ({
    known: await listsKnownTo(tx, council),
    ours: await districtsOf(tx, council),
  }))
  const context = { today: londonDay(node.clock.now()), ...ours }
  const options = { profiles: known.profiles, list, renamed: known.renamed }
  return checkFile({ open: () => partsOf(bytes) }, { options, context })
}

const partBytes = 512 * 1024

async function* partsOf(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += partBytes) yield bytes.subarray(at, at + partBytes)
}
