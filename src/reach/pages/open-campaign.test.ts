// Opening a campaign and beginning a round: previewed, refused with the answers kept, recorded.
import { afterAll, beforeAll, expect, test } from 'vitest'
import { act, compareRebuild } from '../../events/index.ts'
import { newId } from '../../kernel/ids.ts'
import { addOrganisation } from '../../places/index.ts'
import { council, makeTestNode, type TestNode } from '../../testing/make-node.ts'
import { type SignedIn, signedIn } from '../../testing/request.ts'
import {
  addPeople,
  addSmallDistrict,
  campaign,
  openTestCampaign,
  otherStreet,
  otherVillage,
  street,
  village,
} from '../../testing/small-district.ts'

let t: TestNode
let browser: SignedIn
let owner: string

beforeAll(async () => {
  t = await makeTestNode()
  const people = [{ given: 'Joan' }, { given: 'Dot', flags: ['do-not-call'] }]
  await addSmallDistrict(t)
  await addPeople(t, people)
  await openTestCampaign(t, people)
  await shop('Mill Lane Stores', 'shop', street)
  await shop('Fen View', 'care-home', otherStreet)
  const manager = await t.actorWith('hub-manager')
  owner = manager.id
  browser = await signedIn(t, manager)
})
afterAll(() => t.close())

async function shop(name: string, kind: 'shop' | 'care-home', place: string) {
  const input = { organisation: newId(), kind, place, name, phone: null }
  await act(t.node, t.system, addOrganisation, { id: newId(), input })
}

const answers = () => ({
  title: 'Shops in the snow',
  purpose: 'Who is open, and for whom',
  pack: 'winter-welfare',
  memberKind: 'organisation',
  holding: 'hours',
  hours: '12',
  answerable: owner,
})
const hidden = (html: string, name: string) =>
  new RegExp(`name="${name}" value="([^"]*)"`).exec(html)?.[1] ?? ''

async function preview(more: Record<string, string>): Promise<string> {
  const answer = await browser.post('/campaigns/open', { ...answers(), step: 'preview', ...more })
  expect(answer.status).toBe(200)
  return answer.text()
}
const idsIn = (html: string) => ({
  command: hidden(html, 'command'),
  campaign: hidden(html, 'campaign'),
  round: hidden(html, 'round'),
  counted: hidden(html, 'counted'),
})
const count = (table: 'campaigns' | 'members') =>
  t.node.store.transaction({ council, actor: owner }, async tx => {
    const found = await tx.selectFrom(table).select('id').where('council', '=', council).execute()
    return found.length
  })

test('a preview says whom it lists and writes nothing', async () => {
  const before = [await count('campaigns'), await count('members')]
  expect(await preview({})).toContain('This will list 2 organisations in 2 villages.')
  expect(await preview({ kinds: 'shop' })).toContain('This will list 1 organisation in 1 village.')
  expect(await preview({ places: otherVillage })).toContain('1 organisation in 1 village.')
  const homes = await preview({ memberKind: 'dwelling', places: village })
  expect(homes).toContain('This will list nobody yet.')
  expect([await count('campaigns'), await count('members')]).toEqual(before)
})

test('what is missing is said beside the field, and the answers stay', async () => {
  const sent = {
    title: '<b>Snow</b>',
    purpose: '',
    pack: 'locusts',
    holding: 'hours',
    hours: 'six',
  }
  const answer = await browser.post('/campaigns/open', { ...sent, step: 'open' })
  expect(answer.status).toBe(422)
  const html = await answer.text()
  for (const words of [
    'Enter what the campaign is for',
    'Choose a hazard pack',
    'Choose who it is to reach',
    'Enter a whole number of hours',
    'Choose who answers for it',
  ])
    expect(html).toContain(words)
  expect(html).toContain('value="&lt;b&gt;Snow&lt;/b&gt;"')
  expect(html).toContain('value="six"')
  const people = { ...answers(), memberKind: 'person', step: 'open' }
  expect(await (await browser.post('/campaigns/open', people)).text()).toContain(
    'Choose at least one list',
  )
})

