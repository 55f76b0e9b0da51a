// Whatever files come in whatever order, with what is undone between them: every row is accounted
// for, the same file again changes nothing, and the read models are what the record says.
import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { systemId } from '../../access/index.ts'
import { compareRebuild } from '../../events/index.ts'
import { newId } from '../../kernel/ids.ts'
import { council, makeTestNode, type TestNode } from '../../testing/make-node.ts'
import { addSmallDistrict } from '../../testing/small-district.ts'
import type { Counts } from '../domain/terms.ts'
import { csv, load } from '../testing/load-text.ts'
import { undoVersion } from './undo.ts'

let t: TestNode
beforeAll(async () => {
  t = await makeTestNode()
  await addSmallDistrict(t)
})
afterAll(() => t.close())

const uprn = fc.oneof(
  { weight: 8, arbitrary: fc.integer({ min: 1, max: 12 }).map(n => String(100_090_000_000 + n)) },
  { weight: 1, arbitrary: fc.constantFrom('', '1.00E+11', '1234567890123', 'x') },
)
const street = fc.constantFrom('Mill Lane', 'Mill Ln', 'High Street', 'High St', 'Fen Road', '')
const village = fc.constantFrom('Cottenham', 'Cottenham', 'Sawston', 'Nowhere')
const postcode = fc.constantFrom('CB24 8RX', 'cb248ra', 'CB22 3AA', '', 'CB24')
const row = fc
  .record({ uprn, number: fc.integer({ min: 1, max: 4 }), street, village, postcode })
  .map(
    one => `${one.uprn},${one.number} ${one.street},${one.street},${one.village},,,${one.postcode}`,
  )
const file = fc.array(row, { minLength: 1, maxLength: 12 })
const step = fc.record({ rows: file, isUndone: fc.boolean() })

function sum({ accepted, changed, unchanged, needs_review, refused }: Counts): number {
  return accepted + changed + unchanged + needs_review + refused
}

/** What stands: homes in their streets, and the figures of the streets. */
async function standing(): Promise<unknown> {
  return t.node.store.transaction({ council, actor: systemId }, async tx => ({
    homes: await tx
      .selectFrom('dwellings')
      .select(['id', 'street', 'uprn', 'address', 'postcode'])
      .where('council', '=', council)
      .where('ended_at', 'is', null)
      .orderBy('id')
      .execute(),
    streets: await tx
      .selectFrom('places')
      .select(['id', 'homes'])
      .where('council', '=', council)
      .where('ended_at', 'is', null)
      .orderBy('id')
      .execute(),
  }))
}

test('loads and undoings in any order leave nothing unaccounted', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 4 }), async steps => {
      for (const { rows, isUndone } of steps) {
        const before = await standing()
        const { summary, version, isNew } = await load(t, csv(...rows))
        expect(sum(summary.counts)).toBe(rows.length)
        const again = await load(t, csv(...rows))
        expect(again.summary.counts).toMatchObject({ accepted: 0, changed: 0 })
        if (!isNew || !isUndone) continue
        await undoVersion(t.node, t.system, { id: newId(), version: version ?? '' })
        expect(await standing()).toEqual(before)
      }
    }),
    { numRuns: 15 },
  )
  const who = { council, actor: systemId }
  const { differences } = await compareRebuild(t.node.store, t.node.registry, who)
  expect(differences).toEqual([])
})
