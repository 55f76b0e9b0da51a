// Does the morning say what is first, keep its figures, and open a list behind each?
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Actor } from '../../access/index.ts'
import { act } from '../../events/index.ts'
import { dayMs, hourMs, minuteMs } from '../../kernel/clock.ts'
import { newId } from '../../kernel/ids.ts'
import { isRefusal } from '../../kernel/refusal.ts'
import { planAction } from '../../needs/index.ts'
import { playRound } from '../../picture/pages/test-round.ts'
import { shareCalls } from '../../reach/index.ts'
import { type Cells, listFile, loadFileOf, rowsOf, someone } from '../../testing/loading-lists.ts'
import { makeTestNode, type TestNode } from '../../testing/make-node.ts'
import { type SignedIn, signedIn } from '../../testing/request.ts'
import { campaign, village } from '../../testing/small-district.ts'
import { uploadFile } from '../../testing/uploading-lists.ts'

let t: TestNode
let ruth: SignedIn
let manager: Actor
let caller: Actor
let file: string

beforeAll(async () => {
  t = await makeTestNode()
  await playRound(t)
  manager = await t.actorWith('hub-manager')
  caller = await t.actorWith('call-handler')
  ruth = await signedIn(t, manager)
  await loadFileOf(t, listFile([1, 2, 3, 4].map(n => someone(n))))
  file = await uploadFile(ruth, dying([1, 2]))
  await book(await personOf(1))
})
afterAll(() => t.close())

/** The same list, in which these have died. */
function dying(dead: readonly number[]): File {
  const said = (n: number): Cells => (dead.includes(n) ? { Flag_PDSInformallyDeceased: '1' } : {})
  const text = listFile([1, 2, 3, 4, 5].map(n => someone(n, said(n))))
  return new File([text], 'SPL-2.csv', { type: 'text/csv' })
}

async function personOf(n: number): Promise<string> {
  const people = await rowsOf<{ id: string; name: string }>(t, 'people')
  const name = String(someone(n).PatientFirstName)
  return people.find(one => one.name?.startsWith(name))?.id ?? ''
}

async function book(person: string) {
  const dueAt = t.clock.now() + hourMs
  const input = { action: newId(), person, need: null, what: 'Bring lunch', owner: null, dueAt }
  const done = await act(t.node, manager, planAction, { id: newId(), input })
  if (isRefusal(done)) throw new Error(`refused: ${done.refused}`)
}

async function today(fresh = false): Promise<string> {
  if (fresh) expect((await ruth.get('/today?now')).headers.get('location')).toBe('/today')
  const response = await ruth.get('/today')
  expect(response.status).toBe(200)
  return response.text()
}

/** Nobody stays signed in for so long. */
async function later(ms: number) {
  t.clock.turnTo(t.clock.now() + ms)
  ruth = await signedIn(t, manager)
}

const words = (html: string) => html.replace(/<[^>]+>/g, ' ').replace(/\s+/g, ' ')

