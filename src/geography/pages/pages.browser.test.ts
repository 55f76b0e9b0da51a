// Do the pages of places work in a real browser: for everybody, at both widths, without scripts?
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Actor } from '../../access/index.ts'
import {
  expectAccessible,
  expectNoSidewaysScroll,
  openBrowser,
  type TestBrowser,
} from '../../testing/browser.ts'
import { makeTestNode, type TestNode } from '../../testing/make-node.ts'
import { signedIn } from '../../testing/request.ts'
import { type Served, serveApp } from '../../testing/serve-app.ts'
import { addPeople, addSmallDistrict } from '../../testing/small-district.ts'
import { keepFile } from '../store/waiting-file.ts'
import { csv, geojson, load, sample, square } from '../testing/load-text.ts'

let t: TestNode
let browser: TestBrowser
let server: Served
let url: string
let manager: Actor
let arriving: string

beforeAll(async () => {
  t = await makeTestNode()
  await addSmallDistrict(t)
  manager = await t.actorWith('hub-manager')
  await load(t, sample('south-cambridgeshire-wards-2025.geojson'))
  await load(t, 'name,code,latitude,longitude\nCottenham,E04001775,52.29,0.12\n')
  const properties = { PARNCP25CD: 'E04001830', PARNCP25NM: 'Sawston' }
  await load(t, geojson([{ properties, ring: square(0) }]))
  const homes = ['100090123458,1 Mill Ln,Mill Ln,Cottenham,,,CB24 8RA', '1E11,2 X,X,Cottenham,,,']
  await load(t, csv(...homes))
  arriving = await keepFile(t.node, t.system, { name: 'homes.csv', chunks: chunks() })
  await addPeople(t, [{ given: 'Joan', place: null }])
  browser = await openBrowser()
  server = await serveApp(t)
  url = server.url
})
afterAll(async () => {
  await browser.close()
  server.close()
  await t.close()
})

async function* chunks() {
  yield Buffer.from(csv('100090123459,3 Mill Ln,Mill Ln,Cottenham,,,CB24 8RA'))
}

async function open(path: string, options: { width: number; scripts?: boolean }) {
  const page = await browser.newPage(options.width, { scripts: options.scripts ?? true })
  const [name = '', value = ''] = (await signedIn(t, manager)).cookie.split('=')
  await page.context().addCookies([{ name, value, url }])
  await page.goto(url + path)
  return page
}

describe.each([1280, 360])('at %d pixels', width => {
  test('a file that is being read can be read about by everybody', async () => {
    const page = await open('/places/files', { width })
    // It asks again after two seconds, which a slow check would not outlive.
    await page.route('**/places/files/*', async route => {
      const response = await route.fetch()
      const { refresh, ...headers } = response.headers()
      expect(refresh).toBe('2')
      await route.fulfill({ response, headers })
    })
    await page.goto(`${url}/places/files/${arriving}`)
    await page.getByRole('heading', { name: 'is being read' }).waitFor()
    await expectAccessible(page)
    await expectNoSidewaysScroll(page)
    await page.context().close()
  })

  test('a question can be read, searched and answered by keyboard alone', async () => {
    const page = await open('/places/where', { width })
    await page.getByRole('link', { name: 'Is Mill Ln the same street' }).first().waitFor()
    await page.getByRole('link', { name: 'Is Mill Ln the same street' }).focus()
    await page.keyboard.press('Enter')
    await page.getByLabel('Find a village, zone or street').focus()
    await page.keyboard.type('mill')
    await page.keyboard.press('Enter')
    await page.getByRole('radio', { name: 'Mill Lane' }).first().waitFor()
    await expectAccessible(page)
    await expectNoSidewaysScroll(page)
    await page.context().close()
  })
})

test('without scripts a file is read, shown, loaded, and undone', async () => {
  const page = await open('/places/files', { width: 360, scripts: false })
  const buffer = Buffer.from(csv('100090129999,9 Mill Lane,Mill Lane,Cottenham,,,CB24 8RX'))
  const file = { name: 'homes.csv', mimeType: 'text/csv', buffer }
  await page.getByLabel('Choose a file').setInputFiles(file)
  await page.getByRole('button', { name: 'Read this file' }).click()
  await page.getByRole('heading', { name: 'Streets and addresses: 1 row read' }).waitFor()
  await page.getByRole('button', { name: 'Load 1 row' }).click()
  expect(await page.locator('main').textContent()).toContain('homes.csv')
  await page.getByRole('button', { name: 'Undo this version' }).click()
  expect(await page.locator('main').textContent()).toContain('Undone')
  await page.context().close()
})

test('a file in metres asks, and is converted when somebody says so', async () => {
  const page = await open('/places/files', { width: 1280, scripts: false })
  const properties = { LSOA21CD: 'E01018218', LSOA21NM: 'South Vale 016A' }
  const ring = [
    [559000, 251000],
    [560000, 251000],
    [560000, 252000],
    [559000, 251000],
  ]
  const buffer = Buffer.from(geojson([{ properties, ring }]))
  const file = { name: 'lsoa.geojson', mimeType: 'application/json', buffer }
  await page.getByLabel('Choose a file').setInputFiles(file)
  await page.getByRole('button', { name: 'Read this file' }).click()
  await page.getByText('look like eastings and northings').waitFor()
  await page.getByRole('button', { name: 'Convert and read again' }).click()
  await page.getByText('to within 5 m').waitFor()
  await page.getByRole('button', { name: 'Throw this file away' }).click()
  expect(await page.locator('h1').textContent()).toBe('Files of places')
  await page.context().close()
})

test('the map that moves is drawn, and asks no other address for anything', async () => {
  const page = await open('/places/map', { width: 1280 })
  const asked: string[] = []
  page.on('request', request => asked.push(request.url()))
  await page.getByRole('link', { name: 'Open the map that moves' }).click()
  await page.locator('#full-map[data-state]').waitFor({ timeout: 60_000 })
  expect(await page.locator('#full-map').getAttribute('data-state')).toBe('ready')
  expect(asked.some(one => one.includes('maplibre-gl.mjs'))).toBe(true)
  expect(asked.filter(one => !one.startsWith(url) && !/^(blob|data):/.test(one))).toEqual([])
  await expectAccessible(page)
  await page.context().close()
})

test('without scripts the page of the map that moves leads back to the drawn one', async () => {
  const page = await open('/places/map/full', { width: 360, scripts: false })
  expect(await page.locator('main').textContent()).toContain('This map needs a script')
  await page.getByRole('link', { name: 'Drawn map and table' }).click()
  expect(await page.getByRole('table').textContent()).toContain('Cottenham')
  await page.context().close()
})
