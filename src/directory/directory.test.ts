// A directory comes in, is found by those who look for help, and is given out as published.
import { readFileSync } from 'node:fs'
import { Ajv2020 } from 'ajv/dist/2020.js'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { compareRebuild } from '../events/index.ts'
import { council, makeTestNode, type TestNode } from '../testing/make-node.ts'
import { type SignedIn, signedIn, signedOut } from '../testing/request.ts'
import { addPeople, addSmallDistrict, personId } from '../testing/small-district.ts'

const sample = (name: string) =>
  readFileSync(new URL(`./testing/open-referral-uk/${name}.json`, import.meta.url), 'utf8')
const service = 'ac148810-d857-441c-9679-408f346de14b'
const term = '3f7b145d-84af-42d7-8fae-eaca714b02b2'
const root = `/open-referral/${council}`

let t: TestNode
let officer: SignedIn

beforeAll(async () => {
  t = await makeTestNode()
  await addSmallDistrict(t)
  await addPeople(t, [{ given: 'Joan' }])
  officer = await signedIn(t, await t.actorWith('officer'))
})
afterAll(() => t.close())

const take = async (pasted: string) => {
  const answer = await officer.post('/services/take', { pasted })
  return { status: answer.status, page: await answer.text() }
}

test('the invalid sample is refused as a whole, and nothing is listed', async () => {
  const { status, page } = await take(sample('invalid-service_list'))
  expect(status).toBe(422)
  expect(page).toContain('Nothing was taken: 12 things are wrong.')
  expect(page).toContain('contents[3].id is that of contents[0]')
  expect(await (await officer.get('/services')).text()).toContain('The directory is empty.')
})

test('taken once it is listed; taken again nothing changes', async () => {
  expect((await take(sample('service_full'))).page).toContain('1 new, 0 changed, 0 as before')
  expect((await take(sample('service_full'))).page).toContain('0 new, 0 changed, 1 as before')
  expect((await take(sample('service_list'))).page).toContain('0 new, 1 changed, 0 as before')
  expect((await take(sample('service_full'))).page).toContain('0 new, 1 changed, 0 as before')
})

test('whoever looks for somebody finds it, and goes on to ask them', async () => {
  const caller = await signedIn(t, await t.actorWith('call-handler'))
  const found = await (
    await caller.get(`/services?search=counselling&person=${personId('Joan')}`)
  ).text()
  const ask = /href="(\/referrals\/new\?[^"]+)"/.exec(found)?.[1]?.replaceAll('&amp;', '&')
  const form = await (await caller.get(ask ?? '')).text()
  expect(form).toContain('Ask a partner to help Joan Pratt')
  expect(form).toContain('value="Example Organization Inc."')
  expect(form).toContain('value="email@example.com"')
  const none = await (await caller.get('/services?search=bread')).text()
  expect(none).toContain('No service fits')
  const one = await (await caller.get(`/services/${service}`)).text()
  expect(one).toContain('MyCity Civic Center, 1-30 Main Street, MyCity, ABC 1234')
  expect((await caller.get('/services/take')).status).toBe(404)
})

test('nobody outside reads it before the council gives it out, nor afterwards', async () => {
  const nobody = signedOut(t)
  expect((await nobody.get(`${root}/services`)).status).toBe(404)
  await officer.post('/services/publish', { public: 'yes' })
  expect((await nobody.get(`${root}/services`)).status).toBe(200)
  expect((await nobody.get('/open-referral/elsewhere/services')).status).toBe(404)
  await officer.post('/services/publish', { public: 'no' })
  expect((await nobody.get(root)).status).toBe(404)
  await officer.post('/services/publish', { public: 'yes' })
})

type Published = {
  readonly paths: Readonly<Record<string, { get: { responses: { 200: { content: object } } } }>>
  readonly components: object
}
const published: Published = JSON.parse(sample('openapi'))
const table: Record<string, unknown> = JSON.parse(sample('schema-service'))

const nested = [
  ...['schedule', 'service_area', 'service_at_location', 'language', 'organization'],
  ...['funding', 'cost_option', 'contact', 'attribute'],
]

