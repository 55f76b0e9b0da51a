// Lists as they really are: one person under three spellings, a house of nine, a hostel of many.
import { afterAll, beforeAll, expect, test } from 'vitest'
import { rowsOf } from '../../testing/loading-lists.ts'
import { makeTestNode, type TestNode } from '../../testing/make-node.ts'
import { importList } from './import-list.ts'

let t: TestNode
beforeAll(async () => {
  t = await makeTestNode()
})
afterAll(() => t.close())

const header =
  'Reference,First name,Surname,Date of birth,Address line 1,Postcode,UPRN,Phone,Reason'

/** Each file here is another list of its own. */
const shrinkReason = 'A test'

async function given(...lines: readonly string[]) {
  const text = [header, ...lines, ''].join('\n')
  const chunks = (async function* () {
    yield new TextEncoder().encode(text)
  })()
  const done = await importList(t.node, t.system, { name: 'known.csv', chunks, shrinkReason })
  if (!('counts' in done)) throw new Error(JSON.stringify(done))
  const { accepted, changed, unchanged, needs_review, rejected, rows } = done.counts
  expect(accepted + changed + unchanged + needs_review + rejected).toBe(rows)
  return done
}

test('one person under three spellings is never three people by the machine alone', async () => {
  const at = '17/09/1948,4 Mill Lane,CB24 8RX,010000412077,01632 960118,x'
  const done = await given(`1,Siân,O’Brien,${at}`, `2,Sian,OBrien,${at}`, `3,SIAN,O'BRIEN,${at}`)
  expect(done.counts).toMatchObject({ rows: 3, accepted: 1 })
  expect(await rowsOf(t, 'people')).toHaveLength(1)
})

test('a household of nine at one address and phone is nine people', async () => {
  const names = ['Ada', 'Ben', 'Cleo', 'Dov', 'Eli', 'Fay', 'Gus', 'Hana', 'Ivo']
  const lines = names.map(
    (name, nth) =>
      `h${nth},${name},Khan,0${nth + 1}/03/19${60 + nth * 3},9 Mill Lane,CB24 8RX,9,01632 960119,x`,
  )
  expect((await given(...lines)).counts).toMatchObject({ rows: 9, accepted: 9 })
})

test('a hostel with 200 people at one address number is 200 people', async () => {
  const lines = Array.from({ length: 200 }, (_, nth) => {
    const born = `${String((nth % 28) + 1).padStart(2, '0')}/0${(nth % 9) + 1}/${1940 + (nth % 60)}`
    return `s${nth},Guest${nth},Surname${nth % 40},${born},1 Hostel Road,CB24 8RX,77,01632 960120,x`
  })
  const { counts } = await given(...lines)
  expect(counts).toMatchObject({ rows: 200, accepted: 200 })
})

test('what a register says somebody depends on stands with its entry', async () => {
  const text = 'MPAN,First name,Surname,Postcode,Phone,Needs codes\n1,Ann,Ray,CB24 8RX,,"3; 4"\n'
  const chunks = (async function* () {
    yield new TextEncoder().encode(text)
  })()
  const done = await importList(t.node, t.system, { name: 'psr.csv', chunks })
  expect(done).toMatchObject({ counts: { accepted: 1 }, preview: { list: 'power-register' } })
  const entries = await rowsOf<{ list: string; loaded_facts: { marks?: string[] } }>(
    t,
    'list_entries',
  )
  const found = entries.find(({ list }) => list === 'power-register')
  expect(found?.loaded_facts.marks).toEqual(['dialysis-or-pump', 'oxygen'])
})
