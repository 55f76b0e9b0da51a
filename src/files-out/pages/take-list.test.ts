// May who should, and only they, take a list; and does a long one wait for a second person?
import { parse } from 'csv-parse/sync'
import { readSheet } from 'read-excel-file/node'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Actor } from '../../access/index.ts'
import { hourMs } from '../../kernel/clock.ts'
import { makeTestNode, type TestNode } from '../../testing/make-node.ts'
import { makeTestApp, type SignedIn, signedIn } from '../../testing/request.ts'
import {
  addPeople,
  addSmallDistrict,
  campaign,
  openTestCampaign,
  otherStreet,
  otherVillage,
  village,
} from '../../testing/small-district.ts'
import { alonePeopleMax } from '../domain/table.ts'

let t: TestNode
let ruth: SignedIn
let officer: Actor
let olu: SignedIn
let dana: SignedIn

const members = `/campaigns/${campaign}/members`
const few = `${members}.csv?place=${otherVillage}`
const odd = ["=cmd|'/c calc'!A0", 'محمد', 'Zoë 👩🏽‍🚒', 'N'.repeat(300), '\u200b=1+1'].map(
  given => ({ given, place: otherStreet }),
)
const many = Array.from({ length: alonePeopleMax + 1 }, (_, at) => ({ given: `Person ${at}` }))

beforeAll(async () => {
  t = await makeTestNode()
  await addSmallDistrict(t)
  await addPeople(t, [...odd, ...many])
  await openTestCampaign(t, [...odd, ...many])
  ruth = await signedIn(t, await t.actorWith('hub-manager'))
  officer = await t.actorWith('officer')
  olu = await signedIn(t, officer)
  dana = await signedIn(t, await t.actorWith('data-protection-officer'))
})
afterAll(async () => {
  expect(makeTestApp(t).faults).toEqual([])
  await t.close()
})

async function linesOf(answer: Response): Promise<string[][]> {
  const options = { bom: true, relax_column_count: true, skip_empty_lines: true }
  return parse(await answer.text(), options) as unknown as string[][]
}

async function reads(): Promise<readonly { what: string; route: string; subjects: string[] }[]> {
  return t.node.store.transaction({ council: t.system.council, actor: t.system.id }, tx =>
    tx
      .selectFrom('reads')
      .select(['what', 'route', 'subjects'])
      .where('what', '=', 'export')
      .orderBy('at')
      .execute(),
  )
}

