// What callers say: written anew, kept by version, and recorded with the call that it was said in.
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { compareRebuild } from '../../events/index.ts'
import { getPack } from '../../hazards/index.ts'
import { newId } from '../../kernel/ids.ts'
import { council, makeTestNode, type TestNode } from '../../testing/make-node.ts'
import { type SignedIn, signedIn } from '../../testing/request.ts'
import {
  addPeople,
  addSmallDistrict,
  campaign,
  memberOf,
  openTestCampaign,
} from '../../testing/small-district.ts'

let t: TestNode
let manager: SignedIn
let caller: SignedIn
const people = [{ given: 'Joan' }, { given: 'Arthur' }, { given: 'Ivy' }]

beforeAll(async () => {
  t = await makeTestNode()
  await addSmallDistrict(t)
  await addPeople(t, people)
  await openTestCampaign(t, people)
  manager = await signedIn(t, await t.actorWith('hub-manager'))
  caller = await signedIn(t, await t.actorWith('call-handler'))
})
afterAll(() => t.close())

const at = `/campaigns/${campaign}/script`
const written = ['Hello, {caller} here.', 'Is the river near you?', 'Ring us on our number.']
const inWelsh = ['Helo, {caller} sydd yma.', 'Ydy’r afon yn agos?', 'Ffoniwch ni.']
const form = (fields: Record<string, string>) => ({
  ...{ base: '1', lines: written.join('\n'), welsh: inWelsh.join('\n') },
  ...fields,
})
const htmlOf = async (answer: Promise<Response>) => (await answer).text()

async function scriptVersions() {
  const who = { council, actor: newId() }
  const found = await t.node.store.transaction(who, tx =>
    sql<{ version: number }>`select (body ->> 'scriptVersion')::int as version from events
      where kind = 'reach.AttemptRecorded' order by seq`.execute(tx),
  )
  return found.rows.map(row => row.version)
}

test('a campaign begins with the script of its pack', async () => {
  const html = await htmlOf(manager.get(at))
  expect(html).toContain('Came with the hazard pack')
  expect(html).toContain(getPack('pandemic', 1).script.lines[2])
})

test.each([
  [{ lines: 'One line' }, 'Write 3 to 12 lines, each of at most 300 letters'],
  [{ lines: `${'x'.repeat(301)}\nTwo\nThree` }, 'Write 3 to 12 lines, each of'],
  [{ welsh: 'Un llinell' }, 'Write 3 to 12 lines in Welsh'],
  [{ lines: 'A {name}\nB\nC' }, 'Only {caller} and {council} can be filled in'],
  [{ base: '7' }, 'Somebody else saved a version meanwhile'],
])('what is wrong is said, and what was written stays: %j', async (fields, said) => {
  const answer = await manager.post(at, form(fields))
  const html = await answer.text()
  expect(answer.status).toBe(422)
  expect(html).toContain(said)
  const lines = 'lines' in fields ? fields.lines : (written[1] ?? '')
  expect(html).toContain(lines.slice(0, 40))
})

test('callers see a new version at once; a call that had begun records its own', async () => {
  const begun = await htmlOf(caller.get(`/call/${memberOf('Joan')}`))
  expect(begun).toContain('name="script" value="1"')
  const saved = await manager.post(at, form({}))
  expect(saved.headers.get('location')).toBe(`${at}?saved=2`)
  const same = await manager.post(at, form({ base: '2' }))
  expect(await same.text()).toContain('Change something first')
  const call = await htmlOf(caller.get(`/call/${memberOf('Arthur')}`))
  expect(call).toContain('Is the river near you?')
  expect(call).toContain('name="script" value="2"')
  const answered = { attempt: newId(), outcome: 'no_answer' }
  await caller.post(`/call/${memberOf('Joan')}`, { ...answered, script: '1' })
  const other = { attempt: newId(), outcome: 'no_answer', script: '2' }
  await caller.post(`/call/${memberOf('Arthur')}`, other)
  expect(await scriptVersions()).toEqual([1, 2])
})

test('an answer that needs another look is shown with the words that were said', async () => {
  const html = await htmlOf(caller.post(`/call/${memberOf('Ivy')}`, { script: '1' }))
  expect(html).toContain('name="script" value="1"')
  expect(html).toContain(getPack('pandemic', 1).script.lines[2])
})

test('every version stays, with who wrote it; rebuilding gives the same', async () => {
  const html = await htmlOf(manager.get(at))
  expect(html).toContain('Version 2')
  expect(html).toContain('Callers see this now. Test hub-manager, ')
  expect(html).toContain('Version 1')
  const who = { council, actor: t.system.id }
  expect((await compareRebuild(t.node.store, t.node.registry, who)).differences).toEqual([])
})
