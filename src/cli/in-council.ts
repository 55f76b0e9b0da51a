// Which council is a command for, and which file is it given? Asked in the same way by all.
import { existsSync, statSync } from 'node:fs'
import { type Council, findCouncil } from '../events/index.ts'
import type { Node } from '../node.ts'
import { type Arguments, CommandProblem } from './command.ts'
import { openDatabase } from './database.ts'

/** Opens the node of this machine for as long as the work takes. */
export async function withNode<T>(dataDir: string, work: (node: Node) => Promise<T>): Promise<T> {
  const { openNode } = await import('../main.ts')
  const database = await openDatabase(dataDir)
  try {
    const node = await openNode(database)
    try {
      return await work(node)
    } finally {
      await node.store.close()
    }
  } finally {
    await database.stop()
  }
}

/** The council that `--council` names, by our own id or by its GSS code. */
export function inCouncil<T>(
  { options, dataDir }: Pick<Arguments, 'options' | 'dataDir'>,
  work: (node: Node, council: Council) => Promise<T>,
): Promise<T> {
  return withNode(dataDir, async node => work(node, await councilNamed(node, options)))
}

export async function councilNamed(node: Node, options: Arguments['options']): Promise<Council> {
  const council = await findCouncil(node, String(options.council ?? ''))
  if (council) return council
  throw new CommandProblem('council-unknown', 'There is no such council: give --council.', 2)
}

/** The one file that a command is given; `wish` says so where it is not. */
export function fileGiven(words: readonly string[], wish: string): string {
  const [file] = words
  if (file === undefined || words.length > 1) throw new CommandProblem('wrong-use', wish, 2)
  if (existsSync(file) && statSync(file).isFile()) return file
  throw new CommandProblem('file-missing', `There is no file ${file}.`, 2)
}
