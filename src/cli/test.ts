// Is everything all right? Types, style and every test; zero of anything is a failure.
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Command, Io } from './command.ts'
import { oldestServer, readyForTests } from './test-needs.ts'
import { captured, shown } from './test-run.ts'

type Tally = { passed: number; failed: number }

export const command: Command = {
  name: 'test',
  summary: 'run every check; the last line says how many passed and failed',
  words: '[FILE …]',
  options: {},
  async run({ words }, io) {
    const isReady = await readyForTests(io)
    const gates = [isReady, checkTypes(io), checkStyle(io)].map(tallyOf)
    const runs = [await runTests(io, words, {})]
    const old = oldestServer()
    if (old && words.length === 0) {
      io.note(`Tests of the store again, on PostgreSQL ${old}.`)
      runs.push(await runTests(io, storeTests, { DOORSTEP_TEST_SERVER: `${old}` }))
    }
    const { passed, failed } = [...gates, ...runs].reduce(add)
    io.say(`${passed} passed, ${failed} failed`)
    io.answer({ passed, failed })
    return failed > 0 ? 1 : 0
  },
}

// The supervisor's own tests bring their own server.
const storeTests = ['/store/', 'src/events/', 'src/access/', '--exclude=src/store/cluster/**']

function checkTypes(io: Io): boolean {
  io.note('Types.')
  const { code, text } = captured('tsc', ['-p', '.', '--listFiles'])
  const lines = text.split('\n')
  const seen = lines.filter(line => /^\/.*\.tsx?$/.test(line) && !line.includes('/node_modules/'))
  const rest = lines.filter(line => line !== '' && !/^\/.*\.[mc]?[tj]sx?(on)?$/.test(line))
  for (const line of rest) io.note(line)
  io.note(`Types: ${seen.length} files.`)
  return code === 0 && seen.length > 0
}

function checkStyle(io: Io): boolean {
  io.note('Style.')
  const { code, text } = captured('biome', ['check', '--max-diagnostics=50'])
  const seen = Number(/Checked (\d+) files?/.exec(text)?.[1] ?? 0)
  if (code !== 0) io.note(text)
  io.note(`Style: ${seen} files.`)
  return code === 0 && seen > 0
}

async function runTests(io: Io, filters: string[], extra: NodeJS.ProcessEnv): Promise<Tally> {
  io.note('Tests.')
  const folder = mkdtempSync(join(tmpdir(), 'doorstep-report-'))
  const report = join(folder, 'report.json')
  try {
    const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`]
    const code = await shown('vitest', ['run', ...reporters, ...filters], extra)
    return judge(JSON.parse(readFileSync(report, 'utf8')), code)
  } catch (error) {
    io.note(`The tests left no report: ${(error as Error).message}`)
    return { passed: 0, failed: 1 }
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

type Report = { testResults: { status: string; assertionResults: { status: string }[] }[] }

/** What neither passed nor failed was skipped, and a file without tests did not load. */
export function judge({ testResults }: Report, code: number): Tally {
  const results = testResults.flatMap(file => file.assertionResults)
  const passed = results.filter(result => result.status === 'passed').length
  const unloaded = testResults.filter(file => file.assertionResults.length === 0).length
  const failed = results.length - passed + unloaded
  // An error outside any test, or no test at all, must not end as a success.
  const isSilent = failed === 0 && (passed === 0 || code !== 0)
  return { passed, failed: isSilent ? 1 : failed }
}

function tallyOf(isGood: boolean): Tally {
  return isGood ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 }
}

function add(one: Tally, other: Tally): Tally {
  return { passed: one.passed + other.passed, failed: one.failed + other.failed }
}