const lists = /<a href="(\/(?:campaigns|today|lists|calls)[^"]*[/?=][^"]*)"[^>]*>(.*?)<\/a>/gs

/** Every link that shows a number, to a list that says how long it is. */
function figuresOf(html: string): { href: string; n: number }[] {
  const main = html.slice(html.indexOf('<main'))
  return [...main.matchAll(lists)].flatMap(([, href = '', inner = '']) => {
    const shown = /^\s*[\d,]+\s/.exec(`${inner.replace(/<[^>]*>/g, ' ')} `)?.[0]
    return shown
      ? [{ href: href.replaceAll('&amp;', '&'), n: Number(shown.replaceAll(',', '')) }]
      : []
  })
}

describe('the first page of the day', () => {
  test('is where a hub manager lands', async () => {
    expect((await ruth.get('/')).headers.get('location')).toBe('/today')
  })

  test('puts a list that says who died before calls that nobody has', async () => {
    const html = await today()
    const [first = '', second = ''] = [...html.matchAll(/<li><div><h2>(.*?)<\/h2>/gs)].map(m =>
      words(m[1] ?? ''),
    )
    expect(first).toContain('version 2: load it first. It says that 2 people have died.')
    expect(first).toContain('1 of them has something booked today.')
    expect(second).toContain('Share out')
    expect(html).toContain(`href="${file}"`)
  })

  test('opens a list of just as many behind every figure', async () => {
    const found = figuresOf(await today(true)).filter(({ href }) => !href.startsWith('/calls'))
    expect(found.length).toBeGreaterThan(12)
    for (const { href, n } of found) {
      const html = await (await ruth.get(href)).text()
      const total = Number(/data-total="(\d+)"/.exec(html)?.[1])
      expect({ href, n: total }).toEqual({ href, n })
    }
  })

  test('names whom something is booked for, and opens their plan', async () => {
    const page = await (await ruth.get(file.replace('/lists/files', '/today/booked'))).text()
    expect(page).toContain('Bring lunch')
    expect(page).toContain(`/people/${await personOf(1)}/plan`)
    expect((await ruth.get(`/today/booked/${newId()}`)).status).toBe(404)
    expect((await ruth.get('/today/booked/nothing')).status).toBe(404)
  })

  test('refuses questions that no page of ours asks', async () => {
    for (const query of ['calls?kind=none', 'calls?part=9', 'calls?caller=x', 'steps?kind=A%20B']) {
      expect((await ruth.get(`/today/${query}`)).status).toBe(404)
    }
  })
})

describe('its figures', () => {
  test('stay as they are until somebody asks', async () => {
    const before = words(await today(true))
    await book(await personOf(3))
    t.clock.turnTo(t.clock.now() + 5 * minuteMs)
    expect(words(await today())).toBe(before)
    expect(words(await today(true))).not.toBe(before)
  })

  test('are counted anew the next day', async () => {
    await today(true)
    const kept = await rowsOf<{ counted_at: Date }>(t, 'kept_mornings')
    await later(dayMs)
    await today()
    const [next] = await rowsOf<{ counted_at: Date }>(t, 'kept_mornings')
    expect(next?.counted_at.getTime()).toBeGreaterThan(Number(kept[0]?.counted_at))
  })

  test('keep nobody’s name', async () => {
    const [kept] = await rowsOf<{ figures: unknown }>(t, 'kept_mornings')
    expect(JSON.stringify(kept?.figures)).not.toMatch(/Pratt|Given|Test/)
  })

  test('of somebody with one village hold nothing of the council’s', async () => {
    const local = await signedIn(t, await t.actorWith('hub-manager', village))
    const html = await (await local.get('/today')).text()
    expect(html).not.toContain('has something booked')
    expect(html).toContain('No call is due today.')
  })
})

test('a caller with calls of whom nothing is heard for two hours is silent', async () => {
  expect(await today(true)).toContain('Every caller with calls has been heard of.')
  const from = t.clock.now()
  const callers = [{ user: caller.id, room: 9, languages: [], from, to: from + 8 * hourMs }]
  const input = { share: newId(), callers, upTo: 'all' }
  const done = await act(t.node, manager, shareCalls, { id: newId(), input })
  if (isRefusal(done)) throw new Error(`refused: ${done.refused}`)
  expect(words(await today(true))).not.toContain('Share out')
  await later(2 * hourMs + minuteMs)
  const html = words(await today(true))
  expect(html).toContain('1 caller is silent.')
  expect(html).toContain('Test call-handler never')
  const coverage = words(await (await ruth.get(`/campaigns/${campaign}/coverage`)).text())
  expect(coverage).toContain('1 phone has not reported')
  expect(coverage).toMatch(/Test call-handler : +\d+ calls? to make, last heard of never/)
})

test('a sheet of paper that is out is counted, and opens the page of sheets', async () => {
  expect(await today(true)).not.toContain('not back')
  const answers = { kind: 'call', campaign, place: village, days: '0', blank: '3' }
  const why = { forWhom: 'Sam', reason: 'No power at the hub', ring: '01632 960001' }
  expect((await ruth.post('/sheets/print', { ...answers, ...why })).status).toBe(303)
  const html = await today(true)
  expect(words(html)).toMatch(/1 +sheet is not back/)
  expect(html).toContain('href="/sheets"')
})
