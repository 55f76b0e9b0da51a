// Do messages reach a real mail server, and is what fails kept, told, and tried again to a limit?
import { once } from 'node:events'
import type { AddressInfo } from 'node:net'
import { SMTPServer } from 'smtp-server'
import { afterAll, afterEach, beforeAll, beforeEach, expect, test, vi } from 'vitest'
import { ask } from '../../tests/guards/database.ts'
import { hourMs, minuteMs } from '../kernel/clock.ts'
import type { Tx } from '../store/open.ts'
import { council, makeTestNode, type TestNode, testStart } from '../testing/make-node.ts'
import { signedIn } from '../testing/request.ts'
import { deliver, queueMessage } from './index.ts'
import { triesMax } from './store/queue.ts'
import { saveMailSettings } from './store/settings.ts'

let t: TestNode
let server: SMTPServer
let got: string[]
/** What the server says to every recipient; nothing means welcome. */
let refusing: { responseCode: number } | undefined

beforeAll(async () => {
  t = await makeTestNode()
  server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    onRcptTo(_address, _session, done) {
      done(refusing ? Object.assign(new Error('ruth@example.org is not here'), refusing) : null)
    },
    onData(stream, _session, done) {
      const parts: Buffer[] = []
      stream.on('data', part => parts.push(part))
      stream.on('end', () => {
        got.push(Buffer.concat(parts).toString('utf8'))
        done()
      })
    },
  })
  server.listen(0, '127.0.0.1')
  await once(server.server, 'listening')
})
afterAll(async () => {
  await new Promise<void>(resolve => server.close(resolve))
  await t.close()
})
beforeEach(async () => {
  got = []
  refusing = undefined
  t.clock.turnTo(testStart)
  await inTx(tx => tx.deleteFrom('messages').execute())
  await useServer((server.server.address() as AddressInfo).port)
})
afterEach(() => vi.unstubAllEnvs())

function inTx<T>(work: (tx: Tx) => Promise<T>): Promise<T> {
  return t.node.store.transaction({ council, actor: t.system.id }, work)
}

function useServer(port: number | null) {
  const smtp = { url: `smtp://127.0.0.1:${port}`, from: 'doorstep@example.org' }
  return inTx(tx =>
    saveMailSettings(tx, { keys: t.node.store.keys, council, smtp: port === null ? null : smtp }),
  )
}

function queue(expiresAt: number | null = null) {
  return inTx(tx =>
    queueMessage(
      tx,
      { council, now: t.clock.now() },
      {
        to: 'ruth@example.org',
        subject: 'Your code',
        body: 'Cod: 1234 5678, lle bynnag yr ŷch chi',
        language: 'cy',
        kind: 'code',
        user: null,
        expiresAt,
      },
    ),
  )
}

const rows = () =>
  ask<{ state: string; tries: number; problem: string; to_address: string; body: string }>(
    t.adminUrl,
    'select state, tries, problem, to_address, body from doorstep.messages order by id',
  )

test('a message reaches the mail server in its language, and its words are not kept', async () => {
  await queue()
  expect(await deliver(t.node, council)).toBe(1)
  expect(got).toHaveLength(1)
  expect(got[0]).toContain('Content-Language: cy')
  expect(got[0]).toContain('Auto-Submitted: auto-generated')
  expect(got[0]).toContain('To: ruth@example.org')
  expect(await rows()).toEqual([
    { state: 'sent', tries: 1, problem: null, to_address: null, body: null },
  ])
})

test('ten deliverers at once send a message once', async () => {
  await Promise.all(Array.from({ length: 20 }, () => queue()))
  await Promise.all(Array.from({ length: 10 }, () => deliver(t.node, council)))
  expect(got).toHaveLength(20)
})

test('an address that does not exist fails at once, and only a code is told of it', async () => {
  refusing = { responseCode: 550 }
  await queue()
  await deliver(t.node, council)
  expect(await rows()).toEqual([
    {
      state: 'failed',
      tries: 1,
      problem: 'EENVELOPE 550',
      to_address: 'ruth@example.org',
      body: null,
    },
  ])
})

test('a server that is away is tried again to a limit; then the message has failed', async () => {
  await useServer(1)
  await queue()
  for (let i = 0; i < triesMax + 2; i++) {
    await deliver(t.node, council)
    t.clock.turnTo(t.clock.now() + hourMs)
  }
  expect(await rows()).toMatchObject([{ state: 'failed', tries: triesMax, body: null }])
})

test('a message that waited too long is not sent late', async () => {
  await useServer(1)
  await queue(testStart + 10 * minuteMs)
  await deliver(t.node, council)
  await useServer((server.server.address() as AddressInfo).port)
  t.clock.turnTo(testStart + 10 * minuteMs)
  await deliver(t.node, council)
  expect(got).toEqual([])
  expect(await rows()).toMatchObject([{ state: 'failed', problem: 'too late', body: null }])
})

test('a message is forgotten after 30 days', async () => {
  refusing = { responseCode: 550 }
  await queue()
  await deliver(t.node, council)
  t.clock.turnTo(testStart + 31 * 24 * hourMs)
  await deliver(t.node, council)
  expect(await rows()).toEqual([])
})

test('a practice council without a server shows what would have gone out', async () => {
  await useServer(null)
  await queue()
  await deliver(t.node, council)
  const browser = await signedIn(t, await t.actorWith('system-administrator'))
  const html = await (await browser.get('/messages')).text()
  expect(html).toContain('Messages that would have gone out')
  expect(html).toContain('1234 5678')
})

test('a real council without a server keeps no words on a page and sends nothing', async () => {
  await useServer(null)
  await queue()
  await deliver(t.node, council)
  await ask(t.adminUrl, 'update doorstep.councils set practice = false')
  await queue()
  expect(await deliver(t.node, council)).toBe(0)
  const browser = await signedIn(t, await t.actorWith('system-administrator'))
  const html = await (await browser.get('/messages')).text()
  expect(html).not.toContain('1234 5678')
  await ask(t.adminUrl, 'update doorstep.councils set practice = true')
})

test('the mail server is set on the page, and its password is never shown again', async () => {
  const browser = await signedIn(t, await t.actorWith('system-administrator'))
  const wrong = await browser.post('/messages/server', { url: 'file:///etc/passwd', from: 'x' })
  expect(wrong.status).toBe(422)
  const { port } = server.server.address() as AddressInfo
  const url = `smtp://127.0.0.1:${port}`
  const from = 'doorstep@example.org'
  const set = await browser.post('/messages/server', { url, from })
  expect(set.status).toBe(303)
  await browser.post('/messages/server', { url: 'smtps://me:hush@mail.example.org', from })
  const html = await (await browser.get('/messages')).text()
  expect(html).toContain('mail.example.org')
  expect(html).not.toContain('hush')
  const kept = await ask(t.adminUrl, "select * from doorstep.events where kind like 'messages.%'")
  expect(kept.length).toBe(2)
  expect(JSON.stringify(kept)).not.toContain('hush')
})

test('the machine’s own mail server goes before a council’s', async () => {
  await useServer(1)
  const { port } = server.server.address() as AddressInfo
  vi.stubEnv('DOORSTEP_SMTP_URL', `smtp://127.0.0.1:${port}`)
  vi.stubEnv('DOORSTEP_MAIL_FROM', 'machine@example.org')
  await queue()
  await deliver(t.node, council)
  expect(got[0]).toContain('From: machine@example.org')
})
