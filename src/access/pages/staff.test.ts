// Does a staff file let joiners in and leavers out, and nobody else?
import { afterAll, beforeEach, expect, test } from 'vitest'
import { act } from '../../events/index.ts'
import { secondMs } from '../../kernel/clock.ts'
import { newId } from '../../kernel/ids.ts'
import { addPlaces } from '../../places/index.ts'
import { makeTestNode, type TestNode } from '../../testing/make-node.ts'
import { type Fields, type SignedIn, signedIn } from '../../testing/request.ts'
import { addUser } from '../index.ts'

let t: TestNode
let admin: SignedIn
const nodes: TestNode[] = []

beforeEach(async () => {
  t = await makeTestNode()
  nodes.push(t)
  admin = await signedIn(t, await t.actorWith('system-administrator'))
  const place = { place: newId(), kind: 'village' as const, parent: null, gss: null }
  const places = [{ ...place, name: 'Histon', postcodes: [] }]
  await act(t.node, t.system, addPlaces, { id: newId(), input: { places, dwellings: [] } })
})
afterAll(async () => {
  for (const node of nodes) await node.close()
})

const head = 'Work e-mail,Name,Roles,Place,From,Until,Left\n'
const staff = [
  'ann@vale.example,Ann Lee,Officer,,,,',
  'bob@vale.example,Bob Ray,call handler; village-coordinator,Histon,,31/12/2026,',
  'col@vale.example,Col Day,hub-manager,,2026-05-01,,',
  'dee@vale.example,Dee May,officer,,,,',
  'eve@vale.example,Eve Poe,officer,,,,',
].join('\n')

type Handed = { preview: string; location: string; send(more?: Fields): Promise<Response> }

async function hand(rows: string, more: Fields = {}): Promise<Handed> {
  const file = new File([head + rows], 'staff.csv', { type: 'text/csv' })
  const sent = await admin.post('/users/staff', { file, purpose: 'council work', ...more })
  expect(sent.status).toBe(303)
  const location = sent.headers.get('location') ?? ''
  const preview = await (await admin.get(location)).text()
  const shown = /name="shown" value="([^"]*)"/.exec(preview)?.[1] ?? ''
  return { preview, location, send: extra => admin.post(location, { shown, ...extra }) }
}

const people = async (query = '') => (await admin.get(`/users${query}`)).text()

test('joiners are let in with roles, places and days; a second time nothing moves', async () => {
  const first = await hand(staff)
  expect(first.preview).toContain('5 rows: 5 joiners + 0 changed + 0 the same + 0 refused')
  expect(await people()).not.toContain('Ann Lee')
  expect((await first.send()).status).toBe(303)
  const page = await people()
  for (const text of ['Ann Lee', 'Village coordinator, Histon', 'Until 31 December 2026']) {
    expect(page).toContain(text)
  }
  const again = await hand(staff)
  expect(again.preview).toContain('0 joiners + 0 changed + 5 the same + 0 refused')
})

test('a leaver is out within 5 seconds, and somebody left out is not', async () => {
  await (await hand(staff)).send()
  const ann = await actorOf('Ann Lee')
  const browser = await signedIn(t, ann)
  expect((await browser.get('/campaigns')).status).toBe(200)
  const leaving = await hand('ann@vale.example,Ann Lee,Officer,,,,yes')
  expect(leaving.preview).toContain('1 person is shut out')
  expect(leaving.preview).toContain('Nobody is shut out because the file does not name them.')
  expect((await leaving.send()).status).toBe(303)
  t.clock.turnTo(t.clock.now() + 3 * secondMs)
  expect((await browser.get('/campaigns')).headers.get('location')).toMatch(/^\/sign-in/)
  expect(await people('?state=disabled')).toContain('Ann Lee')
  expect(await people('?state=open')).toContain('Bob Ray')
})