test('what was previewed is opened, once, with how long being reached holds', async () => {
  const html = await preview({ kinds: 'shop' })
  const sent = { ...answers(), kinds: 'shop', ...idsIn(html), step: 'open' }
  const done = await browser.post('/campaigns/open', sent)
  expect(done.headers.get('location')).toBe(`/campaigns/${sent.campaign}/coverage`)
  expect((await browser.post('/campaigns/open', sent)).status).toBe(303)
  const page = await (await browser.get(`/campaigns/${sent.campaign}/coverage`)).text()
  expect(page).toContain('Who is known to be safe')
  expect(await (await browser.get(`/campaigns/${sent.campaign}/members`)).text()).toContain(
    'Mill Lane Stores',
  )
})

test('villages may be named whose people work it, and the run page says who does', async () => {
  const said = { workPlaces: otherVillage, title: 'Only Sawston', untilDay: '2030-01-02' }
  const before = await preview(said)
  expect(before).toContain('whoever works for Sawston')
  const ids = idsIn(before)
  const sent = { ...answers(), ...said, ...ids, step: 'open' }
  expect((await browser.post('/campaigns/open', sent)).status).toBe(303)
  const run = await (await browser.get(`/campaigns/${ids.campaign}/run`)).text()
  expect(run).toContain('Only these work it: whoever works for Sawston.')
  expect(run).toMatch(/Days: now to [^<]*2030\./)
  const again = await browser.get(`/campaigns/open?repeats=${ids.campaign}`)
  expect(await again.text()).toMatch(new RegExp(`value="${otherVillage}"[^>]*checked`))
  const wrong = await browser.post('/campaigns/open', { ...sent, workPlaces: newId() })
  expect(wrong.status).toBe(422)
  expect(await wrong.text()).toContain('Choose villages from the list')
})

test('a preview that no longer holds is shown again before anything is opened', async () => {
  const html = await preview({})
  const before = await count('campaigns')
  await shop('Post Office', 'shop', street)
  const done = await browser.post('/campaigns/open', { ...answers(), ...idsIn(html), step: 'open' })
  expect(done.status).toBe(409)
  expect(await done.text()).toContain('which counted 2. Look again')
  expect(await count('campaigns')).toBe(before)
})

test('whoever the rule names later is brought in, once', async () => {
  const html = await preview({})
  const ids = idsIn(html)
  await browser.post('/campaigns/open', { ...answers(), ...ids, step: 'open' })
  await shop('The Bakery', 'shop', street)
  const run = `/campaigns/${ids.campaign}/run`
  expect(await (await browser.get(run)).text()).toContain('data-newcomers="1"')
  const brought = await browser.post(`/campaigns/${ids.campaign}/newcomers`, {})
  expect(brought.status).toBe(303)
  expect(await (await browser.get(run)).text()).toContain('data-newcomers="0"')
  expect((await browser.post(`/campaigns/${ids.campaign}/newcomers`, {})).status).toBe(409)
})

test('a round is begun with a reason and an owner; two at once begin one', async () => {
  const run = `/campaigns/${campaign}/run`
  const html = await (await browser.get(run)).text()
  const sent = { command: newId(), round: newId(), number: hidden(html, 'number') }
  const bare = await browser.post(`/campaigns/${campaign}/rounds`, { ...sent, reason: '' })
  expect(bare.status).toBe(422)
  expect(await bare.text()).toContain('Enter why everybody is asked again')
  const reason = 'A month has passed'
  const full = { ...sent, reason, answerable: owner }
  expect((await browser.post(`/campaigns/${campaign}/rounds`, full)).status).toBe(303)
  const again = { ...full, command: newId(), round: newId() }
  expect((await browser.post(`/campaigns/${campaign}/rounds`, again)).status).toBe(409)
  expect(await (await browser.get(run)).text()).toContain(reason)
})

test('whoever runs things only in one village opens no campaign', async () => {
  const officer = await signedIn(t, await t.actorWith('officer', village))
  expect((await officer.get('/campaigns/open')).status).toBe(404)
  expect((await officer.post('/campaigns/open', answers())).status).toBe(404)
})

test('read models are the same when they are built again from the log', async () => {
  const who = { council, actor: owner }
  expect((await compareRebuild(t.node.store, t.node.registry, who)).differences).toEqual([])
})
