// Do rounds of homes and of people, in English and Welsh, come home with every kind of answer?
import { afterEach, beforeEach, expect, test } from 'vitest'
import { ask } from '../../tests/guards/database.ts'
import type { Actor } from '../access/index.ts'
import { tellWorry } from '../concerns/index.ts'
import { act, compareRebuild } from '../events/index.ts'
import { dayMs, hourMs } from '../kernel/clock.ts'
import { idFrom, newId } from '../kernel/ids.ts'
import { isRefusal } from '../kernel/refusal.ts'
import { addPlaces } from '../places/index.ts'
import { openCampaign } from '../reach/index.ts'
import { council, makeTestNode, type TestNode } from '../testing/make-node.ts'
import { type SignedIn, signedIn } from '../testing/request.ts'
import {
  addPeople,
  addSmallDistrict,
  campaign,
  openTestCampaign,
  personId,
  street,
  village,
} from '../testing/small-district.ts'

let t: TestNode
let manager: SignedIn
let managing: Actor
beforeEach(async () => {
  t = await makeTestNode()
  await addSmallDistrict(t)
  managing = await t.actorWith('hub-manager')
  manager = await signedIn(t, managing)
})
afterEach(() => t.close())

const homes = idFrom('test', 'homes')
const homeOf = (n: number) => ({
  id: idFrom('test', 'home', `${n}`),
  ...{ street, uprn: null, address: `${n} Mill Lane`, postcode: 'CB24 8RX' },
})

async function openHomes(): Promise<void> {
  const input = { places: [], dwellings: [2, 3, 4].map(homeOf) }
  await act(t.node, t.system, addPlaces, { id: newId(), input })
  const rule = { lists: [], places: [village], withFlags: [], withoutFlags: [] }
  const about = { title: 'River rising', purpose: 'Every home', pack: 'flood' }
  const ids = { campaign: homes, round: newId(), memberKind: 'dwelling', rule }
  const opened = { ...ids, ...about, answerable: managing.id }
  const done = await act(t.node, t.system, openCampaign, { id: newId(), input: opened })
  expect(isRefusal(done)).toBe(false)
}

const answers = {
  ...{ kind: 'round', campaign: homes, place: village, forWhom: 'Sam', reason: 'No signal' },
  ...{ ring: '01632 960001', days: '0', lang: 'en' },
}
const html = async (path: string) => (await manager.get(path)).text()

async function print(fields: object = {}): Promise<string> {
  const sent = await manager.post('/sheets/print', { ...answers, ...fields })
  expect(sent.status).toBe(303)
  return sent.headers.get('location') ?? ''
}

async function later(ms: number): Promise<void> {
  t.clock.turnTo(t.clock.now() + ms)
  manager = await signedIn(t, managing)
}

const codesOn = async (at: string) => {
  const sheet = at.split('/')[2]
  const asked = `select code from doorstep.paper_lines where sheet = '${sheet}' order by nth`
  return (await ask<{ code: string }>(t.adminUrl, asked)).map(({ code }) => code)
}
const line = (code: string | undefined, fields: Record<string, string>) =>
  Object.fromEntries(Object.entries(fields).map(([name, value]) => [`${name}-${code}`, value]))
const outcomes = async () => {
  const asked = 'select outcome from doorstep.attempts order by outcome'
  return (await ask<{ outcome: string }>(t.adminUrl, asked)).map(({ outcome }) => outcome)
}

test('homes are walked even side first, named by nobody, and typed back door by door', async () => {
  await openHomes()
  expect(await html('/sheets/print?kind=round')).toContain('River rising')
  expect(await html('/sheets/print?kind=call')).not.toContain('River rising')
  const at = await print()
  const page = await html(`${at}/paper`)
  const doors = [...page.matchAll(/(\d) Mill Lane/g)].map(([, door]) => door)
  expect(doors).toEqual(['2', '4', '3'])
  expect(page).toContain('One tick for each home')
  expect(page).toContain('Empty home')
  expect(page).not.toContain('Died')
  expect((await manager.get(`${at}/sheet.pdf`)).status).toBe(200)
  await later(3 * hourMs)
  const [two, four, three] = await codesOn(at)
  const wrong = await manager.post(`${at}/type`, {
    ...line(two, { outcome: 'E', tried: '11:00' }),
    ...line(four, { outcome: 'A', tried: '11:05', needs: '1', note: 'Ida needs a lift' }),
    ...line(three, { outcome: 'H', tried: '11:10' }),
  })
  expect(wrong.status).toBe(422)
  const again = await wrong.text()
  expect(again).toContain('1 line saved.')
  expect(again).toContain(', 4 Mill Lane</legend>')
  expect(again).toContain('Nobody is listed at this home')
  expect(again).toContain('value="Ida needs a lift"')
  const right = await manager.post(`${at}/type`, {
    ...line(four, { outcome: 'A', tried: '11:05', note: 'Ida needs a lift' }),
    ...line(three, { outcome: 'Z', tried: '11:10' }),
  })
  expect(await right.text()).toContain('All of it is back')
  expect(await outcomes()).toEqual(['empty_home', 'refuses_to_leave', 'spoke_no_help_wanted'])
  const states = `select state, reason from doorstep.members where kind = 'dwelling' order by state`
  expect(await ask(t.adminUrl, states)).toEqual([
    { state: 'excused', reason: 'empty' },
    { state: 'reached', reason: null },
    { state: 'reached', reason: null },
  ])
  const { differences } = await compareRebuild(t.node.store, t.node.registry, {
    ...{ council, actor: t.system.id },
  })
  expect(differences.filter(({ rows }) => rows > 0)).toEqual([])
})

