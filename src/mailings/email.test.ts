// Do emails to residents leave through a real mail server, once, and is a dead mailbox learned?
import { once } from 'node:events'
import type { AddressInfo } from 'node:net'
import { SMTPServer } from 'smtp-server'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { ask } from '../../tests/guards/database.ts'
import {
  addTemplate,
  type MailingStory,
  makeMailingStory,
  pointOf,
  queueTest,
} from '../testing/mailing-story.ts'
import { council } from '../testing/make-node.ts'
import { handOver, reconcile, tellReach } from './index.ts'

let story: MailingStory
let server: SMTPServer
let got: string[]
/** Cuts the line once it has read a message, before it says that it has. */
let isCutting: boolean
let deadMailbox: string

beforeEach(async () => {
  got = []
  isCutting = false
  deadMailbox = ''
  server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    onRcptTo({ address }, _session, done) {
      const isDead = address === deadMailbox
      done(isDead ? Object.assign(new Error('no such mailbox'), { responseCode: 550 }) : null)
    },
    onData(stream, session, done) {
      const parts: Buffer[] = []
      stream.on('data', part => parts.push(part))
      stream.on('end', () => {
        got.push(Buffer.concat(parts).toString('utf8'))
        if (!isCutting) return done()
        const own = [...server.connections].find(one => 'id' in one && one.id === session.id)
        ;(own as unknown as { _socket: { destroy(): void } })._socket.destroy()
      })
    },
  })
  server.listen(0, '127.0.0.1')
  await once(server.server, 'listening')
  story = await makeMailingStory()
  await story.setNotify(false)
  const { port } = server.server.address() as AddressInfo
  process.env.DOORSTEP_SMTP_URL = `smtp://127.0.0.1:${port}`
  process.env.DOORSTEP_MAIL_FROM = 'help@southvale.example'
})
afterEach(async () => {
  delete process.env.DOORSTEP_SMTP_URL
  delete process.env.DOORSTEP_MAIL_FROM
  await story.close()
  await new Promise<void>(resolve => server.close(resolve))
})

async function queueEmails() {
  const template = await addTemplate(story.t, 'email')
  return queueTest(story.t, { template, channel: 'email', counted: 2 })
}
const states = () =>
  ask<{ state: string; reason: string | null }>(
    story.t.adminUrl,
    'select state, reason, outcome from doorstep.mailing_messages order by state, nth',
  )

test('two emails go out with their own ids, and count as messages left', async () => {
  await queueEmails()
  expect(await handOver(story.t.node, council)).toBe(2)
  expect(await handOver(story.t.node, council)).toBe(0)
  expect(got).toHaveLength(2)
  expect(got.join()).toContain('Subject: From South Vale Council')
  expect(got.join()).toContain('To: ann@example.org')
  expect(new Set(got.map(text => /^Message-ID: (.*)$/im.exec(text)?.[1])).size).toBe(2)
  expect(await tellReach(story.t.node, council)).toBe(2)
  const made = await ask(story.t.adminUrl, 'select channel, outcome from doorstep.attempts')
  expect(made).toEqual([
    { channel: 'email', outcome: 'voicemail_left' },
    { channel: 'email', outcome: 'voicemail_left' },
  ])
})

test('a mailbox that is not there is marked, and the other email goes out', async () => {
  deadMailbox = 'ann@example.org'
  await queueEmails()
  expect(await handOver(story.t.node, council)).toBe(1)
  await tellReach(story.t.node, council)
  const [point] = await ask(
    story.t.adminUrl,
    `select state from doorstep.contact_points where id = '${pointOf('Ann', 'email')}'`,
  )
  expect(point).toEqual({ state: 'wrong' })
  expect(await states()).toMatchObject([{ state: 'failed' }, { state: 'handed', outcome: 'sent' }])
})

test('an email whose answer never came is unsure, and never sent again', async () => {
  isCutting = true
  await queueEmails()
  expect(await handOver(story.t.node, council)).toBe(0)
  isCutting = false
  await ask(
    story.t.adminUrl,
    `update doorstep.mailing_claims set claimed_at = claimed_at - interval '1 minute'`,
  )
  await reconcile(story.t.node, council)
  expect(await handOver(story.t.node, council)).toBe(0)
  expect(got).toHaveLength(2)
  expect(await states()).toMatchObject([{ state: 'unsure' }, { state: 'unsure' }])
})

test('a mail server that is away is waited for, and nothing is lost', async () => {
  const { DOORSTEP_SMTP_URL } = process.env
  process.env.DOORSTEP_SMTP_URL = 'smtp://127.0.0.1:1'
  await queueEmails()
  expect(await handOver(story.t.node, council)).toBe(0)
  process.env.DOORSTEP_SMTP_URL = DOORSTEP_SMTP_URL
  story.t.clock.turnTo(story.t.clock.now() + 61_000)
  expect(await handOver(story.t.node, council)).toBe(2)
  expect(got).toHaveLength(2)
})
