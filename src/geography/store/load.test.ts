// Does loading do what the preview said, once, with an account of every row, and can it be undone?
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { systemId } from '../../access/index.ts'
import { compareRebuild } from '../../events/index.ts'
import { newId } from '../../kernel/ids.ts'
import { council, makeTestNode, type TestNode } from '../../testing/make-node.ts'
import { addPeople, addSmallDistrict, street } from '../../testing/small-district.ts'
import { csv, geojson, load, sample, square } from '../testing/load-text.ts'
import { standingFacts } from './read-state.ts'
import { undoVersion } from './undo.ts'

let t: TestNode
beforeAll(async () => {
  t = await makeTestNode()
  await addSmallDistrict(t)
})
afterAll(() => t.close())

function reading<T>(work: Parameters<typeof t.node.store.transaction<T>>[1]): Promise<T> {
  return t.node.store.transaction({ council, actor: systemId }, work)
}

const homes = () =>
  reading(tx =>
    tx
      .selectFrom('dwellings as d')
      .innerJoin('places as s', 's.id', 'd.street')
      .select(['d.uprn', 'd.address', 's.name as street', 'd.ended_at as endedAt'])
      .where('d.council', '=', council)
      .orderBy('d.uprn')
      .execute(),
  )
const streets = () =>
  reading(tx =>
    tx
      .selectFrom('places')
      .select(['id', 'name', 'homes', 'ended_at'])
      .where('council', '=', council)
      .where('kind', '=', 'street')
      .orderBy('name')
      .execute(),
  )

describe('wards', () => {
  test('are read from the columns of their year, all of them, and the year is stated', async () => {
    const { summary } = await load(t, sample('south-cambridgeshire-wards-2025.geojson'))
    expect(summary).toMatchObject({ kind: 'wards', edition: '2025', takenAs: 'map' })
    expect(summary.counts).toMatchObject({ rows: 26, accepted: 26, refused: 0 })
  })

  test('loaded a second time change nothing and make no version', async () => {
    const again = await load(t, sample('south-cambridgeshire-wards-2025.geojson'))
    expect(again.isNew).toBe(false)
    expect(again.summary.counts).toMatchObject({ rows: 26, unchanged: 26 })
  })

  test('of another council are refused, one by one, and end nothing of ours', async () => {
    const { summary } = await load(t, sample('cardiff-wards-welsh-names.geojson'))
    expect(summary.counts).toMatchObject({ rows: 28, refused: 28 })
    const facts = await reading(tx => standingFacts(tx, council, 'wards'))
    expect(facts.size).toBe(26)
  })

  test('of a new edition end those it lacks, and undoing brings them back', async () => {
    const properties = { WD26CD: 'E05099001', WD26NM: 'New Ward', LAD26CD: 'E07000012' }
    const file = geojson([{ properties, ring: square(1) }])
    const { version, summary } = await load(t, file)
    expect(summary.remarks).toContainEqual({ remark: 'others-end', count: 26 })
    const now = await reading(tx => standingFacts(tx, council, 'wards'))
    expect([...now.keys()]).toEqual(['E05099001'])
    await undoVersion(t.node, t.system, { id: newId(), version: version ?? '' })
    const before = await reading(tx => standingFacts(tx, council, 'wards'))
    expect(before.size).toBe(26)
  })
})

