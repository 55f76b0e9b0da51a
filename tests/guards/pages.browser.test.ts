// Can everyone read and work every page there is: wide, narrow, enlarged, by keys, in Welsh?
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { capabilities } from '../../src/app.ts'
import { openBrowser, type TestBrowser } from '../../src/testing/browser.ts'
import { type Served, serveApp } from '../../src/testing/serve-app.ts'
import { isTranslated } from '../../src/web/language.ts'
import { matrix, mayEnter, type Row } from './matrix.ts'
import { accessFaults, keyboardFaults, layoutFaults } from './page-faults.ts'
import { makeWorld, otherCouncil, type Visitor, type World } from './world.ts'

vi.setConfig({ testTimeout: 480_000, hookTimeout: 1_800_000 })

/** No page: a file, data, a part of a page, a stream, or an address that only sends on. */
const noPage = /\.(csv|xlsx|json|pdf)$|\/hits$|^GET \/(live|language|places\/map\/library)|answer$/
const wide = { width: 1280, height: 1000 }
const narrow = { width: 360, height: 740 }
/** A window of 1280 points, everything twice as large. */
const enlarged = { width: 640, height: 500 }
/** What a browser that is set to twice the size of words gives. */
const largeWords = ['--blink-settings=defaultFontSize=32,defaultFixedFontSize=26']
const workersMax = 4

/** Pages whose own words are in both languages; of the others only the frame is. */
const speaksWelsh = new Set(
  capabilities.flatMap(one => one.routes.filter(isTranslated)).map(rule => rule.path),
)

/** Near: everything is looked at. Passing: whether all can be read. */
type Way = keyof typeof ways
const ways = {
  'near in English': 'en',
  'near in Welsh': 'cy',
  'with large words': 'en',
  passing: 'cy',
} as const
type Walk = { visitor: Visitor; way: Way; paths: readonly string[] }

let world: World
let browser: TestBrowser
let largeBrowser: TestBrowser
let server: Served
let url: string
const found = { visits: 0, checks: 0, faults: [] as string[] }

beforeAll(async () => {
  world = await makeWorld()
  browser = await openBrowser()
  largeBrowser = await openBrowser(largeWords)
  server = await serveApp(world.t)
  url = server.url
  const waiting = walks()
  const work = async () => {
    for (let next = waiting.shift(); next; next = waiting.shift()) await walk(next)
  }
  await Promise.all(Array.from({ length: workersMax }, work))
})
afterAll(async () => {
  await browser.close()
  await largeBrowser.close()
  server.close()
  await world.t.close()
})

const pages = matrix.filter(({ route }) => route.startsWith('GET') && !noPage.test(route))

test('every page can be read and worked by everyone, in every size and both languages', async ({
  annotate,
}) => {
  expect(found.faults).toEqual([])
  expect(found.visits).toBeGreaterThan(pages.length * 2)
  const { visits, checks } = found
  await annotate(`${pages.length} pages, ${visits} visits, ${checks} checks; 0 faults.`)
})

/** Whoever comes to B is sent back to A. */
const trap = `<script>document.addEventListener('focusin', event => {
  if (event.target.id === 'b') document.querySelector('a').focus() })</script>`

test.each([
  ['cut: ', '<p style="width:60px;overflow:hidden;white-space:nowrap">Words that are cut</p>'],
  ['sideways: ', '<p style="width:2000px">Wide</p>'],
  ['scrolls by mouse alone: ', `<div style="overflow:auto"><i style="padding:999px">x</i></div>`],
  ['outside: ', '<svg width="9" height="20"><text y="15">Far too long for it</text></svg>'],
  ['no key for: ', '<span style="cursor:pointer">Press</span>'],
  ['Tab does not reach: ', `<a href="/a" tabindex="3">A</a><button id="b">B</button>${trap}`],
  ['focus does not show: ', '<style>a{outline:none!important}</style><a href="/a">A</a>'],
  ['focus outside the window: ', '<a href="/" style="position:fixed;left:-99px">A</a>'],
  ['axe: ', '<img src="data:,">'],
])('a page with a fault is noticed: %s', async (fault, html) => {
  const page = await browser.newPage(wide.width)
  await page.setContent(`<html lang="en"><title>A page</title><main>${html}</main></html>`)
  const seen = [...(await layoutFaults(page)), ...(await accessFaults(page))]
  seen.push(...(await keyboardFaults(page)))
  expect(seen.filter(one => one.startsWith(fault))).not.toEqual([])
  await page.context().close()
})

