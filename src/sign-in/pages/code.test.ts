// Does a code let in its owner alone, once, in time, and does the door tell nobody who is known?
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { ask } from '../../../tests/guards/database.ts'
import { addUser, disableUser } from '../../access/index.ts'
import { act } from '../../events/index.ts'
import { minuteMs } from '../../kernel/clock.ts'
import { newId } from '../../kernel/ids.ts'
import { deliver } from '../../messages/index.ts'
import { council, makeTestNode, type TestNode, testStart } from '../../testing/make-node.ts'
import { guessesMax } from '../store/codes.ts'
import { triesMax, windowMs } from '../store/tries.ts'
import { openDoor } from '../testing/browser-without-window.ts'
import { answerMsMin } from './code.tsx'

let t: TestNode
let at = testStart
beforeAll(async () => {
  t = await makeTestNode()
})
afterAll(() => t.close())
beforeEach(async () => {
  at += 24 * 60 * minuteMs
  t.clock.turnTo(at)
  await ask(t.adminUrl, 'delete from doorstep.messages')
})

const path = (more = '') => `/sign-in/${council}/code${more}`

async function addPerson(email: string): Promise<string> {
  const user = newId()
  const grants = [{ role: 'call-handler' as const, place: null, purpose: 'testing', until: null }]
  const input = { user, name: 'Ruth Okafor', email, grants }
  await act(t.node, t.system, addUser, { id: newId(), input })
  return user
}

const newEmail = () => `ruth-${newId().slice(-8)}@example.org`

/** What stands in the mailbox of the practice council. */
async function codesFor(email: string): Promise<string[]> {
  await deliver(t.node, council)
  const rows = await ask<{ body: string }>(
    t.adminUrl,
    `select body from doorstep.messages where to_address = '${email}' order by id`,
  )
  return rows.map(row => /\b\d{4} \d{4}\b/.exec(row.body)?.[0] ?? '')
}

async function askCode(email: string, address?: string) {
  const browser = openDoor(t, address)
  const answer = await browser.post(path(), { email })
  expect([answer.status, answer.headers.get('location')]).toEqual([303, path('/enter')])
  return browser
}

test('a code signs its owner in, pasted with its space, and works once', async () => {
  const email = newEmail()
  await addPerson(email)
  const browser = await askCode(email.toUpperCase())
  const [code = ''] = await codesFor(email)
  const came = await browser.post(path('/enter'), { code: ` ${code} ` })
  expect([came.status, came.headers.get('location')]).toEqual([303, '/'])
  expect((await browser.get('/me')).status).toBe(200)
  const again = await browser.post(path('/enter'), { code })
  expect(again.status).toBe(422)
})

test('where somebody wanted to go, they go; and nowhere outside', async () => {
  for (const [to, goes] of [
    ['/campaigns?q=1', '/campaigns?q=1'],
    ['//evil.example', '/'],
    ['https://evil.example', '/'],
    ['/\\evil.example', '/'],
  ] as const) {
    const email = newEmail()
    await addPerson(email)
    const browser = openDoor(t)
    await browser.post(path(), { email, to })
    const [code = ''] = await codesFor(email)
    const came = await browser.post(path('/enter'), { code })
    expect(came.headers.get('location')).toBe(goes)
  }
})

test('a code opens nothing in another browser', async () => {
  const email = newEmail()
  await addPerson(email)
  await askCode(email)
  const [code = ''] = await codesFor(email)
  for (const other of [openDoor(t), await askCode(newEmail())]) {
    expect((await other.post(path('/enter'), { code })).status).toBe(422)
  }
})

test('a code is over after 10 minutes', async () => {
  const email = newEmail()
  await addPerson(email)
  const browser = await askCode(email)
  const [code = ''] = await codesFor(email)
  t.clock.turnTo(at + 10 * minuteMs)
  expect((await browser.post(path('/enter'), { code })).status).toBe(422)
})

