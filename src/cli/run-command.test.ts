// Is what somebody typed understood, and is trouble told in one sentence with the right exit code?
import { expect, test } from 'vitest'
import { ClusterProblem } from '../store/cluster/index.ts'
import { type Arguments, type Command, CommandProblem, type Entry } from './command.ts'
import { entries } from './commands.ts'
import { runCommand } from './run-command.ts'

test('without a command the commands are listed', async () => {
  const { code, out } = await typed([], entries)
  expect(code).toBe(0)
  for (const entry of entries) expect(out).toContain(`  ${entry.name} `)
})

test('every line of the list leads to a command of that name', async () => {
  expect(entries.length).toBeGreaterThan(0)
  for (const entry of entries) expect((await entry.load()).command.name).toBe(entry.name)
})

test('an unknown command is one sentence and exit code 2', async () => {
  const { code, out, err } = await typed(['stat'], entries)
  expect([code, out]).toEqual([2, ''])
  expect(err).toBe('There is no command "stat"; ./doorstep without arguments lists them.\n')
})

test('an unknown option is one sentence and exit code 2, and the last line is JSON', async () => {
  const { code, out, err } = await typed(['probe', '--nope', '--json'], [probe(async () => 0)])
  expect(code).toBe(2)
  expect(err).toBe("Unknown option '--nope'; ./doorstep probe --help lists what it takes.\n")
  expect(JSON.parse(out)).toEqual({ error: { code: 'wrong-use', message: err.trim() } })
})

test('a word too many is refused where the command takes none', async () => {
  const { code, err } = await typed(['probe', 'extra'], [probe(async () => 0)])
  expect(code).toBe(2)
  expect(err).toContain("Unexpected argument 'extra'")
})

test('the folder of the data comes complete, options come as typed', async () => {
  let seen: Arguments | undefined
  const entry = probe(async args => {
    seen = args
    return 7
  })
  const { code } = await typed(['probe', '--data', '/tmp/here', '--size', 'W0'], [entry])
  expect(code).toBe(7)
  expect(seen?.dataDir).toBe('/tmp/here')
  expect(seen?.options.size).toBe('W0')
})

test.each([
  new ClusterProblem('disk-full', 'The disk is full.'),
  new CommandProblem('no-file', 'There is no such file.'),
])('expected trouble is one sentence and exit code 1: %s', async problem => {
  const failing = probe(async () => Promise.reject(problem))
  const plain = await typed(['probe'], [failing])
  expect(plain).toEqual({ code: 1, out: '', err: `${problem.message}\n` })
  const json = await typed(['probe', '--json'], [failing])
  const { code, message } = problem
  expect(JSON.parse(json.out)).toEqual({ error: { code, message } })
})

test('a fault of ours says so, with the place where it broke, and exit code 1', async () => {
  const { code, err } = await typed(['probe'], [probe(async () => Promise.reject(new Error('x')))])
  expect(code).toBe(1)
  expect(err).toMatch(/^Doorstep has a fault\. Error: x\n {4}at /)
})

test('with JSON the words for people leave standard output to the one object', async () => {
  const entry = probe(async (_args, io) => {
    io.say('for people')
    io.answer({ done: true })
    return 0
  })
  const { out, err } = await typed(['probe', '--json'], [entry])
  expect([out, err]).toEqual(['{"done":true}\n', 'for people\n'])
})

function probe(run: Command['run']): Entry {
  const options = { size: { type: 'string' } } as const
  const command: Command = { name: 'probe', summary: 'is run by a test', options, run }
  return { name: 'probe', summary: command.summary, load: async () => ({ command }) }
}

async function typed(words: string[], known: Entry[]) {
  const out: string[] = []
  const err: string[] = []
  const screens = { stdout: { write: pushTo(out) }, stderr: { write: pushTo(err) } }
  const code = await runCommand(words, known, screens)
  return { code, out: out.join(''), err: err.join('') }
}

function pushTo(list: string[]): (text: string) => void {
  return text => {
    list.push(text)
  }
}
