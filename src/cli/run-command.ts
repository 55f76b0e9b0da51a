// What happens with one line that somebody typed? Its command is found, run, and trouble is told.
import { resolve } from 'node:path'
import { type ParseArgsOptionsConfig, parseArgs } from 'node:util'
import { projectRoot } from '../store/root.ts'
import { type Arguments, type Command, CommandProblem, type Entry, type Io } from './command.ts'
import { startProgress } from './progress.ts'

type Screen = { isTTY?: boolean; write(text: string): unknown }
export type Screens = { stdout: Screen; stderr: Screen }

export const sharedOptions = {
  data: { type: 'string' },
  json: { type: 'boolean' },
  help: { type: 'boolean', short: 'h' },
} as const satisfies ParseArgsOptionsConfig

const codeForWrongUse = 2

/** Gives the exit code. */
export async function runCommand(
  typed: string[],
  entries: Entry[],
  screens: Screens,
): Promise<number> {
  const io = makeIo(typed.includes('--json'), screens)
  let dataDir: string | undefined
  try {
    const [name = 'help', ...rest] = typed
    const isHelp = ['-h', '--help', '--json'].includes(name)
    const command = (await findEntry(isHelp ? 'help' : name, entries).load()).command
    const args = parseWords(command, rest)
    if (!args) {
      io.say(helpFor(command))
      return 0
    }
    dataDir = args.dataDir
    return (await command.run(args, io)) ?? 0
  } catch (error) {
    return tellProblem(await explained(error, dataDir), io)
  }
}

/** Our own database may have gone away in the middle; of another one we know nothing. */
async function explained(error: unknown, dataDir: string | undefined): Promise<unknown> {
  if (!dataDir || process.env.DATABASE_URL) return error
  const { explainLoss } = await import('../store/cluster/index.ts')
  return explainLoss(error, dataDir)
}

function findEntry(name: string, entries: Entry[]): Entry {
  const entry = entries.find(one => one.name === name)
  if (entry) return entry
  throw wrongUse(`There is no command "${name}"; ./doorstep without arguments lists them.`)
}

/** Nothing when help was asked for. */
function parseWords(command: Command, rest: string[]): Arguments | undefined {
  const options = { ...command.options, ...sharedOptions }
  try {
    const { values, positionals } = parseArgs({ args: rest, options, allowPositionals: true })
    if (values.help) return undefined
    if (positionals.length > 0 && !command.words) {
      throw new TypeError(`Unexpected argument '${positionals[0]}'`)
    }
    const dataDir = resolve(String(values.data ?? `${projectRoot}/data`))
    return { options: values, words: positionals, dataDir }
  } catch (error) {
    const [sentence = ''] = (error as Error).message.split(/\. |\n/)
    const said = sentence.replace(/\.$/, '')
    throw wrongUse(`${said}; ./doorstep ${command.name} --help lists what it takes.`)
  }
}

function helpFor(command: Command): string {
  const usage = `./doorstep ${command.name} [options]${command.words ? ` ${command.words}` : ''}`
  const options = Object.entries({ ...command.options, ...sharedOptions })
  const names = options.map(([name, one]) => `  --${name}${one.type === 'string' ? ' …' : ''}`)
  return [command.summary, '', usage, ...names].join('\n')
}

function makeIo(isJson: boolean, { stdout, stderr }: Screens): Io {
  const note = (line: string) => void stderr.write(`${line}\n`)
  return {
    isJson,
    note,
    say: line => (isJson ? note(line) : void stdout.write(`${line}\n`)),
    answer(result) {
      if (isJson) stdout.write(`${JSON.stringify(result)}\n`)
    },
    progress: (label, total) => startProgress(label, total, stderr),
  }
}

function tellProblem(error: unknown, io: Io): number {
  const { name, message, code, exitCode } = error as CommandProblem
  const isExpected = ['CommandProblem', 'ClusterProblem', 'BackupProblem'].includes(name)
  if (isExpected) {
    io.note(message)
    io.answer({ error: { code, message } })
    return exitCode ?? 1
  }
  io.note(`Doorstep has a fault. ${(error as Error)?.stack ?? error}`)
  io.answer({ error: { code: 'fault', message: 'Doorstep has a fault.' } })
  return 1
}

function wrongUse(message: string): CommandProblem {
  return new CommandProblem('wrong-use', message, codeForWrongUse)
}
