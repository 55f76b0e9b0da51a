// Can every list that a page shows be taken as CSV and as XLSX, with the filter of the page?
import { afterAll, beforeAll, expect, test } from 'vitest'
import { council } from '../../src/testing/make-node.ts'
import { matrix, mayEnter, type Row } from './matrix.ts'
import { makeWorld, type World } from './world.ts'

/** Tables that are no lists: what each is instead. */
const noLists: Readonly<Record<string, string>> = {
  '/health': 'figures of the machine, which other programs read as metrics',
  '/tokens': 'settings: each line is ended here',
  '/notices': 'settings: each line is changed here',
  '/notices/:subscription': 'one system, and how its last notices went',
  '/mailings': 'a line for each message to many; who is in a campaign is a list',
  '/mailings/:mailing': 'one message to many, as counts',
  '/messages': 'the outbox: words and addresses that are emptied once they are sent',
  '/sessions': 'who is in at this moment; who came in is a list, /sign-ins',
  '/sign-in-settings': 'settings: each line is changed here',
  '/emergencies': 'each is judged here, and the log of sign-ins has them',
  '/me': 'one’s own sessions and keys',
  '/users/:user': 'one person and their roles; all of them are a list, /users',
  '/users/staff': 'a form; the staff file is /users/staff.csv',
  '/roles': 'what each role may do: the same for everybody',
  '/access-rules': 'settings',
  '/files-out': 'who asked for which file; the files themselves leave',
  '/council-copy': 'who asked for a copy of everything',
  '/find': 'what somebody typed, cut at twenty (decision 15)',
  '/people/:id': 'one person',
  '/people/:person/plan': 'one person',
  '/concerns': 'who is worried about: read where it is answered for, and never taken away',
  '/escalations/new': 'a form',
  '/escalations/director': 'settings',
  '/escalations/:escalation': 'one question',
  '/problems/new': 'a form',
  '/problems/:problem': 'one problem',
  '/stops': 'where all is stopped now: it is answered here, and never taken away',
  '/stops/new': 'a form',
  '/stops/:standstill': 'one stop: who is out is answered here',
  '/stopped': 'what the reader is asked',
  '/households/:id': 'one household',
  '/reviews/:id': 'one pair',
  '/people/:id/alike': 'one person and who they may be',
  '/call': 'the next person to ring',
  '/call/:member': 'one person',
  '/villages/:village': 'a village; its streets are a list, beside its organisations',
  '/villages/:village/wall': 'figures for a wall; nobody is named',
  '/campaigns': 'a line for each campaign; what is in one is a list',
  '/campaigns/:campaign/run': 'one campaign',
  '/villages/:village/works': 'what works in one village: four lines and a form',
  '/areas/:area': 'a map and its versions, which are a list beside it',
  '/areas': 'a line for each area; what is in one is a map and its versions',
  '/calls/share': 'a form; figures of one day, and who rings',
  '/lists/files/:file/columns': 'a form: which column is which',
  '/reads/people/:person': 'one record; its looks are a list beneath it',
  '/lists/held/:entry': 'one row',
  '/lists': 'a line for each list; its rows are a list',
  '/lists/files/:file': 'what a file would do; its rows are a list',
  '/lists/versions/:version': 'what a file did; its rows are a list',
  '/places/versions/:version': 'what a file did; its rows are /places/versions/:version/rows',
  '/places/files/:file': 'what a file would do; its rows are a list',
  '/places/where/:question': 'one question',
  '/places/map': 'a map and its table; the figures are those of /villages',
  '/places/map/full': 'a map',
  '/places/:place': 'one place',
  '/sheets/:sheet': 'one sheet; it left on paper, and its outcomes are in the lists of members',
  '/sheets/:sheet/paper': 'the paper itself',
  '/sheets/:sheet/type': 'the form of one sheet',
  '/jobs/match': 'a proposal: each line is changed and asked here',
  '/volunteers/:volunteer': 'one volunteer',
  '/today': 'figures of the day; the lists behind them are taken there',
  '/today/mine': 'what is mine today; the lists behind it are taken where they stand',
  '/today/booked/:file': 'who may have died: decided where it is read, and never taken away',
  '/sealed': 'what is agreed and declared: each line is opened or ended here',
  '/proofs/:proof': 'one proof; its lines are a list, /proofs/:proof/lines',
  '/proofs/:proof/redact': 'a form, and the forms of one proof made so far',
  '/redacted-proofs/:redaction': 'one form, as it is handed out',
  '/privacy': 'public words',
  '/accessibility': 'public words',
  '/help': 'public words',
}

let world: World
beforeAll(async () => {
  world = await makeWorld()
}, 240_000)
afterAll(() => world.t.close())

const addressOf = ({ route }: Row) => route.slice('GET '.length)
const routes = new Set(matrix.map(row => row.route))
const isFile = (path: string) => /\.(csv|xlsx|json)$/.test(path)
const listed = (path: string) => routes.has(`GET ${path}.csv`) && routes.has(`GET ${path}.xlsx`)

test('a page with a table is a list that can be taken, or says why it is none', async () => {
  const silent: string[] = []
  let tables = 0
  for (const row of matrix.filter(one => one.route.startsWith('GET'))) {
    const path = addressOf(row)
    if (isFile(path) || path === '/live' || path in noLists) continue
    for (const html of await pagesOf(row)) {
      if (!/<table/.test(html)) continue
      tables++
      if (!listed(path)) silent.push(path)
    }
  }
  expect([...new Set(silent)]).toEqual([])
  expect(tables).toBeGreaterThan(8)
})

test('whoever may take a list finds the way to it on its page', async () => {
  const without: string[] = []
  let linked = 0
  for (const row of matrix.filter(one => listed(addressOf(one)))) {
    for (const html of await pagesOf(row, `GET ${addressOf(row)}.csv`)) {
      if (!/<table/.test(html)) continue
      if (/href="[^"]*\.csv[^"]*"/.test(html) && /href="[^"]*\.xlsx/.test(html)) linked++
      else without.push(addressOf(row))
    }
  }
  expect([...new Set(without)]).toEqual([])
  expect(linked).toBeGreaterThan(8)
})

test('no reason is given for a page that is not there, or for a list', () => {
  const known = new Set(matrix.map(addressOf))
  const idle = Object.keys(noLists).filter(path => !known.has(path) || listed(path))
  expect(idle).toEqual([])
})

/** As the first who may; with `taking`, as the first who may also take it. */
async function pagesOf(row: Row, taking = row.route): Promise<string[]> {
  const take = matrix.find(one => one.route === taking)
  const reader = world.visitors.find(
    one =>
      one.council === council &&
      one.reach === 'whole council' &&
      mayEnter(row, one) &&
      take !== undefined &&
      mayEnter(take, one),
  )
  const path = filled(row)
  if (!reader || path === undefined) return []
  const answer = await reader.browser.get(path)
  return answer.status === 200 ? [await answer.text()] : []
}

function filled(row: Row): string | undefined {
  if (Object.values(row.gaps).includes('secret')) return undefined
  return Object.entries(row.gaps).reduce((text, [gap, thing]) => {
    const there = world.things[thing] ?? {}
    const id = there['own place'] ?? there['whole council'] ?? there.everyone ?? ''
    return text.replace(`:${gap}`, id)
  }, addressOf(row))
}
