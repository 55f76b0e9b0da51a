// Does a sheet go out and come home: each line once, late or typed by two, nobody on it wrongly?
import { afterEach, beforeEach, expect, test } from 'vitest'
import { ask } from '../../tests/guards/database.ts'
import type { Actor } from '../access/index.ts'
import { act, compareRebuild } from '../events/index.ts'
import { dayMs, hourMs, minuteMs } from '../kernel/clock.ts'
import { newId } from '../kernel/ids.ts'
import { raiseFlag } from '../people/index.ts'
import { recordAttempt, startRound } from '../reach/index.ts'
import { council, makeTestNode, type TestNode } from '../testing/make-node.ts'
import { makeTestApp, type SignedIn, signedIn } from '../testing/request.ts'
import {
  addPeople,
  addSmallDistrict,
  campaign,
  memberOf,
  openTestCampaign,
  personId,
  village,
} from '../testing/small-district.ts'

let t: TestNode
let manager: SignedIn
let managing: Actor
const people = ['Ann', 'Bob', 'Cai', 'Dee'].map(given => ({ given }))
beforeEach(async () => {
  t = await makeTestNode()
  await addSmallDistrict(t)
  await addPeople(t, people)
  await openTestCampaign(t, people)
  managing = await t.actorWith('hub-manager')
  manager = await signedIn(t, managing)
})
afterEach(() => t.close())

const answers = {
  ...{ kind: 'call', campaign, place: village, forWhom: 'Sam', reason: 'No power at the hub' },
  ...{ ring: '01632 960001', days: '0', blank: '3' },
}
/** Whoever printed has signed in again by then. */
async function later(ms: number): Promise<void> {
  t.clock.turnTo(t.clock.now() + ms)
  manager = await signedIn(t, managing)
}
const html = async (path: string) => (await manager.get(path)).text()
const stop = (given: string, flag: string) =>
  act(t.node, t.system, raiseFlag, {
    id: newId(),
    input: { person: personId(given), flag, source: 'test', note: '' },
  })

async function print(fields: object = {}): Promise<string> {
  const sent = await manager.post('/sheets/print', { ...answers, ...fields })
  expect(makeTestApp(t).faults).toEqual([])
  expect(sent.status).toBe(303)
  return sent.headers.get('location') ?? ''
}

type Line = { code: string; given: string }
const linesOn = (at: string) =>
  ask<Line>(
    t.adminUrl,
    `select l.code, p.given from doorstep.paper_lines l
      left join doorstep.people p on p.council = l.council and p.id = l.person
      where l.sheet = '${at.split('/')[2]}' order by l.nth`,
  )

/** Fields of one line of the form. */
const line = (code: string, fields: Record<string, string>) =>
  Object.fromEntries(Object.entries(fields).map(([name, value]) => [`${name}-${code}`, value]))
const attempts = () =>
  ask<{ outcome: string; at: Date; was_stopped: boolean }>(
    t.adminUrl,
    `select outcome, happened_at as at, was_stopped from doorstep.attempts
      order by recorded_at, id`,
  )

test('a call sheet is printed, as a file and as a page, and typed back by line', async () => {
  const at = await print()
  const lines = await linesOn(at)
  expect(lines).toHaveLength(4)
  const page = await html(`${at}/paper`)
  for (const { code, given } of lines) {
    expect(page).toContain(`${code.slice(0, 3)} ${code.slice(3)}`)
    expect(page).toContain(`${given} Pratt`)
  }
  expect(page).toContain('Destroy by Tuesday 7 April 2026')
  const pdf = await manager.get(`${at}/sheet.pdf`)
  expect(pdf.headers.get('content-type')).toBe('application/pdf')
  expect((await pdf.text()).slice(0, 5)).toBe('%PDF-')
  await later(3 * hourMs)
  const [one, two, three] = lines.map(({ code }) => code)
  const sent = await manager.post(`${at}/type`, {
    ...line(one ?? '', { outcome: 'A', tried: '11:05', needs: '1T', note: 'Side door' }),
    ...line(two ?? '', { outcome: 'n', tried: '1110', worry: 'yes', note: 'Curtains shut' }),
    ...line(three ?? '', { outcome: 'Q', tried: '11:15', note: 'keep me' }),
  })
  expect(sent.status).toBe(422)
  const again = await sent.text()
  expect(again).toContain('2 lines saved.')
  expect(again).toContain('The safeguarding desk has the worries.')
  expect(again).toContain('value="keep me"')
  expect(again).toContain(`href="#outcome-${three}"`)
  const made = await attempts()
  expect(made.map(({ outcome }) => outcome).sort()).toEqual(['no_answer', 'spoke_complete'])
  expect(made.map(({ at }) => at.toISOString()).sort()[0]).toBe('2026-04-06T10:05:00.000Z')
  expect(await ask(t.adminUrl, 'select kind, urgency from doorstep.needs')).toEqual([
    { kind: 'food-shopping', urgency: 'today' },
  ])
  expect(await ask(t.adminUrl, 'select words from doorstep.worries')).toEqual([
    { words: 'Curtains shut' },
  ])
  expect(await html('/sheets')).toContain('2 of 4')
  const rest = await manager.post(`${at}/type`, { rest: 'yes' })
  expect(await rest.text()).toContain('All of it is back. Now destroy the paper.')
  expect(await html('/sheets')).toContain('Every sheet has come back')
})

