// What must hold for any lists at all: order leaves no trace, nobody is lost, and nothing joins
// what a trusted id or a whole date of birth holds apart.
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { link, tableOf } from '../index.ts'
import { isWhole, readDate } from './encode/date.ts'
import type { TableRow } from './encode/table-of.ts'

const heads = [
  { name: 'first', role: 'given name' },
  { name: 'last', role: 'family name' },
  { name: 'born', role: 'date of birth' },
  { name: 'number', role: 'national id' },
  { name: 'post', role: 'postcode' },
  { name: 'call', role: 'phone' },
  { name: 'other call', role: 'phone' },
] as const
const [bornAt, numberAt] = [2, 3]

const cells = fc.tuple(
  fc.constantFrom('Margaret', 'Peggy', 'Mair', 'Albert', 'Bert', 'M', 'Ellison', ''),
  fc.constantFrom('Ellison', 'Elison', 'Marsh', 'Khan', 'Wójcik', 'Margaret', ''),
  fc.constantFrom('02/03/1941', '03/02/1941', '1941', '11/12/1938', '01/01/1938', '99/99/1938', ''),
  fc.constantFrom('9990487715', '999 048 7715', '9991042687', '9990487751', ''),
  fc.constantFrom('CB24 8RX', 'CB24 8RY', 'CB1 1AA', ''),
  fc.constantFrom('01632 960118', '+441632960118', '07700 900361 / 01632 960118', ''),
  fc.constantFrom('07700 900361', ''),
)
const rows = fc
  .array(cells, { minLength: 2, maxLength: 24 })
  .map(all => all.map((own, i): TableRow => ({ id: `r${i}`, cells: own })))

test('the order of the records does not change who is one person', async () => {
  await fc.assert(
    fc.asyncProperty(rows, fc.infiniteStream(fc.nat()), async (list, dice) => {
      const places = list.map(row => ({ row, at: dice.next().value as number }))
      const shuffled = places.sort((a, b) => a.at - b.at).map(({ row }) => row)
      const [one, other] = [await linked(list), await linked(shuffled)]
      expect(other.groups).toEqual(one.groups)
      expect(other.pairs).toEqual(one.pairs)
    }),
    { numRuns: 60 },
  )
})

test('the order of two lists does not change it either', async () => {
  await fc.assert(
    fc.asyncProperty(rows, async list => {
      const half = Math.ceil(list.length / 2)
      const [first, second] = [list.slice(0, half), list.slice(half)]
      const [one, other] = [await linked(first, second), await linked(second, first)]
      expect(other.groups).toEqual(one.groups)
      expect(other.pairs).toEqual(one.pairs)
    }),
    { numRuns: 40 },
  )
})

test('the order of the columns does not change it', async () => {
  await fc.assert(
    fc.asyncProperty(rows, fc.integer({ min: 1, max: heads.length - 1 }), async (list, turn) => {
      const turned = <T>(all: readonly T[]) => [...all.slice(turn), ...all.slice(0, turn)]
      const others = list.map(({ id, cells: own }) => ({ id, cells: turned(own) }))
      const [one, other] = [await linked(list), await linked(others, undefined, turned(heads))]
      expect(other.groups).toEqual(one.groups)
      expect(other.pairs).toEqual(one.pairs)
    }),
    { numRuns: 30 },
  )
})

test('as many rows come out as went in, each in one group', async () => {
  await fc.assert(
    fc.asyncProperty(rows, async list => {
      const { groups } = await linked(list)
      expect(groups.flat().sort()).toEqual(list.map(({ id }) => id).sort())
    }),
    { numRuns: 40 },
  )
})

test('nothing is called the same across two trusted ids or two whole birthdays', async () => {
  await fc.assert(
    fc.asyncProperty(rows, async list => {
      const { same } = await linked(list)
      for (const group of closed(same)) {
        const members = group.map(id => list.find(row => row.id === id)?.cells ?? [])
        const numbers = members.map(own => (own[numberAt] ?? '').replaceAll(' ', ''))
        const dates = members.map(own => readDate(own[bornAt] ?? '', 'day-first')).filter(isWhole)
        expect(new Set(numbers.filter(Boolean)).size).toBeLessThanOrEqual(1)
        expect(new Set(dates).size).toBeLessThanOrEqual(1)
      }
    }),
    { numRuns: 150 },
  )
})

async function linked(
  first: readonly TableRow[],
  second?: readonly TableRow[],
  columns: readonly (typeof heads)[number][] = heads,
) {
  const table = tableOf(columns, first, second)
  const { pairs, clusters } = await link(table)
  const id = (place: number) => table.ids[place] as string
  const named = pairs.map(({ a, b, weight, isSame }) => ({
    ids: [id(a), id(b)].sort().join(),
    weight: weight.toFixed(6),
    isSame,
  }))
  const groups = Map.groupBy(table.ids, (_, at) => clusters[at])
  const sorted = [...groups.values()].map(group => group.sort()).sort()
  const same = pairs.filter(({ isSame }) => isSame).map(({ a, b }) => [id(a), id(b)] as const)
  return { pairs: named.sort((a, b) => (a.ids < b.ids ? -1 : 1)), groups: sorted, same }
}

/** Whoever hangs together by pairs called the same. */
function closed(pairs: readonly (readonly [string, string])[]): string[][] {
  const groups: Set<string>[] = []
  for (const [a, b] of pairs) {
    const touched = groups.filter(group => group.has(a) || group.has(b))
    for (const group of touched) groups.splice(groups.indexOf(group), 1)
    groups.push(new Set([a, b, ...touched.flatMap(group => [...group])]))
  }
  return groups.map(group => [...group])
}
