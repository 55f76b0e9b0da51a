// Can a street be handed to somebody of its village, once, and by nobody else?
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Actor } from '../../access/index.ts'
import { newId } from '../../kernel/ids.ts'
import { rowsOf } from '../../testing/loading-lists.ts'
import { makeTestNode, type TestNode } from '../../testing/make-node.ts'
import { type SignedIn, signedIn } from '../../testing/request.ts'
import {
  addSmallDistrict,
  otherStreet,
  otherVillage,
  street,
  village,
} from '../../testing/small-district.ts'

let t: TestNode
let priya: SignedIn
let lead: Actor
let elsewhere: Actor
const path = `/places/${street}/hand`

beforeAll(async () => {
  t = await makeTestNode()
  await addSmallDistrict(t)
  lead = await t.actorWith('village-coordinator', village)
  elsewhere = await t.actorWith('village-coordinator', otherVillage)
  priya = await signedIn(t, await t.actorWith('village-coordinator', village))
})
afterAll(() => t.close())

async function ownerNow(): Promise<string | undefined> {
  const owners = await rowsOf<{ place: string; user_id: string }>(t, 'place_owners')
  return owners.find(one => one.place === street)?.user_id
}

test('those who work in the village are offered, and nobody of another', async () => {
  const html = await (await priya.get(path)).text()
  expect(html).toContain('Who looks after Mill Lane?')
  expect(html).toContain(`value="${lead.id}"`)
  expect(html).not.toContain(elsewhere.id)
})

test('nobody chosen, or somebody of elsewhere, is asked for again', async () => {
  for (const to of ['', elsewhere.id, newId()]) {
    const answer = await priya.post(path, { to, instead: '' })
    expect(answer.status).toBe(422)
    expect(await answer.text()).toContain('href="#to"')
  }
  expect(await ownerNow()).toBeUndefined()
})

test('their name stands beside the street', async () => {
  const answer = await priya.post(path, { to: lead.id, instead: '' })
  expect(answer.headers.get('location')).toBe(`/villages/${village}#street-${street}`)
  expect(await ownerNow()).toBe(lead.id)
})

test('what another changed meanwhile is not overwritten', async () => {
  expect((await priya.post(path, { to: 'nobody', instead: '' })).status).toBe(409)
  expect(await ownerNow()).toBe(lead.id)
  expect((await priya.post(path, { to: 'nobody', instead: lead.id })).status).toBe(303)
  expect(await ownerNow()).toBeUndefined()
})

test('a street of another village, a zone and a village are not there', async () => {
  for (const place of [otherStreet, village, newId(), 'nothing']) {
    expect((await priya.get(`/places/${place}/hand`)).status).toBe(404)
  }
})
