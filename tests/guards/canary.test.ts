// Does anything that a person is shown name somebody whom they may not know of?
import { afterAll, beforeAll, expect, test } from 'vitest'
import { newId } from '../../src/kernel/ids.ts'
import { listen } from '../../src/main.ts'
import { council } from '../../src/testing/make-node.ts'
import { makeTestApp } from '../../src/testing/request.ts'
import { marksIn } from './canary.ts'
import { ask } from './database.ts'
import { levels, type MarkedPerson, sharedFamily } from './marked-people.ts'
import { sealedMarks } from './marked-sealed.ts'
import { matrix, mayEnter, type Row, type Thing } from './matrix.ts'
import { catchStderr } from './stderr.ts'
import { isWorkbook, workbookText } from './workbook-text.ts'
import { makeWorld, otherCouncil, type Visitor, type World } from './world.ts'

type Crawled = { visitor: Visitor; path: string; text: string; isFile: boolean }

let world: World
let crawled: Crawled[]
beforeAll(async () => {
  world = await makeWorld()
  crawled = (await Promise.all(world.visitors.map(crawl))).flat()
}, 480_000)
afterAll(() => world.t.close())

test('nobody of a sealed list is anywhere: no table, no page, no file', async () => {
  const tables = await ask<{ name: string }>(
    world.t.adminUrl,
    `select relname as name from pg_class
      where relnamespace = 'doorstep'::regnamespace and relkind = 'r'`,
  )
  let parts = 0
  for (const { name } of tables) {
    const rows = await ask<{ bytes?: unknown }>(world.t.adminUrl, `select * from doorstep.${name}`)
    if (name === 'sealed_parts') parts += rows.length
    const latin = (bytes: unknown) => (Buffer.isBuffer(bytes) ? bytes.toString('latin1') : '')
    const text = rows.map(row => `${JSON.stringify(row)}${latin(row.bytes)}`)
    expect([name, marksIn(text.join('\n'), sealedMarks)]).toEqual([name, []])
  }
  expect(parts).toBe(2)
  const widest = crawled.filter(({ visitor }) => visitor.reach === 'whole council')
  expect(widest.length).toBeGreaterThan(100)
  for (const { path, text } of widest) {
    expect([path, marksIn(text, sealedMarks)]).toEqual([path, []])
  }
})

test('all marks are in the database, but for those of the erased person', async () => {
  const tables = await ask<{ name: string }>(
    world.t.adminUrl,
    `select relname as name from pg_class
      where relnamespace = 'doorstep'::regnamespace and relkind = 'r'`,
  )
  expect(tables.length).toBeGreaterThan(15)
  const rows: object[] = []
  for (const { name } of tables) {
    rows.push(await ask(world.t.adminUrl, `select * from doorstep.${name}`))
  }
  const text = JSON.stringify(rows)
  for (const { level, marks } of world.people) {
    expect([level, marksIn(text, marks)]).toEqual([level, level === 'erased' ? [] : marks])
  }
  expect(world.people).toHaveLength(levels.length)
})

/** The second statement: whom does this visitor's work let them know by name? */
const meetsPeople = [
  ...['hub-manager', 'call-handler', 'village-coordinator', 'officer'],
  ...['councillor', 'village-group'],
]

function mayKnow(visitor: Visitor, person: MarkedPerson): boolean {
  if (visitor.role === null || !meetsPeople.includes(visitor.role)) return false
  if (person.level === 'erased' || visitor.council !== person.council) return false
  if (visitor.reach === 'whole council' || person.level === 'own street') return true
  return visitor.reach === 'one village' && person.level === 'same zone'
}

test('every page as everyone: forbidden marks never appear, permitted ones do', () => {
  const leaks = new Set<string>()
  const shown = new Set<string>()
  for (const { visitor, path, text } of crawled) {
    const title = /<title>[^<]*/.exec(text)?.[0] ?? ''
    for (const person of world.people) {
      if (marksIn(title, person.marks).length > 0) leaks.add(`the title of ${path} names someone`)
      for (const mark of marksIn(text, person.marks)) {
        if (mayKnow(visitor, person)) shown.add(person.level)
        else leaks.add(`${visitor.name} sees ${mark} (${person.level}) on ${path}`)
      }
    }
  }
  expect([...leaks]).toEqual([])
  expect(crawled.length).toBeGreaterThan(world.visitors.length * 15)
  expect([...shown].sort()).toEqual([...levels].filter(one => one !== 'erased').sort())
})

