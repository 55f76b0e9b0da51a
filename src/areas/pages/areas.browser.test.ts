// Drawing an area in a real browser: on the map, by postcodes, moved, and by keyboard alone.
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Actor } from '../../access/index.ts'
import { act } from '../../events/index.ts'
import { load, sample } from '../../geography/testing/load-text.ts'
import { idFrom, newId } from '../../kernel/ids.ts'
import { addPlaces } from '../../places/index.ts'
import {
  expectAccessible,
  expectNoSidewaysScroll,
  openBrowser,
  type TestBrowser,
} from '../../testing/browser.ts'
import { makeTestNode, type TestNode } from '../../testing/make-node.ts'
import { signedIn } from '../../testing/request.ts'
import { type Served, serveApp } from '../../testing/serve-app.ts'
import { addSmallDistrict, street } from '../../testing/small-district.ts'

let t: TestNode
let browser: TestBrowser
let server: Served
let url: string
let manager: Actor

beforeAll(async () => {
  t = await makeTestNode()
  await addSmallDistrict(t)
  manager = await t.actorWith('hub-manager')
  await load(t, sample('south-cambridgeshire-wards-2025.geojson'))
  const dwellings = [0, 1, 2, 3].map(n => ({
    ...{ id: idFrom('home', `${n}`), street, uprn: null, address: `${n} Mill Lane` },
    postcode: n < 2 ? 'CB24 8RA' : 'CB24 8RB',
  }))
  await act(t.node, t.system, addPlaces, { id: newId(), input: { places: [], dwellings } })
  await load(
    t,
    'pcds,lat,long,oslaua\nCB24 8RA,52.29,0.12,E07000012\nCB24 8RB,52.20,0.05,E07000012\n',
  )
  browser = await openBrowser()
  server = await serveApp(t)
  url = server.url
})
afterAll(async () => {
  await browser.close()
  server.close()
  await t.close()
})

async function open(path: string, { width = 1280, scripts = true } = {}) {
  const page = await browser.newPage(width, { scripts })
  const [name = '', value = ''] = (await signedIn(t, manager)).cookie.split('=')
  await page.context().addCookies([{ name, value, url }])
  await page.goto(url + path)
  return page
}

test('postcodes are pasted without scripts; an unknown one is named and kept', async () => {
  const page = await open('/areas/new', { scripts: false })
  await page.fill('#name', 'Power cut in Mill Lane')
  expect(await page.locator('.ds-area-way:visible').count()).toBe(0)
  await page.check('input[name="way"][value="postcodes"]')
  expect(await page.locator('.ds-area-way:visible').count()).toBe(1)
  await page.fill('#postcodes', 'cb248ra, CB24 8RB\nCB99 9ZZ')
  await page.click('text=Preview')
  expect(await page.textContent('.govuk-error-summary')).toContain('CB99 9ZZ')
  expect(await page.inputValue('#postcodes')).toContain('CB99 9ZZ')
  await page.fill('#postcodes', 'cb248ra, CB24 8RB')
  await page.click('text=Preview')
  expect(await page.getAttribute('h1', 'data-homes')).toBe('4')
  await page.click('button[value="draw"]')
  expect(await page.textContent('h1')).toBe('Power cut in Mill Lane')
  await page.click('text=Open a campaign for who is inside')
  expect(await page.isChecked('input[name="memberKind"][value="dwelling"]')).toBe(true)
  expect(await page.locator('#area option:checked').textContent()).toBe('Power cut in Mill Lane')
  await page.context().close()
})

test('a shape is drawn on the map by pressing it; crossing itself is said', async () => {
  const page = await open('/areas/new')
  await page.fill('#name', 'Flood')
  await page.check('input[name="way"][value="corners"]')
  const map = page.locator('[data-draw] svg')
  const box = await map.boundingBox()
  if (!box) throw new Error('There is no map')
  const press = async (x: number, y: number) =>
    map.click({ position: { x: box.width * x, y: box.height * y } })
  for (const [x, y] of [
    [0.1, 0.1],
    [0.9, 0.9],
    [0.9, 0.1],
    [0.1, 0.9],
  ] as const)
    await press(x, y)
  expect((await page.inputValue('#corners')).split('\n')).toHaveLength(4)
  await page.click('text=Preview')
  expect(await page.textContent('.govuk-error-summary')).toContain('crosses itself')
  await page.fill('#corners', '52.1, 0.0\n52.4, 0.0\n52.4, 0.3\n52.1, 0.3')
  await page.click('text=Preview')
  expect(await page.getAttribute('h1', 'data-homes')).toBe('4')
  await page.click('button[value="draw"]')
  await page.click('text=Draw it anew')
  await page.fill('#corners', '52.25, 0.0\n52.4, 0.0\n52.4, 0.3\n52.25, 0.3')
  await page.click('text=Preview')
  expect(await page.getAttribute('h1', 'data-homes')).toBe('2')
  await page.click('button[value="draw"]')
  expect(await page.locator('tr[data-version]').count()).toBe(2)
  await expectAccessible(page)
  await page.context().close()
})

describe.each([1280, 360])('at %d pixels', width => {
  test.each(['/areas', '/areas/new'])('%s can be read by everybody', async path => {
    const page = await open(path, { width })
    await expectAccessible(page)
    await expectNoSidewaysScroll(page)
    await page.context().close()
  })

  test.each(['postcodes', 'circle', 'corners', 'geojson'])('so can the way %s', async way => {
    const page = await open('/areas/new', { width })
    await page.check(`input[name="way"][value="${way}"]`)
    expect(await page.locator('.ds-area-way:visible').count()).toBe(1)
    await expectAccessible(page)
    await expectNoSidewaysScroll(page)
    await page.context().close()
  })
})