test('everybody is everybody: counted, asked again above one in five, outsiders stay', async () => {
  await (await hand(staff)).send()
  await t.actorWith('village-group')
  const rows = staff.split('\n').slice(0, 3).join('\n')
  const two = await hand(rows, { everybody: 'yes' })
  expect(two.preview).toContain('2 people are not named in the file')
  for (const name of ['Dee May', 'Eve Poe']) expect(two.preview).toContain(name)
  expect(two.preview).toContain('More than one in five would be shut out')
  expect((await two.send()).status).toBe(422)
  expect(await people('?state=disabled')).not.toContain('Dee May')
  expect((await two.send({ sure: 'yes' })).status).toBe(303)
  const out = await people('?state=disabled')
  expect(out).toContain('Dee May')
  expect(out).not.toContain('Test village-group')
  expect(out).toContain('2 people fit')
})

test('each row has its outcome, and a bad one is refused with its reason', async () => {
  const { preview } = await hand(
    [
      'nobody,No Mail,officer,,,,',
      'a@vale.example,A,owner,,,,',
      'b@vale.example,B,village-coordinator,,,,',
      'c@vale.example,C,village-coordinator,Atlantis,,,',
      'd@vale.example,D,officer,,2026-06-01,2026-05-01,',
      'e@vale.example,E,village-group,Histon,,,',
      'f@vale.example,,officer,,,,',
      'g@vale.example,G,officer,,2026-02-31,,',
      'h@vale.example,H,officer,,,,',
    ].join('\n'),
  )
  expect(preview).toContain('9 rows: 1 joiners + 0 changed + 0 the same + 8 refused')
  for (const why of [
    'this is no email address',
    'no role is called that',
    'this role needs a place',
    'no place is called that',
    'it would end before it begins',
    'people from outside need a last day',
    'the name is missing',
    'this is no real day',
  ]) {
    expect(preview).toContain(why)
  }
})

test('nobody changes themselves by a file, and the last administrator stays', async () => {
  const user = newId()
  const grant = { place: null, purpose: 'running it', until: null }
  const grants = [{ role: 'system-administrator' as const, ...grant }]
  const input = { user, name: 'Own Self', email: 'own@vale.example', grants }
  await act(t.node, t.system, addUser, { id: newId(), input })
  admin = await signedIn(t, await actorOf('Own Self'))
  const own = await hand('own@vale.example,Own Self,hub-manager,,,,')
  expect(own.preview).toContain('nobody changes their own access')
  const gone = await hand('own@vale.example,Own Self,,,,,yes')
  expect(gone.preview).toContain('0 joiners + 0 changed + 0 the same + 1 refused')
})

test('the staff leave as a file that comes back unchanged; SCIM names are known', async () => {
  await (await hand(staff)).send()
  const taken = await (await admin.get('/users/staff.csv')).text()
  expect(taken).toContain('bob@vale.example,Bob Ray,call-handler,Histon,council work')
  const file = new File([taken], 'staff.csv')
  const sent = await admin.post('/users/staff', { file, purpose: 'council work' })
  const back = await (await admin.get(sent.headers.get('location') ?? '')).text()
  expect(back).toMatch(/: 0 joiners \+ 0 changed \+ \d+ the same \+ 0 refused/)
  const scim = 'userName,displayName,active,roles\nann@vale.example,Ann Lee,false,officer\n'
  const left = await admin.post('/users/staff', { file: new File([scim], 's.csv'), purpose: 'x' })
  const page = await (await admin.get(left.headers.get('location') ?? '')).text()
  expect(page).toContain('1 person is shut out')
})

test('a file that cannot be read is said so, and what moved meanwhile is shown again', async () => {
  for (const [content, words] of [
    ['', 'Choose a file'],
    ['a,b\n1,2\n', 'No column of the file is called work email'],
    [head, 'The file has no rows'],
    ['email\n"x', 'This is no CSV file'],
  ] as const) {
    const sent = await admin.post('/users/staff', { file: new File([content], 'f'), purpose: 'x' })
    expect([sent.status, (await sent.text()).includes(words)]).toEqual([422, true])
  }
  const one = await hand(staff)
  await (await hand(staff)).send()
  const late = await one.send()
  expect([late.status, (await late.text()).includes('Something changed meanwhile')]).toEqual([
    422,
    true,
  ])
})

async function actorOf(name: string) {
  const page = await people(`?name=${encodeURIComponent(name)}`)
  const id = /<th scope="row"><a href="\/users\/([\w-]{36})"/.exec(page)?.[1] ?? ''
  return { council: t.system.council, id, name, grants: [], isSystem: false, session: null }
}
