// Is there a word on any page, as any role, that no translator could reach?

import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { capabilities } from '../../src/app.ts'
import { allPacks } from '../../src/hazards/index.ts'
import { jobKinds } from '../../src/jobs/index.ts'
import { spl } from '../../src/lists/index.ts'
import { shownTexts } from '../../src/pages/strings/pseudo.ts'
import { southCambridgeshire } from '../../src/places/index.ts'
import { makeTestApp, testOrigin } from '../../src/testing/request.ts'
import { ask } from './database.ts'
import { matrix, mayEnter, type Row } from './matrix.ts'
import { makeWorld, otherCouncil, type Visitor, type World } from './world.ts'

let world: World
let data: readonly string[]
beforeAll(async () => {
  world = await makeWorld()
  data = await wordsOfData()
}, 300_000)
afterAll(() => world.t.close())
vi.setConfig({ testTimeout: 480_000 })

test('a word outside the string files would be noticed', () => {
  expect(leftOver(`[!!Šàṽé!!] Save ${data[0]}`)).toContain('Save')
  expect(leftOver(`[!!Šàṽé {n}!!] ${data[0]}`)).not.toMatch(/[A-Za-z]{2}/)
})

test('every page speaks in string files alone, whoever reads it', async () => {
  const seen = await look(own => own.filter(row => row.route.startsWith('GET')).flatMap(pathsOf))
  expect(Object.fromEntries(seen.hardCoded)).toEqual({})
  expect(seen.pages).toBeGreaterThan(100)
  expect(seen.words).toBeGreaterThan(seen.pages * 20)
})

test('so does every page that says what was left out or why not', async () => {
  const seen = await look(own => own.filter(isHarmless).flatMap(pathsOf), 'POST')
  expect(Object.fromEntries(seen.hardCoded)).toEqual({})
  expect(seen.pages).toBeGreaterThan(50)
})

/** Sent empty; what would end a session or take access away is left out. */
function isHarmless(row: Row): boolean {
  return row.route.startsWith('POST') && !/sign-out|disable/.test(row.route)
}

/** Opens the chosen addresses as everybody of the council who may. */
async function look(choose: (own: readonly Row[]) => readonly string[], method = 'GET') {
  const found = new Map<string, string>()
  let pages = 0
  let words = 0
  for (const visitor of world.visitors.filter(one => one.council !== otherCouncil)) {
    const own = matrix.filter(row => mayEnter(row, visitor))
    for (const path of [...choose(own), '/no-such-page']) {
      const answer = await open(visitor, path, method)
      if (!(answer.headers.get('content-type') ?? '').startsWith('text/html')) continue
      const html = await answer.text()
      expect([path, html.includes('lang="x-pseudo"')]).toEqual([path, true])
      pages++
      for (const text of shownTexts(html)) {
        if (text.includes('[!!')) words++
        const rest = leftOver(text)
        if (/[A-Za-z]{2}/.test(rest)) found.set(rest, path)
      }
    }
  }
  // What was written to somebody meanwhile is data too.
  data = await wordsOfData()
  judged.clear()
  const left = [...found].filter(([text]) => /[A-Za-z]{2}/.test(leftOver(text)))
  const hardCoded = new Map(left.map(([text, path]) => [text.slice(0, 60), path]))
  return { hardCoded, pages, words }
}

