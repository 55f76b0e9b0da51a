// Do plots and maps tell every figure, to eyes, to screen readers, on a wide and a narrow window?
import { serve } from '@hono/node-server'
import fc from 'fast-check'
import { Hono } from 'hono'
import { afterAll, beforeAll, expect, test } from 'vitest'
import {
  expectAccessible,
  expectNoSidewaysScroll,
  openBrowser,
  type TestBrowser,
} from '../../testing/browser.ts'
import { assets } from '../assets.ts'
import { expectNoHardCodedText } from '../strings/pseudo.ts'
import { Funnel, placeState, TileMap } from './index.ts'
import { chooseLabels } from './map-labels.ts'
import { bucketed, markPaths, marksOf } from './people-marks.ts'
import { SamplePictures, sampleDays, samplePlaces, sampleShape } from './sample-pictures.tsx'

const places = samplePlaces(107)
const page = <SamplePictures lang="en" places={places} shape={sampleShape} />
const app = new Hono().route('/assets', assets).get('/', c => c.html(page))

let browser: TestBrowser
let server: ReturnType<typeof serve>
let address = ''

beforeAll(async () => {
  browser = await openBrowser()
  await new Promise<void>(resolve => {
    server = serve({ fetch: app.fetch, port: 0, hostname: '127.0.0.1' }, info => {
      address = `http://127.0.0.1:${info.port}`
      resolve()
    })
  })
})

afterAll(async () => {
  await browser?.close()
  server?.close()
})

test.each([1280, 360])('pictures at %i px are accessible and fit', async width => {
  const opened = await browser.newPage(width)
  await opened.goto(address)
  await expectAccessible(opened)
  await expectNoSidewaysScroll(opened)
})

test.each([1280, 360])('no words in a picture are under 10.5 px at %i px', async width => {
  const opened = await browser.newPage(width)
  await opened.goto(address)
  const sizes = (await opened.evaluate(`[...document.querySelectorAll('.ds-picture svg text')]
    .filter(text => text.getBoundingClientRect().width > 0)
    .map(text => parseFloat(getComputedStyle(text).fontSize) * text.getScreenCTM().a)`)) as number[]
  expect(sizes.length).toBeGreaterThan(100)
  expect(Math.min(...sizes)).toBeGreaterThanOrEqual(10.5)
})

test('pictures hold no text outside the string files', () => {
  const pseudo = <SamplePictures lang="pseudo" places={places} shape={sampleShape} />
  expectNoHardCodedText(String(pseudo))
})

test('there is one link for each of 107 tiles, in each width, that says its figures', () => {
  const html = String(<TileMap places={places} />)
  expect(html.match(/<a /g)).toHaveLength(2 * 107)
  expect(html).toContain('aria-label="V0 1. ⦅Village 0⦆: 3 of 43 still to reach, 1 not yet tried"')
})

test('not yet tried weighs more than tried, and nobody listed is not done', () => {
  const counts = { reached: 1, tried: 1, untried: 1, excused: 0, listed: 3 }
  expect(placeState(counts)).toBe('untried')
  expect(placeState({ ...counts, untried: 0, listed: 2 })).toBe('tried')
  expect(placeState({ ...counts, untried: 0, tried: 0, listed: 1 })).toBe('done')
  expect(placeState({ reached: 0, tried: 0, untried: 0, excused: 0, listed: 0 })).toBe('none')
})

test('nobody is lost between the days given and the days drawn', () => {
  const day = fc.record({ day: fc.nat(60), untried: fc.nat(9999), tried: fc.nat(9999) })
  fc.assert(
    fc.property(fc.array(day), days => {
      const drawn = bucketed(days)
      const people = (all: readonly { untried: number; tried: number }[]) =>
        all.reduce((sum, one) => sum + one.untried + one.tried, 0)
      expect(people(drawn)).toBe(people(days))
      expect(drawn.length).toBeLessThanOrEqual(15)
    }),
  )
})

test('a day never has more marks than its column holds, and everyone waiting has one', () => {
  fc.assert(
    fc.property(fc.nat(100_000), fc.nat(100_000), (untried, tried) => {
      const day = { day: 0, untried, tried }
      const grid = { x: 0, y: 0, columns: 5, step: { x: 8, y: 8 } }
      const { rows, squares, discs } = markPaths(day, marksOf([day]), grid)
      expect(rows).toBeLessThanOrEqual(22)
      expect([squares !== '', discs !== '']).toEqual([untried > 0, tried > 0])
    }),
  )
  expect(marksOf(sampleDays)).toBe(1)
})

test('names on the map are at most so many, inside it, and never on one another', () => {
  const labelled = places.map(place => ({ ...place, shown: '12' }))
  const chosen = chooseLabels(labelled, 466, 10)
  expect(chosen).toHaveLength(10)
  const rows = new Map<number, number>()
  for (const { y } of chosen) rows.set(y, (rows.get(y) ?? 0) + 1)
  expect(Math.max(...rows.values())).toBeLessThanOrEqual(4)
})

test('a funnel of nobody still draws, from 0', () => {
  const html = String(<Funnel steps={[{ label: 'x', n: 0, href: '/x' }]} />)
  expect(html).not.toMatch(/NaN/)
})
