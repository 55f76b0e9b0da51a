// `./doorstep verify`: does the live record tell the truth? Says what it checked, and how many.

import { listCouncils, type Verified, verifyCouncil } from '../events/index.ts'
import type { Arguments, Command, Io } from './command.ts'
import { openDatabase } from './database.ts'

export const command: Command = {
  name: 'verify',
  summary: 'check the live record: chain, rebuild, coverage, rows, owners',
  options: {},
  run,
}

async function run(args: Arguments, io: Io): Promise<number> {
  const { openNode } = await import('../main.ts')
  const database = await openDatabase(args.dataDir)
  const node = await openNode(database)
  try {
    const councils = await listCouncils(node)
    const results: (Verified & { council: string })[] = []
    for (const { id } of councils) {
      io.say(`Council ${id}`)
      const found = await verifyCouncil(node, id, one => io.say(lineOf(one)))
      results.push(...found.map(one => ({ council: id, ...one })))
    }
    if (councils.length === 0) io.say('There is no council here yet: nothing to check.')
    const wrong = results.flatMap(one => one.wrong)
    io.answer({ councils: councils.length, ok: wrong.length === 0, checks: results })
    return wrong.length === 0 ? 0 : 1
  } finally {
    await node.store.close()
    await database.stop()
  }
}

function lineOf({ name, counted, wrong }: Verified): string {
  const count = counted.toLocaleString('en-GB')
  if (wrong.length === 0) return `  holds   ${name}: ${count} checked`
  return `  BROKEN  ${name}: ${count} checked. ${wrong.join('. ')}.`
}
