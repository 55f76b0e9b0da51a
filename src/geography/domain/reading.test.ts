// Is each cell of a file of places read rightly, or not at all?
import { describe, expect, test } from 'vitest'
import { sample } from '../testing/load-text.ts'
import { editionOf } from './edition.ts'
import { gssKind, readGss } from './gss.ts'
import { homeKey, readAddressRow } from './read-address-row.ts'
import { readPostcode } from './read-postcode.ts'
import { readNameRow, readPostcodeRow, readUprnRow } from './read-rows.ts'
import { recogniseTable, type Table } from './recognise.ts'
import { spelling, streetKey } from './street-key.ts'
import { readUprn } from './uprn.ts'

const toWgs84 = () => [0.1, 52.2] as const

describe('a UPRN', () => {
  test.each([
    ['100090123456', { uprn: '100090123456' }],
    [' 10009012 ', { uprn: '000010009012' }],
    ['000010009012', { uprn: '000010009012' }],
    ['', { uprn: null }],
    ['1234567890123', { reason: 'uprn-too-long' }],
    ['1.00E+11', { reason: 'uprn-scientific' }],
    ['1.00090123456e11', { reason: 'uprn-scientific' }],
    ['1E11', { reason: 'uprn-scientific' }],
    ['100 090 123', { reason: 'uprn-not-digits' }],
    ['100090123456.0', { reason: 'uprn-not-digits' }],
    ['000000000000', { reason: 'uprn-not-digits' }],
    ["'100090123456", { reason: 'uprn-not-digits' }],
  ])('%j is %j', (text, read) => expect(readUprn(text)).toEqual(read))
})

describe('a street', () => {
  test.each([
    ['High St', 'High Street'],
    ['HIGH ST.', 'high  street'],
    ["St Mary's Rd", 'St. Marys Road'],
    ['Church Ln', 'Church Lane'],
    ['The Gdns', 'The Gardens'],
    ['Mill & Fen Way', 'Mill and Fen Way'],
  ])('%s is perhaps %s', (one, other) => expect(streetKey(one)).toBe(streetKey(other)))

  test.each([
    ['High Street', 'High Road'],
    ['St Street', 'Street'],
    ['Mill Lane', 'Mill Lane East'],
    ['The Close', 'The Court'],
  ])('%s is not %s', (one, other) => expect(streetKey(one)).not.toBe(streetKey(other)))

  test('has one spelling whatever its case and spaces', () => {
    expect(spelling(' High   STREET ')).toBe(spelling('High Street'))
    expect(spelling('High St')).not.toBe(spelling('High Street'))
  })
})

test.each([
  [['WD25CD', 'WD25NM', 'WD25NMW', 'LAD24CD'], '2025'],
  [['LSOA21CD', 'LSOA21NM'], '2021'],
  [['PARNCP23CD'], '2023'],
  [['LSOA01CD'], '2001'],
  [['WD91CD'], '1991'],
  [['oslaua', 'osward', 'code'], null],
])('columns %j are of the edition %j', (columns, edition) => {
  expect(editionOf(columns)).toBe(edition)
})

test('a GSS code is one letter and 8 digits, and says what it names', () => {
  expect(readGss(' e04001771 ')).toBe('E04001771')
  for (const text of ['E0400177', 'Cottenham', 'X04001771', '04001771E', '']) {
    expect(readGss(text)).toBeUndefined()
  }
  expect(['E04001771', 'W05001270', 'E01018218', 'S12000033'].map(gssKind)).toEqual([
    'parish',
    'ward',
    'lsoa',
    'council',
  ])
})

test('a postcode is written with one space, and nothing else is a postcode', () => {
  expect(['cb248rx', 'CB24  8RX', ' SW1A 1AA', 'M1 1AE'].map(readPostcode)).toEqual([
    'CB24 8RX',
    'CB24 8RX',
    'SW1A 1AA',
    'M1 1AE',
  ])
  for (const text of ['CB24', '8RX CB24', '12345', '', 'CB24 8R']) {
    expect(readPostcode(text)).toBeUndefined()
  }
})

function tableOf(header: string): Table {
  const table = recogniseTable(header.split(','))
  if ('problem' in table) throw new Error(table.problem)
  return table
}
const rowOf = (text: string) => ({ row: 2, cells: text.split(',') })

