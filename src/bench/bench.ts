// What is a bench, for the command that runs it?
import type { Io } from '../cli/command.ts'
import type { BenchResult } from './result.ts'

export type BenchOptions = {
  readonly seed: number
  /** Rounds, events, commands or requests; each bench has its own usual. */
  readonly count: number | undefined
  /** One in so many of the workload, where a bench can be made smaller. */
  readonly scale?: number | undefined
  readonly days?: number | undefined
  /** How long, where a bench lasts as long as one says. */
  readonly minutes?: number | undefined
  /** Cores that server and database may use. */
  readonly cores: number | undefined
  /** Where it may write: never the data of a council. */
  readonly dataDir: string
  /** Which part of a bench that has several; all of them where nothing is said. */
  readonly what?: string | undefined
  /** A folder of files that somebody gave to be measured with. */
  readonly given?: string | undefined
  readonly io: Io
}

export type Bench = (options: BenchOptions) => Promise<BenchResult>
