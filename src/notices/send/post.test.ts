// Does a notice go only where it may, whatever names and receivers answer?
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { openReceiver, type Receiver } from '../testing/receiver.ts'
import { type Posting, post } from './post.ts'

let good: Receiver
let trap: Receiver
beforeAll(async () => {
  good = await openReceiver()
  const port = Number(good.host.split(':')[1])
  trap = await openReceiver(port, '127.0.0.2')
})
beforeEach(() => good.answer(response => response.writeHead(204).end()))
afterAll(() => Promise.all([good.close(), trap.close()]))

/** A name whose numbers are these, one list for each time that it is asked. */
function naming(...answers: readonly (readonly string[])[]) {
  let asked = 0
  return {
    get asked() {
      return asked
    },
    async resolve() {
      return answers[Math.min(asked++, answers.length - 1)] ?? []
    },
  }
}

function posting(given: Partial<Posting> = {}): Posting {
  const rules = { hosts: [good.host, `localhost:${good.host.split(':')[1]}`], allowsLoopback: true }
  return { address: good.address, headers: {}, body: '{}', rules, ...given }
}

const named = () => good.address.replace('127.0.0.1', 'localhost')
const far = { hosts: ['hooks.example.org:443'], allowsLoopback: false }

test('a 2xx counts', async () => {
  for (const status of [200, 202, 204]) {
    good.answer(response => response.writeHead(status).end())
    expect(await post(posting())).toEqual({ outcome: 'delivered', status, problem: null })
  }
})

test.each([301, 302, 307, 308])('a redirection (%d) is not followed', async status => {
  const before = trap.asked
  good.answer(response => response.writeHead(status, { location: trap.address }).end())
  expect(await post(posting())).toMatchObject({ outcome: 'failed', status, problem: 'redirect' })
  expect(trap.asked).toBe(before)
})

test('410 says that it is gone for good; 503 that it can be tried when it says', async () => {
  good.answer(410)
  good.answer(response => response.writeHead(410).end())
  expect(await post(posting())).toMatchObject({ outcome: 'gone', status: 410 })
  good.answer(response => response.writeHead(503, { 'retry-after': '7' }).end())
  expect(await post(posting())).toMatchObject({ outcome: 'failed', waitMs: 7_000 })
})

test.each([
  [['10.0.0.1']],
  [['9.9.9.9', '10.0.0.1']],
  [['169.254.169.254']],
  [['::1']],
  [['::ffff:127.0.0.1']],
  [['2606:4700::1111', 'fd00:ec2::254']],
])('a name that leads to %j is not told', async numbers => {
  const address = 'https://hooks.example.org/in'
  const answered = await post(posting({ address, rules: far, network: naming(numbers) }))
  expect(answered).toEqual({ outcome: 'failed', status: null, problem: 'not-public' })
})

test('a name is asked once a notice: what it says a moment later changes nothing', async () => {
  const before = { good: good.asked, trap: trap.asked }
  const network = naming(['127.0.0.1'], ['127.0.0.2'], ['10.0.0.1'])
  expect(await post(posting({ address: named(), network }))).toMatchObject({ status: 204 })
  expect(network.asked).toBe(1)
  expect([good.asked - before.good, trap.asked - before.trap]).toEqual([1, 0])
})

test('the name is looked at again at the next notice', async () => {
  const network = naming(['127.0.0.1'], ['192.168.0.1'])
  expect(await post(posting({ address: named(), network }))).toMatchObject({ status: 204 })
  expect(await post(posting({ address: named(), network }))).toMatchObject({
    problem: 'not-public',
  })
})

test('a name without numbers, and one that answers with a fault', async () => {
  const none = await post(posting({ address: named(), network: naming([]) }))
  expect(none.problem).toBe('no-such-host')
  const network = { resolve: () => Promise.reject(new Error('SERVFAIL')) }
  expect((await post(posting({ address: named(), network }))).problem).toBe('no-such-host')
})

test('who is asked for a name and never answers does not hold us up', async () => {
  const network = { resolve: () => new Promise<never>(() => {}) }
  const answered = await post(posting({ address: named(), network, msMax: 100 }))
  expect(answered.problem).toBe('too-slow')
})

test('a receiver that never answers is left', async () => {
  good.answer(() => {})
  expect(await post(posting({ msMax: 150 }))).toEqual({
    outcome: 'failed',
    status: null,
    problem: 'too-slow',
  })
})

test('an endless answer and a huge one are cut off; the status stands', async () => {
  good.answer(response => {
    response.writeHead(200)
    const timer = setInterval(() => response.write('.'), 20)
    response.on('close', () => clearInterval(timer))
  })
  const startedMs = performance.now()
  expect(await post(posting())).toMatchObject({ outcome: 'delivered', status: 200 })
  expect(performance.now() - startedMs).toBeLessThan(3_000)
  let isCut = false
  good.answer(response => {
    response.on('close', () => {
      isCut = !response.writableFinished
    })
    response.writeHead(200).end(Buffer.alloc(50 * 1024 * 1024))
  })
  expect(await post(posting())).toMatchObject({ outcome: 'delivered', status: 200 })
  await expect.poll(() => isCut).toBe(true)
})

test('nobody there, and somebody who speaks no HTTP', async () => {
  const address = 'http://127.0.0.1:9/in'
  const rules = { hosts: ['127.0.0.1:9'], allowsLoopback: true }
  expect(await post(posting({ address, rules }))).toMatchObject({ problem: 'ECONNREFUSED' })
  good.answer(response => response.socket?.end('SSH-2.0-OpenSSH_9.6\r\n'))
  expect(await post(posting())).toMatchObject({ outcome: 'failed', status: null })
})

test('https to somebody without a certificate that counts is refused', async () => {
  const address = good.address.replace('http:', 'https:')
  expect(await post(posting({ address }))).toMatchObject({ outcome: 'failed', status: null })
})
