// `./doorstep bench NAME`: how fast, how safe? Says the machine, the load, the seed, the target.
import type { Bench } from '../bench/bench.ts'
import { answerOf, isMet, tell } from '../bench/result.ts'
import { type Command, CommandProblem } from './command.ts'

const benches: Record<string, () => Promise<{ bench: Bench }>> = {
  kill: () => import('../bench/kill.ts'),
  readers: () => import('../bench/readers.ts'),
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
    cores: { type: 'string' },
  },
  async run({ options, words }, io) {
    const load = benches[words[0] ?? '']
    if (!load || words.length > 1) {
      throw new CommandProblem('no-such-bench', `Name one thing to measure: ${names}.`, 2)
    }
    const { bench } = await load()
    const seed = whole('seed', options.seed) ?? 1
    const count = whole('count', options.count ?? options.rounds)
    const result = await bench({ seed, count, cores: whole('cores', options.cores), io })
    tell(io, result)
    io.answer(answerOf(result))
    return result.figures.every(isMet) ? 0 : 1
  },
}

function whole(name: string, value: unknown): number | undefined {
  if (value === undefined) return undefined
  const number = Number(value)
  if (Number.isSafeInteger(number) && number >= 0) return number
  throw new CommandProblem('number-wrong', `Give --${name} a whole number.`, 2)
}
