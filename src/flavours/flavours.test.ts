// Do villages load as files, show where they differ, and are wrong files told apart in words?
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { aspects } from './domain/flavour.ts'
import {
  compare,
  copied,
  councilFlavour,
  Flavour,
  type FlavourFile,
  readFlavour,
  villageFlavours,
  withDefaults,
  writeFlavour,
} from './index.ts'

function shipped(village: string): FlavourFile {
  const found = villageFlavours.find(one => one.village === village)
  if (!found) throw new Error(`${village} does not ship`)
  return found
}

test.each(['Cottenham', 'Cottingham', 'Streatley'])('%s is a file that loads whole', village => {
  const file = shipped(village)
  expect(readFlavour(writeFlavour(file))).toEqual({ flavour: file, wrong: [] })
  expect(Flavour.safeParse(withDefaults(file, councilFlavour)).success).toBe(true)
})

test('each of the three works in its own way', () => {
  const [cottenham, cottingham, streatley] = ['Cottenham', 'Cottingham', 'Streatley'].map(one =>
    withDefaults(shipped(one), councilFlavour),
  )
  expect(cottenham?.payments).toEqual(['prepaid-at-shop', 'volunteer-card'])
  expect(cottingham?.dividesBy).toBe('clusters-of-ten')
  expect(streatley?.callers[0]).toBe('street-lead')
  expect(streatley?.payments).toEqual(councilFlavour.payments)
})

test('a comparison names what differs, and whose choice it is', () => {
  const lines = compare([shipped('Cottingham'), shipped('Streatley')], councilFlavour)
  expect(lines.map(({ aspect }) => aspect)).toEqual(aspects)
  const divides = lines.find(({ aspect }) => aspect === 'dividesBy')
  expect(divides?.differs).toBe(true)
  expect(divides?.sides.map(({ isOwn }) => isOwn)).toEqual([true, false])
  expect(lines.find(({ aspect }) => aspect === 'limits')?.differs).toBe(false)
})

test('a copy differs from its village in nothing but the name', () => {
  const from = shipped('Cottenham')
  const lines = compare([from, copied(from, 'Barton')], councilFlavour)
  expect(lines.filter(({ differs }) => differs)).toEqual([])
  expect(copied(from, 'Barton').village).toBe('Barton')
})

test('fields typed in another order are no difference', () => {
  const limits = { jobsEach: 2, hoursToAnswer: 5, daysToKeepPromise: 3 }
  const turned = Object.fromEntries(Object.entries(limits).toReversed()) as typeof limits
  const files = [
    { village: 'Barton', limits },
    { village: 'Toft', limits: turned },
  ]
  expect(compare(files, councilFlavour).some(({ differs }) => differs)).toBe(false)
})

test('a wrong file is refused, and every fault is said by where it stands', () => {
  const text = JSON.stringify({ village: '', callers: ['hub', 'hub'], cash: true })
  const { flavour, wrong } = readFlavour(text)
  expect(flavour).toBeNull()
  for (const words of ['village:', 'callers: each only once', 'cash'])
    expect(wrong.join('\n')).toContain(words)
  expect(readFlavour('{').wrong).toEqual(['This is not JSON.'])
})

test('no text whatever makes the reader fail', () => {
  const texts = fc.oneof(fc.string(), fc.json())
  fc.assert(
    fc.property(texts, text => {
      const { flavour, wrong } = readFlavour(text)
      expect(flavour === null).toBe(wrong.length > 0)
    }),
  )
})