/** Each page near by the first who may, in both languages; and what each role meets first. */
function walks(): Walk[] {
  const readers = world.visitors.filter(
    one => one.council !== otherCouncil && (one.reach === 'whole council' || !one.isSignedIn),
  )
  const known = new Set<string>()
  return readers.flatMap(visitor => {
    const own = pages.filter(row => mayEnter(row, visitor)).flatMap(row => pathsOf(row, visitor))
    const paths = own.filter(path => !known.has(path))
    for (const path of paths) known.add(path)
    const forAll: readonly Way[] = ['near in English', 'with large words']
    const near = forAll.flatMap(way => inParts(paths).map(part => ({ visitor, way, paths: part })))
    const translated = paths.filter(path => speaksWelsh.has(path))
    const inWelsh = { visitor, way: 'near in Welsh' as const, paths: translated }
    return [...near, inWelsh, { visitor, way: 'passing' as const, paths: own.slice(0, passingMax) }]
  })
}

/** Not one long walk at the end, while the others rest. */
function inParts(paths: readonly string[]): readonly string[][] {
  return Array.from({ length: Math.ceil(paths.length / partMax) }, (_, nth) =>
    paths.slice(nth * partMax, (nth + 1) * partMax),
  )
}

const partMax = 12
const passingMax = 6

async function walk({ visitor, way, paths }: Walk): Promise<void> {
  const from = way === 'with large words' ? largeBrowser : browser
  const page = await from.newPage(wide.width, { height: wide.height })
  await page.context().addCookies(cookiesOf(visitor, ways[way]))
  for (const path of paths) {
    const answer = await page.goto(url + path)
    const status = answer?.status() ?? 0
    const faults = await faultsOf(page, way)
    if (status !== 200) faults.push(`answered ${status}`)
    const where = `${path} as ${visitor.role ?? 'nobody'}, ${way}: `
    found.faults.push(...faults.map(fault => where + fault))
    found.visits++
  }
  await page.context().close()
}

async function faultsOf(page: Page, way: Way): Promise<string[]> {
  const faults = await tried('wide', layoutFaults(page))
  if (way === 'with large words') return faults
  if (way !== 'passing') faults.push(...(await tried('wide', accessFaults(page))))
  if (way === 'near in English') faults.push(...(await tried('wide', keyboardFaults(page))))
  await page.setViewportSize(enlarged)
  faults.push(...(await tried('enlarged', layoutFaults(page))))
  await page.setViewportSize(narrow)
  faults.push(...(await tried('narrow', layoutFaults(page))))
  const isNear = way !== 'passing'
  if (isNear) faults.push(...(await tried('narrow', accessFaults(page, { again: true }))))
  await page.setViewportSize(wide)
  return faults
}

async function tried(size: string, check: Promise<string[]>): Promise<string[]> {
  found.checks++
  return (await check).map(fault => `${size}: ${fault}`)
}

function cookiesOf(visitor: Visitor, lang: 'en' | 'cy') {
  const [name = '', value = ''] = visitor.browser.cookie.split('=')
  const language = { name: 'doorstep-language', value: lang, url }
  return name ? [{ name, value, url }, language] : [language]
}

function pathsOf(row: Row, visitor: Visitor): string[] {
  const [, path = ''] = row.route.split(' ')
  if (Object.values(row.gaps).includes('secret')) return []
  // Whom nothing is asked of has no agreement, and one call is held by one caller.
  if (path === '/agreement' && visitor.role !== 'village-group') return []
  const filled = Object.entries(row.gaps).reduce((text, [gap, thing]) => {
    const there = world.things[thing] ?? {}
    const id = there['own place'] ?? there['whole council'] ?? there.everyone ?? ''
    return text.replace(`:${gap}`, id)
  }, path)
  return ['', ...row.queries].map(query => filled + query)
}