test('a newer code ends the one before it', async () => {
  const email = newEmail()
  await addPerson(email)
  const browser = await askCode(email)
  await browser.post(path(), { email })
  const [first = '', second = ''] = await codesFor(email)
  expect((await browser.post(path('/enter'), { code: first })).status).toBe(422)
  expect((await browser.post(path('/enter'), { code: second })).status).toBe(303)
})

test(`after ${guessesMax} wrong guesses the right code is no code any more`, async () => {
  const email = newEmail()
  await addPerson(email)
  const browser = await askCode(email)
  const [code = ''] = await codesFor(email)
  const wrong = code === '0000 0000' ? '1111 1111' : '0000 0000'
  for (let i = 1; i <= guessesMax; i++) {
    const html = await (await browser.post(path('/enter'), { code: wrong })).text()
    expect(html).toContain(i < guessesMax ? `Tries left: ${guessesMax - i}` : 'Get a new one')
  }
  expect((await browser.post(path('/enter'), { code })).status).toBe(422)
})

test('twenty guesses at once are all counted', async () => {
  const email = newEmail()
  await addPerson(email)
  const browser = await askCode(email)
  const guesses = Array.from({ length: 20 }, () =>
    browser.post(path('/enter'), { code: '00000000' }),
  )
  const texts = await Promise.all((await Promise.all(guesses)).map(answer => answer.text()))
  expect(texts.filter(text => text.includes('Tries left'))).toHaveLength(guessesMax - 1)
})

test('who is not known, shut out or twice there gets the same answer', async () => {
  const known = newEmail()
  const shut = newEmail()
  const twice = newEmail()
  await addPerson(known)
  await t.actorWith('system-administrator')
  await act(t.node, t.system, disableUser, { id: newId(), input: { user: await addPerson(shut) } })
  await addPerson(twice)
  await addPerson(twice)
  const pages = new Set<string>()
  for (const email of [known, shut, twice, 'nobody@example.org']) {
    const browser = await askCode(email)
    const shown = await (await browser.get(path('/enter'))).text()
    const guessed = await (await browser.post(path('/enter'), { code: '00000000' })).text()
    pages.add(withoutIds(shown + guessed))
    expect(await codesFor(email)).toHaveLength(email === known ? 1 : 0)
  }
  expect(pages.size).toBe(1)
})

test('the time tells nothing: who is known does not answer sooner or later', async () => {
  const took = { known: [] as number[], unknown: [] as number[] }
  for (let i = 0; i < 12; i++) {
    const email = newEmail()
    await addPerson(email)
    // By turns, so that whatever else the machine does falls on both alike.
    for (const [kind, asked] of [['known', email] as const, ['unknown', newEmail()] as const]) {
      const began = performance.now()
      await askCode(asked, `192.0.2.${i + 1}`)
      took[kind].push(performance.now() - began)
    }
  }
  for (const ms of [...took.known, ...took.unknown]) {
    expect(ms).toBeGreaterThanOrEqual(answerMsMin - 2)
  }
  // How often does a known one take longer than an unknown one? Chance alone: about half.
  const longer = took.known.flatMap(one => took.unknown.map(other => (one > other ? 1 : 0)))
  const share = longer.reduce<number>((sum, one) => sum + one, 0) / longer.length
  expect(share).toBeGreaterThan(0.1)
  expect(share).toBeLessThan(0.9)
})

test('one account gets few codes, from however many browsers, and nobody is told', async () => {
  const email = newEmail()
  await addPerson(email)
  for (let i = 0; i <= triesMax['code-account'] + 2; i++) await askCode(email, `198.51.100.${i}`)
  expect(await codesFor(email)).toHaveLength(triesMax['code-account'])
  t.clock.turnTo(at + windowMs)
  await askCode(email)
  expect(await codesFor(email)).toHaveLength(triesMax['code-account'] + 1)
})

