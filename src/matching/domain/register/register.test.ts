// Is a caller found among the people we know, and nobody who has left?
import { describe, expect, test } from 'vitest'
import { link, newRegister, readModel, tableOf, writeModel } from '../../index.ts'

const columns = [
  { name: 'first', role: 'given name' },
  { name: 'last', role: 'family name' },
  { name: 'born', role: 'date of birth' },
  { name: 'post', role: 'postcode' },
] as const
const people = Array.from({ length: 60 }, (_, i) => ({
  id: `p${i}`,
  cells: [
    ['Margaret', 'Albert', 'Yusuf', 'Agnieszka', 'Rhys'][i % 5] ?? '',
    ['Ellison', 'Marsh', 'Ahmad', 'Kowalska', 'Price', 'Boyle'][i % 6] ?? '',
    `${10 + (i % 18)}/0${1 + (i % 9)}/19${30 + i}`,
    `CB${1 + (i % 7)} ${1 + (i % 8)}AA`,
  ],
}))
const cellsOf = (cells: readonly string[]) =>
  Object.fromEntries(columns.map(({ name }, c) => [name, cells[c]]))

async function filled() {
  const copies = people.slice(0, 30).map(({ id, cells }) => ({ id: `c${id}`, cells }))
  const { model } = await link(tableOf(columns, [...people, ...copies]))
  const register = newRegister({ model, columns })
  for (const { id, cells } of people) register.add({ id, cells: cellsOf(cells) })
  return { register, model }
}

describe('the register', () => {
  test('finds a caller by a short name and a slip of the pen, and says why', async () => {
    const { register } = await filled()
    const known = people[0]?.cells ?? []
    const [hit] = register.lookup(cellsOf(['Peggy', 'Elison', known[2] ?? '', '']), 5)
    expect(hit).toMatchObject({ id: 'p0' })
    expect(hit?.why).toContainEqual({ field: 'given name', level: 'nickname' })
  })

  test('forgets who was removed, and replaces who is added again', async () => {
    const { register } = await filled()
    const cells = cellsOf(people[0]?.cells ?? [])
    register.remove('p0')
    expect(register.lookup(cells, 5).map(({ id }) => id)).not.toContain('p0')
    register.add({ id: 'p0', cells })
    register.add({ id: 'p0', cells })
    expect(register.size()).toBe(people.length)
    expect(register.lookup(cells, 5).filter(({ id }) => id === 'p0')).toHaveLength(1)
  })
})

test('a model comes back from its file as it went in', async () => {
  const { model } = await filled()
  const known = readModel(writeModel(model, columns))
  expect(known).toEqual({ kind: 'own', model })
})
