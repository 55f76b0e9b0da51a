// Does each reader see of places what is theirs to see: on the page, the map, and in its data?
import { afterAll, beforeAll, expect, test } from 'vitest'
import { act } from '../../events/index.ts'
import { newId } from '../../kernel/ids.ts'
import { addOrganisation } from '../../places/index.ts'
import { makeTestNode, type TestNode } from '../../testing/make-node.ts'
import { type SignedIn, signedIn } from '../../testing/request.ts'
import {
  addPeople,
  addSmallDistrict,
  otherVillage,
  street,
  village,
  zone,
} from '../../testing/small-district.ts'
import { load, sample } from '../testing/load-text.ts'

let t: TestNode
let manager: SignedIn
let coordinator: SignedIn
let administrator: SignedIn

beforeAll(async () => {
  t = await makeTestNode()
  await addSmallDistrict(t)
  manager = await signedIn(t, await t.actorWith('hub-manager'))
  coordinator = await signedIn(t, await t.actorWith('village-coordinator', village))
  administrator = await signedIn(t, await t.actorWith('system-administrator'))
  await load(t, sample('south-cambridgeshire-wards-2025.geojson'))
  const points = 'Cottenham,E04001775,52.29,0.12\nSawston,E04001830,52.12,0.17\n'
  await load(t, `name,code,latitude,longitude\n${points}`)
  const hall = { organisation: newId(), kind: 'hall', place: street, name: 'Village Hall' }
  const input = { ...hall, phone: null }
  await act(t.node, t.system, addOrganisation, { id: newId(), input })
  await addPeople(t, [{ given: 'Joan' }, { given: 'Peter' }, { given: 'Lost', place: null }])
})
afterAll(() => t.close())

const text = async (who: SignedIn, path: string) => (await who.get(path)).text()
const shown = (html: string) => html.replace(/<[^>]*>/g, ' ').replace(/\s+/g, ' ')

test('a village says its codes, what it is part of, and what it holds', async () => {
  const page = shown(await text(manager, `/places/${village}`))
  expect(page).toContain('E04001775, here since 6 April 2026')
  expect(page).toContain('Part of South Vale')
  expect(page).toContain('People on the register 2')
  expect(page).toContain('Looked after by Test village-coordinator')
  expect(page).toContain('Mill and Fen')
  expect(page).toContain('1 part inside it has nobody who looks after it')
  expect(page).toContain('Village Hall')
  expect(page).toContain('No boundary is known: it is drawn as a point.')
  expect(page).toContain('Licensed under the Open Government Licence')
})

test('a coordinator sees their own village, and no other, on page, map and data', async () => {
  expect((await coordinator.get(`/places/${village}`)).status).toBe(200)
  expect((await coordinator.get(`/places/${zone}`)).status).toBe(200)
  expect((await coordinator.get(`/places/${otherVillage}`)).status).toBe(404)
  for (const path of ['/places/map', '/places/map/places.json']) {
    const page = await text(coordinator, path)
    expect(page).toContain('Cottenham')
    expect(page).not.toContain('Sawston<')
    expect(page).not.toContain(otherVillage)
  }
})

test('who runs the system is told of places and of nobody in them', async () => {
  for (const path of [`/places/${village}`, '/places/map']) {
    expect(shown(await text(administrator, path))).not.toContain('People on the register')
  }
  const data = JSON.parse(await text(administrator, '/places/map/places.json'))
  const villages = data.features.filter((one: { properties: { id?: string } }) => one.properties.id)
  expect(villages).toHaveLength(2)
  expect(villages[0].properties.people).toBeNull()
})

test('the map says what is drawn as what, and its table holds every village', async () => {
  const page = shown(await text(manager, '/places/map'))
  expect(page).toContain('Lines are wards, edition 2025.')
  expect(page).toContain('Villages without a known boundary are points')
  expect(page).toContain('Cottenham In the ward')
  expect(page).toContain('Drawn as a point')
})

test('only the page of the map that moves may run a worker, and only from here', async () => {
  const policy = async (path: string) =>
    (await manager.get(path)).headers.get('content-security-policy') ?? ''
  expect(await policy('/places/map/full')).toContain("worker-src 'self'")
  expect(await policy('/places/map')).not.toContain('worker-src')
  expect((await manager.get('/places/map/library/maplibre-gl.mjs')).status).toBe(200)
  expect((await manager.get('/places/map/library/package.json')).status).toBe(404)
})

test('a postcode directory suggests the village of a postcode', async () => {
  const row = 'CB24 8RX,198001,,E07000012,E04001775,52.29,0.12'
  await load(t, `pcds,dointr,doterm,lad25cd,parncp25cd,lat,long\n${row}\n`)
  const where = await text(manager, '/places/where')
  const question = /\/places\/where\/[0-9a-f-]{36}/.exec(where)?.[0] ?? ''
  expect(await text(manager, question)).toContain(`value="${village}"`)
})
