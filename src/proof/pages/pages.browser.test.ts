// Is a proof issued, read, counter-signed and redacted in a real browser, wide and narrow?
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Actor, scopeOf } from '../../access/index.ts'
import { newId } from '../../kernel/ids.ts'
import { playRound } from '../../picture/pages/test-round.ts'
import { openBrowser, type TestBrowser } from '../../testing/browser.ts'
import { council, makeTestNode, type TestNode } from '../../testing/make-node.ts'
import { type SignedIn, signedIn } from '../../testing/request.ts'
import { type Served, serveApp } from '../../testing/serve-app.ts'
import { campaign, village } from '../../testing/small-district.ts'
import { checkProofFile } from '../read-proof-file.ts'
import { issueProof } from '../store/issue-proof.ts'
import { proofsOf } from '../store/proofs.ts'
import { redactProof } from '../store/redact-proof.ts'

let t: TestNode
let browser: TestBrowser
let manager: SignedIn
let lead: SignedIn
let officer: SignedIn
let server: Served
const [proof, redaction] = [newId(), newId()]

beforeAll(async () => {
  t = await makeTestNode()
  await playRound(t)
  const as = async (actor: Actor) => signedIn(t, actor)
  manager = await as(await t.actorWith('hub-manager'))
  lead = await as(await t.actorWith('village-coordinator', village))
  officer = await as(await t.actorWith('officer'))
  await issueProof(t.node, t.system, { id: proof, campaign, place: village, at: null })
  const asked = { law: 'freedom-of-information', line: null, reason: 'Letter 12' } as const
  await redactProof(t.node, t.system, { id: redaction, proof, ...asked })
  browser = await openBrowser()
  server = await serveApp(t)
})
afterAll(async () => {
  await browser.close()
  server.close()
  await t.close()
})

async function openAt(width: number, path: string, who: SignedIn): Promise<Page> {
  const page = await browser.newPage(width)
  const [name = '', value = ''] = who.cookie.split('=')
  await page.context().addCookies([{ name, value, url: server.url }])
  await page.goto(server.url + path)
  return page
}

test('a manager signs from the coverage page; the village lead counter-signs once', async () => {
  const page = await openAt(1280, `/campaigns/${campaign}/coverage`, manager)
  await page.getByRole('link', { name: 'Sign coverage proof' }).click()
  await page.getByRole('button', { name: 'Sign coverage proof' }).click()
  expect(await page.locator('.govuk-error-summary').textContent()).toContain('Choose a place')
  await page.getByLabel('For which place?').selectOption({ label: 'Cottenham' })
  await page.getByRole('button', { name: 'Sign coverage proof' }).click()
  const address = new URL(page.url()).pathname
  expect(await page.locator('h1').textContent()).toMatch(/^Proof \d+: Cottenham$/)
  const file = await manager.get(`${address}/file.json`)
  const held = checkProofFile(new Uint8Array(await file.arrayBuffer()))
  expect(held.wrong).toBeUndefined()
  const other = await openAt(360, address, lead)
  expect(await other.content()).not.toContain('Pratt')
  await other.getByLabel('No, something is not so').check()
  await other.getByRole('button', { name: 'Counter-sign proof' }).click()
  expect(await other.locator('.govuk-error-summary').textContent()).toContain('Say what is not so')
  await other.getByLabel('What is not so?').fill('The last line is of another village.')
  await other.getByRole('button', { name: 'Counter-sign proof' }).click()
  expect(await other.content()).toContain('The last line is of another village.')
  expect(await other.getByRole('button', { name: 'Counter-sign proof' }).count()).toBe(0)
  await Promise.all([page.close(), other.close()])
})

test('a moment before the campaign, or that cannot be read, is asked again', async () => {
  const send = (fields: Record<string, string>) =>
    manager.post(`/campaigns/${campaign}/prove`, { place: village, when: 'then', ...fields })
  for (const [fields, said] of [
    [{ date: '01/01/2020', time: '' }, 'Enter a moment after the campaign began'],
    [{ date: '31/02/2026', time: '' }, 'Enter a real date'],
    [{ date: '08/04/2026', time: '99' }, 'Enter a real time'],
    [{ date: '01/01/2036', time: '' }, 'Enter a moment that has already been'],
    [{ date: '', time: '', place: newId() }, 'Choose a place'],
  ] as const) {
    const answer = await send(fields)
    expect(answer.status).toBe(422)
    expect(await answer.text()).toContain(said)
  }
  const done = await send({ date: '08/04/2026', time: '12:00' })
  expect(done.status).toBe(303)
})

test('of the named copy every reading is recorded, and an erased person stays a code', async () => {
  const before = await looks()
  const html = await (await manager.get(`/proofs/${proof}/names`)).text()
  expect(html).toContain('Ada Pratt')
  expect(await looks()).toBe(before + 1)
  expect((await lead.get(`/proofs/${proof}/names`)).status).toBe(404)
  expect((await officer.get(`/proofs/${proof}/names`)).status).toBe(200)
})

function looks(): Promise<number> {
  const asked = { permission: 'proof.read', now: t.clock.now() }
  const scope = scopeOf(t.node.registry.permissions, t.system, asked)
  return t.node.store.transaction({ council, actor: t.system.id }, async tx => {
    expect((await proofsOf(tx, scope, campaign)).length).toBeGreaterThan(0)
    const found = await tx
      .selectFrom('reads')
      .select(({ fn }) => fn.countAll<number>().as('n'))
      .where('council', '=', council)
      .where('route', '=', '/proofs/names')
      .executeTakeFirstOrThrow()
    return found.n
  })
}
