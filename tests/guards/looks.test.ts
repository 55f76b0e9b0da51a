// Is everybody who is shown a person's words on the record as having looked at that person?
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Id } from '../../src/kernel/ids.ts'
import { lookStrings } from '../../src/oversight/pages/look-strings.ts'
import { council } from '../../src/testing/make-node.ts'
import type { Fields } from '../../src/testing/request.ts'
import { marksIn } from './canary.ts'
import type { MarkedPerson } from './marked-people.ts'
import { sharedFamily } from './marked-people.ts'
import { matrix, type Row } from './matrix.ts'
import { makeWorld, type Visitor, type World } from './world.ts'

type Look = {
  readonly id: Id
  readonly subjects: readonly Id[]
  readonly purpose: string
  readonly route: string
}

let world: World
let silent: string[]
let shown: number
beforeAll(async () => {
  world = await makeWorld()
  silent = []
  shown = 0
  const readers = world.visitors.filter(one => one.role !== null && one.council === council)
  await Promise.all(readers.map(crawl))
}, 480_000)
afterAll(() => world.t.close())

test('no page, file or answer shows somebody’s words without a look at them on record', () => {
  expect([...new Set(silent)]).toEqual([])
  expect(shown).toBeGreaterThan(100)
})

test('every look is told in words, not as the address of a page', async () => {
  const looks = await Promise.all(world.visitors.map(one => looksOf(one)))
  const ways: Readonly<Record<string, string>> = lookStrings('en').ways
  const routes = new Set(looks.flat().map(look => look.route))
  expect([...routes].filter(route => ways[route] === undefined)).toEqual([])
})

test('a look says what it was for', async () => {
  const looks = await Promise.all(world.visitors.map(one => looksOf(one)))
  const purposes = new Set(looks.flat().map(look => look.purpose))
  expect(purposes.has('')).toBe(false)
  expect(looks.flat().length).toBeGreaterThan(100)
})

/** One page after the other, so that every look is known to be of its page. */
async function crawl(visitor: Visitor): Promise<void> {
  let last = nobody
  const own = matrix.filter(row => visitor.role !== null && row.roles.includes(visitor.role))
  for (const row of own) {
    const isGet = row.route.startsWith('GET')
    if (!isGet && /sign-out|disable|end-others/.test(row.route)) continue
    for (const path of pathsOf(row)) {
      const answer = isGet
        ? await visitor.browser.get(path)
        : await visitor.browser.post(path, askedInForms)
      const text = Buffer.from(await answer.arrayBuffer()).toString('utf8')
      const looks = await looksOf(visitor, last)
      last = looks.at(-1)?.id ?? last
      const typed = row.route === 'GET /find/hits' ? await shownWhileTyping(visitor) : []
      const seen = new Set([...looks.flatMap(look => look.subjects), ...typed])
      for (const person of world.people.filter(one => isShown(one, text, path))) {
        shown++
        if (!seen.has(person.id)) silent.push(`${visitor.role}: ${row.route} (${person.level})`)
      }
    }
  }
}

/** Fields that make a form answer with people: whom it may be, whose number it is. */
const askedInForms: Fields = {
  given: 'Qzgivenax',
  family: sharedFamily,
  number: '1',
  name: `Qzgivenax ${sharedFamily}`,
  address: 'CB24 8RX',
  reason: 'check',
}

/** What the asker wrote themselves is no news to them. */
function isShown(person: MarkedPerson, text: string, path: string): boolean {
  return marksIn(text, person.marks).some(mark => !path.includes(mark) && mark !== 'Qzgivenax')
}

function pathsOf(row: Row): string[] {
  const [, path = ''] = row.route.split(' ')
  const filled = Object.entries(row.gaps).reduce(
    (paths, [gap, thing]) =>
      paths.flatMap(one => idsOf(thing).map(id => one.replace(`:${gap}`, id))),
    [path],
  )
  const queries = row.route.startsWith('GET') ? ['', `?q=${sharedFamily}`, ...row.queries] : ['']
  return filled.flatMap(one => queries.map(query => one + query))
}

function idsOf(thing: Row['gaps'][string]): readonly string[] {
  if (thing === 'secret') return ['x']
  if (thing === 'person') return world.people.map(person => person.id)
  const { nowhere: _, ...there } = world.things[thing] ?? {}
  return Object.values(there)
}

const nobody = '00000000-0000-0000-0000-000000000000'

/** Kept with the list itself; a look of its own once they stop typing (decision 17). */
function shownWhileTyping({ council, actor }: Visitor): Promise<readonly Id[]> {
  if (!actor) return Promise.resolve([])
  return world.t.node.store.transaction({ council, actor: actor.id }, async tx => {
    const run = await tx
      .selectFrom('search_runs')
      .select('subjects')
      .where('council', '=', council)
      .where('actor', '=', actor.id)
      .executeTakeFirst()
    return run?.subjects ?? []
  })
}

/** Ids of one process grow, so that what follows the last one is new. */
function looksOf(visitor: Visitor, after: Id = nobody): Promise<readonly Look[]> {
  const { council, actor } = visitor
  if (!actor) return Promise.resolve([])
  return world.t.node.store.transaction({ council, actor: actor.id }, async tx => {
    const found = await sql<Look>`select id, subjects, purpose, route from reads
      where council = ${council} and actor = ${actor.id}
        and id > ${after} order by id`.execute(tx)
    return found.rows
  })
}
