// `./doorstep backup`: everything in one file, from one moment, while people go on working.
import { existsSync, statSync } from 'node:fs'
import { resolve } from 'node:path'
import { proveBackup, rowsOf, writeBackup } from '../store/backup/index.ts'
import { type Arguments, type Command, CommandProblem, type Io } from './command.ts'
import { openDatabase } from './database.ts'

export const command: Command = {
  name: 'backup',
  summary: 'write everything into one file while people work; --proof reads it back',
  options: { to: { type: 'string' }, proof: { type: 'boolean' } },
  run,
}

async function run({ options, dataDir }: Arguments, io: Io): Promise<number> {
  const startedMs = performance.now()
  const file = fileNamed('to', options.to)
  refuseMissing(dataDir)
  const database = await openDatabase(dataDir)
  try {
    const bar = io.progress('Rows written')
    const { adminUrl } = database
    const manifest = await writeBackup({ adminUrl, file, onRows: rows => bar.update(rows) })
    bar.end()
    if (options.proof) await proveBackup(file)
    const figures = {
      councils: manifest.councils.length,
      tables: new Set(manifest.tables.map(({ table }) => table)).size,
      rows: rowsOf(manifest),
      bytes: statSync(file).size,
      took_ms: Math.round(performance.now() - startedMs),
    }
    const count = (n: number) => n.toLocaleString('en-GB')
    io.say(`${file}: ${count(figures.rows)} rows in ${count(figures.bytes)} bytes.`)
    if (options.proof) io.say('Read back: every digest is as it was written.')
    io.say('It holds personal data: keep it where only those may read it who may read the record.')
    io.say(`Secrets in it are sealed; their key is not in it. Keep ${database.keyFile} apart.`)
    io.answer({ ok: true, file, at: manifest.at, proved: options.proof === true, ...figures })
    return 0
  } finally {
    await database.stop()
  }
}

/** A wrong folder must not be made into an empty Doorstep. */
export function refuseMissing(dataDir: string): void {
  if (process.env.DATABASE_URL || existsSync(dataDir)) return
  throw new CommandProblem('nothing-to-back-up', `There is no data folder ${dataDir}.`)
}

export function fileNamed(option: string, value: unknown): string {
  if (typeof value === 'string' && value !== '') return resolve(value)
  throw new CommandProblem('wrong-use', `Name the file with --${option} FILE.`, 2)
}
