// Is the list behind every figure of the demo as long as the figure says? Crawls page after page.
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openDemo } from '../../src/demo/index.ts'
import { makeTestNode, type TestNode } from '../../src/testing/make-node.ts'
import { type SignedIn, signedIn } from '../../src/testing/request.ts'

const rowsPerPage = 50
const opensAt = Date.UTC(2026, 10, 22, 13, 7, 20)
const quiet = () => ({ update() {}, end() {} })

let t: TestNode
let manager: SignedIn

beforeAll(async () => {
  t = await makeTestNode()
  t.clock.turnTo(opensAt)
  await openDemo(t.node, { size: 'W0', seed: 1, progress: quiet })
  manager = await signedIn(t, await t.actorWith('hub-manager'))
})
afterAll(() => t.close())

const seen = new Map<string, string>()
async function pageAt(path: string): Promise<string> {
  const known = seen.get(path)
  if (known !== undefined) return known
  const answer = await manager.get(path)
  expect({ path, status: answer.status }).toEqual({ path, status: 200 })
  const html = await answer.text()
  seen.set(path, html)
  return html
}

type Figure = { readonly href: string; readonly n: number }

/** Links that are a number, a part of a sum, or a drawn piece that is spoken as one. */
function figuresOn(html: string): Figure[] {
  const links = html.matchAll(/<a ([^>]*)>(.*?)<\/a>/gs)
  return [...links].flatMap(([, attributes = '', inner = '']) => {
    const href = /href="([^"]*)"/.exec(attributes)?.[1] ?? ''
    const text = inner.replace(/<[^>]*>/g, ' ').trim()
    const isNumber = /^\d[\d,]*$/.test(text) || inner.includes('ds-sum__n')
    const isDrawn = /aria-label="/.test(attributes) && /<rect|<circle/.test(inner)
    const shown = /\d[\d,]*/.exec(text)?.[0]
    if (!shown || !(isNumber || isDrawn)) return []
    return [{ href: href.replaceAll('&amp;', '&'), n: Number(shown.replaceAll(',', '')) }]
  })
}

const isList = (href: string) =>
  /\/(members|rows|dropped|organisations)(\?|$)|^\/villages\?.*mark=/.test(href)

async function expectTrue(path: string): Promise<number> {
  const figures = figuresOn(await pageAt(path)).filter(({ href }) => isList(href))
  for (const { href, n } of figures) {
    const list = await pageAt(href)
    const total = Number(/data-total="(\d+)"/.exec(list)?.[1])
    expect({ path, href, n: total }).toEqual({ path, href, n })
    expect({ href, rows: rowsIn(list) }).toEqual({ href, rows: Math.min(n, rowsMax(href, n)) })
  }
  return figures.length
}

/** Villages are shown whole, with a line for people without a place; people come in pages. */
function rowsMax(href: string, n: number): number {
  return href.startsWith('/villages?') ? n : rowsPerPage
}

function rowsIn(html: string): number {
  const body = /<tbody>(.*?)<\/tbody>/s.exec(html)?.[1] ?? ''
  const rows = [...body.matchAll(/<tr[\s>].*?<\/tr>/gs)]
  return rows.filter(([row]) => !row.includes('Place not known</th>')).length
}

const linksTo = (html: string, wanted: RegExp) =>
  [...new Set([...html.matchAll(/href="([^"]*)"/g)].map(([, href = '']) => href))]
    .filter(href => wanted.test(href))
    .map(href => href.replaceAll('&amp;', '&'))

test('behind every figure of campaigns and coverage, now and yesterday', async () => {
  const campaigns = await pageAt('/campaigns')
  const [coverage = ''] = linksTo(campaigns, /\/coverage$/)
  // Five of each of its two campaigns.
  expect(await expectTrue('/campaigns')).toBe(10)
  expect(await expectTrue(coverage)).toBeGreaterThan(60)
  expect(await expectTrue(`${coverage}?at=2026-11-21T18:00`)).toBeGreaterThan(40)
})

test('behind every figure of all villages and of each', async () => {
  expect(await expectTrue('/villages')).toBeGreaterThan(10)
  const villages = linksTo(await pageAt('/villages'), /^\/villages\/[0-9a-f-]{36}/)
  expect(villages.length).toBeGreaterThan(0)
  for (const village of villages) expect(await expectTrue(village)).toBeGreaterThan(2)
})

test('behind every figure of each version of a list, the dropped too', async () => {
  const versions = linksTo(await pageAt('/lists'), /^\/lists\/versions\/[0-9a-f-]{36}$/)
  expect(versions.length).toBeGreaterThan(0)
  let figures = 0
  for (const version of versions) figures += await expectTrue(version)
  expect(figures).toBeGreaterThan(5)
  for (const version of versions) {
    const list = await pageAt(`${version}/dropped`)
    const said = /(\d+)<\/a> entr(?:y is|ies are) no longer/.exec(await pageAt(version))?.[1]
    expect(list).toContain(`data-total="${said ?? 0}"`)
  }
})

test('steps that nobody has are as many as the page says', async () => {
  const html = await pageAt('/gaps')
  const said = /<h1[^>]*>\s*(\d+)/.exec(html)?.[1]
  expect(rowsIn(html)).toBe(said === undefined ? 0 : Number(said))
})
