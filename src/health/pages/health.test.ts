// Does the Health page tell an administrator what is so, and nobody else anything?
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { serve } from '@hono/node-server'
import { afterAll, beforeAll, expect, test } from 'vitest'
import {
  expectAccessible,
  expectNoSidewaysScroll,
  openBrowser,
  type TestBrowser,
} from '../../testing/browser.ts'
import { makeTestNode, type TestNode } from '../../testing/make-node.ts'
import { makeTestApp, type SignedIn, signedIn } from '../../testing/request.ts'
import { setMachine } from '../index.ts'
import { scheduledBackup } from '../scheduled-backup.ts'

const folder = mkdtempSync(join(tmpdir(), 'doorstep-health-'))
let t: TestNode
let administrator: SignedIn
beforeAll(async () => {
  t = await makeTestNode()
  t.clock.turnTo(Date.now())
  administrator = await signedIn(t, await t.actorWith('system-administrator'))
})
afterAll(async () => {
  await t.close()
  rmSync(folder, { recursive: true, force: true })
})

const page = async () => (await administrator.get('/health')).text()

test('without a backup it says so, above everything else', async () => {
  expect(await page()).toMatch(/<h1[^>]*>1 thing needs you<[\s\S]*data-trouble="no-backup-planned"/)
})

test('a proven backup makes it well, and every figure is there', async () => {
  setMachine(t.node, { dataDir: folder, backups: { folder, hour: 0, keep: 7 } })
  await scheduledBackup.run(t.node)
  const text = await page()
  expect(text).toContain('Everything is well')
  for (const words of [
    'Every digest holds',
    'Longest wait of somebody not reached',
    'Messages that wait',
    'Its hash begins with',
    'PostgreSQL',
    'Changes of shape that have run',
    'Clock of the database against ours',
    `Free on the disk of ${folder}`,
  ]) {
    expect(text).toContain(words)
  }
})

test('a backup that failed is trouble', async () => {
  const store = { ...t.node.store, backUp: () => Promise.reject(new Error('no')) }
  rmSync(folder, { recursive: true })
  const failing = { ...t.node, store }
  setMachine(failing, { backups: { folder, hour: 0, keep: 7 } })
  await expect(scheduledBackup.run(failing)).rejects.toThrow()
  expect(await page()).toMatch(/data-trouble="backup-failed"/)
})

test('for every other role there is no such page', async () => {
  for (const role of ['hub-manager', 'officer', 'data-protection-officer'] as const) {
    const other = await signedIn(t, await t.actorWith(role))
    expect((await other.get('/health')).status).toBe(404)
  }
})

test('it fits a phone and a desk, and passes the accessibility check', async () => {
  const browser: TestBrowser = await openBrowser()
  const options = { fetch: makeTestApp(t).fetch, hostname: '127.0.0.1', port: 0 }
  let server: ReturnType<typeof serve> | undefined
  const url = await new Promise<string>(resolve => {
    server = serve(options, info => resolve(`http://127.0.0.1:${info.port}`))
  })
  const [name = '', value = ''] = administrator.cookie.split('=')
  for (const width of [360, 1280]) {
    const shown = await browser.newPage(width)
    await shown.context().addCookies([{ name, value, url }])
    await shown.goto(`${url}/health`)
    await expectAccessible(shown)
    await expectNoSidewaysScroll(shown)
    const file = process.env.DOORSTEP_SHOTS && join(process.env.DOORSTEP_SHOTS, `${width}.png`)
    if (file) await shown.screenshot({ path: file, fullPage: true })
  }
  await browser.close()
  server?.close()
})
