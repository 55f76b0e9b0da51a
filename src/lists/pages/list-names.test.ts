// Every list goes by its own name wherever it is read: campaigns, coverage, a person's page.
import { afterAll, beforeAll, expect, test } from 'vitest'
import { act } from '../../events/index.ts'
import { newId } from '../../kernel/ids.ts'
import { openCampaign } from '../../reach/index.ts'
import { rowsOf } from '../../testing/loading-lists.ts'
import { makeTestNode, type TestNode } from '../../testing/make-node.ts'
import { type SignedIn, signedIn } from '../../testing/request.ts'
import { saveProfile } from '../domain/save-profile.ts'
import { importList } from '../store/import-list.ts'

let t: TestNode
let ruth: SignedIn
let manager = ''
const campaign = newId()
beforeAll(async () => {
  t = await makeTestNode()
  const actor = await t.actorWith('hub-manager')
  manager = actor.id
  ruth = await signedIn(t, actor)
  const columns = [
    { header: 'Round', role: 'category', dates: [] },
    { header: 'Who', role: 'full-name', dates: [] },
    { header: 'Code', role: 'postcode', dates: [] },
    { header: 'Ring', role: 'phone', dates: [] },
  ] as const
  const own = { list: 'hot-meals-east', covers: 'whole', about: 'person', columns }
  await load('Round,Who,Code,Ring\n1,Ann Ray,CB24 8RX,01632 960118\n', own)
  await load('First name,Surname,Postcode,Phone,MPAN,Needs codes\nBo,Ray,CB24 8RX,,7,3\n')
})
afterAll(() => t.close())

async function load(text: string, own?: object) {
  if (own) {
    const done = await act(t.node, t.system, saveProfile, { id: newId(), input: own as never })
    expect(done).not.toHaveProperty('refused')
  }
  const chunks = (async function* () {
    yield new TextEncoder().encode(text)
  })()
  const done = await importList(t.node, t.system, { name: 'list.csv', chunks })
  expect(done).toMatchObject({ counts: { rows: 1, accepted: 1 } })
}
const page = async (path: string) => (await ruth.get(path)).text()
const lists = async () => [
  ...new Set((await rowsOf<{ list: string }>(t, 'list_versions')).map(({ list }) => list)),
]

test('a campaign is opened for lists by their names', async () => {
  const form = await page('/campaigns/open')
  expect(form).toContain('Hot meals east')
  expect(form).toContain('Power priority register')
  const rule = { lists: await lists(), places: [], withFlags: [], withoutFlags: [] }
  const words = { title: 'Snow', purpose: 'Ring everybody', memberKind: 'person', rule }
  const ids = { campaign, round: newId(), answerable: manager, pack: 'pandemic' }
  const done = await act(t.node, t.system, openCampaign, {
    id: newId(),
    input: { ...ids, ...words } as never,
  })
  expect(done).not.toHaveProperty('refused')
})

test('its coverage says whose names it reaches', async () => {
  const html = await page(`/campaigns/${campaign}/coverage`)
  expect(html).toContain('Whoever is on one of these lists')
  expect(html).toMatch(/Hot meals east, Power priority register|Power priority register, Hot/)
})

test("a person's page names their list, and where their record came from", async () => {
  const people = await rowsOf<{ id: string; given: string }>(t, 'people')
  for (const { id } of people) {
    const html = await page(`/people/${id}`)
    expect(html).toMatch(/Named by: (Hot meals east|Power priority register)\./)
    expect(html).not.toMatch(/>[^<]*(hot-meals-east|power-register)[^<]*</)
  }
})
