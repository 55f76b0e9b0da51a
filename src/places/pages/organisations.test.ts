// Shops, care homes, schools and halls: added, refused with the answers kept, changed, scoped.
import { afterAll, beforeAll, expect, test } from 'vitest'
import { compareRebuild } from '../../events/index.ts'
import { newId } from '../../kernel/ids.ts'
import { expectNoHardCodedText } from '../../pages/strings/index.ts'
import { council, makeTestNode, type TestNode } from '../../testing/make-node.ts'
import { makeTestApp, type SignedIn, signedIn, testOrigin } from '../../testing/request.ts'
import {
  addPeople,
  addSmallDistrict,
  openTestCampaign,
  otherVillage,
  street,
  village,
} from '../../testing/small-district.ts'

let t: TestNode
let coordinator: SignedIn
const here = `/villages/${village}/organisations`

beforeAll(async () => {
  t = await makeTestNode()
  await addSmallDistrict(t)
  await addPeople(t, [{ given: 'Joan' }])
  await openTestCampaign(t, [{ given: 'Joan' }])
  coordinator = await signedIn(t, await t.actorWith('village-coordinator', village))
})
afterAll(() => t.close())

const htmlOf = async (path: string) => (await coordinator.get(path)).text()
const shop = { name: 'Mill Lane Stores', kind: 'shop', place: street, phone: '01632 960 142' }

test('the village page counts as many organisations as its list shows', async () => {
  expect(await htmlOf(`/villages/${village}`)).toContain('None is known here yet.')
  const sent = { ...shop, command: newId() }
  expect((await coordinator.post(here, sent)).headers.get('location')).toBe(here)
  expect((await coordinator.post(here, sent)).status).toBe(303)
  const list = await htmlOf(here)
  expect(list).toContain('data-total="1"')
  expect(list).toContain('Mill Lane Stores')
  expect(await htmlOf(`/villages/${village}`)).toContain('1 organisation: see, change or add')
})

test('what is wrong is said beside the field, and what was typed stays', async () => {
  const answer = await coordinator.post(here, { name: '<i>Hall</i>', kind: 'pub', phone: 'ask' })
  expect(answer.status).toBe(422)
  const html = await answer.text()
  for (const words of [
    'Choose the kind',
    'Choose a street of this village',
    'Enter a phone number',
  ])
    expect(html).toContain(words)
  expect(html).toContain('value="&lt;i&gt;Hall&lt;/i&gt;"')
  expect(html).toContain('value="ask"')
})

test('its name and number are changed; the same again is no fault', async () => {
  const path = /\/organisations\/[0-9a-f-]{36}/.exec(await htmlOf(here))?.[0] ?? ''
  expect(await htmlOf(path)).toContain('value="Mill Lane Stores"')
  const changed = { name: 'Mill Lane Post Office', kind: 'shop', phone: '' }
  expect((await coordinator.post(path, changed)).status).toBe(303)
  expect((await coordinator.post(path, changed)).status).toBe(303)
  expect((await coordinator.post(path, { ...changed, name: '' })).status).toBe(422)
  const list = await htmlOf(here)
  expect(list).toContain('Mill Lane Post Office')
  expect(list).toContain('No phone')
})

test('another village, and a street of another village, are not there', async () => {
  expect((await coordinator.get(`/villages/${otherVillage}/organisations`)).status).toBe(404)
  const stranger = await signedIn(t, await t.actorWith('village-coordinator', otherVillage))
  const answer = await stranger.post(`/villages/${otherVillage}/organisations`, shop)
  expect(answer.status).toBe(422)
})

test('no page of organisations holds a word of its own', async () => {
  const path = /\/organisations\/[0-9a-f-]{36}/.exec(await htmlOf(here))?.[0] ?? ''
  const headers = { host: 'doorstep.test', cookie: coordinator.cookie, 'x-doorstep-lang': 'pseudo' }
  const typed = ['South Vale Council', 'Cottenham', 'Mill Lane', 'Post Office', 'Test village-']
  for (const page of [here, path]) {
    const answer = await makeTestApp(t).request(testOrigin + page, { headers })
    expectNoHardCodedText(await answer.text(), [...typed, 'coordinator', 'Cymraeg'])
  }
})

test('read models are the same when they are built again from the log', async () => {
  const who = { council, actor: t.system.id }
  expect((await compareRebuild(t.node.store, t.node.registry, who)).differences).toEqual([])
})
