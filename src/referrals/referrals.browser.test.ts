// A partner accepts in four, on a phone, and every page of a referral can be read and worked.
import { afterAll, beforeAll, expect, test } from 'vitest'
import { accessFaults, keyboardFaults, layoutFaults } from '../../tests/guards/page-faults.ts'
import type { Actor } from '../access/index.ts'
import { openBrowser, type TestBrowser } from '../testing/browser.ts'
import { makeTestNode, type TestNode } from '../testing/make-node.ts'
import { signedIn } from '../testing/request.ts'
import { type Served, serveApp } from '../testing/serve-app.ts'
import { addPeople, addSmallDistrict, personId, village } from '../testing/small-district.ts'

let t: TestNode
let browser: TestBrowser
let server: Served
let lead: Actor

beforeAll(async () => {
  t = await makeTestNode()
  await addSmallDistrict(t)
  await addPeople(t, [{ given: 'Joan' }])
  lead = await t.actorWith('village-coordinator', village)
  browser = await openBrowser()
  server = await serveApp(t)
})
afterAll(async () => {
  await browser.close()
  server.close()
  await t.close()
})

type Page = Awaited<ReturnType<TestBrowser['newPage']>>

async function faultsOf(page: Page): Promise<readonly string[]> {
  const shots = process.env.SHOTS
  if (shots) await page.screenshot({ path: `${shots}/${shot++}.png`, fullPage: true })
  return [...(await layoutFaults(page)), ...(await accessFaults(page))]
}
let shot = 0

test('sent from a desk, accepted on a phone in four, and done', async () => {
  const desk = await browser.newPage(1280)
  const [name = '', value = ''] = (await signedIn(t, lead)).cookie.split('=')
  await desk.context().addCookies([{ name, value, url: server.url }])
  await desk.goto(`${server.url}/referrals/new?person=${personId('Joan')}`)
  const faults = [...(await faultsOf(desk)), ...(await keyboardFaults(desk))]
  await desk.getByLabel('Who do you ask?').fill('Mill Road Food Bank')
  await desk.getByLabel('They visit or deliver').check()
  await desk.getByLabel('What do you ask of them?').fill('A parcel for one, this evening')
  await desk.getByLabel('Today: an answer within 4 hours').check()
  await desk.getByLabel('They said yes to it').check()
  await desk.getByRole('button', { name: 'Send the referral' }).click()
  const link = await desk.getByLabel('Link').inputValue()
  const code = ((await desk.locator('.ds-facts b').textContent()) ?? '').replace(' ', '')
  faults.push(...(await faultsOf(desk)))

  const phone = await browser.newPage(360)
  await phone.goto(new URL(link).pathname.replace(/^/, server.url))
  faults.push(...(await faultsOf(phone)), ...(await keyboardFaults(phone)))
  let interactions = 1
  await phone.getByLabel('Opening code').fill(code)
  interactions++
  await phone.getByRole('button', { name: 'Open' }).click()
  interactions++
  await phone.getByRole('heading', { name: 'Can you help?' }).waitFor()
  faults.push(...(await faultsOf(phone)), ...(await keyboardFaults(phone)))
  await phone.getByRole('button', { name: 'Yes, we can help' }).click()
  interactions++
  await phone.getByText('12 Mill Lane, CB24 8RX').waitFor()
  expect(interactions).toBe(4)
  faults.push(...(await faultsOf(phone)))
  expect(await phone.locator('a[href^="/people"], a[href^="/referrals"]').count()).toBe(0)
  await phone.getByLabel('Anything we should know').first().fill('Left with her neighbour')
  await phone.getByRole('button', { name: 'It is done' }).click()
  await phone.getByRole('heading', { name: 'Thank you' }).waitFor()
  faults.push(...(await faultsOf(phone)))

  await desk.getByRole('link', { name: 'To the referral' }).click()
  await desk.getByText('Left with her neighbour').waitFor()
  for (const [width, path] of [
    [1280, '/referrals'],
    [360, '/referrals'],
    [360, new URL(desk.url()).pathname],
    [360, `/referrals/new?person=${personId('Joan')}`],
    [360, '/services'],
    [1280, `/people/${personId('Joan')}`],
  ] as const) {
    await desk.setViewportSize({ width, height: 740 })
    await desk.goto(server.url + path)
    faults.push(...(await faultsOf(desk)).map(fault => `${path} at ${width}: ${fault}`))
  }
  expect(faults).toEqual([])
})
