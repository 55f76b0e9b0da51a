// A sealed list from its agreement to its receipt, page by page.
import { afterAll, beforeAll, expect, test } from 'vitest'
import { act, compareRebuild, verifyCouncil } from '../../events/index.ts'
import { dayMs } from '../../kernel/clock.ts'
import { newId } from '../../kernel/ids.ts'
import { openCampaign } from '../../reach/index.ts'
import { listFile, loadFileOf, rowsOf, someone } from '../../testing/loading-lists.ts'
import { council, makeTestNode, type TestNode } from '../../testing/make-node.ts'
import { type SignedIn, signedIn } from '../../testing/request.ts'
import { addSmallDistrict } from '../../testing/small-district.ts'
import { closeDueOf } from './close-sealed.ts'

let t: TestNode
let ruth: SignedIn
let list = ''
beforeAll(async () => {
  t = await makeTestNode()
  await addSmallDistrict(t)
  const manager = await t.actorWith('hub-manager')
  ruth = await signedIn(t, manager)
  const rule = { lists: ['spl'], places: [], withFlags: [], withoutFlags: [] }
  const words = { title: 'Power cut', purpose: 'Ring everybody', memberKind: 'person', rule }
  const ids = { campaign: newId(), round: newId(), answerable: manager.id }
  const input = { ...ids, ...words, pack: 'pandemic' }
  await act(t.node, t.system, openCampaign, { id: newId(), input })
})
afterAll(() => t.close())

const mark = 'Sealwood'
const file = () =>
  new File([listFile([1, 2, 3].map(n => someone(n, { PatientSurname: mark })))], 'register.csv')
const page = async (path: string) => (await ruth.get(path)).text()
const to = (response: Response) => response.headers.get('location') ?? ''
const dump = async () => {
  const tables = ['events', 'register', 'people', 'list_entries', 'list_files', 'list_file_parts']
  const all = await Promise.all(
    [...tables, 'sealed_parts', 'sealed_checks', 'sealed_lists'].map(one => rowsOf(t, one)),
  )
  return JSON.stringify(all)
}

test('an agreement with something missing is shown again, with what was typed', async () => {
  const wrong = await ruth.post('/sealed', { owner: 'The network', rule: 'area' })
  expect(wrong.status).toBe(422)
  const html = await wrong.text()
  expect(html).toContain('Choose which list it is')
  expect(html).toContain('Choose the area that it is for')
  expect(html).toContain('value="The network"')
})

test('a list is agreed and handed in, and nobody in it is anywhere', async () => {
  const agreed = { list: 'spl', owner: 'The network', contact: '01632 960100', rule: 'warning' }
  list = to(await ruth.post('/sealed', agreed))
  expect((await ruth.post(`${list}/file`)).status).toBe(422)
  expect(to(await ruth.post(`${list}/file`, { file: file() }))).toBe(list)
  expect(await page(list)).toContain('Waits, sealed')
  const kept = await dump()
  for (const form of [mark, Buffer.from(mark).toString('base64').slice(0, 8)]) {
    expect(kept).not.toContain(form)
  }
  for (const path of ['/lists', '/find?q=Sealw', '/sealed', '/campaigns']) {
    expect(await page(path)).not.toContain(mark)
  }
  expect(await rowsOf(t, 'people')).toEqual([])
})

test('it stays sealed until its rule is met, whoever asks', async () => {
  expect(await page(list)).toContain('It cannot be opened now')
  const refused = await ruth.post(`${list}/open`, { why: 'I am curious', days: '7' })
  expect(refused.status).toBe(409)
  expect(await refused.text()).toContain('This list stays sealed')
  await ruth.post('/sealed/occasions', { kind: 'incident', name: 'A fire' })
  expect((await ruth.post(`${list}/open`, { why: 'A fire', days: '7' })).status).toBe(409)
  expect(await rowsOf(t, 'people')).toEqual([])
})

