// What is a command of `./doorstep`, and what may it say to the person who ran it?
import type { ParseArgsOptionsConfig } from 'node:util'
import type { Progress } from './progress.ts'

export type Arguments = {
  /** Values of the command's own options, as `parseArgs` gives them. */
  options: Record<string, string | boolean | (string | boolean)[] | undefined>
  /** Words that are no options, in order. */
  words: string[]
  /** The folder of the data, complete. */
  dataDir: string
}

export type Io = {
  isJson: boolean
  /** A line for people: standard output, or standard error where that is kept for JSON. */
  say(line: string): void
  /** What went beside the answer: always standard error. */
  note(line: string): void
  /** The one JSON object that `--json` promises; without it nothing is printed. */
  answer(result: Record<string, unknown>): void
  progress(label: string, total?: number): Progress
}

export type Command = {
  name: string
  summary: string
  /** How its words are called in the help, such as `FILE`. */
  words?: string
  options: ParseArgsOptionsConfig
  /** Returns the exit code; nothing means 0. */
  run(args: Arguments, io: Io): Promise<number | undefined>
}

/** A line of the registry; the command itself is loaded when it is asked for. */
export type Entry = {
  name: string
  summary: string
  load(): Promise<{ command: Command }>
}

/** Expected trouble: the message is one plain sentence. */
export class CommandProblem extends Error {
  readonly code: string
  readonly exitCode: number

  constructor(code: string, message: string, exitCode = 1) {
    super(message)
    this.name = 'CommandProblem'
    this.code = code
    this.exitCode = exitCode
  }
}
