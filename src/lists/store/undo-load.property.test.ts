// A load and its undoing leave everything as it was before: whatever the files say.
import fc from 'fast-check'
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { act, compareRebuild } from '../../events/index.ts'
import { newId } from '../../kernel/ids.ts'
import { openCampaign } from '../../reach/index.ts'
import { type Cells, listFile, loadFileOf, someone } from '../../testing/loading-lists.ts'
import { council, makeTestNode, type TestNode } from '../../testing/make-node.ts'
import { addSmallDistrict } from '../../testing/small-district.ts'
import { undoLoad } from './undo-load.ts'

let t: TestNode
beforeAll(async () => {
  t = await makeTestNode()
  await addSmallDistrict(t)
  const rule = { lists: ['spl'], places: [], withFlags: [], withoutFlags: [] }
  const words = { title: 'Spring', purpose: 'Ring everybody', memberKind: 'person', rule }
  const ids = { campaign: newId(), round: newId(), answerable: t.system.id }
  const input = { ...ids, ...words, pack: 'pandemic' }
  await act(t.node, t.system, openCampaign, { id: newId(), input })
})
afterAll(() => t.close())

const cells = fc.record({
  n: fc.integer({ min: 1, max: 12 }),
  said: fc.constantFrom<Cells>(
    {},
    {},
    { category: 'COVID-19 PRA' },
    { mobile: '07700 900555' },
    { landline: '020 7946 0123', PatientEmailAddress: 'somebody@example.org' },
    { PatientAddress_Line1: '9 New Road', PatientAddress_PostCode: 'CB24 8RY' },
    { DateOfDeath: '01-04-2026' },
    { DateOfBirth: '12/11/48' },
    { DateOfBirth: '19680304' },
    { oslaua: 'E07000008' },
    { Traced_NHSNUMBER: '' },
    { PatientOtherName: 'Mary' },
    { Traced_NHSNUMBER: '', PatientFirstName: '', PatientSurname: '', DateOfBirth: '' },
  ),
})
const rows = fc.array(cells, { minLength: 1, maxLength: 14 })
const files = fc.array(rows, { minLength: 1, maxLength: 3 })

let told = 0
const load = (all: readonly { n: number; said: Cells }[]) => {
  told += 1
  const named = all.map(({ n, said }) => someone(n, { SPL_Version: String(told), ...said }))
  return loadFileOf(t, listFile(named), { shrinkReason: 'A story' })
}

const tables = ['list_entries', 'contact_points', 'person_flags', 'members'] as const

async function figures() {
  return t.node.store.transaction({ council, actor: newId() }, async tx => {
    const all = await Promise.all(
      tables.map(table =>
        sql`select to_jsonb(x) as row from ${sql.table(table)} x order by 1`.execute(tx),
      ),
    )
    const people = await sql`select to_jsonb(p) as row from people p where erased_at is null
      order by id`.execute(tx)
    return {
      people: people.rows,
      ...Object.fromEntries(tables.map((one, at) => [one, all[at]?.rows])),
    }
  })
}

test('load then undo gives back every row of before, for any files', async () => {
  await fc.assert(
    fc.asyncProperty(files, async all => {
      for (const file of all.slice(0, -1)) await load(file)
      const before = await figures()
      const { version, isNew } = await load(all.at(-1) ?? [])
      expect(isNew).toBe(true)
      const request = { version: version ?? '', reason: 'Wrong file', takesDeathsBack: true }
      expect(await undoLoad(t.node, t.system, { id: newId(), ...request })).toMatchObject({
        outcome: 'undone',
      })
      expect(await figures()).toEqual(before)
      const again = await undoLoad(t.node, t.system, { id: newId(), ...request })
      expect(again).toEqual({ refused: 'already-done' })
    }),
    { numRuns: Number(process.env.STORIES ?? 15) },
  )
  const compared = await compareRebuild(t.node.store, t.node.registry, { council, actor: newId() })
  expect(compared.differences).toEqual([])
})
