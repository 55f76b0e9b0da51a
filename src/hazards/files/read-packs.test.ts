// Is a council's own pack picked up from its file alone, and is what is wrong said where?
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import flood from '../domain/data/flood.json' with { type: 'json' }
import { addPack, findPack, getPack, newestPacks } from '../domain/index.ts'
import { readPacks } from './read-packs.ts'

let folder = ''
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'packs-'))
})
afterEach(() => rmSync(folder, { recursive: true }))

const put = (name: string, content: unknown) =>
  writeFileSync(join(folder, name), typeof content === 'string' ? content : JSON.stringify(content))
const wildfire = { ...flood, id: 'wildfire', title: 'Wildfire' }

test('a new file alone is a new pack, and a higher version is what new campaigns take', () => {
  put('wildfire.json', wildfire)
  put('flood-2.json', { ...flood, version: 2, title: 'Flood, our way' })
  put('notes.txt', 'no pack')
  const { packs, wrong } = readPacks(folder)
  expect(wrong).toEqual([])
  for (const pack of packs) addPack(pack)
  expect(findPack('wildfire')?.title).toBe('Wildfire')
  expect(findPack('flood')?.title).toBe('Flood, our way')
  expect(getPack('flood', 1).title).toBe('Flood')
  const titles = newestPacks().map(pack => pack.title)
  expect(titles).toContain('Flood, our way')
  expect(titles).not.toContain('Flood')
})

test('a folder that is not there has no packs', () => {
  expect(readPacks(join(folder, 'none'))).toEqual({ packs: [], wrong: [] })
})

const { danger, concern, ladder } = flood
const [need] = flood.needKinds
test.each([
  ['{ "id": ', 'it is no JSON'],
  [{ ...wildfire, id: 'Wild Fire' }, 'id: '],
  [{ ...wildfire, needKinds: [{ ...need, key: 12 }] }, 'needKinds.0.key: '],
  [{ ...wildfire, needKinds: [need, need] }, 'needKinds: each need has a key'],
  [{ ...wildfire, outcomes: ['swept_away'] }, 'outcomes.0: '],
  [{ ...wildfire, danger: { ...danger, numbers: [{ label: 'Gas', number: '105' }] } }, 'say 999'],
  [{ ...wildfire, concern: { ...concern, dangerWords: ['ablaze'] } }, 'no word ablaze'],
  [{ ...wildfire, ladder: { ...ladder, afterAttempts: 'none' } }, 'ladder.afterAttempts'],
  [{ ...wildfire, colour: 'red' }, 'Unrecognized key'],
  [{ ...flood }, 'flood, version 1, is there already; give yours another id or a higher version'],
])('what is wrong with a file is one sentence: %j', (content, said) => {
  put('own.json', content)
  const { packs, wrong } = readPacks(folder)
  expect(packs).toEqual([])
  expect(wrong).toHaveLength(1)
  expect(wrong[0]).toContain('The hazard pack own.json is not used: ')
  expect(wrong[0]).toContain(said)
})
