// A volunteer sees their doors in an order that holds: shops first, with times and a map; what was
// kept stays; and nobody else sees it.
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Actor } from '../access/index.ts'
import { act, actInBulk, compareRebuild } from '../events/index.ts'
import { loadPlaces } from '../geography/index.ts'
import { claimJob, offerJob } from '../jobs/index.ts'
import { hourMs } from '../kernel/clock.ts'
import { type Id, idFrom, newId } from '../kernel/ids.ts'
import { isRefusal } from '../kernel/refusal.ts'
import { personAdded } from '../people/index.ts'
import { addPlaces } from '../places/index.ts'
import {
  expectAccessible,
  expectNoSidewaysScroll,
  openBrowser,
  type TestBrowser,
} from '../testing/browser.ts'
import { council, makeTestNode, type TestNode } from '../testing/make-node.ts'
import { signedIn } from '../testing/request.ts'
import { type Served, serveApp } from '../testing/serve-app.ts'
import { addSmallDistrict, otherVillage, street, village } from '../testing/small-district.ts'
import { addVolunteer } from '../volunteers/index.ts'
import { keepRound, keepRoundFor } from './index.ts'

let t: TestNode
let lead: Actor
let helper: Actor
let browser: TestBrowser
let server: Served
const volunteer = newId()
const jobs: Id[] = []
/** Number of the house, end of its postcode, longitude. */
const homes = [
  { given: 'Joan', house: 2, end: 'AA', east: 0.12 },
  { given: 'Mabel', house: 40, end: 'AB', east: 0.126 },
  { given: 'Ivy', house: 20, end: 'AD', east: 0.123 },
] as const
const postcodeOf = (end: string) => `CB24 8${end}`

beforeAll(async () => {
  t = await makeTestNode()
  await addSmallDistrict(t)
  await addHomes()
  lead = await t.actorWith('village-coordinator', village)
  helper = await t.actorWith('volunteer', village)
  const can = { vetting: 'basic', training: [], skills: [], languages: [], transport: ['foot'] }
  const own = { volunteer, place: village, user: helper.id, name: 'Nina Bates', phone: '' }
  await sure(t.system, addVolunteer, { ...own, ...can, jobsMax: 9, keptFrom: [] })
  for (const { given } of homes) jobs.push(await claimed(given, 'shopping'))
  jobs.push(await claimed('Joan', 'friendly-call'))
  browser = await openBrowser()
  server = await serveApp(t)
})
afterAll(async () => {
  await browser.close()
  server.close()
  await t.close()
})

async function addHomes() {
  const dwellings = homes.map(({ given, house, end }) => {
    const at = { address: `${house} Mill Lane`, postcode: postcodeOf(end) }
    return { id: idFrom('test home', given), street, uprn: null, ...at }
  })
  await sure(t.system, addPlaces, { places: [], dwellings })
  const rows = homes.map(({ end, east }) => `${postcodeOf(end)},,E07000012,52.28,${east}`)
  const text = ['pcds,doterm,oslaua,lat,long', ...rows, ''].join('\n')
  const file = {
    async *open() {
      yield new TextEncoder().encode(text)
    },
  }
  const options = { isInMetres: false, takenAs: null }
  await loadPlaces(t.node, t.system, { id: newId(), name: 'postcodes.csv', file, options })
  const drafts = homes.map(({ given, house, end }) => {
    const person = idFrom('test person', given)
    const dwelling = idFrom('test home', given)
    const about = { person, dwelling, household: null, source: 'test', flags: [] }
    const words = { given, middle: '', family: 'Pratt', born: null, nhs: null, language: null }
    const at = { address: `${house} Mill Lane`, postcode: postcodeOf(end), contacts: [] }
    const body = { ...about, contactPoints: [] }
    return personAdded({ subjects: [person], place: street, body, words: { ...words, ...at } })
  })
  await actInBulk(
    t.node,
    { ...t.system, council },
    {
      ...{ id: newId(), name: 'test.bulk', contentHash: new Uint8Array() },
      async work(_tx, append) {
        await append(drafts)
        return {}
      },
    },
  )
}

async function sure(actor: Actor, command: { name: string }, input: object) {
  const done = await act(t.node, actor, command, { id: newId(), input })
  if (isRefusal(done)) throw new Error(`${command.name}: ${JSON.stringify(done)}`)
}