test('a home of which somebody is with the desk is on no sheet, nor drawn again', async () => {
  await openHomes()
  const at = await print()
  expect(await codesOn(at)).toHaveLength(3)
  await addPeople(t, [{ given: 'Ann' }])
  const moved = `update doorstep.people set dwelling = '${homeOf(4).id}'`
  await ask(t.adminUrl, moved)
  const worry = { worry: newId(), person: personId('Ann'), isDanger: false, words: '' }
  await act(t.node, t.system, tellWorry, { id: newId(), input: worry })
  const page = await html(`${at}/paper`)
  expect(page).not.toContain('4 Mill Lane')
  expect(page).toContain('Taken off this sheet')
  await manager.post(`${at}/end`, { how: 'destroyed' })
  expect(await codesOn(await print())).toHaveLength(2)
})

test('what a flood asks comes back from a street round, with days and places', async () => {
  const people = ['Ann', 'Bob', 'Cai', 'Dee', 'Eli', 'Fay'].map(given => ({ given }))
  await addPeople(t, people)
  await openTestCampaign(t, people, 'flood')
  const at = await print({ campaign })
  const page = await html(`${at}/paper`)
  expect(page).toContain('Other letters:')
  expect(page).toContain('in\u00a0hospital')
  await later(3 * hourMs)
  const [one, two, three, four, five, six] = await codesOn(at)
  const tried = { tried: '11:00' }
  const sent = await manager.post(`${at}/type`, {
    ...line(one, { ...tried, outcome: 'F', told: 'fri' }),
    ...line(two, { ...tried, outcome: 'G', note: 'Her sister in Ely' }),
    ...line(three, { ...tried, outcome: 'C', note: 'Comes at six' }),
    ...line(four, { ...tried, outcome: 'K' }),
    ...line(five, { ...tried, outcome: 'U' }),
    ...line(six, { ...tried, outcome: 'Z', needs: '1T' }),
  })
  expect(sent.status).toBe(200)
  expect(await outcomes()).toEqual([
    ...['away_until', 'carer_answered', 'could_not_approach', 'gone_to', 'in_care_home'],
    'refuses_to_leave',
  ])
  const away = `select until from doorstep.members where reason = 'away' order by until`
  expect((await ask<{ until: Date }>(t.adminUrl, away))[0]?.until).toEqual(
    new Date('2026-04-10T08:00:00.000Z'),
  )
})

test('somebody whose days away are over is visited again, and stands on the paper', async () => {
  await addPeople(t, [{ given: 'Ann' }])
  await openTestCampaign(t, [{ given: 'Ann' }], 'flood')
  const at = await print({ campaign })
  await later(hourMs)
  const [code] = await codesOn(at)
  await manager.post(`${at}/type`, line(code, { outcome: 'F', tried: '11:00', told: '8/4' }))
  expect((await manager.post('/sheets/print', { ...answers, campaign })).status).toBe(422)
  await later(3 * dayMs)
  expect(await html(`${await print({ campaign })}/paper`)).toContain('Ann Pratt')
})

test('a sheet in Welsh says everything of ours in Welsh, on the page and in the file', async () => {
  await addPeople(t, [{ given: 'Ŵena' }])
  await openTestCampaign(t, [{ given: 'Ŵena' }], 'flood')
  const at = await print({ campaign, kind: 'call', lang: 'cy' })
  const page = await html(`${at}/paper`)
  expect(page).toContain('<html lang="cy"')
  for (const words of ['Taflen alwadau', 'Dinistriwch erbyn', 'Yn aros', 'Rwy’n poeni']) {
    expect(page).toContain(words)
  }
  expect(page).toContain('help i adael y cartref')
  expect(page).toContain('Ŵena Pratt')
  expect(page).toMatch(/Mae rhybudd|Helo, Sam o/)
  expect((await manager.get(`${at}/sheet.pdf`)).status).toBe(200)
})
