// Do the packs that ship fit together?
import { describe, expect, test } from 'vitest'
import { packIn } from '../pages/pack-in.ts'
import { allPacks, coreOutcomes, findPack } from './index.ts'

test('seven packs ship', () => {
  expect(allPacks().map(pack => pack.id)).toEqual([
    ...['pandemic', 'winter-welfare', 'flood', 'heatwave', 'cold', 'power-cut', 'water-outage'],
  ])
  expect(findPack('pandemic')?.version).toBe(1)
  expect(findPack('nothing')).toBeUndefined()
})

describe.each(allPacks())('$title', pack => {
  test('every need has its own key and code', () => {
    expect(new Set(pack.needKinds.map(kind => kind.key)).size).toBe(pack.needKinds.length)
    expect(new Set(pack.needKinds.map(kind => kind.code)).size).toBe(pack.needKinds.length)
  })

  test('every core outcome has a next step', () => {
    expect(Object.keys(pack.ladder.steps).sort()).toEqual([...coreOutcomes].sort())
  })

  test('the danger box names 999 and the numbers for power and gas', () => {
    const numbers = pack.danger.numbers.map(one => one.number)
    expect(numbers).toEqual(expect.arrayContaining(['999', '111', '105', '0800 111 999']))
  })

  test('no line of the script is over 25 words a sentence', () => {
    const sentences = pack.script.lines.flatMap(line => line.split(/[.?!:]/))
    for (const sentence of sentences) expect(sentence.split(/\s+/).length).toBeLessThan(26)
  })
})

test.each(allPacks())('$title: every word of the call page is there in Welsh', pack => {
  const { needKinds, outcomeWords, danger, script } = pack
  const named = [...needKinds, ...outcomeWords, ...danger.numbers]
  expect(named.filter(one => one.cy === undefined || one.cy === one.label)).toEqual([])
  expect(danger.cy?.lines).toHaveLength(danger.lines.length)
  expect(script.cy).toHaveLength(script.lines.length)
  expect(packIn('cy', pack).danger.heading).toBe(danger.cy?.heading)
  expect(packIn('en', pack)).toBe(pack)
})
