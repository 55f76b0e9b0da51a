// Lists loaded in another order make the same people, but where a person has to decide: through the
// importer, in a real database, in every order.
import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { systemActor } from '../../access/index.ts'
import { foundCouncil } from '../../events/index.ts'
import { type Id, newId } from '../../kernel/ids.ts'
import { makeTestNode, type TestNode } from '../../testing/make-node.ts'
import { importList } from './import-list.ts'

let t: TestNode
beforeAll(async () => {
  t = await makeTestNode()
})
afterAll(() => t.close())

const people = [
  { first: 'Margaret', others: ['Peggy', 'Margret', 'M'], family: 'Ellison', born: '04/03/1943' },
  { first: 'Albert', others: ['Bert', 'Alber'], family: 'Ellison', born: '04/03/1943' },
  { first: 'Walter', others: ['Wally'], family: 'Marsh', born: '12/07/1941' },
  { first: 'Walter', others: ['Walther'], family: 'Marsh', born: '20/11/1968' },
] as const
const numbers = ['9990487715', '9991042687', '9993154415', '9990000018']
const homes = ['4 Mill Lane,CB24 8RX', '4 Mill Lane,CB24 8RX', '9 Fen Road,CB24 9PF'] as const
const header =
  'Reference,NHS number,First name,Surname,Date of birth,Address line 1,Postcode,UPRN,Phone,Reason'

const row = fc.record({
  who: fc.nat(people.length - 1),
  spelling: fc.constantFrom(0, 0, 0, 1, 2, 3),
  hasNumber: fc.boolean(),
  isSwapped: fc.constantFrom(...Array.from({ length: 7 }, () => false), true),
  born: fc.constantFrom('right', 'right', 'right', 'right', 'right', 'missing', 'swapped'),
  home: fc.constantFrom('right', 'right', 'right', 'missing', 'another'),
  hasPhone: fc.boolean(),
})
type Said = typeof row extends fc.Arbitrary<infer One> ? One : never
const lists = fc.array(fc.array(row, { minLength: 1, maxLength: 4 }), {
  minLength: 3,
  maxLength: 3,
})

function lineOf(said: Said, ref: string): string {
  const person = people[said.who] as (typeof people)[number]
  const first = [person.first, ...person.others][said.spelling] ?? person.first
  const names = said.isSwapped ? [person.family, first] : [first, person.family]
  const [day, month, year] = person.born.split('/')
  const dates = { right: person.born, missing: '', swapped: `${month}/${day}/${year}` }
  const own = homes[said.who] ?? homes[2]
  const home = { right: own, missing: ',', another: '2 Moor End,CB21 4AA' }[said.home]
  const number = said.hasNumber ? numbers[said.who] : ''
  const phone = said.hasPhone ? `01632 96000${said.who}` : ''
  return [ref, number, ...names, dates[said.born], home, '', phone, 'x'].join(',')
}

type Standing = {
  readonly ref: string
  readonly state: string
  readonly person: Id | null
  readonly candidates: readonly Id[]
}

let councils = 0

/** Into a council of its own, where nobody is known. */
async function loaded(files: readonly (readonly string[])[]): Promise<readonly Standing[]> {
  councils += 1
  const council = `order-${councils}`
  await foundCouncil(t.node, { id: council, name: council, gss: 'E07000012', practice: true })
  for (const lines of files) {
    const chunks = (async function* () {
      yield new TextEncoder().encode([header, ...lines, ''].join('\n'))
    })()
    const options = { name: 'known.csv', chunks, shrinkReason: 'Another list' }
    const done = await importList(t.node, systemActor(council), options)
    if (!('counts' in done)) throw new Error(JSON.stringify(done))
  }
  return t.node.store.transaction({ council, actor: newId() }, async tx => {
    const entries = await tx
      .selectFrom('list_entries as e')
      .leftJoin('people as p', join =>
        join.onRef('p.council', '=', 'e.council').onRef('p.id', '=', 'e.person'),
      )
      .select(['e.raw', 'e.state', 'e.candidates', 'p.root as person'])
      .where('e.council', '=', council)
      .execute()
    return entries.map(({ raw, ...one }) => ({ ...one, ref: (raw as string[])[0] ?? '' })) as never
  })
}

/** What hangs together once every question is answered with yes. */
function perhapsOne(rows: readonly Standing[]): (one: string, other: string) => boolean {
  const group = new Map<string, string>()
  const rootOf = (key: string): string => {
    const up = group.get(key) ?? key
    return up === key ? key : rootOf(up)
  }
  for (const { ref, person, candidates } of rows) {
    for (const id of [...(person ? [person] : []), ...candidates])
      group.set(rootOf(ref), rootOf(id))
  }
  return (one, other) => rootOf(one) === rootOf(other)
}

function ordersOf<T>(all: readonly T[]): T[][] {
  if (all.length < 2) return [[...all]]
  return all.flatMap((one, at) => ordersOf(all.toSpliced(at, 1)).map(rest => [one, ...rest]))
}

/** Rows that this order made one person, and the other neither joined nor asked about. */
function torn(rows: readonly Standing[], others: readonly Standing[]): string[] {
  const isLoaded = new Set(others.flatMap(one => (one.state === 'loaded' ? [one.ref] : [])))
  const mayBeOne = perhapsOne(others)
  const both = rows.filter(({ state, ref }) => state === 'loaded' && isLoaded.has(ref))
  return both.flatMap(one =>
    both
      .filter(other => one.ref < other.ref && one.person === other.person)
      .filter(other => !mayBeOne(one.ref, other.ref))
      .map(other => `${one.ref} and ${other.ref}`),
  )
}

test('who is one person depends on no order of the lists, unless somebody decides', async () => {
  await fc.assert(
    fc.asyncProperty(lists, async all => {
      const files = all.map((rows, list) => rows.map((one, at) => lineOf(one, `f${list}n${at}`)))
      const ends: (readonly Standing[])[] = []
      for (const order of ordersOf(files)) ends.push(await loaded(order))
      for (const one of ends) for (const other of ends) expect(torn(one, other)).toEqual([])
    }),
    { numRuns: Number(process.env.STORIES ?? 4) },
  )
})
