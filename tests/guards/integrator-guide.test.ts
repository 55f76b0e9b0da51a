// Does what the guide for integrators tells them to type work, to the letter?
import { type ChildProcess, execFile, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { systemActor } from '../../src/access/index.ts'
import { makeTokenNow } from '../../src/api/index.ts'
import { act } from '../../src/events/index.ts'
import { newId } from '../../src/kernel/ids.ts'
import { isRefusal } from '../../src/kernel/refusal.ts'
import { deliverNotices, setHosts, subscribe } from '../../src/notices/index.ts'
import { projectRoot } from '../../src/store/root.ts'
import { council } from '../../src/testing/make-node.ts'
import { type Served, serveApp } from '../../src/testing/serve-app.ts'
import { makeWorld, type World } from './world.ts'

const guide = readFileSync(join(projectRoot, 'docs/guides/integrator.md'), 'utf8')
const blocks = (language: string) =>
  [...guide.matchAll(/```(\w+)\n([\s\S]*?)```/g)]
    .filter(([, of]) => of === language)
    .map(([, , code = '']) => code)
const folder = mkdtempSync(join(tmpdir(), 'doorstep-guide-'))
const port = 20_000 + Math.floor(Math.random() * 20_000)
const system = systemActor(council)

let world: World
let server: Served
let url: string
let receiver: ChildProcess | undefined
beforeAll(async () => {
  world = await makeWorld()
  world.t.clock.turnTo(Date.now())
  symlinkSync(join(projectRoot, 'node_modules'), join(folder, 'node_modules'))
  server = await serveApp(world.t)
  url = server.url
})
afterAll(async () => {
  receiver?.kill()
  server.close()
  rmSync(folder, { recursive: true, force: true })
  await world.t.close()
})

/** With the role and the permissions that the guide's own line names. */
async function token(): Promise<string> {
  const line = guide.match(/\.\/doorstep token[\s\S]*?\n\n/)?.[0] ?? ''
  const permissions = [...line.matchAll(/--may (\S+)/g)].map(([, may = '']) => may)
  const [, name = '', purpose = ''] = /--name "(.*?)"[\s\S]*--purpose "(.*?)"/.exec(line) ?? []
  const ask = { command: newId(), name, purpose, place: null, days: 1, permissions }
  const made = await makeTokenNow(world.t.node, system, { ...ask, role: 'hub-manager' })
  if (!made || isRefusal(made)) throw new Error('The line in the guide makes no token.')
  return made.token
}

test('what is typed in a shell is answered', async () => {
  expect(blocks('sh').length).toBeGreaterThan(3)
  const script = ['set -e -o pipefail', ...blocks('sh')].join('\n')
  const env = { ...process.env, DOORSTEP: url, TOKEN: await token() }
  const { stdout } = await promisify(execFile)('bash', ['-c', script], { env })
  expect(stdout).toContain('"items":[')
  expect([...stdout.matchAll(/"outcome":"(\w+)"/g)].map(([, word]) => word)).toEqual([
    'accepted',
    'repeated',
  ])
  expect(stdout).toContain('"recordedAt"')
})

test('the receiver takes signed notices, each once', async () => {
  const address = `http://127.0.0.1:${port}/`
  const hosts = [`127.0.0.1:${port}`]
  await act(world.t.node, system, setHosts, { id: newId(), input: { hosts } })
  const made = await subscribe(world.t.node, system, {
    ...{ command: newId(), name: 'Guide', address, kinds: ['notices.*'] },
    ...{ role: 'officer', place: null, purpose: 'testing' },
  })
  if (isRefusal(made) || !made.secret) throw new Error('not subscribed')
  const said = await startReceiver(made.secret)
  const again = { id: newId(), input: { subscription: made.subscription, after: 0 } }
  await act(world.t.node, system, { name: 'notices.replay' }, again)
  const arrived = await deliverNotices(world.t.node, council)
  expect(arrived).toBeGreaterThan(2)
  await expect.poll(() => said.filter(line => line.startsWith('notices.')).length).toBe(arrived)
  const stranger = await fetch(address, { method: 'POST', body: '{"type":"people.Erased"}' })
  expect(stranger.status).toBe(401)
})

async function startReceiver(secret: string): Promise<string[]> {
  const file = join(folder, 'receiver.mjs')
  writeFileSync(file, blocks('js').join('\n'))
  const env = { ...process.env, SECRET: secret, PORT: String(port) }
  const child = spawn(process.execPath, [file], { env, stdio: ['ignore', 'pipe', 'inherit'] })
  receiver = child
  const said: string[] = []
  child.stdout.on('data', part => said.push(...String(part).trim().split('\n')))
  await once(child.stdout, 'data')
  return said
}
