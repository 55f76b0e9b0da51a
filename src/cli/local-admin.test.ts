// Does the command open emergency access only with a reason, and print a link that works?
import { afterAll, afterEach, beforeAll, expect, test, vi } from 'vitest'
import { makeTestNode, type TestNode } from '../testing/make-node.ts'
import { signedOut } from '../testing/request.ts'
import type { Io } from './command.ts'
import { command } from './local-admin.ts'

let t: TestNode
beforeAll(async () => {
  t = await makeTestNode()
  t.clock.turnTo(Date.now())
})
afterAll(() => t.close())
afterEach(() => vi.unstubAllEnvs())

async function run(options: Record<string, string>) {
  const answers: Record<string, unknown>[] = []
  const said: string[] = []
  const io: Io = {
    isJson: true,
    say: line => said.push(line),
    note: line => said.push(line),
    answer: result => answers.push(result),
    progress: () => {
      throw new Error('It takes no time.')
    },
  }
  vi.stubEnv('DATABASE_URL', t.adminUrl)
  const code = await command.run({ options, words: [], dataDir: '/nowhere' }, io)
  return { code, said: said.join('\n'), link: String(answers[0]?.link) }
}

const reason = 'The provider of the council is down'

test('the printed link signs an emergency administrator in', async () => {
  const { code, link } = await run({ reason, url: 'https://doorstep.example' })
  expect(code).toBe(0)
  expect(link).toMatch(/^https:\/\/doorstep\.example\/sign-in\/south-vale\./)
  const answer = await signedOut(t).get(new URL(link).pathname)
  expect([answer.status, answer.headers.get('location')]).toEqual([303, '/'])
})

test.each(['', 'urgent', 'x'.repeat(501)])('%j is no reason, and there is no link', async given => {
  await expect(run({ reason: given })).rejects.toMatchObject({
    code: 'reason-missing',
    exitCode: 2,
  })
})

test('an unknown council is said, with those that there are', async () => {
  await expect(run({ reason, council: 'atlantis' })).rejects.toThrow('south-vale')
})
