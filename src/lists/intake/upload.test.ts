// Does another system's file come in once, however often it is sent, and nothing of a broken one?
import { afterAll, beforeAll, expect, test } from 'vitest'
import { systemActor } from '../../access/index.ts'
import { makeTokenNow } from '../../api/index.ts'
import { newId } from '../../kernel/ids.ts'
import { isRefusal } from '../../kernel/refusal.ts'
import { rowsOf } from '../../testing/loading-lists.ts'
import { council, makeTestNode, type TestNode } from '../../testing/make-node.ts'
import { makeTestApp, testOrigin } from '../../testing/request.ts'

let t: TestNode
let token = ''
beforeAll(async () => {
  t = await makeTestNode()
  const ask = { command: newId(), name: 'Telecare', place: null, purpose: 'lists', days: 1 }
  const permissions = ['lists.load']
  const given = { ...ask, role: 'hub-manager' as const, permissions }
  const made = await makeTokenNow(t.node, systemActor(council), given)
  if (!made || isRefusal(made)) throw new Error('no token')
  token = made.token
})
afterAll(() => t.close())

const csv = 'text/csv'
const lines = 'application/x-ndjson'
type Sent = {
  bytes?: number
  id?: string
  type?: string
  query?: string
  body: BodyInit
  token?: string
}

async function send({
  id = newId(),
  type = csv,
  query = '',
  body,
  token: its = token,
  bytes,
}: Sent) {
  const headers = { authorization: `Bearer ${its}`, 'content-type': type, 'idempotency-key': id }
  const said = bytes === undefined ? headers : { ...headers, 'content-length': String(bytes) }
  const init = { method: 'POST', headers: said, body, duplex: 'half' } as RequestInit
  const app = makeTestApp(t)
  const answer = await app.request(`${testOrigin}/api/v1/lists/files${query}`, init)
  return { status: answer.status, body: (await answer.json()) as Record<string, unknown> }
}

const header = 'Reference,First name,Surname,Postcode,Date of birth,Unit ID'
const alarms = (...names: string[]) =>
  [
    header,
    ...names.map((name, at) => `${at},${name},Ray,CB24 8RX,0${at + 1}/02/1950,U${at}`),
    '',
  ].join('\n')

test('a file waits for a person unless it is to be loaded; then it is, once', async () => {
  const id = newId()
  const waits = await send({ id, body: alarms('Ann', 'Bea') })
  expect(waits).toMatchObject({
    status: 200,
    body: { list: 'telecare', outcome: 'waiting', version: null, rows: 2, accepted: 2 },
  })
  const loaded = await send({ id, query: '?load=yes', body: alarms('Ann', 'Bea') })
  expect(loaded.body).toMatchObject({ outcome: 'loaded', isNew: true, file: waits.body.file })
  const again = await send({ id, query: '?load=yes', body: alarms('Ann', 'Bea') })
  expect(again.body).toMatchObject({
    outcome: 'loaded',
    isNew: false,
    version: loaded.body.version,
  })
  expect(await rowsOf(t, 'people')).toHaveLength(2)
  expect(await rowsOf(t, 'list_versions')).toHaveLength(1)
})

test('an id with other words is refused; the same words under another id are no news', async () => {
  const id = newId()
  await send({ id, body: alarms('Cy') })
  expect(await send({ id, body: alarms('Di') })).toMatchObject({ status: 409 })
  const other = await send({ query: '?load=yes', body: alarms('Ann', 'Bea') })
  expect(other.body).toMatchObject({ outcome: 'loaded', isNew: false })
  expect(await rowsOf(t, 'list_versions')).toHaveLength(1)
})

test('many senders of one file at once load it once', async () => {
  const id = newId()
  const body = alarms('Ann', 'Bea', 'Eve')
  const answers = await Promise.all(
    Array.from({ length: 8 }, () => send({ id, query: '?load=yes', body })),
  )
  for (const one of answers) expect([200, 409]).toContain(one.status)
  expect(answers.some(one => one.status === 200)).toBe(true)
  expect(await rowsOf(t, 'list_versions')).toHaveLength(2)
})

test('rows come as JSON Lines in pieces of any size, and are the same rows', async () => {
  const rows = ['Fay', 'Gus'].map((name, at) => ({
    Reference: 100 + at,
    'First name': name,
    Surname: 'O’Neill, “the” younger\n& Co',
    Postcode: 'CB24 8RX',
    'Date of birth': '01/02/1950',
    'Unit ID': null,
  }))
  const bytes = new TextEncoder().encode(rows.map(row => JSON.stringify(row)).join('\n'))
  const body = new ReadableStream({
    start(stream) {
      for (let at = 0; at < bytes.length; at += 7) stream.enqueue(bytes.slice(at, at + 7))
      stream.close()
    },
  })
  const done = await send({ type: lines, query: '?list=telecare', body })
  expect(done.body).toMatchObject({ outcome: 'waiting', rows: 2, accepted: 2 })
})

test.each([
  ['{"Surname":"Ray"}\nnonsense', 'line 2', 'not-json'],
  ['[1]', 'line 1', 'not-an-object'],
  ['{"Surname":{"a":1}}', 'line 1', 'not-a-plain-value'],
  ['{"Surname":"Ray"}\n{"Surname":"Ray","Phone":"1"}', 'line 2', 'unknown-column'],
  [`{"Surname":"${'x'.repeat(70_000)}"}`, 'line 1', 'too-long'],
])('a stream with %j is refused with the line, and leaves nothing', async (body, line, code) => {
  const files = (await rowsOf<{ state: string }>(t, 'list_files')).filter(isKept).length
  const answer = await send({ type: lines, body })
  expect(answer).toMatchObject({
    status: 422,
    body: { code: 'line-unreadable', fields: { [line]: code } },
  })
  expect((await rowsOf<{ state: string }>(t, 'list_files')).filter(isKept)).toHaveLength(files)
})

const isKept = ({ state }: { state: string }) => state !== 'thrown-away'

test('a body that breaks off leaves nothing, and is sent again under the same id', async () => {
  const id = newId()
  const broken = new ReadableStream({
    start(stream) {
      stream.enqueue(new TextEncoder().encode(alarms('Hal')))
    },
    pull(stream) {
      stream.error(new TypeError('cut'))
    },
  })
  expect(await send({ id, body: broken, bytes: 5_000 })).toMatchObject({
    status: 422,
    body: { code: 'broken-off' },
  })
  expect(await send({ id, body: alarms('Hal') })).toMatchObject({ status: 200 })
})

test.each([
  ['', csv, '', 'empty-file'],
  ['', csv, 'a,b\n1,2\n', 'header-not-found'],
  ['?list=spl', csv, alarms('Ann'), 'is-another-list'],
  ['', csv, 'PK\u0003\u0004rest', 'spreadsheet-broken'],
])('a file that cannot be read is a sentence (%s %s %j)', async (...[query, type, body, code]) => {
  const answer = await send({ query, type, body })
  expect(answer).toMatchObject({ status: 422, body: { code } })
  expect(String(answer.body.detail)).toMatch(/[a-z]{3}/)
})

test('what it is, who sends it and under which id must be said', async () => {
  const body = alarms('Ann')
  expect((await send({ type: 'text/html', body })).status).toBe(415)
  expect((await send({ id: 'x', body })).status).toBe(422)
  expect((await send({ token: 'x', body })).status).toBe(401)
  expect((await send({ query: '?list=nonsense', body })).status).toBe(422)
  expect((await send({ query: '?lost=spl', body })).status).toBe(422)
})
