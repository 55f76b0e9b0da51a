// Do the pages of files work in a real browser: readable by all, at both widths, by two people?
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Actor } from '../../access/index.ts'
import {
  expectAccessible,
  expectNoSidewaysScroll,
  openBrowser,
  type TestBrowser,
} from '../../testing/browser.ts'
import { makeTestNode, type TestNode } from '../../testing/make-node.ts'
import { signedIn } from '../../testing/request.ts'
import { type Served, serveApp } from '../../testing/serve-app.ts'
import {
  addPeople,
  addSmallDistrict,
  campaign,
  openTestCampaign,
} from '../../testing/small-district.ts'
import { alonePeopleMax } from '../domain/table.ts'

let t: TestNode
let browser: TestBrowser
let server: Served
let url: string
let asker: Actor
let judge: Actor
const members = `/campaigns/${campaign}/members`
const many = Array.from({ length: alonePeopleMax + 1 }, (_, at) => ({ given: `Person ${at}` }))

beforeAll(async () => {
  t = await makeTestNode()
  await addSmallDistrict(t)
  await addPeople(t, many)
  await openTestCampaign(t, many)
  asker = await t.actorWith('hub-manager')
  judge = await t.actorWith('data-protection-officer')
  browser = await openBrowser()
  server = await serveApp(t)
  url = server.url
})
afterAll(async () => {
  await browser.close()
  server.close()
  await t.close()
})

const shots = process.env.DOORSTEP_SCREENSHOTS

test.each([360, 1280])('a long list is asked for and agreed to, %i wide', async width => {
  const look = async (who: Actor, path: string, name: string) => {
    const page = await browser.newPage(width)
    const [cookie = '', value = ''] = (await signedIn(t, who)).cookie.split('=')
    await page.context().addCookies([{ name: cookie, value, url }])
    await page.goto(url + path)
    await expectAccessible(page)
    await expectNoSidewaysScroll(page)

    if (shots) await page.screenshot({ path: `${shots}/${name}-${width}.png`, fullPage: true })
    return page
  }
  const list = await look(asker, members, 'list')
  await list.getByRole('link', { name: 'CSV' }).click()
  await expectAccessible(list)
  if (shots) await list.screenshot({ path: `${shots}/ask-${width}.png`, fullPage: true })
  await list.getByRole('textbox').fill('Printing letters at the council’s own printer')
  await list.getByRole('button', { name: 'Ask for it' }).click()
  expect(await list.textContent('main')).toContain('Somebody else must answer')
  const address = new URL(list.url()).pathname
  const page = await look(judge, address, 'judge')
  await page.getByRole('button', { name: 'Agree' }).click()
  await expectAccessible(page)
  await look(judge, '/files-out', 'requests')
  await look(judge, '/council-copy', 'council')
  const mine = await look(asker, address, 'fetch')
  const [download] = await Promise.all([
    mine.waitForEvent('download'),
    mine.getByRole('button', { name: 'Fetch the file' }).click(),
  ])
  expect(download.suggestedFilename()).toBe('campaign-members.csv')
})