async function claimed(given: string, kind: string): Promise<Id> {
  const job = newId()
  const what = { kind, size: 'small', care: [], urgency: 'today', need: null, place: null }
  const when = { startAt: null, dueAt: t.clock.now() + 8 * hourMs }
  const said = { items: 'Milk', from: 'Co-op', safety: '' }
  const person = idFrom('test person', given)
  await sure(lead, offerJob, { job, person, ...what, ...when, ...said })
  await sure(helper, claimJob, { job })
  return job
}

async function open(actor: Actor, width: number, path: string) {
  const page = await browser.newPage(width)
  const [name = '', value = ''] = (await signedIn(t, actor)).cookie.split('=')
  await page.context().addCookies([{ name, value, url: server.url }])
  await page.goto(server.url + path)
  return page
}

const htmlOf = async (actor: Actor, path: string) =>
  (await (await signedIn(t, actor)).get(path)).text()
const doorsIn = (html: string) =>
  [...html.matchAll(/(\d+) Mill Lane/g)].map(([, nth]) => Number(nth))

test('the shop comes before its doors, each door once, and metres are said', async () => {
  const html = await htmlOf(helper, '/my/round')
  expect(html).toContain('4 stops')
  expect(html.indexOf('Co-op')).toBeLessThan(html.indexOf('Mill Lane'))
  expect(doorsIn(html).toSorted((one, other) => one - other)).toEqual([2, 20, 40])
  expect(html).toContain('Fetch it there, for 3 doors')
  expect(html).toContain('By phone, from home.')
  expect(html).toContain('Map of the round: 4 stops')
  expect(html).toContain('straight lines')
  expect(html).not.toContain('Pratt')
})

test('the order is the same for whoever plans it, and nobody else sees it', async () => {
  const at = `/volunteers/${volunteer}/round`
  expect(doorsIn(await htmlOf(lead, at))).toEqual(doorsIn(await htmlOf(helper, '/my/round')))
  const away = await t.actorWith('village-coordinator', otherVillage)
  expect((await (await signedIn(t, away)).get(at)).status).toBe(404)
  const other = await t.actorWith('volunteer', village)
  const none = await (await signedIn(t, other)).get('/my/round')
  expect(none.headers.get('location')).toBe('/my/jobs')
  const stops = [{ job: jobs[0], at: t.clock.now() }]
  for (const actor of [away, other]) {
    const command = actor === away ? keepRoundFor : keepRound
    const done = await act(t.node, actor, command, { id: newId(), input: { volunteer, stops } })
    expect(isRefusal(done)).toBe(true)
  }
})

test('kept times stay when one more job comes in', async () => {
  const page = await open(helper, 360, '/my/round')
  await page.getByRole('button', { name: 'Keep these times' }).click()
  await page.getByText('Saved. What comes later is fitted in between.').waitFor()
  const before = doorsIn(await page.content())
  await page.context().close()
  await claimed('Ivy', 'dog-walk')
  const after = doorsIn(await htmlOf(helper, '/my/round'))
  expect(after).toHaveLength(before.length + 1)
  expect([...new Set(after)]).toEqual([...new Set(before)])
})

test('what nobody holds any more is not kept', async () => {
  const stops = [{ job: newId(), at: t.clock.now() }]
  const input = { volunteer, stops }
  const done = await act(t.node, helper, keepRound, { id: newId(), input })
  expect(isRefusal(done) && done.refused).toBe('not-held')
})

test.each([1280, 360])('the round can be read at %i', async width => {
  for (const [actor, path] of [
    [helper, '/my/round'],
    [lead, `/volunteers/${volunteer}/round`],
  ] as const) {
    const page = await open(actor, width, path)
    await expectAccessible(page)
    await expectNoSidewaysScroll(page)
    if (process.env.SHOTS) {
      const name = actor === helper ? 'my-round' : 'round'
      await page.screenshot({ path: `${process.env.SHOTS}/${name}-${width}.png`, fullPage: true })
    }
    await page.context().close()
  }
})

test('what was kept is made again from the record', async () => {
  const who = { council, actor: t.system.id }
  const rebuilt = await compareRebuild(t.node.store, t.node.registry, who)
  expect(rebuilt.differences).toEqual([])
})
