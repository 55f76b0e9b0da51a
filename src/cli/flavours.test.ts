// Does `./doorstep flavours` compare villages, copy one into a file, and refuse what is none?
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Io } from './command.ts'
import { command } from './flavours.ts'

let folder: string
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'flavours-'))
})
afterAll(() => rm(folder, { recursive: true }))

async function told(words: string[], options: Record<string, string> = {}): Promise<string> {
  const lines: string[] = []
  const io: Io = {
    isJson: false,
    say: line => lines.push(line),
    note: () => undefined,
    answer: () => undefined,
    progress: () => {
      throw new Error('flavours take no time')
    },
  }
  expect(await command.run({ options, words, dataDir: folder }, io)).toBe(0)
  return lines.join('\n')
}

test('the villages stand one under the other where they differ', async () => {
  const out = await told(['cottingham', 'Streatley'])
  expect(out).toContain('* dividesBy\n    Cottingham: clusters-of-ten\n    Streatley: (streets)')
  expect(out).toContain('  shops: ([])')
})

test('a copy is a file that is read again, and differs in what was changed', async () => {
  const file = join(folder, 'barton.json')
  const copy = JSON.parse(await told(['Cottenham'], { 'copy-as': 'Barton' }))
  await writeFile(file, JSON.stringify({ ...copy, dividesBy: 'zones' }))
  const out = await told(['Cottenham', file])
  expect(out).toContain('* dividesBy\n    Cottenham: (streets)\n    Barton: zones')
  expect(out.match(/^\*/gm)).toHaveLength(1)
})

test('what is no flavour is refused in a sentence', async () => {
  const file = join(folder, 'wrong.json')
  await writeFile(file, '{"village":"Barton","dividesBy":"parishes"}')
  await expect(told([file])).rejects.toThrow('is not used. dividesBy: ')
  await expect(told(['Nowhere'])).rejects.toThrow('is no shipped village and no file')
})
