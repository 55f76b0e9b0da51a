// `./doorstep export`: everything that a council holds, as one archive of open files.
import { createWriteStream, existsSync, renameSync, rmSync } from 'node:fs'
import { fileNamed, refuseMissing } from './backup.ts'
import { type Arguments, type Command, CommandProblem, type Io } from './command.ts'
import { openDatabase } from './database.ts'
import { councilNamed } from './in-council.ts'

export const command: Command = {
  name: 'export',
  summary: 'write everything that a council holds as an archive of open files',
  options: { council: { type: 'string' }, to: { type: 'string' } },
  run,
}

async function run({ options, dataDir }: Arguments, io: Io): Promise<number> {
  const file = fileNamed('to', options.to)
  if (existsSync(file)) {
    throw new CommandProblem('file-exists', `The file ${file} is there already; name another.`)
  }
  refuseMissing(dataDir)
  const { exportCouncil, recordExport } = await import('../files-out/index.ts')
  const { openNode } = await import('../main.ts')
  const database = await openDatabase(dataDir)
  const draft = `${file}.unfinished`
  const node = await openNode(database)
  try {
    const council = await councilNamed(node, options)
    const bar = io.progress('Rows written')
    const out = openOut(draft, file)
    const onRows = (rows: number) => bar.update(rows)
    const manifest = await exportCouncil(node, { council: council.id, write: out.write, onRows })
    await out.end()
    bar.end()
    await recordExport(node, manifest)
    renameSync(draft, file)
    const rows = manifest.files.reduce((sum, one) => sum + one.rows, 0)
    const { events, hash } = manifest.log
    io.say(`${file}: ${rows.toLocaleString('en-GB')} rows in ${manifest.files.length} files.`)
    io.say(`The log has ${events.toLocaleString('en-GB')} entries. Its last hash, to keep apart:`)
    io.say(`  ${hash}`)
    io.say('It holds personal data of everybody on the register. That it was made is recorded.')
    io.answer({ ok: true, file, events, hash, rows, files: manifest.files })
    return 0
  } finally {
    rmSync(draft, { force: true })
    await node.store.close()
    await database.stop()
  }
}

/** Readable by its owner only; a name that cannot be written is told as such. */
function openOut(draft: string, file: string) {
  const out = createWriteStream(draft, { mode: 0o600, flags: 'w' })
  let broken: NodeJS.ErrnoException | undefined
  out.on('error', error => {
    broken = error
  })
  const told = (error: Error | null | undefined) =>
    new CommandProblem('not-writable', `Doorstep cannot write ${file} (${error?.message ?? ''}).`)
  return {
    write: (chunk: Buffer) =>
      new Promise<void>((resolve, reject) => {
        out.write(chunk, error => (error || broken ? reject(told(error ?? broken)) : resolve()))
      }),
    end: () =>
      new Promise<void>((resolve, reject) => {
        out.end(() => (broken ? reject(told(broken)) : resolve()))
      }),
  }
}
