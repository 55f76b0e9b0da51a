// Do a council's villages come from its own files, keep their history, and go by code, not name?
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { systemId } from '../../access/index.ts'
import { act, compareRebuild, verifyCouncil } from '../../events/index.ts'
import { newId } from '../../kernel/ids.ts'
import { council, makeTestNode, type TestNode } from '../../testing/make-node.ts'
import { type SignedIn, signedIn } from '../../testing/request.ts'
import { answerWhere } from '../domain/answer-where.ts'
import { csv, geojson, load, sample, square, tryLoad } from '../testing/load-text.ts'
import { villageRefs } from './read-state.ts'
import { undoVersion } from './undo.ts'
import { rowQuestions } from './where.ts'

let t: TestNode
let manager: SignedIn
beforeAll(async () => {
  t = await makeTestNode()
  manager = await signedIn(t, await t.actorWith('hub-manager'))
})
afterAll(() => t.close())

const reading = <T>(work: Parameters<typeof t.node.store.transaction<T>>[1]) =>
  t.node.store.transaction({ council, actor: systemId }, work)
const villages = async () =>
  (await reading(tx => villageRefs(tx, council))).map(({ name, codes }) => [name, ...codes])

function parishes(year: string, ...named: [string, string][]): string {
  return geojson(
    named.map(([code, name], at) => ({
      properties: { [`PARNCP${year}CD`]: code, [`PARNCP${year}NM`]: name },
      ring: square(at),
    })),
  )
}

test('addresses before there is any village are refused in a sentence', async () => {
  const done = await tryLoad(t, csv('100090123456,12 Mill Lane,Mill Lane,Cottenham,,,CB24 8RX'))
  expect(done).toEqual({ problem: 'no-village-yet' })
})

describe('parishes', () => {
  let version = ''
  test('become villages of a new council, under its own name', async () => {
    const file = parishes('25', ['E04001775', 'Cottenham'], ['E04001830', 'Sawston'])
    const done = await load(t, file)
    version = done.version ?? ''
    expect(done.summary).toMatchObject({ takenAs: 'villages', villages: 2, edition: '2025' })
    expect(await villages()).toEqual([
      ['Cottenham', 'E04001775'],
      ['Sawston', 'E04001830'],
    ])
  })

  test('undone, have ended and are not deleted; loaded again they begin again', async () => {
    const before = await reading(tx => villageRefs(tx, council))
    await undoVersion(t.node, t.system, { id: newId(), version })
    expect(await villages()).toEqual([])
    const again = parishes('25', ['E04001775', 'Cottenham'], ['E04001830', 'Sawston'])
    version = (await load(t, again)).version ?? ''
    expect(await reading(tx => villageRefs(tx, council))).toEqual(before)
  })

  test('that are renamed keep their code, their place, and their former name', async () => {
    const file = parishes('26', ['E04001775', 'Cottenham Fen'], ['E04001830', 'Sawston'])
    const done = await load(t, file)
    expect(done.summary.counts).toMatchObject({ changed: 2 })
    expect((await villages())[0]).toEqual(['Cottenham Fen', 'E04001775'])
    const [first] = await reading(tx => villageRefs(tx, council))
    const page = await (await manager.get(`/places/${first?.id}`)).text()
    expect(page).toContain('Cottenham, until 6 April 2026')
    expect(page).toContain('E04001775. Edition 2025')
    expect(page).toContain('E04001775. Edition 2026')
    await undoVersion(t.node, t.system, { id: newId(), version: done.version ?? '' })
    expect((await villages())[0]).toEqual(['Cottenham', 'E04001775'])
  })

  test('with a new code and an old name are a question; answered, the old code ends', async () => {
    const file = parishes('27', ['E04099999', 'Cottenham'], ['E04001830', 'Sawston'])
    expect((await load(t, file)).summary.counts).toMatchObject({ needs_review: 1 })
    const [question] = await reading(tx => rowQuestions(tx, council))
    const [first] = await reading(tx => villageRefs(tx, council))
    const input = {
      question: question?.id,
      answer: 'place',
      place: first?.id,
      rememberPostcode: false,
    }
    const done = await act(t.node, t.system, answerWhere, { id: newId(), input })
    expect(done).toMatchObject({ outcome: 'accepted' })
    expect((await villages())[0]).toEqual(['Cottenham', 'E04099999'])
    const codes = await reading(tx =>
      tx
        .selectFrom('place_codes')
        .select(['code', 'edition', 'until_at'])
        .orderBy('code')
        .execute(),
    )
    expect(codes.filter(one => one.until_at === null).map(one => one.code)).toEqual([
      'E04001830',
      'E04099999',
    ])
    expect((await load(t, file)).isNew).toBe(false)
  })
})

describe('postcodes', () => {
  const header = 'pcds,dointr,doterm,lad25cd,parncp25cd,lat,long'
  const rows = [
    'CB24 8RX,198001,,E07000012,E04099999,52.29,0.12',
    'CB24 8RA,198001,202306,E07000012,E04099999,52.29,0.12',
    'CB22 3AA,198001,,E07000012,E04001830,99.999999,0',
    'AB1 0AA,198001,199606,S12000033,,57.1,-2.24',
    'CB24,198001,,E07000012,E04099999,52.29,0.12',
  ]

  test('of other councils are counted and not kept; ended ones are kept as ended', async () => {
    const { summary, version } = await load(t, [header, ...rows, ''].join('\n'))
    expect(summary).toMatchObject({ kind: 'postcodes', edition: '2025' })
    expect(summary.counts).toMatchObject({ rows: 5, accepted: 3, refused: 2 })
    const report = await (await manager.get(`/places/versions/${version}/report.csv`)).text()
    expect(report).toContain('Of another council,1')
    expect(report).toContain('6,CB24,Refused,This is not a postcode')
  })

  test('of the directory as it is shipped, with another council, bring nothing', async () => {
    const { summary } = await load(t, sample('onspd-sample.csv'))
    expect(summary.counts).toMatchObject({ rows: 2, refused: 2 })
  })
})

test('positions come by UPRN for homes that we have, and only those', async () => {
  await load(t, csv('100090123456,12 Mill Lane,Mill Lane,Cottenham,,,CB24 8RX'))
  const file = [
    'UPRN,X_COORDINATE,Y_COORDINATE,LATITUDE,LONGITUDE',
    '100090123456,545100.00,267300.00,52.2853,0.1274',
    '100090999999,545100.00,267300.00,52.2853,0.1274',
  ]
  const { summary } = await load(t, file.join('\n'))
  expect(summary.counts).toMatchObject({ rows: 2, accepted: 1, refused: 1 })
  expect((await load(t, file.join('\n'))).isNew).toBe(false)
})

test('names of OS Open Names around the council are kept, and the rest counted', async () => {
  const { summary } = await load(t, sample('os-open-names-sample.csv'))
  expect(summary.kind).toBe('open-names')
  expect(summary.counts.rows).toBe(60)
  expect(summary.reasons).toContainEqual({ outcome: 'refused', reason: 'elsewhere', rows: 55 })
})

test('all of it is accounted for, and the read models are what the record says', async () => {
  const checks = await verifyCouncil(t.node, council)
  expect(checks.find(one => one.name.includes('files of places'))?.counted).toBeGreaterThan(70)
  expect(checks.flatMap(one => one.wrong)).toEqual([])
  const who = { council, actor: systemId }
  const { differences } = await compareRebuild(t.node.store, t.node.registry, who)
  expect(differences).toEqual([])
})