test('a form sent twice counts once; what a second person typed stands beside it', async () => {
  const at = await print()
  const [first] = await linesOn(at)
  await later(hourMs)
  const typed = line(first?.code ?? '', { outcome: 'N', tried: '11:00' })
  await manager.post(`${at}/type`, typed)
  const same = await (await manager.post(`${at}/type`, typed)).text()
  expect(same).not.toContain('typed back already: see below')
  const handler = await signedIn(t, await t.actorWith('call-handler'))
  const other = line(first?.code ?? '', { outcome: 'A', tried: '11:20', needs: '0' })
  for (const _ of [1, 2]) {
    const page = await (await handler.post(`${at}/type`, other)).text()
    expect(page).toContain('1 line had been typed back already')
  }
  expect(await attempts()).toHaveLength(1)
  expect(await ask(t.adminUrl, 'select why, outcome from doorstep.paper_said')).toEqual([
    { why: 'again', outcome: 'spoke_no_help_wanted' },
  ])
  expect(await html(at)).toContain('Test call-handler typed it too')
})

test('a sheet back late is kept as what happened then, and says why it is late', async () => {
  const at = await print()
  const lines = await linesOn(at)
  await later(2 * dayMs)
  const [one, two] = lines
  const newer = {
    ...{ attempt: newId(), member: memberOf(one?.given ?? ''), channel: 'call' },
    ...{ contactPoint: null, outcome: 'no_answer', needs: [], note: '', promisedAt: null },
    ...{ happenedAt: null, scriptVersion: null },
  }
  await act(t.node, t.system, recordAttempt, { id: newId(), input: newer })
  await stop(two?.given ?? '', 'do-not-call')
  const round = { campaign, round: newId(), number: 2 }
  await act(t.node, t.system, startRound, { id: newId(), input: round })
  await later(minuteMs)
  const sent = await manager.post(`${at}/type`, {
    ...line(one?.code ?? '', { outcome: 'V', tried: '12:00' }),
    ...line(two?.code ?? '', { outcome: 'A', tried: '12:10', needs: '0' }),
  })
  expect(sent.status).toBe(200)
  expect(await sent.text()).toContain('2 lines came late')
  const made = await attempts()
  expect(made.filter(({ was_stopped }) => was_stopped)).toHaveLength(1)
  expect(made.map(({ at }) => at.toISOString())).toContain('2026-04-06T11:00:00.000Z')
  const page = await html(at)
  expect(page).toContain('typed after it should have been destroyed')
  expect(page).toContain('somebody had tried later')
  expect(page).toContain('contact had been stopped')
  expect(page).toContain('the round was over')
})

test('a stop after the printing takes a line off what is printed again', async () => {
  const at = await print()
  await stop('Bob', 'deceased-reported')
  const page = await html(`${at}/paper`)
  expect(page).not.toContain('Bob Pratt')
  expect(page).toContain('Taken off this sheet')
  expect(page).toContain('Ann Pratt')
})

test('nobody is printed twice while a sheet is out; lost frees them', async () => {
  const at = await print()
  const second = await manager.post('/sheets/print', answers)
  expect(second.status).toBe(422)
  expect(await second.text()).toContain('on another sheet that is out')
  await manager.post(`${at}/end`, { how: 'lost', note: 'Left on a bus' })
  expect(await html(at)).toContain('Tell the data protection officer now')
  expect(await html('/sheets')).toContain('Lost')
  expect((await manager.get(`${at}/sheet.pdf`)).status).toBe(404)
  expect(await linesOn(await print())).toHaveLength(4)
  await manager.post(`${at}/end`, { how: 'destroyed' })
  expect(await html(at)).toContain('Destroyed')
})

