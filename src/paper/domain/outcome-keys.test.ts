// Can every outcome be marked on some sheet and typed back as itself, and does each fit its line?
import { expect, test } from 'vitest'
import { allPacks, coreOutcomes } from '../../hazards/domain/index.ts'
import { keysOn, outcomeOf, paperKeyOf, type SheetAsks, typedKeys } from './outcome-keys.ts'

const sheets: readonly SheetAsks[] = [
  { channel: 'call', about: 'person' },
  { channel: 'doorstep', about: 'person' },
  { channel: 'doorstep', about: 'home' },
]

test('each outcome is typed back from a call sheet, a street round, or a round of homes', () => {
  for (const core of coreOutcomes) {
    const key = paperKeyOf(core).toLowerCase()
    const read = sheets.flatMap(asks => outcomeOf(` ${key} `, asks) ?? [])
    // Answered with and without needs is one key.
    const expected = core === 'spoke_no_help_wanted' ? 'spoke_complete' : core
    expect(new Set(read), core).toEqual(new Set([expected]))
  }
})

test.each(sheets)('on a sheet of %o each key of the pack has a box or stands at the foot', asks => {
  for (const pack of allPacks()) {
    const { boxes, foot } = keysOn(pack, asks)
    expect(boxes.length).toBeLessThanOrEqual(10)
    const all = [...boxes, ...foot]
    expect(new Set(all).size).toBe(all.length)
    const typed = typedKeys(asks)
    expect(all.filter(key => !typed.includes(key))).toEqual([])
    const own = pack.outcomes.map(paperKeyOf).filter(key => typed.includes(key))
    expect(own.filter(key => !all.includes(key))).toEqual([])
    const usual = 'ANVDWRBLMX'.split('').filter(key => typed.includes(key))
    expect(usual.filter(key => !all.includes(key))).toEqual([])
  }
})

test('what a flood asks stands in boxes; where nothing is asked, the usual ones do', () => {
  const at = (id: string, asks = sheets[1]) => {
    const pack = allPacks().find(one => one.id === id)
    return pack && asks ? keysOn(pack, asks).boxes.join('') : ''
  }
  expect(at('flood')).toBe('ANVRBXYGZU')
  expect(at('flood', sheets[2])).toBe('ANVRBYGZUE')
  expect(at('pandemic', sheets[0])).toBe('ANVDWRBLMX')
  expect(at('power-cut', sheets[0])).toBe('ANVWRBMXOJ')
})
