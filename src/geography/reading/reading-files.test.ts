// Which files are taken, which refused in one sentence, and which feature is named when it is bad?
import { describe, expect, test } from 'vitest'
import { geojson, received, sample, square } from '../testing/load-text.ts'
import { crossingOf } from './crossings.ts'
import { readAreas } from './read-areas.ts'
import { readPlacesFile } from './read-file.ts'
import { accuracyMetres, toWgs84 } from './to-wgs84.ts'

const plain = { isInMetres: false }

describe('eastings and northings', () => {
  /** Of the National Grid, with what the Office for National Statistics publishes beside them. */
  const control: [number, number, number, number][] = [
    [385386, 801193, -2.242851, 57.101474],
    [385177, 801314, -2.246308, 57.102554],
    [271505, 125521, -3.83317, 51.01467],
    [559731, 251195, 0.332507, 52.13598],
    [319756, 176995, -3.157076, 51.48619],
  ]

  test.each(control)('%i %i lie at %f %f, to within 5 metres', (...point) => {
    const [easting, northing, longitude, latitude] = point
    const [east, north] = toWgs84(easting, northing)
    const metres = 111_320
    const away = Math.hypot(
      (east - longitude) * metres * Math.cos((latitude * Math.PI) / 180),
      (north - latitude) * metres,
    )
    expect(away).toBeLessThan(accuracyMetres)
  })

  const properties = { WD25CD: 'E05011282', WD25NM: 'Balsham' }
  const metric = [
    [559000, 251000],
    [560000, 251000],
    [560000, 252000],
    [559000, 252000],
    [559000, 251000],
  ]

  test('without a word are asked about, never guessed', () => {
    const file = geojson([{ properties, ring: metric }])
    expect(readAreas(file, plain)).toEqual({ problem: 'in-metres' })
    const said = readAreas(file, { isInMetres: true })
    expect(said).toMatchObject({ remarks: [{ remark: 'taken-as-metres' }] })
  })

  test('that the file states are converted, and it is said', () => {
    const file = geojson([{ properties, ring: metric }], 'urn:ogc:def:crs:EPSG::27700')
    const read = readAreas(file, plain)
    expect(read).toMatchObject({ remarks: [{ remark: 'converted-from-metres' }] })
    expect(JSON.stringify(read)).toContain('0.3')
  })

  test('of another projection are refused', () => {
    const file = geojson([{ properties, ring: metric }], 'urn:ogc:def:crs:EPSG::3857')
    expect(readAreas(file, plain)).toMatchObject({ problem: 'other-projection' })
  })
})

describe('an area', () => {
  const good = { WD25CD: 'E05011282', WD25NM: 'Balsham', WD25NMW: ' ', LAD25CD: 'E07000012' }

  function only(properties: Record<string, string>, ring: number[][]) {
    const read = readAreas(geojson([{ properties, ring }]), plain)
    if ('problem' in read) throw new Error(read.problem)
    return read.areas[0]
  }

  test('whose ring crosses itself is refused with its name and where', () => {
    const [a = [], b = [], c = [], d = []] = square(0)
    const area = only(good, [a, c, b, d, a])
    expect(area).toMatchObject({ what: 'Balsham', reason: 'ring-crosses', at: '52.20500, 0.10500' })
  })

  test('whose ring is not closed, is no ring, or lies elsewhere is refused', () => {
    expect(only(good, square(0).slice(0, 4))).toMatchObject({ reason: 'ring-open' })
    expect(only(good, square(0).slice(0, 3))).toMatchObject({ reason: 'no-shape' })
    const swapped = square(0).map(([x = 0, y = 0]) => [y, x])
    expect(only(good, swapped)).toMatchObject({ reason: 'position-outside' })
  })

  test('without a code, or with another kind of one, is refused', () => {
    expect(only({ ...good, WD25CD: '' }, square(0))).toMatchObject({ reason: 'code-missing' })
    expect(only({ ...good, WD25CD: '12' }, square(0))).toMatchObject({ reason: 'code-wrong' })
  })

  test('has its Welsh name where there is one, and none where there is a blank', () => {
    const read = readAreas(sample('cardiff-wards-welsh-names.geojson').toString(), plain)
    if ('problem' in read) throw new Error(read.problem)
    const canton = read.areas.find(one => one.what === 'Canton')
    expect(canton).toMatchObject({ name: 'Canton', nameCy: 'Treganna', council: 'W06000015' })
    expect(only(good, square(0))).toMatchObject({ nameCy: null })
  })

  test('of a file without year stamps is known by its code', () => {
    const read = readAreas(sample('trafford-parishes.geojson').toString(), plain)
    expect(read).toMatchObject({ kind: 'parishes', edition: null })
    if ('problem' in read) throw new Error(read.problem)
    expect(read.areas[0]).toMatchObject({ code: 'E04000009', name: 'Carrington' })
  })
})

test('no ring of the published samples crosses itself', () => {
  for (const name of ['south-cambridgeshire-wards-2025.geojson', 'trafford-parishes.geojson']) {
    const read = readAreas(sample(name).toString(), plain)
    if ('problem' in read) throw new Error(read.problem)
    expect(read.areas.filter(one => 'reason' in one)).toEqual([])
  }
  expect(crossingOf(square(0) as unknown as [number, number][])).toBeUndefined()
})

describe('a file', () => {
  const read = (content: string | Uint8Array) => readPlacesFile(received(content), plain)

  test.each([
    ['nothing', '', 'empty-file'],
    ['blanks', ' \r\n \r\n', 'empty-file'],
    ['only names of columns', 'UPRN,ADDRESS,STREET,VILLAGE\r\n', 'empty-file'],
    ['a list of people', 'first name,surname\r\nJoan,Pratt\r\n', 'not-known'],
    ['a GeoJSON cut off', '{"type":"FeatureCollection","features":[{"type', 'not-json'],
    ['JSON of something else', '{"name":"x"}', 'no-features'],
    ['no features', '{"type":"FeatureCollection","features":[]}', 'no-features'],
    ['a spreadsheet', 'PK\u0003\u0004xxxxxxxxxxxxxxxxxxxxxxxxxx', 'is-a-spreadsheet'],
    ['no text', `UPRN,ADDRESS\0\0\0${'\u0001'.repeat(300)}`, 'not-text'],
  ])('of %s is refused', async (_, content, problem) => {
    expect(await read(content)).toMatchObject({ problem })
  })

  test('in Windows letters is read as such, and it is said', async () => {
    const text =
      'UPRN,ADDRESS,STREET,VILLAGE\r\n10009012,1 Caf\u00e9 Row,Caf\u00e9 Row,Cottenham\r\n'
    const bytes = Uint8Array.from([...text].map(letter => letter.charCodeAt(0)))
    const file = await read(bytes)
    if ('problem' in file || !('table' in file)) throw new Error('refused')
    expect(file.table.remarks).toEqual([{ remark: 'read-as-windows-1252' }])
    const { value } = await file.table.rows.next()
    expect(JSON.stringify(value)).toContain('Café Row')
  })
})