test('an address and a device that ask too often are turned away', async () => {
  const browser = openDoor(t, '203.0.113.1')
  for (let i = 0; i < triesMax['code-device']; i++) {
    expect((await browser.post(path(), { email: newEmail() })).status).toBe(303)
  }
  expect((await browser.post(path(), { email: newEmail() })).status).toBe(429)
  const tries = Array.from({ length: triesMax['code-address'] }, () =>
    openDoor(t, '203.0.113.2').post(path(), { email: newEmail() }),
  )
  expect(new Set((await Promise.all(tries)).map(one => one.status))).toEqual(new Set([303]))
  const other = openDoor(t, '203.0.113.2')
  expect((await other.post(path(), { email: newEmail() })).status).toBe(429)
})

test('a guesser from one address is stopped at the 101st guess', async () => {
  const statuses: number[] = []
  for (let i = 0; i < 101; i++) {
    const browser = openDoor(t, '203.0.113.9')
    statuses.push((await browser.post(path('/enter'), { code: '12345678' })).status)
  }
  expect(statuses.slice(0, 100).every(status => status === 422)).toBe(true)
  expect(statuses[100]).toBe(429)
})

test('the e-mail is in the language that the person reads', async () => {
  const email = newEmail()
  await addPerson(email)
  const browser = openDoor(t)
  await browser.post(path(), { email }, { 'accept-language': 'cy' })
  await deliver(t.node, council)
  const rows = await ask(t.adminUrl, 'select language, subject, body from doorstep.messages')
  expect(rows).toMatchObject([{ language: 'cy', subject: 'Eich cod ar gyfer Doorstep' }])
})

test('what is wrong with the form is said beside it, and the answers are kept', async () => {
  const browser = openDoor(t)
  const asked = await browser.post(path(), { email: 'ruth@' })
  expect(asked.status).toBe(422)
  expect(await asked.text()).toContain('href="#email"')
  const typed = await browser.post(path('/enter'), { code: 'abc' })
  expect(await typed.text()).toContain('Enter the 8 digits')
})

test('pasting, password managers and the phone’s own suggestion are let be', async () => {
  const html = await (await openDoor(t).get(path('/enter'))).text()
  expect(html).toMatch(/<input[^>]*autocomplete="one-time-code"/)
  expect(html).not.toMatch(/<input[^>]*(maxlength|onpaste|autocomplete="off")/)
  expect(await (await openDoor(t).get(path())).text()).toMatch(/<input[^>]*autocomplete="email"/)
})

test('neither table nor log holds a code or an address of an asker', async () => {
  const email = newEmail()
  await addPerson(email)
  const browser = await askCode(email, '203.0.113.77')
  const [code = ''] = await codesFor(email)
  await browser.post(path('/enter'), { code: '00000000' })
  const kept = await Promise.all(
    ['sign_in_attempts', 'sign_in_tries', 'sign_in_log'].map(table =>
      ask(t.adminUrl, `select * from doorstep.${table}`),
    ),
  )
  expect(kept.every(rows => rows.length > 0)).toBe(true)
  for (const secret of [email, code.replace(' ', ''), '203.0.113.77']) {
    expect(JSON.stringify(kept)).not.toContain(secret)
  }
})

test('a council that can send nothing offers no codes', async () => {
  await ask(t.adminUrl, 'update doorstep.councils set practice = false')
  expect((await openDoor(t).get(path())).status).toBe(404)
  expect((await openDoor(t).post(path(), { email: 'ruth@example.org' })).status).toBe(404)
  expect(await (await openDoor(t).get('/sign-in')).text()).not.toContain('code by email')
  await ask(t.adminUrl, 'update doorstep.councils set practice = true')
  expect(await (await openDoor(t).get('/sign-in')).text()).toContain('code by email')
})

function withoutIds(html: string): string {
  return html.replace(/[0-9a-f]{8}-[0-9a-f-]{27}/g, 'id')
}
