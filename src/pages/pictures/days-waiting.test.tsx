// Are words and marks of the days that people waited apart, however tall a late column is?
import { serve } from '@hono/node-server'
import { Hono } from 'hono'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openBrowser, type TestBrowser } from '../../testing/browser.ts'
import { assets } from '../assets.ts'
import { Page } from '../layout.tsx'
import { sampleContext } from '../sample-page.tsx'
import { DaysWaiting } from './index.ts'
import type { DayCount } from './people-marks.ts'

const href = (query: object) => `/people?${new URLSearchParams({ ...query })}`
const note = 'All have been tried and rung again.'
const everyDay = Array.from({ length: 20 }, (_, day) => ({ day, untried: 60, tried: 44 }))

const tall: Record<string, { days: DayCount[]; promiseDays: number; pastNote?: string }> = {
  'one tall late day': { days: [{ day: 4, untried: 1783, tried: 0 }], promiseDays: 3 },
  'one tall late day and a note': {
    days: [{ day: 4, untried: 883, tried: 900 }],
    promiseDays: 3,
    pastNote: note,
  },
  'every day tall': { days: everyDay, promiseDays: 3, pastNote: note },
  'a promise of none': { days: everyDay, promiseDays: 0, pastNote: note },
  'a promise near the right edge': { days: everyDay, promiseDays: 13, pastNote: note },
}

const app = new Hono().route('/assets', assets).get('/:name', c => {
  const given = tall[c.req.param('name')]
  return c.html(
    <Page context={sampleContext('en')} title="Days">
      <h1>Days</h1>
      {given && <DaysWaiting {...given} href={href} />}
    </Page>,
  )
})

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

/** What lies over what, and what sticks out, among the words and marks that are shown. */
const clashes = `(() => {
  const svg = [...document.querySelectorAll('.ds-picture svg')].find(one => one.clientWidth > 0)
  const frame = svg.getBoundingClientRect()
  const words = [...svg.querySelectorAll('text')].filter(one => one.textContent !== '')
  const marks = [...svg.querySelectorAll('a path')]
  const boxes = [...words, ...marks].map(part => {
    const { left, right, top, bottom } = part.getBoundingClientRect()
    const name = part.textContent || part.tagName
    // A line of text is taller than its letters: a fifth of it is air.
    const air = part.tagName === 'text' ? (bottom - top) / 5 : 0
    return { name, left, right, top: top + air, bottom: bottom - air }
  })
  const out = boxes
    .filter(box => box.left < frame.left - 1 || box.right > frame.right + 1 ||
      box.top < frame.top - 1 || box.bottom > frame.bottom + 1)
    .map(box => box.name + ' sticks out')
  const over = boxes.flatMap((one, i) => boxes.slice(i + 1)
    .filter(other => one.name !== 'path' && one.left < other.right - 1 &&
      other.left < one.right - 1 && one.top < other.bottom - 1 && other.top < one.bottom - 1)
    .map(other => one.name + ' lies over ' + other.name))
  return { seen: boxes.length, wrong: [...out, ...over] }
})()`

const cases = Object.keys(tall).flatMap(name => [1280, 360].map(width => [name, width] as const))

test.each(cases)('%s: no word covers a mark or a number at %i px', async (name, width) => {
  const page = await browser.newPage(width)
  await page.goto(`${address}/${encodeURIComponent(name)}`)
  const { seen, wrong } = (await page.evaluate(clashes)) as { seen: number; wrong: string[] }
  const shots = process.env.DOORSTEP_SHOTS
  if (shots) await page.screenshot({ path: `${shots}/${name} ${width}.png`, fullPage: true })
  expect(seen).toBeGreaterThan(5)
  expect(wrong).toEqual([])
  await page.context().close()
})