/** Everything that people or files wrote, longest first, so that no part of a name is left over. */
async function wordsOfData(): Promise<readonly string[]> {
  const texts = await Promise.all(
    [
      'select name as text from doorstep.people',
      'select name as text from doorstep.places',
      'select name as text from doorstep.users',
      'select email as text from doorstep.users where email is not null',
      'select name as text from doorstep.councils',
      'select name as text from doorstep.services where name is not null',
      'select distinct purpose as text from doorstep.grants',
      // What was written to somebody is in their language, not in the reader’s.
      'select subject as text from doorstep.messages',
      "select regexp_split_to_table(body, '\\s*\\n\\s*') as text from doorstep.messages",
    ].map(query => ask<{ text: string }>(world.t.adminUrl, query)),
  )
  const kept = await ask(
    world.t.adminUrl,
    'select words from doorstep.register union all select entry from doorstep.staged_rows',
  )
  const labels = [allPacks(), jobKinds(), kept].flatMap(labelsIn)
  const columns = spl.columns.flatMap(({ name, alsoCalled = [] }) => [name, ...alsoCalled])
  const written = [
    ...texts.flat().map(row => row.text),
    ...labels,
    // Within a sentence.
    ...labels.map(text => text.charAt(0).toLowerCase() + text.slice(1)),
    ...columns,
    // As openapi.json names them for machines.
    ...capabilities.flatMap(one => Object.keys(one.permissions)),
    southCambridgeshire.attribution,
  ]
  const all = written.filter(text => text.trim().length > 1)
  return [...new Set(all)].sort((a, b) => b.length - a.length)
}

/** All texts in some data, such as a hazard pack, which brings labels in its own language. */
function labelsIn(part: unknown): string[] {
  if (typeof part === 'string') return part.split(/\{\w+\}/)
  return typeof part === 'object' && part !== null ? Object.values(part).flatMap(labelsIn) : []
}

/** References, fingerprints, addresses of pages, codes, key caps: the same in every language. */
const machineMade = new RegExp(
  [
    /https?:\S+/,
    /\bP-[0-9A-F]{8}\b/,
    /\b[0-9a-f]{4}( [0-9a-f]{4}){3}\b/,
    // Hashes and keys of proofs; the codes that people have in one.
    /\b[0-9a-f]{64}\b/,
    /\b[0-9A-HJKMNP-TV-Z]{5}-[0-9A-HJKMNP-TV-Z]{5}\b/,
    /\/[a-z]+(\/:?[a-z]+)*/,
    /Ctrl|Esc/,
    // Gaps of a wording, as staff type them.
    /\{(name|council|caller)\}/,
    // Postcodes; the codes of the lines of a sheet.
    /\b[A-Z]{1,2}\d[A-Z\d]?\s\d[A-Z]{2}\b/,
    /\b[A-HJ-NP-Z]{3} [2-9]\b/,
    /[\w-]+\.csv/,
    // Permissions, kinds of events, secrets: what other systems are given to copy.
    /(?<![@\w.-])[a-z]+(-[a-z]+)*\.([A-Z]\w+|[a-z-]+\b|\*)/,
    /whsec_\S+/,
  ]
    .map(one => one.source)
    .join('|'),
  'g',
)

const judged = new Map<string, string>()

/** What is neither translated nor data. Most texts stand on many pages. */
function leftOver(text: string): string {
  const known = judged.get(text)
  if (known !== undefined) return known
  const named = text.replace(machineMade, ' ')
  const rest = /[A-Za-z]{2}/.test(named)
    ? data.reduce((left, word) => left.replaceAll(word, ' '), named).trim()
    : ''
  judged.set(text, rest)
  return rest
}

function open(visitor: Visitor, path: string, method: string): Promise<Response> {
  const headers = {
    host: new URL(testOrigin).host,
    origin: testOrigin,
    'x-doorstep-lang': 'pseudo',
    ...(visitor.browser.cookie ? { cookie: visitor.browser.cookie } : {}),
  }
  return Promise.resolve(makeTestApp(world.t).request(testOrigin + path, { method, headers }))
}

function pathsOf(row: Row): string[] {
  const [, path = ''] = row.route.split(' ')
  const filled = Object.entries(row.gaps).reduce(
    (paths, [gap, thing]) =>
      paths.flatMap(one => idsOf(thing).map(id => one.replace(`:${gap}`, id))),
    [path],
  )
  return filled.flatMap(one => ['', ...row.queries].map(query => one + query))
}

function idsOf(thing: string): readonly string[] {
  if (thing === 'secret') return ['x']
  return Object.values(world.things[thing] ?? {})
}