test('it opens by its rule with a reason, through the ordinary load', async () => {
  expect((await ruth.post('/sealed/occasions', { kind: '', name: '' })).status).toBe(422)
  await ruth.post('/sealed/occasions', { kind: 'warning', name: 'Red warning of snow' })
  await loadFileOf(t, listFile([someone(9), someone(3, { PatientSurname: mark })]))
  expect((await ruth.post(`${list}/open`, { why: '', days: '99' })).status).toBe(422)
  expect(to(await ruth.post(`${list}/open`, { why: 'No power since six', days: '7' }))).toBe(list)
  const html = await page(list)
  expect(html).toContain('No power since six')
  expect(html).toContain('Test hub-manager')
  const people = await rowsOf<{ family: string }>(t, 'people')
  expect(people.filter(({ family }) => family === mark)).toHaveLength(3)
  expect(await rowsOf(t, 'members')).toHaveLength(4)
})

test('it closes by itself when what it was opened for is over; the rest is as before', async () => {
  expect(await closeDueOf(t.node, council)).toBe(0)
  const all = await page('/sealed')
  const over = [...all.matchAll(/action="(\/sealed\/occasions\/[^"]+)"/g)].map(found => found[1])
  for (const path of over) expect(to(await ruth.post(path ?? ''))).toBe('/sealed')
  const done = await Promise.all([closeDueOf(t.node, council), closeDueOf(t.node, council)])
  expect(Math.max(...done)).toBe(1)
  const people = await rowsOf<{ family: string; erased_at: Date | null }>(t, 'people')
  expect(people.filter(person => person.erased_at === null)).toHaveLength(2)
  expect(people.filter(({ family }) => family === mark)).toHaveLength(1)
  expect(await rowsOf(t, 'sealed_parts')).toEqual([])
  expect(await rowsOf(t, 'members')).toHaveLength(4)
  const entries = await rowsOf<{ dropped_by: string | null }>(t, 'list_entries')
  expect(entries.map(({ dropped_by }) => dropped_by)).toEqual([null, null])
})

test('its owner gets a receipt of counts, and no name', async () => {
  const html = await page(list)
  expect(html).toContain('Closed and purged')
  const receipt = await page(`${list}/receipt.csv`)
  expect(receipt).toContain('Rows that the list had,3')
  expect(receipt).toContain('People whose words were destroyed,2')
  expect(receipt).not.toContain(mark)
})

test('it closes by itself when its time is over, too', async () => {
  const agreed = { list: 'spl', owner: 'The network', contact: '01632 960100', rule: 'always' }
  const other = to(await ruth.post('/sealed', agreed))
  const rows = [9, 4, 5].map(n => someone(n, n === 9 ? {} : { PatientSurname: mark }))
  await ruth.post(`${other}/file`, { file: new File([listFile(rows)], 'again.csv') })
  await ruth.post(`${other}/open`, { why: 'An exercise', days: '1' })
  expect(await closeDueOf(t.node, council)).toBe(0)
  t.clock.turnTo(t.clock.now() + dayMs + 1)
  expect(await closeDueOf(t.node, council)).toBe(1)
  const people = await rowsOf<{ erased_at: Date | null }>(t, 'people')
  expect(people.filter(person => person.erased_at === null)).toHaveLength(2)
})

test('who holds which list is noted, changed, taken as a file and taken off', async () => {
  ruth = await signedIn(t, await t.actorWith('hub-manager'))
  const told = { name: 'Northern Gas', contact: '01632 960101', holds: 'Register', pull: 'By mail' }
  expect((await ruth.post('/sealed/holders', told)).status).toBe(422)
  await ruth.post('/sealed/holders', { ...told, trigger: 'incident' })
  const html = await page('/sealed/holders')
  expect(html).toContain('Northern Gas')
  const change = /href="(\/sealed\/holders\?change=([^"#]+))/.exec(html)
  expect(await page(change?.[1] ?? '')).toContain('value="Northern Gas"')
  const holder = change?.[2] ?? ''
  await ruth.post('/sealed/holders', { ...told, holder, trigger: 'warning', pull: 'By phone' })
  expect(await page('/sealed/holders.csv')).toContain('By phone')
  await ruth.post(`/sealed/holders/${holder}/remove`)
  expect(await page('/sealed/holders')).toContain('Nobody is noted yet')
  expect(JSON.stringify(await rowsOf(t, 'register'))).not.toContain('Northern Gas')
})

test('the record holds together, and rebuilding gives the same rows', async () => {
  const compared = await compareRebuild(t.node.store, t.node.registry, { council, actor: newId() })
  expect(compared.differences).toEqual([])
  const verified = await verifyCouncil(t.node, council)
  expect(verified.flatMap(({ wrong }) => wrong)).toEqual([])
})
