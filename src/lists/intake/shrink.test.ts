// A list that another system sends and that has lost half of its entries: it waits, and asks why.
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
  const given = { ...ask, role: 'hub-manager' as const, permissions: ['lists.load'] }
  const made = await makeTokenNow(t.node, systemActor(council), given)
  if (!made || isRefusal(made)) throw new Error('no token')
  token = made.token
})
afterAll(() => t.close())

const names = ['Ann', 'Bea', 'Cara', 'Dev', 'Eve', 'Finn', 'Gus', 'Hal', 'Ida', 'Jon']
const alarms = (many: number) =>
  names.slice(0, many).map((name, at) => ({
    Reference: String(at),
    'First name': name,
    Surname: `Ray${name}`,
    Postcode: 'CB24 8RX',
    'Date of birth': `${10 + at}/02/1950`,
    'Unit ID': `U${at}`,
  }))
const forms = {
  'text/csv': (many: number) => {
    const rows = alarms(many)
    const header = Object.keys(rows[0] ?? {}).join(',')
    return [header, ...rows.map(row => Object.values(row).join(',')), ''].join('\n')
  },
  'application/x-ndjson': (many: number) =>
    alarms(many)
      .map(row => JSON.stringify(row))
      .join('\n'),
}

async function send(type: keyof typeof forms, many: number, { query = '', id = newId() } = {}) {
  const headers = { authorization: `Bearer ${token}`, 'content-type': type, 'idempotency-key': id }
  const init = { method: 'POST', headers, body: forms[type](many) }
  const at = `${testOrigin}/api/v1/lists/files?list=telecare${query}`
  const answer = await makeTestApp(t).request(at, init)
  return { status: answer.status, body: (await answer.json()) as Record<string, unknown> }
}

test.each(['text/csv', 'application/x-ndjson'] as const)(
  'half of the list, sent as %s, is loaded with a reason only, under the id it came with',
  async type => {
    const whole = await send('text/csv', type === 'text/csv' ? 10 : 9, { query: '&load=yes' })
    expect(whole.body).toMatchObject({ outcome: 'loaded', needsReason: false })
    const many = type === 'text/csv' ? 4 : 3
    const id = newId()
    const waits = await send(type, many, { id })
    expect(waits.body).toMatchObject({ outcome: 'waiting', needsReason: true })
    const refused = await send(type, many, { id, query: '&load=yes' })
    expect(refused).toMatchObject({ status: 409, body: { code: 'list-halved' } })
    expect(String(refused.body.detail)).toMatch(/[a-z]{3}/)
    expect((await send(type, many, { id, query: '&load=yes&reason=%20' })).status).toBe(422)
    const reason = `Moved to another service, ${type}`
    const said = { id, query: `&load=yes&reason=${encodeURIComponent(reason)}` }
    const loaded = await send(type, many, said)
    expect(loaded.body).toMatchObject({ outcome: 'loaded', isNew: true, needsReason: false })
    expect((await send(type, many, said)).body).toMatchObject({ isNew: false })
    const versions = await rowsOf<{ id: string; shrink_reason: string | null }>(t, 'list_versions')
    expect(versions.find(one => one.id === loaded.body.version)?.shrink_reason).toBe(reason)
    await send('text/csv', 10, { query: '&load=yes' })
  },
)

test('the description of the interface tells of the reason', async () => {
  const answer = await makeTestApp(t).request(`${testOrigin}/api/openapi.json`)
  const { paths } = (await answer.json()) as {
    paths: Record<string, { post?: { parameters: { name: string }[]; responses: object } }>
  }
  const upload = Object.entries(paths).find(([path]) => path.endsWith('/lists/files'))?.[1].post
  expect(upload?.parameters.map(({ name }) => name)).toContain('reason')
  expect(JSON.stringify(upload?.responses)).toContain('needsReason')
})