test('a sheet is found by its number and by any code; one wrong sign finds nothing', async () => {
  const at = await print()
  const [first] = await linesOn(at)
  const code = first?.code ?? ''
  const found = await manager.get(`/sheets/find?mark=${code.toLowerCase()}`)
  expect(found.headers.get('location')).toBe(`${at}/type?code=${code}#${code}`)
  expect((await manager.get('/sheets/find?mark=1')).headers.get('location')).toBe(`${at}/type`)
  const wrong = `${code.slice(0, 3)}${code.endsWith('2') ? '3' : '2'}`
  const page = await manager.get(`/sheets/find?mark=${wrong}`)
  expect(page.status).toBe(422)
  expect(await page.text()).toContain('No sheet has this number or code')
})

test('what is missing on the form is asked for, and nothing typed is lost', async () => {
  const sent = await manager.post('/sheets/print', { ...answers, forWhom: '', place: '' })
  const page = await sent.text()
  expect(sent.status).toBe(422)
  expect(page).toContain('href="#forWhom"')
  expect(page).toContain('value="No power at the hub"')
})

test('a round, a register and an extract of the log are drawn, each as what it is', async () => {
  const round = await print({ kind: 'round' })
  expect(await html(`${round}/paper`)).toContain('12 Mill Lane')
  expect(await html(`${round}/paper`)).not.toContain('01632 960142')
  const register = await print({ kind: 'register' })
  expect(await linesOn(register)).toHaveLength(3)
  const [blank] = await linesOn(register)
  await manager.post(`${register}/type`, line(blank?.code ?? '', { note: 'Ida Moss, 3 Fen Row' }))
  expect(await html(register)).toContain('Ida Moss, 3 Fen Row')
  const log = await print({ kind: 'log', campaign: '', place: 'whole' })
  const page = await html(`${log}/paper`)
  const [last] = await ask<{ hash: string }>(
    t.adminUrl,
    `select encode(e.hash, 'hex') as hash from doorstep.events e
      join doorstep.paper_sheets s on s.council = e.council and s.position = e.seq
      where s.kind = 'log'`,
  )
  expect(page).toContain(last?.hash)
  expect(page).toContain('Campaign opened')
  expect(page).not.toContain('Pratt')
  for (const one of [round, register, log]) {
    expect((await manager.get(`${one}/sheet.pdf`)).status).toBe(200)
  }
})

test('a shopping list is of a need; handed over, the need is met', async () => {
  const at = await print()
  const [first] = await linesOn(at)
  await later(hourMs)
  const asks = { outcome: 'A', tried: '11:00', needs: '1', note: 'Milk' }
  await manager.post(`${at}/type`, line(first?.code ?? '', asks))
  const [need] = await ask<{ id: string }>(t.adminUrl, 'select id from doorstep.needs')
  const form = await html(`/sheets/print?kind=shopping&need=${need?.id}`)
  expect(form).toContain('Milk')
  const list = await print({ kind: 'shopping', need: need?.id, items: 'Milk\nBread', limit: '22' })
  const page = await html(`${list}/paper`)
  expect(page).toContain('£22.00')
  expect(page).toContain('Bread')
  const [shop] = await linesOn(list)
  const typed = line(shop?.code ?? '', { outcome: 'h', total: '18.40', who: 'Ann' })
  expect((await manager.post(`${list}/type`, typed)).status).toBe(200)
  expect(await html(list)).toContain('£18.40 on the receipt')
  expect(await ask(t.adminUrl, 'select state from doorstep.needs')).toEqual([{ state: 'met' }])
})

test('the record gives the same sheets again', async () => {
  const at = await print()
  const [first] = await linesOn(at)
  await manager.post(`${at}/type`, line(first?.code ?? '', { outcome: 'N', tried: '?' }))
  await manager.post(`${at}/end`, { how: 'destroyed' })
  const { differences } = await compareRebuild(t.node.store, t.node.registry, {
    council,
    actor: t.system.id,
  })
  expect(differences.filter(({ rows }) => rows > 0)).toEqual([])
})

test('whoever looks after another village sees no sheet of this one', async () => {
  const at = await print()
  const { otherVillage } = await import('../testing/small-district.ts')
  const other = await signedIn(t, await t.actorWith('village-coordinator', otherVillage))
  for (const path of [at, `${at}/type`, `${at}/paper`, `${at}/sheet.pdf`]) {
    expect((await other.get(path)).status).toBe(404)
  }
  expect((await other.post('/sheets/print', answers)).status).not.toBe(303)
})
