// What is a bench, for the command that runs it?
import type { Io } from '../cli/command.ts'
import type { BenchResult } from './result.ts'

export type BenchOptions = {
  readonly seed: number
  /** Scale of the load: rounds of kills, events to read, commands, pages; each has its own usual. */
  readonly count: number | undefined
  /** Cores that server and database may use. */
  readonly cores: number | undefined
  readonly io: Io
}

export type Bench = (options: BenchOptions) => Promise<BenchResult>