/** Of a worry everybody else hears that it is being handled, and no word of it. */
test('what was told of a worry is read by those who handle it, and by nobody else', () => {
  const worries = world.people.map(person => person.words.worry)
  const read = crawled.filter(({ text }) => marksIn(text, worries).length > 0)
  const roles = new Set(read.map(({ visitor }) => visitor.role))
  expect([...roles].sort()).toEqual(['hub-manager', 'officer'])
})

/** Whose work is on the screen and at the door: nothing leaves through them. */
const stayHome = ['call-handler', 'village-coordinator', 'councillor', 'village-group']

test.each(['csv', 'xlsx'])('files as %s leave with permitted marks, and with no other', kind => {
  const files = crawled.filter(({ path, isFile }) => isFile && path.includes(`.${kind}`))
  const roles = new Set(files.map(({ visitor }) => visitor.role))
  expect([...roles].filter(role => role === null || stayHome.includes(role))).toEqual([])
  const named = files.filter(({ text }) => world.people.some(one => marksIn(text, one.marks)[0]))
  expect(new Set(named.map(({ path }) => path.split('.')[0])).size).toBeGreaterThan(3)
})

test('no page of the crawl was a fault of ours', () => {
  expect(makeTestApp(world.t).faults).toEqual([])
})

test('who signs in is known to their own administrator and nobody else', () => {
  const seen = crawled.filter(one => one.text.includes(`${council}.example`))
  expect([...new Set(seen.map(one => one.visitor.name))]).toEqual([
    `system-administrator of ${council}`,
  ])
  const foreign = crawled.filter(one => one.text.includes(`${otherCouncil}.example`))
  expect([...new Set(foreign.map(one => one.visitor.council))]).toEqual([otherCouncil])
})

async function crawl(visitor: Visitor): Promise<Crawled[]> {
  const pages: Crawled[] = []
  for (const path of pathsFor(visitor)) {
    const answer = await visitor.browser.get(path)
    const text = `${[...answer.headers].flat().join('\n')}\n${await readable(answer)}`
    const isFile = (answer.headers.get('content-disposition') ?? '').startsWith('attachment')
    pages.push({ visitor, path, text, isFile })
  }
  return pages
}

/**
 * Every GET address with everything that its gaps may name, and its questions. Whoever stands at a
 * closed door is sent away before anything is named: once is enough.
 */
function pathsFor(visitor: Visitor): string[] {
  const rows = matrix.filter(row => row.route.startsWith('GET'))
  return rows.flatMap(row => (mayEnter(row, visitor) ? pathsOf(row) : pathsOf(row).slice(0, 1)))
}

function pathsOf(row: Row): string[] {
  const [, path = ''] = row.route.split(' ')
  const filled = Object.entries(row.gaps).reduce(
    (paths, [gap, thing]) =>
      paths.flatMap(one => idsOf(thing).map(id => one.replace(`:${gap}`, id))),
    [path],
  )
  const queries = ['', `?q=${sharedFamily}`, ...row.queries]
  return filled.flatMap(one => queries.map(query => one + query))
}

function idsOf(thing: Thing): readonly string[] {
  if (thing === 'secret') return ['x']
  if (thing === 'person') return world.people.map(person => person.id)
  const { nowhere: _, ...there } = world.things[thing] ?? {}
  return Object.values(there)
}

/** Text as sent; a workbook unpacked, a picture as its bytes. */
async function readable(answer: Response): Promise<string> {
  const bytes = Buffer.from(await answer.arrayBuffer())
  return isWorkbook(bytes) ? workbookText(bytes) : bytes.toString('utf8')
}

test('a fault with somebody’s words in it shows and logs none of them', async () => {
  const { t, visitors, people } = world
  const administrator = visitors.find(one => one.name === `system-administrator of ${council}`)
  const marks = people[0]?.marks ?? []
  await ask(
    t.adminUrl,
    "alter table doorstep.users add constraint users_unmarked check (name not like '%Qz%')",
  )
  const kept = catchStderr()
  const running = await listen(t.node, { adminUrl: '', appUrl: '', host: '127.0.0.1', port: 0 })
  const fields = { name: marks.join(' '), role: 'officer', place: 'council', purpose: marks.join() }
  const answer = await fetch(`${running.url}/users/add`, {
    method: 'POST',
    headers: { cookie: administrator?.browser.cookie ?? '', origin: running.url },
    body: new URLSearchParams({ ...fields, command: newId() }),
  })
  const page = await answer.text()
  await running.stop()
  const log = kept.stop()
  const reference = /Reference ([0-9a-f]{8})/.exec(page)?.[1] ?? 'none'
  expect(answer.status).toBe(500)
  expect(log).toContain(reference)
  expect(marksIn(page + log, marks)).toEqual([])
})
