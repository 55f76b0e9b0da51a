// Somebody withdraws, as a list says: nobody rings them from that moment, until somebody decides.
import { afterAll, beforeAll, expect, test } from 'vitest'
import { act, compareRebuild } from '../../events/index.ts'
import { getPack } from '../../hazards/index.ts'
import { newId } from '../../kernel/ids.ts'
import { openCampaign } from '../../reach/index.ts'
import { rowsOf } from '../../testing/loading-lists.ts'
import { council, makeTestNode, type TestNode } from '../../testing/make-node.ts'
import { type SignedIn, signedIn } from '../../testing/request.ts'
import { importList } from './import-list.ts'

let t: TestNode
let ruth: SignedIn
beforeAll(async () => {
  t = await makeTestNode()
  const manager = await t.actorWith('hub-manager')
  ruth = await signedIn(t, manager)
  const pack = getPack('pandemic', 1).id
  const rule = { lists: ['nsss'], places: [], withFlags: [], withoutFlags: [] }
  const words = { title: 'Spring', purpose: 'Ring everybody' }
  const input = { campaign: newId(), round: newId(), ...words, pack, memberKind: 'person', rule }
  await act(t.node, t.system, openCampaign, {
    id: newId(),
    input: { ...input, answerable: manager.id },
  })
  await load(
    registered,
    [1, 2, 3, 4, 5].map(n => ({ ...someone(n), active_status: 'active' })),
  )
})
afterAll(() => t.close())

type Cells = Record<string, string>
const person = ['ID', 'nhs_number', 'first_name', 'last_name', 'date_of_birth', 'address_postcode']
const registered = [...person, 'contact_number_calls', 'submission_datetime', 'active_status']
const churned = [...person, 'previous_status', 'active_status', 'status_changed']
const names = ['', 'Ann', 'Ben', 'Cara', 'Dev', 'Eve', 'Finn', 'Gus']

function someone(n: number): Cells {
  return {
    ID: `g-${n}`,
    first_name: names[n] ?? '',
    last_name: `Ray${names[n]}`,
    date_of_birth: `0${n}/02/1950`,
    address_postcode: 'CB24 8RX',
    contact_number_calls: `07700 90012${n}`,
    submission_datetime: '01/02/2026 10:00:00',
  }
}

async function load(columns: readonly string[], rows: readonly Cells[]) {
  const lines = rows.map(row => columns.map(name => row[name] ?? '').join(','))
  const text = [columns.join(','), ...lines, ''].join('\n')
  const chunks = (async function* () {
    yield new TextEncoder().encode(text)
  })()
  const done = await importList(t.node, t.system, { name: 'file.csv', chunks })
  if (!('counts' in done)) throw new Error(JSON.stringify(done))
  return done
}

const gone = (n: number, status = 'Inactive', day = '03/04/2026'): Cells => ({
  ...someone(n),
  previous_status: 'active',
  active_status: status,
  status_changed: day,
})
const page = async (path: string) => (await ruth.get(path)).text()

async function standing(name: string) {
  const people = await rowsOf<{ id: string; given: string; flags: string[] }>(t, 'people')
  const found = people.find(({ given }) => given === name)
  const members = await rowsOf<{ subject: string; state: string; reason: string | null }>(
    t,
    'members',
  )
  const member = members.find(({ subject }) => subject === found?.id)
  return { id: found?.id ?? '', flags: found?.flags, state: member?.state, reason: member?.reason }
}

const rung = { flags: [], state: 'untried', reason: null }
const stopped = { flags: ['withdrawn'], state: 'excused', reason: 'off-the-list' }
let version = ''

test('whoever a churn report names leaves every queue before anybody decides', async () => {
  const strangers = [gone(6, 'withdrawn')]
  const { preview, counts, ...done } = await load(churned, [
    gone(1),
    gone(2, 'Opted-out'),
    { ...gone(3), active_status: 'Active' },
    gone(5, 'paused'),
    ...strangers,
  ])
  version = done.version ?? ''
  expect(preview).toMatchObject({ list: 'nsss-churn', withdrawn: 3, addedPeople: 0 })
  expect(counts).toMatchObject({ rows: 5, accepted: 3, needs_review: 1, rejected: 1 })
  expect(await standing('Ann')).toMatchObject(stopped)
  expect(await standing('Ben')).toMatchObject(stopped)
  expect(await standing('Cara')).toMatchObject(rung)
  expect(await standing('Finn')).toMatchObject({ id: '' })
})

