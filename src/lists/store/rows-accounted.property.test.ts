// Rows in = accepted + changed + unchanged + review + rejected: whatever the files say, in whatever
// order. The large sizes are `./doorstep bench lists`.
import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Cells, listFile, loadFileOf, rowsOf, someone } from '../../testing/loading-lists.ts'
import { makeTestNode, type TestNode } from '../../testing/make-node.ts'

let t: TestNode
beforeAll(async () => {
  t = await makeTestNode()
})
afterAll(() => t.close())

const wild = fc.oneof(
  fc.constantFrom('', '12/11/48', '31/02/1948', "O'Neil", 'Łukasz', '﷽', '🙂', '0', '=1+1', '-'),
  fc.string({ maxLength: 12 }).map(text => text.replace(/["\r\n,]/g, ' ')),
)
const columns = ['Traced_NHSNUMBER', 'PatientFirstName', 'PatientSurname', 'DateOfBirth', 'mobile']
const said = fc.dictionary(
  fc.constantFrom(...columns, 'PatientAddress_PostCode', 'DateOfDeath', 'oslaua', 'category'),
  wild,
  { maxKeys: 4 },
)
const row = fc.record({ n: fc.integer({ min: 1, max: 8 }), said })
const files = fc.array(fc.array(row, { minLength: 1, maxLength: 25 }), {
  minLength: 1,
  maxLength: 3,
})

let told = 0

test('every row of every file has one outcome, and they add up', async () => {
  await fc.assert(
    fc.asyncProperty(files, async all => {
      for (const rows of all) {
        told += 1
        const cells = rows.map(one => {
          const words: Cells = { SPL_Version: String(told), ...one.said }
          return someone(one.n, words)
        })
        const loaded = await loadFileOf(t, listFile(cells), { shrinkReason: 'A story' })
        const { rows: counted, ...outcomes } = loaded.counts
        const sum = Object.values(outcomes).reduce((total, n) => total + n, 0)
        expect([counted, sum]).toEqual([rows.length, rows.length])
        const accounts = await rowsOf<{ version: string }>(t, 'list_rows')
        const mine = accounts.filter(({ version }) => version === loaded.version)
        expect(mine).toHaveLength(rows.length)
        const again = await loadFileOf(t, listFile(cells))
        expect([again.isNew, again.counts.accepted, again.counts.changed]).toEqual([false, 0, 0])
      }
    }),
    { numRuns: Number(process.env.STORIES ?? 12) },
  )
})
