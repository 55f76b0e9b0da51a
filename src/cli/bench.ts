// `./doorstep bench NAME`: how fast, how safe? Says the machine, the load, the seed, the target.
import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import type { Bench } from '../bench/bench.ts'
import { answerOf, isMet, tell } from '../bench/result.ts'
import { type Command, CommandProblem } from './command.ts'

const benches: Record<string, () => Promise<{ bench: Bench }>> = {
  kill: () => import('../bench/kill.ts'),
  readers: () => import('../bench/readers.ts'),
  commands: () => import('../bench/commands.ts'),
  pages: () => import('../bench/pages.ts'),
  coverage: () => import('../bench/coverage.ts'),
  proof: () => import('../bench/proof.ts'),
  import: () => import('../bench/import.ts'),
  sessions: () => import('../bench/sessions.ts'),
  backup: () => import('../bench/backup.ts'),
  paper: () => import('../bench/paper.ts'),
  share: () => import('../bench/share.ts'),
  areas: () => import('../bench/areas.ts'),
  claims: () => import('../bench/claims.ts'),
  search: () => import('../bench/search.ts'),
  geography: () => import('../bench/geography.ts'),
  api: () => import('../bench/api.ts'),
  lists: () => import('../bench/lists.ts'),
  link: () => import('../bench/link.ts'),
  callers: () => import('../bench/callers.ts'),
  stops: () => import('../bench/stops.ts'),
  replay: () => import('../bench/replay.ts'),
  messages: () => import('../bench/messages.ts'),
  rounds: () => import('../bench/rounds.ts'),
  assign: () => import('../bench/assign.ts'),
  volunteers: () => import('../bench/volunteers.ts'),
  weeks: () => import('../bench/weeks.ts'),
}

const names = Object.keys(benches).join(', ')

export const command: Command = {
  name: 'bench',
  summary: `measure one of: ${names}`,
  words: 'NAME',
  options: {
    seed: { type: 'string' },
    count: { type: 'string' },
    rounds: { type: 'string' },
    rows: { type: 'string' },
    callers: { type: 'string' },
    minutes: { type: 'string' },
    cores: { type: 'string' },
    scale: { type: 'string' },
    days: { type: 'string' },
    scratch: { type: 'string' },
    what: { type: 'string' },
  },
  async run({ options, words }, io) {
    const load = benches[words[0] ?? '']
    if (!load || words.length > 1) {
      throw new CommandProblem('no-such-bench', `Name one thing to measure: ${names}.`, 2)
    }
    const { bench } = await load()
    const folder = openScratch(options.scratch)
    try {
      const seed = whole('seed', options.seed) ?? 1
      const count = whole(
        'count',
        options.count ?? options.rounds ?? options.rows ?? options.callers,
      )
      const minutes = whole('minutes', options.minutes)
      const cores = whole('cores', options.cores)
      const scale = whole('scale', options.scale)
      const days = whole('days', options.days)
      const what = text(options.what)
      const given = text(options.data)
      const result = await bench({
        seed,
        count,
        minutes,
        cores,
        scale,
        days,
        what,
        given,
        dataDir: folder.path,
        io,
      })
      tell(io, result)
      io.answer(answerOf(result))
      return result.figures.every(isMet) ? 0 : 1
    } finally {
      folder.close()
    }
  },
}

/** Made new and thrown away, unless `--scratch` names one that is kept for the next bench. */
function openScratch(named: unknown): { path: string; close(): void } {
  if (typeof named === 'string') return { path: resolve(named), close: () => {} }
  const folder = mkdtempSync(join(tmpdir(), 'doorstep-bench-'))
  chmodSync(folder, 0o755)
  const close = () => rmSync(folder, { recursive: true, force: true })
  return { path: join(folder, 'data'), close }
}

function text(value: unknown): string | undefined {
  return typeof value === 'string' ? value : undefined
}

function whole(name: string, value: unknown): number | undefined {
  if (value === undefined) return undefined
  const number = Number(value)
  if (Number.isSafeInteger(number) && number >= 0) return number
  throw new CommandProblem('number-wrong', `Give --${name} a whole number.`, 2)
}
