// On a phone with one hand a job is taken, done and given back; every page of jobs can be read.
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Actor } from '../access/index.ts'
import { act } from '../events/index.ts'
import { hourMs } from '../kernel/clock.ts'
import { type Id, newId } from '../kernel/ids.ts'
import { isRefusal } from '../kernel/refusal.ts'
import {
  expectAccessible,
  expectNoSidewaysScroll,
  openBrowser,
  type TestBrowser,
} from '../testing/browser.ts'
import { makeTestNode, type TestNode } from '../testing/make-node.ts'
import { signedIn } from '../testing/request.ts'
import { type Served, serveApp } from '../testing/serve-app.ts'
import { addPeople, addSmallDistrict, personId, village } from '../testing/small-district.ts'
import { addVolunteer } from '../volunteers/index.ts'
import { claimJob, offerJob } from './index.ts'

let t: TestNode
let browser: TestBrowser
let server: Served
let lead: Actor
let helper: Actor
const jobs: Id[] = []

beforeAll(async () => {
  t = await makeTestNode()
  await addSmallDistrict(t)
  await addPeople(t, [{ given: 'Joan' }])
  lead = await t.actorWith('village-coordinator', village)
  helper = await t.actorWith('volunteer', village)
  const checks = { vetting: 'basic', training: [], transport: ['car'], keptFrom: [], jobsMax: 9 }
  const can = { phone: '', skills: [], languages: [], ...checks }
  const own = { volunteer: newId(), place: village, user: helper.id, name: 'Nina Bates' }
  await sure(t.system, addVolunteer, { ...own, ...can })
  for (const kind of ['shopping', 'prescription', 'lift']) jobs.push(await offer(kind))
  browser = await openBrowser()
  server = await serveApp(t)
})
afterAll(async () => {
  await browser.close()
  server.close()
  await t.close()
})

async function sure(actor: Actor, command: { name: string }, input: object) {
  const done = await act(t.node, actor, command, { id: newId(), input })
  if (isRefusal(done)) throw new Error(`${command.name}: ${done.refused}`)
}

async function offer(kind: string): Promise<Id> {
  const job = newId()
  const what = { kind, size: 'small', care: [], urgency: 'today', need: null, place: null }
  const when = { startAt: null, dueAt: t.clock.now() + 8 * hourMs }
  const said = { items: 'Milk, 2 pints\n6 eggs', from: 'Co-op', safety: 'Wait at the gate' }
  await sure(lead, offerJob, { job, person: personId('Joan'), ...what, ...when, ...said })
  return job
}

async function open(actor: Actor, width: number, path: string) {
  const page = await browser.newPage(width)
  const [name = '', value = ''] = (await signedIn(t, actor)).cookie.split('=')
  await page.context().addCookies([{ name, value, url: server.url }])
  await page.goto(server.url + path)
  return page
}

test('on a phone: yes, then the door, set out, done', async () => {
  const page = await open(helper, 360, '/my/jobs')
  await page.getByRole('link', { name: 'Food shopping' }).click()
  expect(await page.textContent('main')).not.toContain('Mill Lane')
  await page.getByRole('button', { name: 'Say yes' }).click()
  await page.getByText('12 Mill Lane').waitFor()
  await page.getByRole('button', { name: 'I am setting out' }).click()
  await page.getByText('You set out').waitFor()
  await page.getByRole('button', { name: 'It is done' }).click()
  await page.getByText('You have done this').waitFor()
  await page.context().close()
})

test('one key asks the first; who was asked stands below', async () => {
  const page = await open(lead, 1280, `/jobs/${jobs[2]}/match`)
  await page.keyboard.press('1')
  await page.getByText('Asked. Those with the app got an e-mail.').waitFor()
  await page.getByRole('button', { name: 'Nina Bates says no' }).click()
  await page.getByText('Said no').waitFor()
  await page.context().close()
})

test.each([1280, 360])('every page of jobs can be read at %i', async width => {
  const [, held = '', free = ''] = jobs
  if (width === 1280) await sure(helper, claimJob, { job: held })
  const mine = ['/my/jobs', `/my/jobs/${held}`, `/my/jobs/${free}`].map(path => [helper, path])
  const staff = ['/jobs', `/jobs/${held}`, `/jobs/${free}`, `/jobs/${free}/match`]
  staff.push(`/jobs/new?person=${personId('Joan')}`)
  for (const [actor, path] of [...mine, ...staff.map(path => [lead, path])] as const) {
    const page = await open(actor as Actor, width, path as string)
    await expectAccessible(page)
    await expectNoSidewaysScroll(page)
    if (process.env.SHOTS) {
      const name = `${path}`.replaceAll(/[/?=]|[\da-f-]{36}/g, '_').slice(0, 18)
      const nth = jobs.findIndex(id => `${path}`.includes(id))
      const at = `${process.env.SHOTS}/${name}${nth}-${width}.png`
      await page.screenshot({ path: at, fullPage: true })
    }
    await page.context().close()
  }
})