/** Other tables are not at hand: each is an object with an id. */
function validator() {
  const ajv = new Ajv2020({ strict: false, validateFormats: false })
  const other = { type: 'object', required: ['id'] }
  const compiled = 'https://raw.githubusercontent.com/openreferral/uk-profile/main/schema'
  for (const name of nested) ajv.addSchema(other, `${compiled}/compiled/${name}.json`)
  for (const name of ['service', 'service_list']) {
    ajv.addSchema({ ...table, path: undefined }, `${compiled}/compiled/${name}.json`)
  }
  ajv.addSchema(other, `${compiled}/compiled/service_at_location_list.json`)
  for (const name of ['taxonomy', 'taxonomy_term']) ajv.addSchema(other, `${compiled}/${name}.json`)
  ajv.addSchema({ components: published.components }, 'openapi')
  return ajv
}

const localIds: Readonly<Record<string, string>> = {
  '/services/{id}': service,
  '/taxonomy_terms/{id}': term,
  '/service_at_locations/{id}': 'e94c9f38-1e8f-4564-91d4-d53501ab1765',
}

test('every published path answers as the published interface says', async () => {
  const ajv = validator()
  const wrong: string[] = []
  for (const [path, { get }] of Object.entries(published.paths)) {
    const id = localIds[path] ?? (await firstId(path))
    const answer = await signedOut(t).get(root + path.replace('{id}', id).replace(/\/$/, ''))
    const content = get.responses[200].content as Record<string, { schema: object }>
    const text = JSON.stringify(content['application/json']?.schema)
    const schema = JSON.parse(text.replaceAll('"#/components', '"openapi#/components'))
    const isCompiledPlace = path === '/service_at_locations/{id}'
    const isRight = isCompiledPlace || ajv.validate(schema, await answer.clone().json())
    if (answer.status !== 200 || !isRight)
      wrong.push(`${path}: ${answer.status} ${ajv.errorsText()}`)
  }
  expect(wrong).toEqual([])
  expect(Object.keys(published.paths).length).toBe(9)
})

async function firstId(path: string): Promise<string> {
  if (!path.includes('{id}')) return ''
  const answer = await signedOut(t).get(root + path.replace('/{id}', ''))
  const { contents } = (await answer.json()) as { contents: { id: string }[] }
  return contents[0]?.id ?? ''
}

test('a list holds what is there once; one service holds all, as it came', async () => {
  const one = await (await signedOut(t).get(`${root}/services/${service}`)).json()
  expect(one).toEqual(JSON.parse(sample('service_full')))
  const page = await (await signedOut(t).get(`${root}/services?per_page=1&page=1`)).json()
  const { contents } = JSON.parse(sample('service_list'))
  const { parent_organization_id: _of, ...organization } = contents[0].organization
  expect(page).toMatchObject({ total_items: 1, first_page: true, last_page: true, empty: false })
  expect((page as { contents: object[] }).contents[0]).toMatchObject({ organization })
})

test.each([
  ['?search=counselling', 1],
  ['?search=bread', 0],
  [`?taxonomy_term_id=${term}`, 1],
  ['?taxonomy_id=taxonomy', 1],
  ['?minimum_age=12&maximum_age=100', 1],
  ['?minimum_age=13', 0],
  ['?day=TH', 1],
  ['?day=SU', 0],
  ['?page=2', 0],
])('asked with %s, %i service is listed', async (query, count) => {
  const answer = await signedOut(t).get(`${root}/services${query}`)
  const { contents } = (await answer.json()) as { contents: object[] }
  expect(contents.length).toBe(count)
})

test('a question that makes no sense is refused, and what is not there is not', async () => {
  const nobody = signedOut(t)
  for (const query of ['?page=0', '?page=x', '?per_page=-1', '?minimum_age=old']) {
    expect((await nobody.get(`${root}/services${query}`)).status).toBe(400)
  }
  for (const path of ['/nothing', '/constructor', '/services/x']) {
    expect((await nobody.get(root + path)).status).toBe(404)
  }
})

test('what is taken off is gone, and the record makes the same again', async () => {
  expect((await officer.post(`/services/${service}/remove`)).status).toBe(303)
  expect((await signedOut(t).get(`${root}/services/${service}`)).status).toBe(404)
  await take(sample('organization'))
  const who = { council, actor: t.system.id }
  const rebuilt = await compareRebuild(t.node.store, t.node.registry, who)
  expect(rebuilt.differences).toEqual([])
})