describe('a table is known', () => {
  test.each([
    ['pcds,doterm,oslaua,lat,long', 'postcodes', null],
    ['pcd,laua,osnrth1m,oseast1m', 'postcodes', null],
    ['pcds,lad25cd,wd25cd,lat,long', 'postcodes', '2025'],
    [
      'Postcode,Positional_quality_indicator,Eastings,Northings,Admin_district_code',
      'postcodes',
      null,
    ],
    ['UPRN,X_COORDINATE,Y_COORDINATE,LATITUDE,LONGITUDE', 'open-uprn', null],
    ['UPRN,Single Line Address,Street Name,Parish,Postcode', 'addresses', null],
    ['uprn,paon,street_descriptor,locality_name,postcode_locator', 'addresses', null],
    ['name,code,latitude,longitude', 'points', null],
  ])('by the names %s', (header, kind, edition) => {
    expect(tableOf(header)).toMatchObject({ kind, edition, hasHeader: true })
  })

  test('without names, by 34 columns or by a postcode and 10 columns', () => {
    const names = sample('os-open-names-sample.csv').toString().split('\n')[0] ?? ''
    expect(tableOf(names)).toMatchObject({ kind: 'open-names', hasHeader: false })
    const point =
      'CB24 8RX,10,545100,267300,E92000001,E19000002,E18000001,E10000003,E07000012,E05011287'
    expect(tableOf(point)).toMatchObject({ kind: 'postcodes', hasHeader: false })
  })

  test('or refused, naming the column that is missing', () => {
    expect(recogniseTable(['surname', 'first name'])).toEqual({ problem: 'not-known' })
    expect(recogniseTable(['UPRN', 'address', 'postcode'])).toMatchObject({
      problem: 'column-missing',
    })
    expect(recogniseTable(['UPRN', 'address', 'street'])).toMatchObject({
      columns: ['village', 'parish_code'],
    })
  })
})

describe('a postcode of the directory', () => {
  const lookup = () => ({
    columns: tableOf('pcds,dointr,doterm,oslaua,lat,long').columns,
    toWgs84,
  })

  test('that ended is kept as ended', () => {
    const [head = '', line = ''] = sample('onspd-sample.csv').toString().split('\n')
    const table = tableOf(head.trim())
    const cells = line.trim().replaceAll('"', '').split(',')
    const read = readPostcodeRow({ columns: table.columns, toWgs84 }, { row: 2, cells })
    expect(read).toMatchObject({
      fact: {
        postcode: 'AB1 0AA',
        startedAt: '1980-01',
        endedAt: '1996-06',
        district: 'S12000033',
        parish: null,
        position: [-2.242851, 57.101474],
      },
    })
  })

  test('without a grid reference has no position, not one near the pole', () => {
    const read = readPostcodeRow(lookup(), rowOf('CB24 8RX,198001,,E07000012,99.999999,0'))
    expect(read).toMatchObject({ fact: { position: null, endedAt: null } })
  })

  test('with its columns swapped is refused', () => {
    const read = readPostcodeRow(lookup(), rowOf('CB24 8RX,198001,,E07000012,0.1,52.2'))
    expect(read).toMatchObject({ reason: 'position-outside' })
  })
})

test('a row of OS Open UPRN gives its number as text and where it lies', () => {
  const { columns } = tableOf('UPRN,X_COORDINATE,Y_COORDINATE,LATITUDE,LONGITUDE')
  const row = rowOf('10009012,545100.0,267300.0,52.28,0.12')
  expect(readUprnRow({ columns, toWgs84 }, row)).toMatchObject({
    fact: { uprn: '000010009012', position: [0.12, 52.28] },
  })
})

test('OS Open Names gives settlements and streets; a postcode row is neither', () => {
  const lines = sample('os-open-names-sample.csv').toString().trim().split('\n')
  const read = lines.map((line, at) => {
    return readNameRow({ columns: {}, toWgs84 }, { row: at + 1, cells: line.split(',') })
  })
  expect(read.filter(one => 'fact' in one)).toHaveLength(55)
  expect(read.filter(one => 'reason' in one && one.reason === 'no-place-to-name')).toHaveLength(5)
  expect(read[0]).toMatchObject({ fact: { name: 'Corston', nameCy: null } })
})

test('of two names the Welsh one is the one that says so', () => {
  const cells = Array.from({ length: 34 }, () => '')
  const named = { 0: 'osgb1', 2: 'Treganna', 3: 'cym', 4: 'Canton', 5: 'eng', 6: 'populatedPlace' }
  for (const [at, text] of Object.entries({ ...named, 8: '1', 9: '1' })) cells[Number(at)] = text
  const read = readNameRow({ columns: {}, toWgs84 }, { row: 1, cells })
  expect(read).toMatchObject({ fact: { name: 'Canton', nameCy: 'Treganna' } })
})

describe('an address', () => {
  const lookup = { columns: tableOf('uprn,saon,paon,street,village,postcode').columns, toWgs84 }

  test('is put together from its parts', () => {
    const read = readAddressRow(lookup, rowOf('10009012,Flat 3,12,Mill Lane,Cottenham,cb248rx'))
    expect(read).toMatchObject({ address: 'Flat 3, 12 Mill Lane', postcode: 'CB24 8RX' })
  })

  test('has one key with and without its comma', () => {
    expect(homeKey('12, Mill Lane', 'CB24 8RX')).toBe(homeKey('12 Mill Lane', 'cb248rx'))
  })

  test.each([
    ['10009012,,,Mill Lane,Cottenham,CB24 8RX', 'address-missing'],
    ['10009012,,12,,Cottenham,CB24 8RX', 'street-missing'],
    ['10009012,,12,Mill Lane,,CB24 8RX', 'village-missing'],
    ['10009012,,12,Mill Lane,Cottenham,CB24', 'postcode-wrong'],
  ])('%s is refused: %s', (text, reason) => {
    expect(readAddressRow(lookup, rowOf(text))).toMatchObject({ reason })
  })
})
