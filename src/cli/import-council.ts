// `./doorstep import-council`: an archive of a council becomes a council again, and proves itself.
import { existsSync, statSync } from 'node:fs'
import { fileNamed } from './backup.ts'
import { type Arguments, type Command, CommandProblem, type Io } from './command.ts'
import { openDatabase } from './database.ts'

export const command: Command = {
  name: 'import-council',
  summary: 'take in a council from an archive that export made, and compare every digest',
  options: { from: { type: 'string' } },
  run,
}

async function run({ options, dataDir }: Arguments, io: Io): Promise<number> {
  const file = fileNamed('from', options.from)
  if (!existsSync(file) || !statSync(file).isFile()) {
    throw new CommandProblem('file-missing', `There is no file ${file}.`, 2)
  }
  const { importCouncil, proveArchive } = await import('../files-out/index.ts')
  // Before a database is made for it: what is broken leaves nothing behind.
  await told(proveArchive(file))
  const { openNode } = await import('../main.ts')
  const database = await openDatabase(dataDir)
  const node = await openNode(database)
  try {
    const bar = io.progress('Rows taken in')
    const onRows = (rows: number) => bar.update(rows)
    const { manifest, remade } = await told(importCouncil(node, { file, onRows }))
    bar.end()
    const { council, log, files } = manifest
    io.say(`${council.name} is here: ${log.events.toLocaleString('en-GB')} entries of its log.`)
    io.say(`The chain holds, and ends with ${log.hash}.`)
    if (remade.length === 0) io.say(`All ${files.length} digests are as in the archive.`)
    else io.say(`Made anew, because their shape changed since: ${remade.join(', ')}.`)
    io.say('Nobody is signed in. Where no door is open, ./doorstep local-admin opens one.')
    io.answer({ ok: true, council: council.id, events: log.events, hash: log.hash, remade })
    return 0
  } finally {
    await node.store.close()
    await database.stop()
  }
}

async function told<T>(work: Promise<T>): Promise<T> {
  try {
    return await work
  } catch (error) {
    const { name, code, message } = error as Error & { code: string }
    throw name === 'ArchiveProblem' ? new CommandProblem(code, message) : error
  }
}
