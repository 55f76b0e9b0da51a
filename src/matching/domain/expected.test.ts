// Is what `link` says of itself true? On invented lists whose truth is known, each stated precision
// and recall lies near what it turns out to be.
import { expect, test } from 'vitest'
import { type Linked, link, tableOf } from '../index.ts'
import { diceOf } from './fit/chance.ts'

const heads = [
  { name: 'first', role: 'given name' },
  { name: 'last', role: 'family name' },
  { name: 'born', role: 'date of birth' },
  { name: 'home', role: 'address' },
  { name: 'post', role: 'postcode' },
  { name: 'mail', role: 'email' },
] as const
const letters = [...'abdeghiklmnoprstuvwy']
const tolerance = 0.03

/** `wear`: how likely each cell of a second row is to be lost, or to have a letter wrong. */
function listOf(people: number, wear: number, seed: number) {
  const dice = diceOf(seed)
  const below = (limit: number) => Math.floor(dice() * limit)
  const word = (number: number) =>
    Array.from({ length: 6 }, (_, i) => letters[(number * (i + 3) * 7_919 + i) % 20]).join('')
  const usual = (many: number) => Math.floor(many * dice() ** 2)
  const rows: { person: number; cells: string[] }[] = []
  for (let person = 0; person < people; person++) {
    const street = below(people / 8)
    const own = [
      word(usual(200)),
      word(1_000 + usual(600)),
      `${1930 + below(60)}-${two(1 + below(12))}-${two(1 + below(28))}`,
      `${1 + below(90)} ${word(5_000 + street)} road`,
      `CB${1 + (street % 20)} ${1 + (street % 9)}AA`,
      dice() < 0.3 ? `p${person}@example.org` : '',
    ]
    rows.push({ person, cells: own })
    const copies = dice() < 0.3 ? 1 + below(2) : 0
    for (let copy = 0; copy < copies; copy++) {
      rows.push({ person, cells: own.map(cell => worn(cell)) })
    }
  }
  function worn(cell: string): string {
    const luck = dice()
    if (luck < wear / 2) return ''
    if (luck > wear || cell.length < 3) return cell
    const at = 1 + below(cell.length - 2)
    const letter = /\d/.test(cell[at] ?? '') ? below(10) : letters[below(20)]
    return `${cell.slice(0, at)}${letter}${cell.slice(at + 1)}`
  }
  return rows
}

const two = (number: number) => String(number).padStart(2, '0')

function truthOf(linked: Linked, persons: readonly number[], least: number) {
  const wanted = [...Map.groupBy(persons, person => person).values()].reduce(
    (sum, own) => sum + (own.length * (own.length - 1)) / 2,
    0,
  )
  const measure = (pairs: Linked['pairs']) => {
    const right = pairs.filter(({ a, b }) => persons[a] === persons[b]).length
    return { precision: right / Math.max(1, pairs.length), recall: right / wanted }
  }
  return {
    same: measure(linked.pairs.filter(({ isSame }) => isSame)),
    review: measure(linked.pairs),
    best: measure(linked.pairs.filter(({ weight }) => weight >= least)),
  }
}

test.each([
  [3_000, 0.1, 1],
  [3_000, 0.25, 2],
  [800, 0.2, 3],
])('of %s people, with %s of the cells of a copy worn (seed %s)', async (people, wear, seed) => {
  const rows = listOf(people, wear, seed)
  const table = tableOf(
    heads,
    rows.map(({ cells }, i) => ({ id: `r${i}`, cells })),
  )
  const linked = await link(table)
  const persons = rows.map(({ person }) => person)
  const truth = truthOf(linked, persons, linked.thresholds.best)
  const { expected } = linked
  for (const name of ['same', 'best', 'review'] as const) {
    expect(Math.abs(expected[name].precision - truth[name].precision)).toBeLessThan(tolerance)
    expect(Math.abs(expected[name].recall - truth[name].recall)).toBeLessThan(tolerance)
  }
  expect(truth.same.precision).toBeGreaterThanOrEqual(0.999)
})