test('a short list is taken at once, with its head, and each person is on record', async () => {
  const before = (await reads()).length
  const answer = await olu.get(few)
  expect(answer.headers.get('content-disposition')).toBe(
    'attachment; filename="campaign-members.csv"',
  )
  const lines = await linesOf(answer)
  expect(lines.slice(0, 4)).toEqual([
    ['Spring contact'],
    ['Which rows', '5 people in Sawston'],
    ['As known at', '10:40, Monday 6 April 2026'],
    ['Taken by', 'Test officer'],
  ])
  const names = lines.slice(-5).map(line => line[0]?.replace(/^'/, ''))
  expect(names.sort()).toEqual(odd.map(({ given }) => `${given} Pratt`).sort())
  const taken = (await reads()).slice(before)
  expect(taken).toMatchObject([{ what: 'export', route: '/campaigns/:campaign/members' }])
  expect(taken[0]?.subjects).toHaveLength(5)
})

test('the same list as a workbook says the same, cell by cell', async () => {
  const answer = await olu.get(few.replace('.csv', '.xlsx'))
  const rows = await readSheet(Buffer.from(await answer.arrayBuffer()), { trim: false })
  const lines = (await linesOf(await olu.get(few))).slice(-5)
  expect(rows.slice(-5).map(row => row[0])).toEqual(
    lines.map(line => line[0]?.replace(/^'(?=[=\u200b])/, '')),
  )
  expect(typeof rows.at(-1)?.[5]).toBe('number')
})

test('who works on the screen or at the door takes no file and is shown no link', async () => {
  for (const role of ['village-coordinator', 'call-handler'] as const) {
    const stays = await signedIn(t, await t.actorWith(role))
    expect((await stays.get(few)).status).toBe(404)
    expect((await stays.get('/files-out')).status).toBe(404)
    expect(await (await stays.get(members)).text()).not.toContain('members.csv')
  }
  expect(await (await ruth.get(members)).text()).toContain('members.csv')
})

test('an officer of one village takes its rows and no others', async () => {
  const local = await signedIn(t, await t.actorWith('officer', otherVillage))
  expect((await linesOf(await local.get(`${members}.csv`))).length).toBe(13)
  expect((await local.get(`${members}.csv?place=${village}`)).status).toBe(404)
})

const why = 'Printing letters at the council’s own printer'

async function ask(by: SignedIn): Promise<string> {
  const fields = { of: '/campaigns/:campaign/members', address: members, format: 'csv', why }
  const answer = await by.post('/files-out', fields)
  expect(answer.status).toBe(303)
  return answer.headers.get('location') ?? ''
}

test('above 500 people nothing leaves before a second person agreed; then once', async () => {
  const asked = await ruth.get(`${members}.csv`)
  expect(asked.headers.get('content-type')).toContain('text/html')
  expect(await asked.text()).toContain('This list names 506 people.')
  const file = await ask(ruth)
  expect((await ruth.post(`${file}/take`)).status).toBe(403)
  expect((await ruth.post(`${file}/judge`, { answer: 'agree' })).status).toBe(403)
  expect((await dana.post(`${file}/judge`, { answer: 'agree' })).status).toBe(303)
  expect((await olu.post(`${file}/take`)).status).toBe(404)
  const taken = await ruth.post(`${file}/take`)
  expect((await linesOf(taken)).length).toBe(506 + 8)
  expect((await ruth.post(`${file}/take`)).status).toBe(409)
  const page = await (await ruth.get(file)).text()
  expect(page).toContain('Taken')
  expect(page).toContain('Test data-protection-officer')
})

test('a refusal says why, and nothing is fetched after it', async () => {
  const file = await ask(ruth)
  expect((await olu.post(`${file}/judge`, { answer: 'refuse' })).status).toBe(422)
  const words = 'A part of it would do'
  expect((await olu.post(`${file}/judge`, { answer: 'refuse', why: words })).status).toBe(303)
  expect((await olu.post(`${file}/judge`, { answer: 'agree' })).status).toBe(409)
  expect(await (await ruth.get(file)).text()).toContain(words)
  expect((await ruth.post(`${file}/take`)).status).toBe(403)
})

test('what was agreed to is fetched within a day or not at all', async () => {
  const file = await ask(olu)
  await ruth.post(`${file}/judge`, { answer: 'agree' })
  const now = t.clock.now()
  t.clock.turnTo(now + 25 * hourMs)
  const later = await signedIn(t, officer)
  expect(await (await later.get(file)).text()).toContain('Ran out')
  expect((await later.post(`${file}/take`)).status).toBe(410)
  t.clock.turnTo(now)
})

test('a wish names its purpose, and only a list that there is', async () => {
  const fields = { of: '/campaigns/:campaign/members', address: members, format: 'csv' }
  const short = await ruth.post('/files-out', { ...fields, why: 'so' })
  expect(short.status).toBe(422)
  expect(await short.text()).toContain('href="#why"')
  for (const wrong of [
    { of: '/people/:id' },
    { address: '/campaigns/x/members' },
    { address: 'https://elsewhere.example/x' },
    { address: '//' },
    { format: 'archive' },
  ]) {
    expect((await ruth.post('/files-out', { ...fields, why, ...wrong })).status).toBe(404)
  }
})

test('who looks after one village does not see what others asked for', async () => {
  const file = await ask(ruth)
  const local = await signedIn(t, await t.actorWith('officer', otherVillage))
  expect((await local.get(file)).status).toBe(404)
  expect((await local.post(`${file}/judge`, { answer: 'agree' })).status).toBe(404)
  expect(await (await dana.get('/files-out')).text()).toContain(file)
})
