// Does it matter how many weigh the pairs, and that they have only what can be handed over?
import { expect, test } from 'vitest'
import { link, shareOut, tableOf, together, type WeighAll, weighPortion } from '../../index.ts'

const columns = [
  { name: 'first', role: 'given name' },
  { name: 'last', role: 'family name' },
  { name: 'born', role: 'date of birth' },
  { name: 'home', role: 'address' },
  { name: 'mail', role: 'email' },
] as const
const people = Array.from({ length: 400 }, (_, i) => ({
  id: `p${i}`,
  cells: [
    ['Margaret', 'Peggy', 'Yusuf', 'Agnieszka'][i % 4] ?? '',
    ['Ellison', 'Marsh', 'Ahmad', 'Kowalska', 'Price'][(i >> 1) % 5] ?? '',
    `${10 + ((i >> 1) % 18)}/0${1 + ((i >> 1) % 9)}/19${30 + ((i >> 1) % 60)}`,
    `${1 + (i >> 1)} Mill Lane`,
    `p${i >> 2}@example.org`,
  ],
}))

/** Two take turns on data that went through a message, as between threads. */
const weighApart: WeighAll = ({ people: all, model, heaps, stretches, floor }) => {
  const { ingredients } = all
  const portion = shareOut({ ingredients, ground: all, model, heaps, stretches, floor })
  const done = [portion, portion].flatMap(one => weighPortion(structuredClone(one)))
  return together(done)
}

test('the same pairs and groups come out, whoever weighs them', async () => {
  const table = tableOf(columns, people)
  const [alone, apart] = [await link(table), await link(table, { weigh: weighApart })]
  expect(apart.pairs).toEqual(alone.pairs)
  expect(apart.clusters).toEqual(alone.clusters)
  expect(apart.compared).toBe(alone.compared)
})
