// A sealed list opens by its own rule and by nothing else.
import { expect, test } from 'vitest'
import { newId } from '../../kernel/ids.ts'
import { type Occasion, opener, type SealedRule } from './rules.ts'

const [district, village, zone, other] = [newId(), newId(), newId(), newId()]
const occasion = (kind: Occasion['kind'], ...path: string[]): Occasion => ({
  id: newId(),
  kind,
  path,
})
const of = (rule: SealedRule['rule'], area: string | null = null): SealedRule => ({
  rule,
  area,
  areaPath: area === null ? [] : [district, village].slice(0, area === village ? 2 : 1),
})

test('one that is always open needs nothing declared', () => {
  expect(opener(of('always'), [])).toBeNull()
})

test('one for a warning opens for a warning, not for an incident', () => {
  const warning = occasion('warning')
  expect(opener(of('warning'), [])).toBeUndefined()
  expect(opener(of('warning'), [occasion('incident')])).toBeUndefined()
  expect(opener(of('warning'), [warning])).toBe(warning.id)
})

test('what is declared elsewhere opens nothing here', () => {
  expect(opener(of('incident', village), [occasion('incident', district, other)])).toBeUndefined()
  const above = occasion('incident', district)
  expect(opener(of('incident', village), [above])).toBe(above.id)
  const within = occasion('incident', district, village, zone)
  expect(opener(of('incident', village), [within])).toBe(within.id)
})

test('one for this area only opens for what is declared in it, of either kind', () => {
  const here = occasion('warning', district, village)
  expect(opener(of('area', village), [here])).toBe(here.id)
  expect(opener(of('area', village), [occasion('incident')])).toBeUndefined()
})
