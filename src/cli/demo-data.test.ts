// Does `demo-data` write the same files for a seed, and refuse what it does not understand?
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import type { Entry } from './command.ts'
import { runCommand } from './run-command.ts'

const entries: Entry[] = [{ name: 'demo-data', summary: '', load: () => import('./demo-data.ts') }]

async function run(...words: string[]) {
  const out: string[] = []
  const err: string[] = []
  const code = await runCommand(['demo-data', ...words], entries, {
    stdout: { write: text => out.push(text) },
    stderr: { write: text => err.push(text) },
  })
  return { code, out: out.join(''), err: err.join('') }
}

test('files only: every list with its sum, the same to the byte', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'demo-data-'))
  const asked = ['--size', 'W0', '--seed', '7', '--files-only', '--json', '--out']
  const first = await run(...asked, join(folder, 'one'))
  expect(first.code).toBe(0)
  const told = JSON.parse(first.out.trim().split('\n').at(-1) ?? '')
  expect(told).toMatchObject({ size: 'W0', seed: 7, loaded: null })
  expect(told.files).toHaveLength(11)
  expect(told.files[0]).toMatchObject({ name: 'SPL_E07000012_v1_20260401.csv', rows: 54 })
  const second = JSON.parse((await run(...asked, join(folder, 'two'))).out)
  expect(second.files).toEqual(told.files)
  for (const name of readdirSync(join(folder, 'one'))) {
    const read = (place: string) => readFileSync(join(folder, place, name))
    expect(read('two').equals(read('one'))).toBe(true)
  }
  rmSync(folder, { recursive: true })
})

test.each([
  [['--size', 'W9'], 'Give --size W0 or --size W1.'],
  [['--seed', 'soon'], 'Give --seed a whole number from 0 to 2147483647.'],
  [['--load', '--files-only'], 'Give --load or --files-only, not both.'],
])('%j is refused in one sentence', async (words, sentence) => {
  const { code, err } = await run(...words)
  expect([code, err]).toEqual([2, `${sentence}\n`])
})