test('the stop names the version that said so, and comes before anything else of it', async () => {
  const events = await rowsOf<{ kind: string; seq: number; body: Cells }>(t, 'events')
  const stop = events.find(({ body }) => body.flag === 'withdrawn')
  expect(stop?.body).toMatchObject({ source: 'nsss-churn', version })
  const loaded = events.find(
    ({ kind, body }) => kind.endsWith('Loaded') && body.version === version,
  )
  expect(Number(stop?.seq)).toBeLessThan(Number(loaded?.seq))
})

test('a status that nobody knows waits for a person', async () => {
  expect(await page('/lists/held')).toContain('A status that we do not know')
})

test('they wait for a decision although another list names them', async () => {
  const html = await page('/lists/basis')
  expect(html).toContain('2 people withdrew, or are on no list any more.')
  expect(html).toContain('Withdrew, says')
  const { id } = await standing('Ann')
  const own = await page(`/people/${id}`)
  expect(own).toContain('Make no contact: they withdrew.')
})

test('one is kept for another reason and rung again; the other stays stopped', async () => {
  const [ann, ben] = [await standing('Ann'), await standing('Ben')]
  const kept = { person: ann.id, answer: 'they-agreed', note: 'Rang us: a mistake' }
  expect((await ruth.post('/lists/basis', kept)).status).toBe(303)
  const stop = { person: ben.id, answer: 'stop', note: 'Wants nothing' }
  expect((await ruth.post('/lists/basis', stop)).status).toBe(303)
  expect(await standing('Ann')).toMatchObject(rung)
  expect(await standing('Ben')).toMatchObject(stopped)
  expect(await page('/lists/basis')).toContain('Nobody waits.')
})

test('the same words again ask nothing; a list of another sender lifts nothing', async () => {
  const again = [gone(1), gone(2, 'Opted-out'), { ...gone(3), active_status: 'Active' }]
  await load(churned, again)
  expect(await standing('Ann')).toMatchObject(rung)
  const sheet = ['Reference', 'First name', 'Surname', 'Date of birth', 'Postcode', 'Phone', 'Team']
  const ben = { ...someone(2), Reference: 'k1', 'First name': 'Ben', Surname: 'RayBen' }
  await load(sheet, [
    { ...ben, 'Date of birth': '02/02/1950', Postcode: 'CB24 8RX', Phone: '07700 900122' },
  ])
  expect(await standing('Ben')).toMatchObject(stopped)
})

test('whoever registers anew is rung again: they asked for it', async () => {
  const anew = {
    ...someone(2),
    active_status: 'active',
    submission_datetime: '05/05/2026 09:00:00',
  }
  await load(registered, [anew])
  expect(await standing('Ben')).toMatchObject(rung)
})

test('undoing the load lifts the stop, also where somebody had decided by it', async () => {
  const kept = await rowsOf<{ person: string; state: string }>(t, 'basis_checks')
  const { id } = await standing('Ann')
  expect(kept.find(({ person }) => person === id)?.state).toBe('kept')
  const wrong = await load(churned, [gone(1, 'withdrawn', '09/09/2026'), gone(4)])
  expect(await standing('Ann')).toMatchObject(stopped)
  expect(await standing('Dev')).toMatchObject(stopped)
  const dev = { person: (await standing('Dev')).id, answer: 'stop', note: 'The list says so' }
  expect((await ruth.post('/lists/basis', dev)).status).toBe(303)
  const done = await ruth.post(`/lists/versions/${wrong.version}/undo`, {
    reason: 'Another council',
    deaths: 'keep',
  })
  expect(done.status).toBe(303)
  expect(await standing('Ann')).toMatchObject(rung)
  expect(await standing('Dev')).toMatchObject(rung)
  const after = await rowsOf<{ person: string; state: string }>(t, 'basis_checks')
  expect(after.find(({ person }) => person === id)?.state).toBe('kept')
  expect(after.some(({ person }) => person === dev.person)).toBe(false)
  expect(await page('/lists/basis')).toContain('Nobody waits.')
})

test('rebuilding from the record gives the same rows', async () => {
  const compared = await compareRebuild(t.node.store, t.node.registry, { council, actor: newId() })
  expect(compared.differences).toEqual([])
})
