// `./doorstep erasures`: the ids that were erased, for a restore of a backup older than that.

import { fileNamed, refuseMissing } from './backup.ts'
import type { Arguments, Command, Io } from './command.ts'
import { openDatabase } from './database.ts'

export const command: Command = {
  name: 'erasures',
  summary: 'write the list of erased ids that a restore replays',
  options: { to: { type: 'string' } },
  run,
}

async function run({ options, dataDir }: Arguments, io: Io): Promise<number> {
  const file = fileNamed('to', options.to)
  refuseMissing(dataDir)
  const { openNode } = await import('../main.ts')
  const { writeErasures } = await import('../health/index.ts')
  const database = await openDatabase(dataDir)
  try {
    const node = await openNode(database)
    const erasures = await writeErasures(node, file).finally(() => node.store.close())
    io.say(`${file}: ${erasures} erasures, ids only.`)
    io.answer({ ok: true, file, erasures })
    return 0
  } finally {
    await database.stop()
  }
}