describe('streets and addresses', () => {
  const file = csv(
    '100090123456,12 Mill Lane,Mill Lane,Cottenham,,,CB24 8RX',
    '100090123457,14 Mill Lane,Mill Lane,Cottenham,,,CB24 8RX',
    '100090123458,1 High Street,High Street,Cottenham,,,CB24 8RA',
    '100090123459,2 High Street,High Street,Cottenham,,,CB24 8RA',
    '100090123460,3 High St,High St,Cottenham,,,CB24 8RA',
    '1234567890123,4 High Street,High Street,Cottenham,,,CB24 8RA',
    '1.00E+11,5 High Street,High Street,Cottenham,,,CB24 8RA',
    '100090123461,6 High Street,High Street,Cottenham,,,CB24 8RA',
    '100090123461,7 High Street,High Street,Cottenham,,,CB24 8RA',
    '100090123462,1 Fen Road,Fen Road,Nowhere,,,CB24 8RB',
    '100090123459,2 High Street,High Street,Cottenham,,,CB24 8RA',
    '100090123463,,High Street,Cottenham,,,CB24 8RA',
  )

  let version = ''
  test('each row ends somewhere, and says why', async () => {
    const done = await load(t, file)
    version = done.version ?? ''
    expect(done.summary.counts).toEqual({
      rows: 12,
      accepted: 4,
      changed: 0,
      unchanged: 1,
      needs_review: 2,
      refused: 5,
    })
    const rows = await reading(tx =>
      tx
        .selectFrom('geo_rows')
        .select(['row', 'outcome', 'reasons'])
        .where('council', '=', council)
        .where('version', '=', version)
        .orderBy('row')
        .execute(),
    )
    expect(rows.map(row => [row.row, row.outcome, ...row.reasons])).toEqual([
      [2, 'accepted'],
      [3, 'accepted'],
      [4, 'accepted'],
      [5, 'accepted'],
      [6, 'needs_review', 'street-two-spellings'],
      [7, 'refused', 'uprn-too-long'],
      [8, 'refused', 'uprn-scientific'],
      [9, 'refused', 'uprn-twice'],
      [10, 'refused', 'uprn-twice'],
      [11, 'needs_review', 'village-unknown'],
      [12, 'unchanged', 'row-repeated'],
      [13, 'refused', 'address-missing'],
    ])
  })

  test('a street under two spellings is one street and a question', async () => {
    expect((await streets()).map(one => one.name)).toEqual([
      'High Street',
      'High Street',
      'Mill Lane',
    ])
    const held = await reading(tx =>
      tx.selectFrom('geo_held').select(['reason', 'street', 'near']).orderBy('row').execute(),
    )
    expect(held[0]).toMatchObject({ reason: 'street-two-spellings', street: 'High St' })
    const named = (await streets()).find(one => one.id === held[0]?.near)
    expect(named?.name).toBe('High Street')
  })

  test('the same file again changes nothing', async () => {
    const before = await homes()
    const again = await load(t, file)
    expect(again).toMatchObject({ isNew: false, version })
    expect(again.summary.counts).toMatchObject({ accepted: 0, changed: 0, unchanged: 5 })
    expect(await homes()).toEqual(before)
  })

  test('a corrected address is a change, and undoing it brings the old one back', async () => {
    const next = csv('100090123456,12A Mill Lane,Mill Lane,Cottenham,,,CB24 8RX')
    const done = await load(t, next)
    expect(done.summary.counts).toMatchObject({ rows: 1, changed: 1 })
    expect(done.summary.remarks).toContainEqual({ remark: 'homes-stay', count: 3 })
    expect((await homes())[0]?.address).toBe('12A Mill Lane')
    await undoVersion(t.node, t.system, { id: newId(), version: done.version ?? '' })
    expect((await homes())[0]?.address).toBe('12 Mill Lane')
  })

  test('undoing ends what it brought, except where somebody lives', async () => {
    await addPeople(t, [{ given: 'Joan', place: street }])
    const [, , , lived] = await homes()
    expect(lived?.endedAt).toBeNull()
    const done = await undoVersion(t.node, t.system, { id: newId(), version })
    expect(done).toMatchObject({ outcome: 'accepted' })
    expect((await homes()).every(one => one.endedAt !== null)).toBe(true)
    const open = (await streets()).filter(one => one.ended_at === null)
    expect(open.map(one => [one.name, one.homes])).toEqual([
      ['High Street', 0],
      ['Mill Lane', 0],
    ])
  })

  test('loaded once more after that, the same homes begin again', async () => {
    const done = await load(t, file)
    expect(done.summary.counts).toMatchObject({ accepted: 4, unchanged: 1 })
    expect(await homes()).toHaveLength(4)
    expect((await homes()).every(one => one.endedAt === null)).toBe(true)
  })
})

test('the read models are what the record says', async () => {
  const { differences, events } = await compareRebuild(t.node.store, t.node.registry, {
    council,
    actor: systemId,
  })
  expect(events).toBeGreaterThan(20)
  expect(differences).toEqual([])
})
