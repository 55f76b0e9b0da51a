// Another system sends an area: taken once, followed, judged, and read back as GeoJSON.
import { afterAll, beforeAll, expect, test } from 'vitest'
import { makeTokenNow } from '../../api/index.ts'
import { act, compareRebuild } from '../../events/index.ts'
import { load } from '../../geography/testing/load-text.ts'
import { idFrom, newId } from '../../kernel/ids.ts'
import { isRefusal } from '../../kernel/refusal.ts'
import { addPlaces } from '../../places/index.ts'
import { openCampaign } from '../../reach/index.ts'
import { council, makeTestNode, type TestNode } from '../../testing/make-node.ts'
import { makeTestApp, signedIn, testOrigin } from '../../testing/request.ts'
import { addSmallDistrict, street } from '../../testing/small-district.ts'

let t: TestNode
let token: string
const area = newId()

beforeAll(async () => {
  t = await makeTestNode()
  await addSmallDistrict(t)
  const dwellings = [0, 1, 2, 3].map(n => ({
    ...{ id: idFrom('home', `${n}`), street, uprn: null, address: `${n} Mill Lane` },
    postcode: n < 2 ? 'CB24 8RA' : 'CB24 8RB',
  }))
  await act(t.node, t.system, addPlaces, { id: newId(), input: { places: [], dwellings } })
  await load(
    t,
    'pcds,lat,long,oslaua\nCB24 8RA,52.29,0.12,E07000012\nCB24 8RB,52.20,0.05,E07000012\n',
  )
  const permissions = ['areas.read', 'areas.draw', 'works.read', 'works.say']
  const ask = { command: newId(), name: 'Feed', place: null, purpose: 'testing', days: 1 }
  const made = await makeTokenNow(t.node, t.system, { ...ask, role: 'officer', permissions })
  if (!made || isRefusal(made)) throw new Error('No token')
  token = made.token
})
afterAll(() => t.close())

/** Around both postcodes, or only the northern one. */
const box = (south: number) => ({
  type: 'Feature',
  properties: { severity: 2 },
  geometry: {
    type: 'Polygon',
    coordinates: [
      [
        [0, south],
        [0.3, south],
        [0.3, 52.4],
        [0, 52.4],
        [0, south],
      ],
    ],
  },
})

async function push(version: string, geojson: object, command = newId()) {
  const input = { area, version, name: 'Flood warning', note: 'Sent at 12:40', geojson }
  return ask('/api/v1/commands/areas.push-area', {
    ...{ method: 'POST', body: JSON.stringify(input) },
    headers: { 'content-type': 'application/json', 'idempotency-key': command },
  })
}

function ask(path: string, init: RequestInit = {}) {
  const headers = { authorization: `Bearer ${token}`, ...init.headers }
  return makeTestApp(t).request(testOrigin + path, { ...init, headers })
}

const answerOf = async (answer: Response) => JSON.stringify(await answer.json())

test('a version is taken once, however often and under whichever command it is sent', async () => {
  const [version, command] = [newId(), newId()]
  for (const id of [command, command, newId()]) {
    const answer = await push(version, box(52.1), id)
    expect(answer.status).toBe(200)
    expect(await answerOf(answer)).toContain('"number":1')
  }
  expect(await answerOf(await ask('/api/v1/areas'))).toContain('"number":1')
})

test('campaigns follow what was sent, and who joined and left is listed', async () => {
  const input = {
    ...{ campaign: newId(), round: newId(), title: 'Flood', purpose: 'Safe?', pack: 'flood' },
    ...{ memberKind: 'dwelling', answerable: (await t.actorWith('hub-manager')).id },
    rule: { lists: [], places: [], withFlags: [], withoutFlags: [], area },
  }
  const opened = await act(t.node, t.system, openCampaign, { id: newId(), input })
  expect(isRefusal(opened)).toBe(false)
  expect((await push(newId(), box(52.25))).status).toBe(200)
  expect((await push(newId(), box(52.1))).status).toBe(200)
  const manager = await signedIn(t, await t.actorWith('hub-manager'))
  const page = await (await manager.get(`/areas/${area}/changes`)).text()
  expect(page.match(/data-change="left"/g)).toHaveLength(2)
  expect(page.match(/data-change="restored"/g)).toHaveLength(2)
  const file = await (await manager.get(`/areas/${area}/changes.csv`)).text()
  expect(file).toContain('2 Mill Lane')
  const versions = await (await manager.get(`/areas/${area}/versions.csv`)).text()
  expect(versions).toContain('Sent by another system')
})

test('a shape that is wrong is refused by its code, and nothing is drawn', async () => {
  const before = await answerOf(await ask(`/api/v1/areas/${area}/versions`))
  const open = {
    type: 'Polygon',
    coordinates: [
      [
        [0, 52],
        [1, 52],
        [1, 53],
        [0, 53],
      ],
    ],
  }
  for (const [shape, problem] of [
    [open, 'ring-open'],
    [{ type: 'Point', coordinates: [0, 52] }, 'no-shape'],
  ] as const) {
    const answer = await push(newId(), shape)
    expect(answer.status).toBeGreaterThanOrEqual(400)
    expect(await answerOf(answer)).toContain(problem)
  }
  expect(await answerOf(await ask(`/api/v1/areas/${area}/versions`))).toBe(before)
  expect(before).toContain('"MultiPolygon"')
})

test('what works can be told and asked, and all of it is rebuilt from the log', async () => {
  const said = [{ service: 'power', state: 'out' }]
  const answer = await ask('/api/v1/commands/works.say', {
    method: 'POST',
    body: JSON.stringify({ place: street, said, until: null }),
    headers: { 'content-type': 'application/json', 'idempotency-key': newId() },
  })
  expect(answer.status).toBe(200)
  expect(await answerOf(await ask('/api/v1/works'))).toContain('"service":"power"')
  const who = { council, actor: newId() }
  expect((await compareRebuild(t.node.store, t.node.registry, who)).differences).toEqual([])
})
